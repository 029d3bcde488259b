"""``python -m nabor`` is the ``nabor`` command."""

from nabor.door import main

main()
