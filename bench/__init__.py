"""Measurements of Podium, run by hand."""
