"""From a text to checked values, with the place of every mistake and what to write instead."""
