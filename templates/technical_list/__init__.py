"""The technical list: the ranking after a protest that the LGD accepted in its self-review."""
