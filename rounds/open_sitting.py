"""Opening a sitting: the call, its register and cards, the council, and every vote counted again."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from criteria.places import SETS
from intake.cards import Cards, read_cards
from intake.council import COUNCIL, CouncilFile, find_council, of_council, read_council
from intake.register import Register, read_register
from intake.sitting import SITTING, SittingFile, find_sitting, read_sitting
from reading.problems import Problem, Refused, refuse_if_errors
from rounds.open_call import PreparedCall, prepare_call
from scoring import polish
from scoring.council.assessing import counting_cards, refused_cards
from scoring.council.sitting import HeldSitting, held


@dataclass(frozen=True, slots=True)
class PreparedSitting:
    """A call with its council and register: what the form of a sitting is made from."""

    prepared: PreparedCall
    council: CouncilFile
    register: Register

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What the office should look at, though it stops nothing."""
        return (*self.prepared.warnings, *self.council.warnings, *self.register.warnings)


@dataclass(frozen=True, slots=True)
class OpenedSitting:
    """A sitting with everything it was about. ``cards`` are those that count."""

    before: PreparedSitting
    file: SittingFile
    cards: Cards
    held: HeldSitting

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What the office should look at, though it stops nothing."""
        return (*self.before.warnings, *self.cards.warnings, *self.file.warnings)

    @property
    def numbers(self) -> list[str]:
        """The case numbers that are assessed: those not withdrawn."""
        given = (one for one in self.before.register.applications if not one.withdrawn)
        return sorted((one.number for one in given), key=polish.natural)


def with_members(prepared: PreparedCall) -> PreparedCall:
    """Return a call with the members of its council's file, where it has one.

    Raises:
        Refused: with every mistake of the council's file.
    """
    file = find_council(prepared.folder)
    if file is None:
        return prepared
    council = read_council(file, prepared.call)
    call = of_council(prepared.call, council.council)
    return replace(prepared, call=call, warnings=(*prepared.warnings, *council.warnings))


def prepare_sitting(folder: Path, criteria_root: Path = SETS) -> PreparedSitting:
    """Read a call, its council and its register.

    Raises:
        Refused: with every mistake found, or because there is no council's file.
    """
    prepared = prepare_call(folder, criteria_root)
    file = find_council(folder)
    if file is None:
        what = f"nie ma pliku Rady ({' albo '.join(COUNCIL)}) w folderze naboru ani wyżej"
        raise Refused([Problem(str(folder), what, "formularz zapisze „nabor council-template”")])
    council = read_council(file, prepared.call)
    prepared = replace(prepared, call=of_council(prepared.call, council.council))
    table = prepared.call_file.needed_register()
    register = read_register(table, prepared.call, prepared.ruleset, prepared.programme)
    return PreparedSitting(prepared, council, register)


def open_sitting(folder: Path, criteria_root: Path = SETS) -> OpenedSitting:
    """Read the sitting of a call, and count every vote again.

    Raises:
        Refused: with every mistake found; nothing is taken in by halves.
    """
    before = prepare_sitting(folder, criteria_root)
    prepared, council = before.prepared, before.council.council
    call, applications = prepared.call, before.register.applications
    file = find_sitting(folder)
    if file is None:
        what = f"w folderze naboru nie ma posiedzenia ({' albo '.join(SITTING)})"
        raise Refused([Problem(str(folder), what, "formularz zapisze „nabor sitting-template”")])
    found = read_sitting(file, council, call.regime, applications)
    counted = held(council, found.sitting, call.regime)
    cards = Cards(cards=(), warnings=())
    table = prepared.call_file.cards
    if table is not None:
        read = read_cards(table, call, prepared.ruleset, applications)
        warnings = refuse_if_errors(_refused(read, counted, table))
        cards = Cards(counting_cards(counted, read.cards), (*read.warnings, *warnings))
    return OpenedSitting(before, found, cards, counted)


def _refused(cards: Cards, counted: HeldSitting, file: Path) -> Iterator[Problem]:
    """Tell of cards that do not count, by name; those of the excluded are only left aside."""
    for card, why in refused_cards(counted, cards.cards):
        excluded = card.member in counted.chamber.excluded_from(card.application)
        what = f"karta: {card.member}, wniosek {card.application}, nie liczy się: {why}"
        write = "usuń punkty z tej karty albo popraw zapis posiedzenia"
        yield Problem(str(file), what, write, level="warning" if excluded else "error")
