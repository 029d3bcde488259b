"""Proposed criteria tried on past calls: what the office attaches when it asks for consent."""
