"""What would change the outcome of an application: found by deciding again, never by guessing."""
