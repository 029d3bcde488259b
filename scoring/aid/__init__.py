"""The aid set for an operation: from what is requested, by one cut after another, to the amount."""
