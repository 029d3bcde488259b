"""The door: the ``nabor`` command."""
