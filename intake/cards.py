"""Members' assessment cards: one row is what one member gave one application."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from intake.amounts import number_of
from intake.cells import yes_no_of
from intake.columns import NUMBER, NUMBER_HEADINGS
from intake.entries import Entries, Entry, case_numbers, number_of_entry, open_entries
from intake.header import normal
from intake.sheet import refused
from reading.problems import Problem, refuse_if_errors
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
CHECKERS = {"checked_1": "Sprawdzający 1", "checked_2": "Sprawdzający 2"}
"""Who checked the card, where the rules of the council ask for it."""

POINTS = "punkty"
WHY = "uzasadnienie"
"""A judged criterion has two columns: „<nazwa> – punkty” and „<nazwa> – uzasadnienie”."""

_MEMBERS = (MEMBER_HEADING, "Członek", "Imię i nazwisko członka Rady", "Oceniający", MEMBER)
_EXCLUDED = (EXCLUDED_HEADING, "Wyłączony z oceny", "Wyłączenie", EXCLUDED)
BESIDE = ("Wnioskodawca", "Tytuł operacji")
"""Columns that only help whoever fills the sheet."""

_EMPTY = "pusta komórka w wierszu z oceną"
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
    table = open_entries(
        file,
        _names(criteria),
        ((NUMBER,), (MEMBER,)),
        f"{NUMBER_HEADINGS[0]}, {MEMBER_HEADING}, {EXCLUDED_HEADING}",
        BESIDE,
    )
    table.problems += _absent(table, criteria)
    reading = _Reading(criteria, call.council.members, applications)
    for entry in table:
        reading.take(entry)
    warnings = refuse_if_errors(table.problems)
    return Cards(tuple(reading.cards), tuple(warnings))


def _names(criteria: Sequence[Judged]) -> Iterator[tuple[str, str]]:
    yield from ((name, NUMBER) for name in NUMBER_HEADINGS)
    yield from ((name, MEMBER) for name in _MEMBERS)
    yield from ((name, EXCLUDED) for name in _EXCLUDED)
    yield from ((name, key) for key, name in CHECKERS.items())
    names = column_names(criteria)
    for one in criteria:
        for name in (names[one.id], one.id):
            yield f"{name} – {POINTS}", _given(POINTS, one)
            yield f"{name} – {WHY}", _given(WHY, one)


def _given(what: str, criterion: Judged) -> str:
    """Return what a column of points, or of justifications, of a criterion holds."""
    return f"{what} {criterion.id}"


def _absent(table: Entries, criteria: Sequence[Judged]) -> Iterator[Problem]:
    """Warn of judged criteria that have no column: nobody can have given points there."""
    names = column_names(criteria)
    for one in criteria:
        if _given(POINTS, one) not in table.columns:
            what = f"brak kolumny „{names[one.id]} – {POINTS}”, więc nikt tu nie dał punktów"
            write = "dodaj ją do tabeli"
            yield table.sheet.problem(table.header.row, None, what, write, "warning")


@dataclass(slots=True)
class _Reading:
    """A sheet of cards while it is read."""

    criteria: Sequence[Judged]
    members: Sequence[str]
    applications: Sequence[Application]
    cards: list[Card] = field(default_factory=list)
    numbers: Mapping[str, str] = field(init=False)
    known: Mapping[str, str] = field(init=False)
    write: Mapping[str, str] = field(init=False)
    seen: dict[tuple[str, str], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.numbers = case_numbers(self.applications)
        self.known = {normal(one): one for one in self.members}
        self.write = {
            one.id: f"wpisz {allowed(one)}; jeśli brak oceny, zostaw puste" for one in self.criteria
        }

    def take(self, entry: Entry) -> None:
        """Take one row; one without a member and without any value is blank."""
        if not entry.known.keys() - {NUMBER}:
            return
        if not self.applications:
            what = "są karty oceny, a w rejestrze nie ma żadnego wniosku"
            file = Path(entry.table.sheet.file)
            raise refused(file, what, "uzupełnij rejestr albo usuń karty")
        number = number_of_entry(entry, self.numbers, _EMPTY)
        member = self._member(entry)
        excluded = bool(entry.read(EXCLUDED, yes_no_of, "wpisz tak albo nie"))
        whose = "" if number is None or member is None else f"karta: {member}, wniosek {number}: "
        points = {
            one.id: value
            for one in self.criteria
            if (value := self._points(entry, one, whose)) is not None
        }
        why = {
            one.id: entry.text(_given(WHY, one)) or ""
            for one in self.criteria
            if _given(WHY, one) in entry.known
        }
        if number is None or member is None or self._twice(entry, number, member):
            return
        if excluded and points:
            what = f"karta ma punkty, a {member} nie bierze udziału w ocenie (wyłączenie); pominięto je"
            entry.problem(EXCLUDED, what, "usuń punkty albo popraw wyłączenie", "warning")
            points = {}
        checkers = (entry.text(key) for key in CHECKERS)
        checked_by = tuple(dict.fromkeys(name for name in checkers if name is not None))
        self.cards.append(Card(member, number, points, why, excluded, checked_by))

    def _member(self, entry: Entry) -> str | None:
        """Read the member as the call writes it; any name is good where the call names none."""
        if MEMBER not in entry.known:
            entry.problem(MEMBER, _EMPTY, "wpisz imię i nazwisko członka Rady")
        if not self.known:
            return entry.text(MEMBER)
        return entry.one_of(MEMBER, self.known, "nie ma wśród członków Rady")

    def _points(self, entry: Entry, one: Judged, whose: str) -> Points | None:
        write = self.write[one.id]
        value = entry.read(_given(POINTS, one), number_of, write)
        if value is None or (points := exact(value)) in one.allowed:
            return None if value is None else points
        what = f"{whose}{polish.points(points)} jest poza skalą kryterium „{one.name}”"
        entry.problem(_given(POINTS, one), what, write)
        return None

    def _twice(self, entry: Entry, number: str, member: str) -> bool:
        first = self.seen.setdefault((normal(number), normal(member)), entry.row)
        if first == entry.row:
            return False
        what = f"{member} ma już kartę wniosku {number} w wierszu {first}"
        entry.problem(MEMBER, what, "zostaw jeden wiersz")
        return True


def allowed(criterion: Judged) -> str:
    """Say which points a member may give: „0, 5” or „od 0 do 10 co 0,5”."""
    values = criterion.allowed
    if criterion.scale is not None or len(values) <= _FEW:
        return "jedną z wartości: " + "; ".join(polish.points(one) for one in values)
    low, high, step = values[0], values[-1], exact(values[1] - values[0])
    return f"od {polish.points(low)} do {polish.points(high)} co {polish.points(step)}"
