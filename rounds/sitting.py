"""The sitting that lies in a call's folder: read, every vote counted again, the cards that count."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from intake.cards import Cards
from intake.council import CouncilFile
from intake.sitting import SittingFile, find_sitting, read_sitting
from reading.problems import Problem, refuse_if_errors
from scoring.application import Application
from scoring.call import Call
from scoring.council.assessing import counting_cards, refused_cards
from scoring.council.sitting import HeldSitting, held


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


def counting(cards: Cards, sitting: HeldSitting, file: Path) -> Cards:
    """Return the cards that count at a sitting.

    Raises:
        Refused: somebody who was absent, had not signed or was not drawn gave points.
    """
    warnings = refuse_if_errors(_refused(cards, sitting, file))
    return Cards(counting_cards(sitting, cards.cards), (*cards.warnings, *warnings))


def _refused(cards: Cards, sitting: HeldSitting, file: Path) -> Iterator[Problem]:
    """Tell of cards that do not count, by name; those of the excluded are only left aside."""
    for card, why in refused_cards(sitting, cards.cards):
        excluded = card.member in sitting.chamber.excluded_from(card.application)
        what = f"karta: {card.member}, wniosek {card.application}, nie liczy się: {why}"
        write = "usuń punkty z tej karty albo popraw zapis posiedzenia"
        yield Problem(str(file), what, write, level="warning" if excluded else "error")
