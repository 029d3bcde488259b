"""The register of the members' interests, a page a member."""
