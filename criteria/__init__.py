"""The rules as files, and the reader and checker that turn a file into a ruleset."""
