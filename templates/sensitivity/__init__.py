"""What the decisions of a call hang on, for the council's own use."""
