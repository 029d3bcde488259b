"""Flips: what would change an outcome."""
