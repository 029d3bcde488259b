"""The closed vocabulary of criteria: a kind a file, each read from real published tables."""

from typing import Annotated

from pydantic import Field

from scoring.points.parts import Parts, Simple

Criterion = Annotated[Simple | Parts, Field()]
"""Any criterion, told apart by its ``kind``."""
