"""The list of operations that passed the gate; its name depends on the regime."""
