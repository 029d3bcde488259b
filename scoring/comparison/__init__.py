"""Several sets of criteria side by side: what each rewards, and how much of the maximum."""
