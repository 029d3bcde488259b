"""Several sets of criteria side by side."""
