"""The list of operations that were not selected, with the reason of each."""
