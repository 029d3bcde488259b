"""The register of the members' ties, and what was decided of exclusions."""
