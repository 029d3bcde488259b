"""The sheet of an LGD's running costs (19.4)."""
