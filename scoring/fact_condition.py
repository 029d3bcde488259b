"""A condition on one fact: against a limit, or against a list of values.

``{fact: jobs_created, at_least: 2}``, ``below``, ``is``, ``one_of``. Unknown while the fact is.
"""

import operator
from abc import abstractmethod
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import Any

from pydantic import Field

from scoring.facts import ORDERED, TIME, Catalogue, Facts, FactValue, Written
from scoring.flaws import Flaw
from scoring.value import Value

COMPARISONS = {
    "at_least": "co najmniej",
    "at_most": "co najwyżej",
    "above": "więcej niż",
    "below": "mniej niż",
}
"""Comparisons with a limit and how they read in Polish."""

_IN_TIME = {
    "at_least": "nie wcześniej niż",
    "at_most": "nie później niż",
    "above": "później niż",
    "below": "wcześniej niż",
}


Test = Callable[[Facts], bool | None]
"""What answers a condition: whether the facts meet it; ``None`` while they do not settle it."""


class Asked(Value):
    """A condition of any form. It is made ready once, and then asked of as many as there are."""

    @abstractmethod
    def test(self) -> Test:
        """Return what answers the condition."""

    def answer(self, facts: Facts) -> bool | None:
        """Say whether the condition is met; ``None`` while the facts do not settle it."""
        return self.test()(facts)


_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "at_least": operator.ge,
    "at_most": operator.le,
    "above": operator.gt,
    "below": operator.lt,
    "one_of": lambda value, some: value in some,
    "is_": operator.eq,
}


class Compare(Asked):
    """One fact against one limit, or against a list of values."""

    fact: str
    at_least: Written = None
    at_most: Written = None
    above: Written = None
    below: Written = None
    is_: Written = Field(default=None, alias="is")
    one_of: tuple[Written, ...] | None = None

    @property
    def operator(self) -> str:
        """Name the one comparison that is used."""
        return next(iter(self._used()), "is_")

    def _used(self) -> list[str]:
        names = (*COMPARISONS, "is_", "one_of")
        return [name for name in names if getattr(self, name) is not None]

    def test(self) -> Test:
        """Compare the fact; unknown while it is."""
        fact, used = self.fact, self.operator
        compare, limit = _COMPARE[used], getattr(self, used)

        def compared(facts: Facts) -> bool | None:
            value = facts.get(fact)
            return None if value is None else compare(value, limit)

        return compared

    def facts_read(self) -> Iterator[str]:
        """Name the facts that the condition reads."""
        yield self.fact

    def sentence(self, catalogue: Catalogue) -> str:
        """Read the condition aloud in Polish."""
        fact = catalogue[self.fact]
        if self.operator == "one_of":
            shown = ", ".join(fact.show(value) for value in self.one_of or ())
            return f"{fact.name}: jedno z: {shown}"
        if self.operator == "is_":
            return f"{fact.name}: {fact.show(self.is_)}"
        limit: FactValue = getattr(self, self.operator)
        words = _IN_TIME if fact.type in TIME else COMPARISONS
        return f"{fact.name}: {words[self.operator]} {fact.show(limit)}"

    def bound(self, catalogue: Catalogue) -> "tuple[Compare, list[Flaw]]":
        """Turn the written limit into the unit of the fact; tell what does not fit."""
        fact = catalogue.get(self.fact)
        if fact is None:
            return self, [unknown_fact(self.fact, catalogue)]
        used = self._used()
        if len(used) != 1:
            what = "warunek musi mieć dokładnie jedno porównanie"
            return self, [Flaw((), what, "np. {fact: jobs_created, at_least: 2}")]
        name = used[0]
        if name in COMPARISONS and fact.type not in ORDERED:
            what = f"faktu „{fact.id}” nie można porównywać słowem „{name}”"
            return self, [Flaw((name,), what, "użyj „is” albo „one_of”")]
        return self._with_limit(name, fact.from_file)

    def _with_limit(
        self, name: str, from_file: Callable[[Written], FactValue]
    ) -> "tuple[Compare, list[Flaw]]":
        written = getattr(self, name)
        try:
            limit = tuple(map(from_file, written)) if name == "one_of" else from_file(written)
        except ValueError as wrong:
            return self, [Flaw((name.rstrip("_"),), str(wrong), "popraw wartość")]
        return self.model_copy(update={name: limit}), []


def unknown_fact(fact: str, catalogue: Catalogue) -> Flaw:
    """Make the flaw of a fact that no catalogue has, with the nearest name as advice."""
    near = get_close_matches(fact, catalogue, n=1)
    advice = f"czy chodziło o „{near[0]}”?" if near else "dodaj go w „facts” tego pliku"
    return Flaw(("fact",), f"nieznany fakt „{fact}”", advice)
