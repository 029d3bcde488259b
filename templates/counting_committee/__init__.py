"""The minutes of the counting committee."""
