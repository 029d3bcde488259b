"""What the decisions of a call hang on: one card, one tie rule, one rounding; and by how much."""
