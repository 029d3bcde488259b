"""The commands, a file each; ``nabor/door.py`` lists them."""
