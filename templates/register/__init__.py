"""The register of everything that was submitted."""
