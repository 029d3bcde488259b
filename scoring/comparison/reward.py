"""What a set of criteria rewards: the share of its maximum by kind, by fact and by premium."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from scoring.numbers import Points, exact
from scoring.points import Criterion
from scoring.points.base import Premium
from scoring.points.parts import Parts
from scoring.ruleset import Ruleset

Aspect = Literal["kind", "fact", "premium"]
"""By what criteria are put together: how they give points, what they read, which premium they serve."""

KIND_NAMES = {
    "yes_no": "tak/nie",
    "bands": "przedziały",
    "choice": "wybór z możliwości",
    "per_unit": "za każdą jednostkę",
    "ratio": "udział",
    "lookup": "tabela punktów",
    "relative": "porównanie w naborze",
    "judged": "ocena Rady",
    "parts": "złożone z części",
}
"""How each kind of criterion reads in a table."""

PREMIUM_NAMES: dict[Premium, str] = {
    "innovation": "innowacyjność",
    "environment": "ochrona środowiska i klimatu",
    "jobs": "miejsca pracy",
    "local_products": "lokalne produkty rolne",
    "disadvantaged_groups": "grupy defaworyzowane",
    "small_locality": "małe miejscowości",
    "international": "współpraca międzynarodowa",
}
"""How each premium of the programme reads in a table."""

JUDGEMENT = "(ocena członków Rady)"
"""In place of a fact: a judged criterion reads none."""


@dataclass(frozen=True, slots=True)
class Weight:
    """Points at the most, and which share of the set's maximum (0 to 1) they are."""

    points: Points
    share: Fraction


def weights(ruleset: Ruleset, aspect: Aspect) -> dict[str, Weight]:
    """Tell how much of the maximum hangs on each kind, fact or premium.

    A criterion counts whole under each fact and premium that it has, so of these the shares may
    come to more than one; by kind they add up to exactly one. Of a criterion with parts the whole
    counts once under each, never more than the criterion gives.
    """
    whole = Fraction(ruleset.highest)
    found: dict[str, Fraction] = {}
    for criterion in ruleset.criteria:
        for label in dict.fromkeys(_LABELS[aspect](criterion, ruleset)):
            found[label] = found.get(label, Fraction(0)) + Fraction(criterion.maximum)
    return {
        label: Weight(exact(points), points / whole if whole else Fraction(0))
        for label, points in found.items()
    }


def _kinds(criterion: Criterion, _: Ruleset) -> Iterator[str]:
    yield KIND_NAMES[criterion.kind]


def _facts(criterion: Criterion, ruleset: Ruleset) -> Iterator[str]:
    """Name what the points hang on: not the conditions under which they are given at all."""
    read = list(criterion.facts_of_kind())
    yield from (ruleset.catalogue.fact(fact).name for fact in read)
    judged = any(one.kind == "judged" for one in _simple(criterion))
    if judged:
        yield JUDGEMENT


def _simple(criterion: Criterion) -> Iterable[Criterion]:
    return criterion.parts if isinstance(criterion, Parts) else (criterion,)


def _premiums(criterion: Criterion, _: Ruleset) -> Iterator[str]:
    served = [one for each in (criterion, *_simple(criterion)) for one in each.serves]
    yield from (PREMIUM_NAMES[one] for one in served)


_LABELS: dict[Aspect, Callable[[Criterion, Ruleset], Iterator[str]]] = {
    "kind": _kinds,
    "fact": _facts,
    "premium": _premiums,
}
