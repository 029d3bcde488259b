"""What the programme demands of criteria: preferred features, jobs, small localities (S3-S5)."""

from collections.abc import Iterable, Iterator

from criteria.checks.values import values_of
from scoring.facts import Catalogue, FactType
from scoring.flaws import Flaw
from scoring.points import Criterion
from scoring.points.base import Premium
from scoring.points.case import NOBODY_JUDGED
from scoring.points.parts import Parts, Simple
from scoring.population import SMALL_LOCALITY
from scoring.rule_answer import RuleAnswer
from scoring.rule_ids import runs
from scoring.ruleset import Ruleset

PREFERRED: dict[Premium, str] = {
    "innovation": "innowacyjność",
    "environment": "środowisko lub klimat",
    "jobs": "nowe miejsca pracy",
    "local_products": "lokalne produkty rolne",
    "disadvantaged_groups": "grupy w niekorzystnej sytuacji",
}
"""The features that the programme prefers (rule S3), and how they are called."""

_COUNTS = (FactType.WHOLE, FactType.DECIMAL)


def premium_flaws(ruleset: Ruleset) -> Iterator[Flaw]:
    """Tell where a premium that the programme makes mandatory is not there."""
    if ruleset.scope_kind == "business":
        yield from _jobs_flaws(list(_serving("jobs", ruleset.criteria)))
    if ruleset.scope_kind == "infrastructure":
        serving = list(_serving("small_locality", ruleset.criteria))
        yield from _locality_flaws(serving, ruleset.catalogue)


@runs("S3")
def preferred_answer(ruleset: Ruleset) -> RuleAnswer:
    """Rule S3: the criteria reward at least one of the features that the programme prefers."""
    if ruleset.scope_kind == "cooperation":
        said = "projekty współpracy mają kryteria krajowe"
        return RuleAnswer("S3", "not_applicable", said)
    found = [
        name
        for key, name in PREFERRED.items()
        if any(True for _ in _serving(key, ruleset.criteria))
    ]
    if found:
        return RuleAnswer("S3", "met", f"kryteria premiują: {', '.join(found)}")
    said = "kryteria nie premiują żadnej z cech, które preferuje program"
    write = f"rozważ premię za: {', '.join(PREFERRED.values())} (serves: […] w pliku kryteriów)"
    return RuleAnswer("S3", "not_met", said, (Flaw(("criteria",), said, write, "warning"),))


@runs("S4")
def jobs_answer(ruleset: Ruleset) -> RuleAnswer:
    """Rule S4: a business call has a jobs criterion with extra points above the minimum."""
    if ruleset.scope_kind != "business":
        return RuleAnswer("S4", "not_applicable", "nabór nie dotyczy działalności gospodarczej")
    found = list(_jobs_flaws(list(_serving("jobs", ruleset.criteria))))
    if found:
        return RuleAnswer("S4", "not_met", found[0].what)
    return RuleAnswer("S4", "met", "kryteria premiują miejsca pracy ponad wymagane minimum")


@runs("S5")
def small_locality_answer(ruleset: Ruleset) -> RuleAnswer:
    """Rule S5: an infrastructure call prefers localities with fewer than 5 000 inhabitants."""
    if ruleset.scope_kind != "infrastructure":
        return RuleAnswer("S5", "not_applicable", "nabór nie dotyczy infrastruktury")
    serving = list(_serving("small_locality", ruleset.criteria))
    found = list(_locality_flaws(serving, ruleset.catalogue))
    if found:
        return RuleAnswer("S5", "not_met", found[0].what)
    return RuleAnswer("S5", "met", "kryteria preferują miejscowości poniżej 5000 mieszkańców")


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
            rule = alone.rule()
            below = rule({fact: SMALL_LOCALITY - 1}, NOBODY_JUDGED).points
            at = rule({fact: SMALL_LOCALITY}, NOBODY_JUDGED).points
            if below is not None and at is not None and below > at:
                return True
    return False
