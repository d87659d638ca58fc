"""A run: limits, report, health, alarms, schedule."""
