"""What `make bench` measures: ratios against a named rival in the same run, never a tested time."""
