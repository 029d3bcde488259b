"""What of the council may be published: who was excluded from which operation, and of whom it is told.

Art. 21 sec. 5 of the act (wording of 2015 and 2019) asks to publish the minutes with the exclusions
and the operations they concern. Whoever acts in the council for the public sector holds a public
function and is named there; of the others the sector is told, and how many. The wording of 2023
does not ask for it, so there nobody is named. Reasons are never published, for they may tell of
families and of work.
"""

from collections import Counter
from collections.abc import Iterator

from scoring import polish
from scoring.call import Regime
from scoring.council.member import SECTOR_NAMES, SECTORS, Member, Sector
from scoring.council.sitting import HeldSitting
from scoring.decision import Assessment, Decision, Outcome
from templates.base.person import by_alphabet


def listed_in(decision: Decision) -> list[Assessment]:
    """Tell the operations that the council dealt with, by case number."""
    some = [one for one in decision.assessments if one.outcome is not Outcome.WITHDRAWN]
    return sorted(some, key=lambda one: polish.natural(one.application.number))


def excluded_from(held: HeldSitting, number: str) -> Iterator[str]:
    """Tell who was excluded from an operation: names where they may be told, else sectors."""
    names = by_alphabet(held.chamber.excluded_from(number))
    members = [one for one in map(held.council.find, names) if one is not None]
    yield from (
        f"{one.name} ({SECTOR_NAMES[one.sector]})"
        for one in members
        if _named(one, held.chamber.regime)
    )
    others: Counter[Sector] = Counter(
        one.sector for one in members if not _named(one, held.chamber.regime)
    )
    for sector in SECTORS:
        if others[sector]:
            count = polish.plural(others[sector], "członek", "członków", "członków")
            yield f"{count} Rady ({SECTOR_NAMES[sector]})"


def who_is_named(regime: Regime) -> str:
    """Say of whom the name is told, and where the reasons are."""
    kept = "Powody wyłączeń są w protokole, który przechowuje biuro LGD."
    if regime == "2023":
        return f"Wyłączonych podaje się według sektora, bez nazwisk. {kept}"
    return (
        "Z imienia i nazwiska podaje się osoby działające w Radzie za sektor publiczny, "
        f"pozostałe – według sektora. {kept}"
    )


def _named(one: Member, regime: Regime) -> bool:
    return one.sector == "public" and regime != "2023"
