"""Tests mirror the packages; scenarios are sentences in YAML."""
