"""The door: the ``nabor`` command.

A command starts, makes values that it keeps, and ends. Python looks among them for rubbish less
often than it would: a fifth of the start went into that.
"""

import gc

gc.set_threshold(50_000, 20, 50)
