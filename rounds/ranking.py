"""The ranking as rows of text: for the screen and for Prefect's artifact."""

from scoring import polish
from scoring.decision import Assessment, Decision
from scoring.explain import OUTCOME_NAMES

MOST_ROWS = 1000
"""How many rows a table on a screen or in an artifact shows; the documents show all."""


COLUMNS = ("Miejsce", "Znak sprawy", "Wnioskodawca", "Punkty", "Kwota", "Wynik")
"""The columns of the ranking on the screen and in Prefect's artifact."""


def ranking_rows(decision: Decision) -> list[tuple[str, ...]]:
    """Return the ranking as it is shown, a row an application, in the order of the list."""
    return [_row(one) for one in decision.assessments[:MOST_ROWS]]


def _row(one: Assessment) -> tuple[str, ...]:
    requested = one.application.requested
    return (
        "–" if one.rank is None else str(one.rank),
        one.application.number,
        one.application.applicant,
        "–" if one.points is None else polish.points(one.points),
        "–" if requested is None else polish.money(requested),
        OUTCOME_NAMES[one.outcome],
    )


def money_line(decision: Decision) -> str:
    """Say in one sentence what the limit is and what is left of it."""
    limit = polish.money(decision.call.limit.grosze)
    granted, left = polish.money(decision.granted), polish.money(decision.left)
    return f"Limit {limit}, w limicie {granted}, pozostało {left}."
