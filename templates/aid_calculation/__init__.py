"""How the amount of aid of one operation was calculated."""
