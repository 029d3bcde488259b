"""The criteria as the annex of the strategy (LSR)."""
