"""Tests of scoring: scenarios, properties, and the small parts that scenarios cannot reach."""
