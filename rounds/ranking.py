"""The ranking as rows of text: for the screen and for Prefect's artifact."""

from decimal import Decimal

from scoring import polish
from scoring.decision import Assessment, Decision, Outcome
from scoring.explain import amount_set

MOST_ROWS = 1000
"""How many rows a table on a screen or in an artifact shows; the documents show all."""


COLUMNS = ("Msc.", "Znak sprawy", "Wnioskodawca", "Punkty", "Wniosek, zł", "Wsparcie, zł", "Wynik")
"""The columns of the ranking on the screen and in Prefect's artifact."""

SHORT_NAMES = {
    Outcome.SELECTED: "wybrana",
    Outcome.SELECTED_OUTSIDE_LIMIT: "poza limitem",
    Outcome.BELOW_MINIMUM: "poniżej minimum",
    Outcome.NOT_ELIGIBLE: "nie spełnia warunków",
    Outcome.UNDECIDED: "nierozstrzygnięta",
    Outcome.WITHDRAWN: "wycofana",
}
"""How each outcome reads where there is little room."""


def ranking_rows(decision: Decision) -> list[tuple[str, ...]]:
    """Return the ranking as it is shown, a row an application, in the order of the list."""
    return [_row(one) for one in decision.assessments[:MOST_ROWS]]


def _row(one: Assessment) -> tuple[str, ...]:
    return (
        "–" if one.rank is None else str(one.rank),
        one.application.number,
        one.application.applicant,
        "–" if one.points is None else polish.points(one.points),
        _amount(one.application.requested),
        _amount(amount_set(one)),
        SHORT_NAMES[one.outcome],
    )


def _amount(grosze: int | None) -> str:
    return "–" if grosze is None else polish.number(Decimal(grosze) / 100, 2)


def money_line(decision: Decision) -> str:
    """Say in one sentence what the limit is and what is left of it."""
    limit = polish.money(decision.call.limit.grosze)
    granted, left = polish.money(decision.granted), polish.money(decision.left)
    return f"Limit {limit}, w limicie {granted}, pozostało {left}."
