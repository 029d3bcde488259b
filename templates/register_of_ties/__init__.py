"""The register of the members' interests and ties."""
