"""What all documents share: the page, the macros, the style, the parts of a view."""
