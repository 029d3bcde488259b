"""What the programme demands of criteria: jobs in business calls, small localities (S4, S5)."""

from collections.abc import Iterable, Iterator

from criteria.checks.values import values_of
from scoring.facts import Catalogue, FactType
from scoring.flaws import Flaw
from scoring.points import Criterion
from scoring.points.base import Premium
from scoring.points.case import Case
from scoring.points.parts import Parts, Simple
from scoring.ruleset import Ruleset

SMALL_LOCALITY = 5000
"""A locality with fewer inhabitants than this is preferred (rule S5)."""

_COUNTS = (FactType.WHOLE, FactType.DECIMAL)


def premium_flaws(ruleset: Ruleset) -> Iterator[Flaw]:
    """Tell where a premium that the programme makes mandatory is not there."""
    if ruleset.scope_kind == "business":
        yield from _jobs_flaws(list(_serving("jobs", ruleset.criteria)))
    if ruleset.scope_kind == "infrastructure":
        serving = list(_serving("small_locality", ruleset.criteria))
        yield from _locality_flaws(serving, ruleset.catalogue)


def _serving(
    premium: Premium, criteria: Iterable[Criterion]
) -> Iterator[tuple[tuple[str | int, ...], Criterion]]:
    for position, criterion in enumerate(criteria):
        if premium in criterion.serves:
            yield ("criteria", position), criterion
        elif isinstance(criterion, Parts):
            for place, part in enumerate(criterion.parts):
                if premium in part.serves:
                    yield ("criteria", position, "parts", place), part


def _jobs_flaws(serving: list[tuple[tuple[str | int, ...], Criterion]]) -> Iterator[Flaw]:
    """Rule S4: a jobs criterion, with extra points above the required minimum."""
    if not serving:
        what = "zakres gospodarczy nie ma kryterium miejsc pracy (program, zasada S4)"
        yield Flaw(("criteria",), what, "dopisz kryterium z serves: [jobs]")
        return
    if any(len([one for one in values_of(criterion) if one > 0]) > 1 for _, criterion in serving):
        return
    what = "kryterium miejsc pracy nie daje więcej punktów ponad wymagane minimum (zasada S4)"
    yield Flaw(serving[0][0], what, "dodaj próg z większą liczbą punktów")


def _locality_flaws(
    serving: list[tuple[tuple[str | int, ...], Criterion]], catalogue: Catalogue
) -> Iterator[Flaw]:
    """Rule S5: a preference for localities with fewer than 5 000 inhabitants."""
    if not serving:
        what = "zakres infrastruktury nie preferuje miejscowości poniżej 5000 mieszkańców (S5)"
        yield Flaw(("criteria",), what, "dopisz kryterium z serves: [small_locality]")
        return
    if any(_cuts(criterion, catalogue) for _, criterion in serving):
        return
    what = "kryterium małych miejscowości nie daje więcej punktów poniżej 5000 mieszkańców (S5)"
    write = "np. condition: {fact: locality_population, below: 5000}"
    yield Flaw(serving[0][0], what, write)


def _cuts(criterion: Criterion, catalogue: Catalogue) -> bool:
    """Try the criterion on 4999 and on 5000 inhabitants."""
    parts: tuple[Simple, ...] | tuple[Criterion, ...]
    parts = criterion.parts if isinstance(criterion, Parts) else (criterion,)
    for part in parts:
        alone = part.model_copy(update={"applies_to": None, "when": None})
        for fact in alone.facts_of_kind():
            if catalogue[fact].type not in _COUNTS:
                continue
            below = alone.score(Case({fact: SMALL_LOCALITY - 1})).points
            at = alone.score(Case({fact: SMALL_LOCALITY})).points
            if below is not None and at is not None and below > at:
                return True
    return False
