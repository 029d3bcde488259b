"""What must hold between the values of an application, and between applications."""

from intake.rows import Columns, Line
from reading.problems import Level
from scoring import polish
from scoring.call import Call

_TOO_MUCH: tuple[tuple[str, str, Level], ...] = (
    ("requested", "total_cost", "error"),
    ("eligible_cost", "total_cost", "error"),
    # An applicant may really ask for more than 100 % of the eligible costs (rule A12), and a lump
    # sum has none: the register is right, so the row stays, and the office is told.
    ("requested", "eligible_cost", "warning"),
)
"""Pairs of amounts of which the first may not exceed the second."""

_CHECK_BOTH = "sprawdź obie kwoty we wniosku i popraw"
_CATEGORIES = (
    "general_cost",
    "transport_cost",
    "used_equipment_cost",
    "employment_cost",
    "in_kind_contribution",
    "partner_search_cost",
)
"""Costs that are a part of the eligible costs."""


def check_amounts(columns: Columns, line: Line) -> None:
    """Tell of nothing asked for, and of amounts above the total cost or the eligible costs."""
    if line.facts.get("requested") == 0:
        what = f"{columns.heading('requested')} to zero"
        columns.problem(line, "requested", what, "wpisz kwotę większą od zera")
    for small, large, level in _TOO_MUCH:
        if small in line.facts and large in line.facts and line.facts[small] > line.facts[large]:
            amounts = [polish.money(line.facts[name]) for name in (small, large)]
            what = (
                f"{columns.heading(small)} ({amounts[0]}) to więcej niż "
                f"{columns.heading(large)} ({amounts[1]})"
            )
            columns.problem(line, small, what, _CHECK_BOTH, level)
    _check_categories(columns, line)


def _check_categories(columns: Columns, line: Line) -> None:
    """Tell of a part of the eligible costs, or of all parts together, above the whole."""
    eligible = line.facts.get("eligible_cost")
    parts = {one: line.facts[one] for one in _CATEGORIES if one in line.facts}
    if eligible is None or not parts:
        return
    whole = f"{columns.heading('eligible_cost')} ({polish.money(eligible)})"
    too_large = [one for one, amount in parts.items() if amount > eligible]
    for one in too_large:
        what = f"{columns.heading(one)} ({polish.money(parts[one])}) to więcej niż {whole}"
        columns.problem(line, one, what, _CHECK_BOTH)
    together = sum(parts.values())
    if not too_large and together > eligible:
        names = " + ".join(columns.heading(one) for one, amount in parts.items() if amount)
        what = f"{names} (razem {polish.money(together)}) to więcej niż {whole}"
        columns.problem(line, "eligible_cost", what, "sprawdź te kwoty we wniosku i popraw")


def check_receipt(columns: Columns, line: Line, call: Call) -> None:
    """Warn of receipt outside the term of the call; the gate of scoring then stops the application."""
    moment = line.facts.get("submitted_at")
    if moment is None or call.opens_at <= moment <= call.closes_at:
        return
    late = moment > call.closes_at
    term = call.closes_at if late else call.opens_at
    said = "po zamknięciu" if late else "przed otwarciem"
    what = f"wniosek złożono {polish.moment(moment)}, {said} naboru ({polish.moment(term)})"
    write = "sprawdź datę i godzinę; jeśli są dobre, wniosek nie przejdzie oceny warunków"
    columns.problem(line, "submitted_at", what, write, "warning")


class CaseNumbers:
    """The case numbers so far, each with its row."""

    def __init__(self) -> None:
        """Start with none."""
        self._rows: dict[str, int] = {}

    def earlier(self, number: str, row: int) -> int | None:
        """Return the row that has this number already; remember it otherwise."""
        first = self._rows.setdefault(number.casefold(), row)
        return None if first == row else first
