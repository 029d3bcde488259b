"""How all calls stand, of however many LGDs: done, waiting for whom, failed and why."""
