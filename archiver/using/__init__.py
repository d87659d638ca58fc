"""Search, questions, exports, figures: everything here can be rebuilt from keeping."""
