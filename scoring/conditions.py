"""Conditions on facts, with three answers: met, not met, unknown.

``{fact: jobs_created, at_least: 2}``, ``below``, ``is``, ``one_of``, joined by ``all``, ``any``
and ``not``. An unknown fact makes the answer unknown unless the known facts already settle it.
"""

import operator
from abc import abstractmethod
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

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


def unknown_fact(fact: str, catalogue: Catalogue) -> Flaw:
    """Make the flaw of a fact that no catalogue has, with the nearest name as advice."""
    near = get_close_matches(fact, catalogue, n=1)
    advice = f"czy chodziło o „{near[0]}”?" if near else "dodaj go w „facts” tego pliku"
    return Flaw(("fact",), f"nieznany fakt „{fact}”", advice)


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
