"""The minutes of a sitting of the council (protokół)."""
