"""What changed between two decisions of a call: who moved, through what, and the money."""
