"""The exclusions as they are published."""
