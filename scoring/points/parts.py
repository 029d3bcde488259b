"""``parts``: a criterion made of several, which add up or of which the best counts."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Annotated, Any, Literal, Self

from pydantic import Field

from scoring import polish
from scoring.facts import Catalogue, Facts
from scoring.flaws import Flaw
from scoring.numbers import Points, exact
from scoring.points.bands import Bands
from scoring.points.base import Kind
from scoring.points.case import Judging, Row, Rule, Score, Shared
from scoring.points.choice import Choice
from scoring.points.judged import Judged
from scoring.points.lookup import Lookup
from scoring.points.per_unit import PerUnit
from scoring.points.ratio import Ratio
from scoring.points.relative import Relative
from scoring.points.yes_no import YesNo

Simple = Annotated[
    YesNo | Bands | Choice | PerUnit | Ratio | Lookup | Relative | Judged,
    Field(discriminator="kind"),
]
"""Any kind that stands by itself; a part is one of these."""


_NONE: Mapping[int, Any] = MappingProxyType({})


class Parts(Kind):
    """Several parts: ``combine: sum`` adds them up, ``highest`` lets only the best count.

    ``cap`` is the most that the criterion gives, whatever the parts add up to. One part that is
    not known leaves the whole unknown.
    """

    kind: Literal["parts"]
    combine: Literal["sum", "highest"] = "sum"
    cap: Decimal | None = None
    parts: tuple[Simple, ...] = Field(min_length=1)

    @property
    def highest(self) -> Points:
        """What the parts give at the most, under the cap."""
        return self._combined([part.maximum for part in self.parts])

    def rule_of_kind(self, shared: Shared) -> Rule:
        """Score every part and combine them; where the parts are the same, so is the whole.

        Wholes are found by the identity of one part after another. A whole keeps its parts, so
        no other score can come to have their identity.
        """
        rules = [part.rule(shared) for part in self.parts]
        wholes: dict[int, Any] = {}

        def scored(facts: Facts, judging: Judging) -> Score:
            known: Any = wholes
            for rule in rules:
                known = known.get(id(rule(facts, judging)), _NONE)
            return known or remembered([rule(facts, judging) for rule in rules])

        def remembered(parts: list[Score]) -> Score:
            """Make the whole of these parts, and keep it for whoever has the same."""
            *before, last = map(id, parts)
            branch = wholes
            for part in before:
                branch = branch.setdefault(part, {})
            branch[last] = whole = self._whole(parts)
            return whole

        return scored

    def _whole(self, parts: Sequence[Score]) -> Score:
        """Combine the scores of the parts."""
        most = self._combined([part.maximum for part in parts])
        if any(part.applies and part.points is None for part in parts):
            missing = (one for part in parts for one in part.missing)
            return self.lacks(*missing, parts=tuple(parts), most=most)
        known = [part.points for part in parts if part.points is not None]
        return self.gives(self._combined(known), parts=tuple(parts), most=most)

    def _combined(self, points: list[Points]) -> Points:
        whole = sum(points) if self.combine == "sum" else max(points, default=0)
        return exact(Fraction(min(whole, self.cap) if self.cap is not None else whole))

    @property
    def shrinks(self) -> bool:
        """Whether the maximum of some applications is less, in a part too."""
        return super().shrinks or any(part.shrinks for part in self.parts)

    @property
    def has_minimum(self) -> bool:
        """Whether too few points in it, or in a part, keep an application off the list."""
        return super().has_minimum or any(part.has_minimum for part in self.parts)

    def facts_of_kind(self) -> Iterator[str]:
        """Name the facts of all parts."""
        for part in self.parts:
            yield from part.facts_read()

    def rows(self, catalogue: Catalogue) -> Iterator[Row]:
        """The lines of all parts, then how they combine."""
        for part in self.parts:
            for row in part.rows(catalogue):
                yield Row(f"{part.name} – {row.text}", row.points)
        if self.combine == "highest":
            yield Row("liczy się tylko najwyżej punktowana część", "")
        if self.cap is not None:
            yield Row("łącznie nie więcej niż", polish.number(self.cap))

    def value_sentence(self, score: Score, facts: Facts, catalogue: Catalogue) -> str:
        """Say each part."""
        said = []
        for part, found in zip(self.parts, score.parts, strict=True):
            said.append(f"{part.name}: {part.explain(found, facts, catalogue).rstrip('.')}")
        sentence = "; ".join(said)
        if self.combine == "highest":
            sentence += "; liczy się najwyższa"
        if self.cap is not None:
            sentence += f"; łącznie nie więcej niż {polish.number(self.cap)}"
        return sentence

    def next_step(self, score: Score, facts: Facts, catalogue: Catalogue) -> str | None:
        """Name the next step of each part, while the whole can still gain."""
        if score.points is None or score.points >= score.maximum:
            return None
        # A criterion that was held back has not looked at its parts.
        scored = zip(self.parts, score.parts, strict=bool(score.parts))
        steps = (part.next_step(found, facts, catalogue) for part, found in scored)
        return "; ".join(step for step in steps if step) or None

    def bound_kind(self, catalogue: Catalogue) -> tuple[Self, list[Flaw]]:
        """Bind every part."""
        parts: list[Simple] = []
        flaws: list[Flaw] = []
        for position, part in enumerate(self.parts):
            one, wrong = part.bound(catalogue)
            parts.append(one)
            flaws += [flaw.under("parts", position) for flaw in wrong]
        bound = self.model_copy(update={"parts": tuple(parts)})
        if self.cap is not None and self.combine == "sum" and self.cap > bound.uncapped:
            what = f"„cap” jest większe niż suma części ({polish.points(bound.uncapped)})"
            flaws.append(Flaw(("cap",), what, "usuń „cap” albo popraw punkty części", "warning"))
        return bound, flaws

    @property
    def uncapped(self) -> Points:
        """What the parts add up to at the most, without the cap."""
        return exact(Fraction(sum(part.maximum for part in self.parts)))
