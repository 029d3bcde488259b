"""Members' assessment cards: one row is what one member gave one application."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from intake.amounts import Unreadable, number_of, shown
from intake.cells import is_blank, text_of, yes_no_of
from intake.columns import IGNORED, NUMBER, NUMBER_HEADINGS
from intake.header import (
    Header,
    Meaning,
    header_problems,
    headings,
    meaning_of,
    normal,
    one_with_header,
)
from intake.sheet import Cell, Sheet, refused
from intake.tables import read_sheets
from reading.problems import Level, Problem, refuse_if_errors
from scoring import polish
from scoring.application import Application
from scoring.call import Call
from scoring.cards import Card
from scoring.numbers import Points, exact
from scoring.points.judged import Judged
from scoring.ruleset import Ruleset

MEMBER = "member"
EXCLUDED = "excluded"
MEMBER_HEADING = "Członek Rady"
EXCLUDED_HEADING = "Wyłączony"
POINTS = "punkty"
WHY = "uzasadnienie"
"""A judged criterion has two columns: „<nazwa> – punkty” and „<nazwa> – uzasadnienie”."""

_MEMBERS = (MEMBER_HEADING, "Członek", "Imię i nazwisko członka Rady", "Oceniający", MEMBER)
_EXCLUDED = (EXCLUDED_HEADING, "Wyłączony z oceny", "Wyłączenie", EXCLUDED)
BESIDE = ("Wnioskodawca", "Tytuł operacji")
"""Columns that only help whoever fills the sheet."""

_IGNORED = IGNORED | frozenset(map(normal, BESIDE))
_FEW = 8


@dataclass(frozen=True, slots=True)
class Cards:
    """What a sheet of cards says: the cards in the order of its rows, and what to look at."""

    cards: tuple[Card, ...]
    warnings: tuple[Problem, ...]


def judged_criteria(ruleset: Ruleset) -> list[Judged]:
    """Return the criteria that members judge, those inside ``parts`` too."""
    return [one for one in ruleset.simple() if isinstance(one, Judged)]


def column_names(criteria: Sequence[Judged]) -> dict[str, str]:
    """Return how each criterion is called in headings: by its name, or by its id where two share it."""
    names = [normal(one.name) for one in criteria]
    return {one.id: one.name if names.count(normal(one.name)) == 1 else one.id for one in criteria}


def read_cards(
    file: Path, call: Call, ruleset: Ruleset, applications: Sequence[Application]
) -> Cards:
    """Read the cards of a call. A blank cell is a value not given, never 0.

    A row where nothing stands but the case number and the member is that member's empty card.

    Raises:
        Refused: with every mistake of the file; nothing is then taken in.
    """
    criteria = judged_criteria(ruleset)
    known = headings(_names(criteria))
    sheet, header = one_with_header(
        str(file),
        read_sheets(file),
        lambda text: meaning_of(known, text),
        ((NUMBER,), (MEMBER,)),
        f"{NUMBER_HEADINGS[0]}, {MEMBER_HEADING}, {EXCLUDED_HEADING}",
    )
    problems = [*header_problems(sheet, header, _IGNORED)]
    problems += _absent(sheet, header, criteria)
    reading = _Reading(sheet, header, criteria, call.council.members, applications, problems)
    for row, cells in sheet.rows:
        reading.take(row, cells)
    warnings = refuse_if_errors(problems)
    return Cards(tuple(reading.cards), tuple(warnings))


def _names(criteria: Sequence[Judged]) -> Iterator[tuple[str, Meaning]]:
    yield from ((name, (NUMBER,)) for name in NUMBER_HEADINGS)
    yield from ((name, (MEMBER,)) for name in _MEMBERS)
    yield from ((name, (EXCLUDED,)) for name in _EXCLUDED)
    names = column_names(criteria)
    for one in criteria:
        for name in (names[one.id], one.id):
            yield f"{name} – {POINTS}", _given(POINTS, one)
            yield f"{name} – {WHY}", _given(WHY, one)


def _given(what: str, criterion: Judged) -> Meaning:
    """Return what a column of points, or of justifications, of a criterion holds."""
    return (f"{what} {criterion.id}",)


def _absent(sheet: Sheet, header: Header, criteria: Sequence[Judged]) -> Iterator[Problem]:
    """Warn of judged criteria that have no column: nobody can have given points there."""
    names = column_names(criteria)
    for one in criteria:
        if _given(POINTS, one) not in header.known:
            what = f"brak kolumny „{names[one.id]} – {POINTS}”, więc nikt tu nie dał punktów"
            yield sheet.problem(header.row, None, what, "dodaj ją do tabeli", "warning")


@dataclass(slots=True)
class _Reading:
    """A sheet of cards while it is read."""

    sheet: Sheet
    header: Header
    criteria: Sequence[Judged]
    members: Sequence[str]
    applications: Sequence[Application]
    problems: list[Problem]
    cards: list[Card] = field(default_factory=list)
    numbers: Mapping[str, str] = field(init=False)
    known: Mapping[str, str] = field(init=False)
    seen: dict[tuple[str, str], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.numbers = {normal(one.number): one.number for one in self.applications}
        self.known = {normal(one): one for one in self.members}

    def take(self, row: int, cells: list[Cell]) -> None:
        """Take one row; one without a member and without any value is blank."""
        found = {
            meaning: cells[column.position]
            for meaning, column in self.header.known.items()
            if column.position < len(cells) and not is_blank(cells[column.position])
        }
        if not found.keys() - {(NUMBER,)}:
            return
        if not self.applications:
            what = "są karty oceny, a w rejestrze nie ma żadnego wniosku"
            raise refused(Path(self.sheet.file), what, "uzupełnij rejestr albo usuń karty")
        number = self._of((NUMBER,), found, row, self.numbers, "nie ma w rejestrze wniosku")
        member = self._of((MEMBER,), found, row, self.known, "nie ma wśród członków Rady")
        excluded = self._excluded(row, found)
        points = {
            one.id: value
            for one in self.criteria
            if (value := self._points(row, found, one)) is not None
        }
        why = {
            one.id: self._text(_given(WHY, one), found, row)
            for one in self.criteria
            if _given(WHY, one) in found
        }
        if number is None or member is None or self._twice(row, number, member):
            return
        if excluded and points:
            what = f"{member} jest wyłączony(-a) z oceny, a karta ma punkty; pominięto je"
            write = "usuń punkty albo popraw wyłączenie"
            self._problem(row, (EXCLUDED,), what, write, "warning")
            points = {}
        self.cards.append(Card(member, number, points, why, excluded))

    def _of(
        self,
        meaning: Meaning,
        found: Mapping[Meaning, Cell],
        row: int,
        known: Mapping[str, str],
        unknown: str,
    ) -> str | None:
        """Read the case number or the member, as the register or the call writes it."""
        if meaning not in found:
            missing = "znak sprawy" if meaning == (NUMBER,) else "imię i nazwisko członka Rady"
            self._problem(row, meaning, "pusta komórka w wierszu z oceną", f"wpisz {missing}")
            return None
        text = self._text(meaning, found, row)
        if not text or (meaning == (MEMBER,) and not known):
            return text or None
        if normal(text) not in known:
            names = ", ".join(f"„{one}”" for one in known.values())
            write = "popraw wpis" if len(known) > _FEW else f"wpisz jedno z: {names}"
            self._problem(row, meaning, f"{unknown} {shown(text)}", write)
            return None
        return known[normal(text)]

    def _excluded(self, row: int, found: Mapping[Meaning, Cell]) -> bool:
        cell = found.get((EXCLUDED,))
        try:
            return cell is not None and yes_no_of(cell)
        except Unreadable as wrong:
            self._problem(row, (EXCLUDED,), wrong.what, "wpisz tak albo nie")
            return False

    def _points(self, row: int, found: Mapping[Meaning, Cell], one: Judged) -> Points | None:
        cell = found.get(_given(POINTS, one))
        if cell is None:
            return None
        write = f"wpisz {allowed(one)}; jeśli brak oceny, zostaw puste"
        try:
            points = exact(number_of(cell))
        except Unreadable as wrong:
            self._problem(row, _given(POINTS, one), wrong.what, write)
            return None
        if points not in one.allowed:
            what = f"{polish.points(points)} jest poza skalą kryterium „{one.name}”"
            self._problem(row, _given(POINTS, one), what, write)
            return None
        return points

    def _text(self, meaning: Meaning, found: Mapping[Meaning, Cell], row: int) -> str:
        try:
            return text_of(found[meaning])
        except Unreadable as wrong:
            self._problem(row, meaning, wrong.what, wrong.write or "wpisz tekst")
            return ""

    def _twice(self, row: int, number: str, member: str) -> bool:
        first = self.seen.setdefault((normal(number), normal(member)), row)
        if first == row:
            return False
        what = f"{member} ma już kartę wniosku {number} w wierszu {first}"
        self._problem(row, (MEMBER,), what, "zostaw jeden wiersz")
        return True

    def _problem(
        self, row: int, meaning: Meaning, what: str, write: str, level: Level = "error"
    ) -> None:
        column = self.header.known.get(meaning)
        heading = None if column is None else column.heading
        self.problems.append(self.sheet.problem(row, heading, what, write, level))


def allowed(criterion: Judged) -> str:
    """Say which points a member may give: „0, 5” or „od 0 do 10 co 0,5”."""
    values = criterion.allowed
    if criterion.scale is not None or len(values) <= _FEW:
        return "jedną z wartości: " + "; ".join(polish.points(one) for one in values)
    low, high, step = values[0], values[-1], exact(values[1] - values[0])
    return f"od {polish.points(low)} do {polish.points(high)} co {polish.points(step)}"
