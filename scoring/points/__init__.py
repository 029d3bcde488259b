"""The closed vocabulary of criteria: a kind a file, each read from real published tables."""

from typing import Annotated

from pydantic import Field

from scoring.points.parts import Parts, Simple

Criterion = Annotated[Simple | Parts, Field(discriminator="kind")]
"""Any criterion, told apart by its ``kind``, so that a mistake in one is told of that kind only."""
