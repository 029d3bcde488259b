"""Tests of reading: what YAML says, and how mistakes are told."""
