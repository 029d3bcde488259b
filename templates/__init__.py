"""The documents, their fonts, and the one module that prints them."""
