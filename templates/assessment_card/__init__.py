"""The assessment card of one application."""
