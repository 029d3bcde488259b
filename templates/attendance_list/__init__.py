"""The attendance list of a sitting (lista obecności)."""
