"""The members' statements of impartiality and confidentiality."""
