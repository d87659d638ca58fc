"""What we know of particular departments. May be empty, and all still works."""
