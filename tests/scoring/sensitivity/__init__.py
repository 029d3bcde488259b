"""Sensitivity: what decisions hang on, and how far members agree."""
