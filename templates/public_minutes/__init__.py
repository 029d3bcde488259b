"""The minutes of a sitting as they are published."""
