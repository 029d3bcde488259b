"""The blank assessment cards of a call as plain data, one an application (document 8 of an office).

What is known is filled in: the application, what it brings to the indicators of the LSR, the criteria
with their allowed points. A member fills in what the council judges; the rest follows from the
register, and a card says so, that nobody judges what is counted.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from scoring import polish
from scoring.application import Application
from scoring.call import Call
from scoring.council.rules import CardCheck
from scoring.facts import Catalogue
from scoring.points import Criterion
from scoring.points.judged import Judged
from scoring.points.parts import Parts
from scoring.ruleset import Ruleset
from scoring.value import Value
from templates.base.entry import NONE, UNKNOWN, money
from templates.base.frame import Frame, frame_of_call
from templates.base.indicator import Planned, planned, why_none

TITLE = "Karta oceny operacji według lokalnych kryteriów wyboru"
BLANK = "……………………………………"
SHOWN = 11
"""Of a longer table of points the card tells only how long it is; the criteria hold it whole."""


@dataclass(frozen=True, slots=True)
class CardsOf:
    """What blank cards are made from; ``check`` is the rule by which others check every card."""

    call: Call
    ruleset: Ruleset
    applications: tuple[Application, ...]
    check: CardCheck | None = None

    @property
    def judged(self) -> tuple[Judged, ...]:
        """What the members judge."""
        return tuple(part for one in self.ruleset.criteria for part in judged_in(one))


class Row(Value):
    """A criterion. ``blanks``: what a member gives points for; without any it is counted."""

    name: str
    description: str | None
    scale: tuple[tuple[str, str], ...]
    possible: str
    weight: str
    evidence: str
    blanks: tuple[str, ...]


class Card(Value):
    """The card of one application."""

    number: str
    about: tuple[tuple[str, str], ...]
    indicators: tuple[Planned, ...]


class View(Value):
    """Everything on the cards; the criteria are the same on each."""

    frame: Frame
    cards: tuple[Card, ...]
    no_indicators: str
    rows: tuple[Row, ...]
    maximum: str
    note: str
    signatures: tuple[str, ...]


def view(made_from: CardsOf) -> View:
    """Return the blank cards of a call, by case number; a withdrawn application needs none."""
    call, ruleset = made_from.call, made_from.ruleset
    ordered = sorted(made_from.applications, key=lambda one: polish.natural(one.number))
    return View(
        frame=frame_of_call(call, ruleset, TITLE),
        cards=tuple(_card(call, one) for one in ordered if not one.withdrawn),
        no_indicators=why_none(call),
        rows=tuple(_row(one, ruleset.catalogue) for one in ruleset.criteria),
        maximum=polish.points(ruleset.highest),
        note=(
            "Puste pole to brak oceny, nie 0 punktów. Uzasadnienie każdej oceny trafia do pisma do "
            "wnioskodawcy. Punkty wyliczane z danych wniosku dodaje biuro."
        ),
        signatures=_signatures(made_from.check),
    )


def judged_in(one: Criterion) -> tuple[Judged, ...]:
    """Return what members judge in a criterion: itself, or some of its parts."""
    parts = one.parts if isinstance(one, Parts) else (one,)
    return tuple(part for part in parts if isinstance(part, Judged))


def _card(call: Call, one: Application) -> Card:
    submitted = UNKNOWN if one.submitted_at is None else polish.moment(one.submitted_at)
    return Card(
        number=one.number,
        about=(
            ("Data i godzina złożenia", submitted),
            ("Wnioskodawca", one.applicant or UNKNOWN),
            ("Tytuł operacji", one.title or UNKNOWN),
            ("Kwota wnioskowana", money(one.requested)),
            ("Posiedzenie Rady", f"nr {BLANK} dnia {BLANK}"),
            ("Członek Rady", BLANK),
        ),
        indicators=planned(call, one),
    )


def _row(one: Criterion, catalogue: Catalogue) -> Row:
    judged = judged_in(one)
    return Row(
        name=one.name,
        description=one.description,
        scale=_scale(one, catalogue),
        possible=polish.points(one.highest),
        weight=polish.number(one.weight),
        evidence=one.evidence or NONE,
        blanks=tuple(part.name if isinstance(one, Parts) else "" for part in judged),
    )


def _scale(one: Criterion, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    rows = tuple((row.text, row.points) for row in one.rows(catalogue))
    if len(rows) <= SHOWN:
        return rows
    count = polish.plural(len(rows), "wiersz", "wiersze", "wierszy")
    return ((f"według tabeli punktów w kryteriach ({count})", ""),)


def _signatures(check: CardCheck | None) -> tuple[str, ...]:
    return ("Członek Rady", *_checkers(0 if check is None else check.persons))


def _checkers(count: int) -> Iterator[str]:
    yield from ("Kartę sprawdził(a)" for _ in range(count))
