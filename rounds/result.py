"""What a finished round hands back: the decision, its version, its documents; and as rows."""

from dataclasses import dataclass

from reading.problems import Problem
from records.store import Version
from rounds.finish import Printed
from scoring import polish
from scoring.decision import Assessment, Decision
from scoring.explain import OUTCOME_NAMES

MOST_ROWS = 1000
"""How many rows a table on a screen or in an artifact shows; the documents show all."""


@dataclass(frozen=True, slots=True)
class RoundResult:
    """A finished round."""

    decision: Decision
    version: Version
    printed: Printed
    warnings: tuple[Problem, ...]

    @property
    def changed_nothing(self) -> bool:
        """Whether everything was already there as it is now."""
        return not self.version.is_new and not self.printed.is_new


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


def documents_in_markdown(printed: Printed) -> str:
    """List the documents as links that open on the machine that printed them."""
    folder = printed.folder.resolve()
    lines = [f"- [{one.name}]({(folder / one.name).as_uri()})" for one in printed.documents]
    return "\n".join([f"Dokumenty: {folder}", "", *lines])
