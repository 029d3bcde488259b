"""A resolution of the council (uchwała)."""
