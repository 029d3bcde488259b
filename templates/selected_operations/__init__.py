"""The list of selected operations, each marked whether it fits the limit."""
