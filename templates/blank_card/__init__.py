"""The assessment cards that members fill in by hand."""
