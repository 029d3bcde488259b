"""What can be wrong with the fact that a criterion names."""

from scoring.fact_condition import unknown_fact
from scoring.facts import NUMERIC, Catalogue
from scoring.flaws import Flaw


def numeric_fact_flaws(key: str, fact_id: str, catalogue: Catalogue) -> list[Flaw]:
    """Tell when a fact is unknown or is not a number."""
    fact = catalogue.get(fact_id)
    if fact is None:
        return [Flaw((key,), *_advice(fact_id, catalogue))]
    if fact.type not in NUMERIC:
        return [Flaw((key,), f"fakt „{fact_id}” nie jest liczbą", "wybierz fakt liczbowy")]
    return []


def fact_flaws(key: str, fact_id: str, catalogue: Catalogue) -> list[Flaw]:
    """Tell when a fact is unknown."""
    return [] if fact_id in catalogue else [Flaw((key,), *_advice(fact_id, catalogue))]


def _advice(fact_id: str, catalogue: Catalogue) -> tuple[str, str]:
    flaw = unknown_fact(fact_id, catalogue)
    return flaw.what, flaw.write
