"""Załącznik 3b: the auxiliary sheet of preliminary assessment."""
