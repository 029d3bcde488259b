"""What two decisions of one call differ in, application by application, and through what."""

from scoring.difference.comparing import difference
from scoring.difference.moved import Difference, Moved

__all__ = ["Difference", "Moved", "difference"]
