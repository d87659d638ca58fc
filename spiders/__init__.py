"""Spiders walk. department.py walks any department's news; the others are a few lines on it."""
