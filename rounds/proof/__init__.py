"""A document that proves itself: read back, decided again, printed again, compared."""
