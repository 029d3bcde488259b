"""The sitting that lies in a call's folder: read, every vote counted again, the cards that count."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from intake.cards import Cards
from intake.council import CouncilFile
from intake.sitting import SittingFile, find_sitting, read_sitting
from reading.problems import Problem, refuse_if_errors
from scoring import polish
from scoring.application import Application
from scoring.call import Call
from scoring.cards import Card
from scoring.council.assessing import counting_cards, refused_cards, unjudged
from scoring.council.sitting import HeldSitting, held
from scoring.ruleset import Ruleset


@dataclass(frozen=True, slots=True)
class ReadSitting:
    """A sitting as its file holds it, and with every vote counted again."""

    file: SittingFile
    held: HeldSitting


def read_sitting_of(
    folder: Path, council: CouncilFile | None, call: Call, applications: Sequence[Application]
) -> ReadSitting | None:
    """Read the sitting of a call; ``None`` where there is none yet, or no council.

    Raises:
        Refused: with every mistake of its file.
    """
    file = None if council is None else find_sitting(folder)
    if council is None or file is None:
        return None
    found = read_sitting(file, council.council, call.regime, applications)
    return ReadSitting(found, held(council.council, found.sitting, call.regime))


def counting(
    cards: Cards,
    sitting: HeldSitting | None,
    applications: Sequence[Application],
    ruleset: Ruleset,
    file: Path,
) -> Cards:
    """Return the cards that count: at a sitting, or all of them while there is none.

    Raises:
        Refused: somebody who was absent, had not signed or was not drawn gave points, or a card
            at a sitting lacks the points of a criterion; before a sitting that is a warning.
    """
    some = cards.cards if sitting is None else counting_cards(sitting, cards.cards)
    problems = [] if sitting is None else list(_refused(cards, sitting, file))
    problems += _unjudged(some, applications, ruleset, file, sat=sitting is not None)
    warnings = refuse_if_errors(problems)
    return Cards(tuple(some), (*cards.warnings, *warnings))


def _unjudged(
    cards: Sequence[Card],
    applications: Sequence[Application],
    ruleset: Ruleset,
    file: Path,
    *,
    sat: bool,
) -> Iterator[Problem]:
    """Tell of cards that were begun and lack the points of a criterion."""
    for card, names in unjudged(cards, applications, ruleset):
        criteria = "kryterium" if len(names) == 1 else "kryteriów:"
        listed = ", ".join(map(polish.quoted, names))
        what = f"karta: {card.member}, wniosek {card.application}: brak oceny {criteria} {listed}"
        write = "wpisz brakujące punkty; karty, której nie ma być, nie wypełniaj wcale"
        yield Problem(str(file), what, write, level="error" if sat else "warning")


def _refused(cards: Cards, sitting: HeldSitting, file: Path) -> Iterator[Problem]:
    """Tell of cards that do not count, by name; those of the excluded are only left aside."""
    for card, why in refused_cards(sitting, cards.cards):
        excluded = card.member in sitting.chamber.excluded_from(card.application)
        what = f"karta: {card.member}, wniosek {card.application}, nie liczy się: {why}"
        write = "usuń ocenę z tej karty albo popraw zapis posiedzenia"
        yield Problem(str(file), what, write, level="warning" if excluded else "error")
