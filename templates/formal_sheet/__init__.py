"""Załącznik 3a: the sheet of formal verification."""
