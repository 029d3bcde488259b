"""The amounts of aid of a whole call, side by side."""
