"""Conditions on facts, with three answers: met, not met, unknown.

Those on one fact (:mod:`scoring.fact_condition`), joined by ``all``, ``any`` and ``not``. An unknown
fact makes the answer unknown unless the known facts already settle it.
"""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from scoring.fact_condition import Asked, Compare, Test
from scoring.facts import Catalogue, Facts, Written
from scoring.flaws import Flaw


class All(Asked):
    """Every one of several conditions."""

    all_: tuple["Condition", ...] = Field(alias="all", min_length=1)

    def test(self) -> Test:
        """Not met as soon as one is not met; else unknown while one is unknown."""
        return _joined(self.all_, settled_by=False)

    def facts_read(self) -> Iterator[str]:
        """Name the facts that the conditions read."""
        for condition in self.all_:
            yield from condition.facts_read()

    def sentence(self, catalogue: Catalogue) -> str:
        """Read the conditions aloud in Polish."""
        return " oraz ".join(_inner(condition, catalogue) for condition in self.all_)

    def bound(self, catalogue: Catalogue) -> "tuple[All, list[Flaw]]":
        """Bind every condition to the catalogue."""
        conditions, flaws = _bound_each("all", self.all_, catalogue)
        return self.model_copy(update={"all_": conditions}), flaws


class AnyOf(Asked):
    """At least one of several conditions."""

    any_: tuple["Condition", ...] = Field(alias="any", min_length=1)

    def test(self) -> Test:
        """Met as soon as one is met; else unknown while one is unknown."""
        return _joined(self.any_, settled_by=True)

    def facts_read(self) -> Iterator[str]:
        """Name the facts that the conditions read."""
        for condition in self.any_:
            yield from condition.facts_read()

    def sentence(self, catalogue: Catalogue) -> str:
        """Read the conditions aloud in Polish."""
        return " lub ".join(_inner(condition, catalogue) for condition in self.any_)

    def bound(self, catalogue: Catalogue) -> "tuple[AnyOf, list[Flaw]]":
        """Bind every condition to the catalogue."""
        conditions, flaws = _bound_each("any", self.any_, catalogue)
        return self.model_copy(update={"any_": conditions}), flaws


class Not(Asked):
    """The opposite of a condition; the opposite of unknown is unknown."""

    not_: "Condition" = Field(alias="not")

    def test(self) -> Test:
        """Turn the answer round; unknown stays unknown."""
        turned = self.not_.test()

        def opposite(facts: Facts) -> bool | None:
            answer = turned(facts)
            return None if answer is None else not answer

        return opposite

    def facts_read(self) -> Iterator[str]:
        """Name the facts that the condition reads."""
        yield from self.not_.facts_read()

    def sentence(self, catalogue: Catalogue) -> str:
        """Read the condition aloud in Polish."""
        return f"nie zachodzi: {_inner(self.not_, catalogue)}"

    def bound(self, catalogue: Catalogue) -> "tuple[Not, list[Flaw]]":
        """Bind the condition to the catalogue."""
        condition, flaws = self.not_.bound(catalogue)
        return self.model_copy(update={"not_": condition}), [flaw.under("not") for flaw in flaws]


def _which(written: Written) -> Literal["compare", "all", "any", "not"]:
    """Tell by its key which condition a mapping is."""
    keys = written if isinstance(written, dict) else getattr(type(written), "model_fields", ())
    for name in ("all", "any", "not"):
        if name in keys or f"{name}_" in keys:
            return name
    return "compare"


Condition = Annotated[
    Annotated[Compare, Tag("compare")]
    | Annotated[All, Tag("all")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[Not, Tag("not")],
    Discriminator(_which),
]
"""Any condition, told apart by its key."""

All.model_rebuild()
AnyOf.model_rebuild()
Not.model_rebuild()


def _joined(some: tuple[Condition, ...], *, settled_by: bool) -> Test:
    """Join conditions of which one such answer settles the whole, whatever the others are."""
    tests = [one.test() for one in some]

    def joined(facts: Facts) -> bool | None:
        """Answer at the first condition that settles the whole."""
        known: bool | None = not settled_by
        for test in tests:
            answer = test(facts)
            if answer is settled_by:
                return settled_by
            if answer is None:
                known = None
        return known

    return joined


def missing_facts(condition: Condition, facts: Facts) -> tuple[str, ...]:
    """Name the facts whose absence leaves the condition unknown, each once, in order.

    What cannot change the answer any more is not asked for.
    """
    if condition.answer(facts) is not None:
        return ()
    match condition:
        case Compare():
            return (condition.fact,)
        case Not():
            return missing_facts(condition.not_, facts)
        case All(all_=some) | AnyOf(any_=some):
            found = (fact for one in some for fact in missing_facts(one, facts))
            return tuple(dict.fromkeys(found))


def _inner(condition: Condition, catalogue: Catalogue) -> str:
    sentence = condition.sentence(catalogue)
    return sentence if isinstance(condition, Compare) else f"({sentence})"


def _bound_each(
    key: str, conditions: tuple[Condition, ...], catalogue: Catalogue
) -> tuple[tuple[Condition, ...], list[Flaw]]:
    bound: list[Condition] = []
    flaws: list[Flaw] = []
    for position, condition in enumerate(conditions):
        one, wrong = condition.bound(catalogue)
        bound.append(one)
        flaws += [flaw.under(key, position) for flaw in wrong]
    return tuple(bound), flaws
