"""Measurements against peers; every claim in the README comes from here. Not part of the wheel."""
