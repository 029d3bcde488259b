"""Tests of the programme's rules and of the aid that is set."""
