"""The beginning of the minutes: when and where, who was there, both calculators, who keeps them."""

from collections.abc import Iterator

from scoring import polish
from scoring.call import Call
from scoring.council.attendance import FORM_NAMES, Part
from scoring.council.counting import CheckedVote
from scoring.council.member import SECTOR_NAMES, SECTORS, Member
from scoring.council.movements import Movement, away_from, movements
from scoring.council.parity import Group
from scoring.council.sitting import HeldSitting
from scoring.value import Value
from templates.base.ballot import place
from templates.base.calculator import Calculator, calculator
from templates.base.person import (
    CAME,
    LEFT,
    agreeing,
    agrees,
    by_alphabet,
    listed,
    people,
    signed,
    were_present,
    worded,
)

ORDINALS = ("pierwsza", "druga", "trzecia", "czwarta", "piąta", "szósta", "siódma")
"""How the parts of a sitting are called."""


class Attendance(Value):
    """A part of the sitting: who was there when it was opened, who came and left, the calculators."""

    title: str | None
    opened: str
    sectors: tuple[tuple[str, str], ...]
    movements: tuple[str, ...]
    calculator: Calculator


def held_when(held: HeldSitting) -> tuple[str, ...]:
    """Say when, where and how each part of the sitting was held."""
    said = [
        f"{polish.day(one.opened_at.date())}, w godz. {one.opened_at:%H:%M}–{one.closed_at:%H:%M}, "
        f"{one.place} (posiedzenie: {FORM_NAMES[one.form]})"
        for one in held.sitting.parts
    ]
    if len(said) == 1:
        return (f"Posiedzenie odbyło się {said[0]}.",)
    named = (f"część {name}: {one};" for name, one in zip(ORDINALS, said, strict=False))
    parts = list(named)
    count = polish.plural(len(said), "części", "częściach", "częściach")
    return f"Posiedzenie odbyło się w {count}:", *parts[:-1], f"{parts[-1][:-1]}."


def chaired(held: HeldSitting) -> str:
    """Say who led the sitting, and in which function."""
    chair = held.council.find(held.sitting.chair)
    verb = worded(chair, "przewodniczyła", "przewodniczył", "przewodniczy")
    function = "" if chair is None or chair.function is None else f" ({chair.function})"
    return f"Posiedzeniu {verb} {held.sitting.chair}{function}."


def led(held: HeldSitting) -> str:
    """Say who led the sitting, and which votes somebody else led."""
    sitting = held.sitting
    said = [chaired(held)]
    others: dict[str, list[str]] = {}
    for one in held.votes:
        if one.vote.led_by not in (None, sitting.chair):
            others.setdefault(str(one.vote.led_by), []).append(str(place(held, one)))
    for name, numbers in others.items():
        verb = worded(held.council.find(name), "prowadziła", "prowadził", "prowadzi")
        noun = "Głosowanie" if len(numbers) == 1 else "Głosowania"
        said.append(f"{noun} nr {listed(numbers)} {verb} {name}.")
    return " ".join(said)


def attendance(held: HeldSitting) -> tuple[Attendance, ...]:
    """Go through the parts of the sitting: who was there, who came and who left."""
    parts = held.sitting.parts
    return tuple(
        _part(held, one, ORDINALS[count] if len(parts) > 1 else None)
        for count, one in enumerate(parts)
    )


def _part(held: HeldSitting, part: Part, name: str | None) -> Attendance:
    present = held.chamber.present(part.opened_at)
    day = polish.day(part.opened_at.date())
    return Attendance(
        title=None if name is None else f"Część {name}, {day}",
        opened=_quorum(held, part, len(present)),
        sectors=tuple(_by_sector(present)),
        movements=tuple(_movements(held, part)),
        calculator=calculator(present, held.chamber),
    )


def _quorum(held: HeldSitting, part: Part, present: int) -> str:
    """Compare those present with the quorum: „x z y = z %” against the paragraph."""
    quorum = held.council.rules.quorum
    of = len(held.chamber.composition(part.opened_at))
    if of == 0:
        return "W dniu posiedzenia nie trwała kadencja żadnego członka Rady."
    least = quorum.least(of)
    share = polish.percent(Group("", present, of).percent)
    enough = quorum.reached(present, of)
    said = "kworum było" if enough else "kworum nie było: nie można było podjąć uchwał"
    return (
        f"W skład Rady {agrees(of, 'wchodzi', 'wchodzą')} {people(of)}. Przy otwarciu o "
        f"godz. {part.opened_at:%H:%M} {were_present(present)} ({present} z {of} = {share}). "
        f"Kworum wynosi co najmniej {least} ({quorum.source}), więc {said}."
    )


def _by_sector(present: list[Member]) -> Iterator[tuple[str, str]]:
    for sector in SECTORS:
        names = by_alphabet(one.name for one in present if one.sector == sector)
        if names:
            yield f"{SECTOR_NAMES[sector]} ({len(names)})", listed(names)


def _movements(held: HeldSitting, part: Part) -> Iterator[str]:
    moves = movements(part, held.sitting.presences)
    names = [one.name for one in held.chamber.composition(part.opened_at)]
    late = {name for one in moves if one.came for name in one.members}
    away = [name for name in away_from(part, names, held.sitting.presences) if name not in late]
    if away:
        yield f"Nieobecność w całej części: {listed(by_alphabet(away))}."
    for one in moves:
        yield _movement(held, one)
    if not moves:
        yield "W trakcie obrad nikt nie przybył ani nie wyszedł."


def _movement(held: HeldSitting, one: Movement) -> str:
    names = by_alphabet(one.members)
    verb = agreeing(held, names, CAME if one.came else LEFT)
    return f"O godz. {one.at:%H:%M} {verb} {listed(names)}."


def officers(held: HeldSitting) -> tuple[str, ...]:
    """Say who kept the minutes and who counted the votes."""
    committee = held.sitting.committee
    if not committee:
        return secretary(held), NO_COMMITTEE
    counted = f"Głosy liczyła komisja skrutacyjna w składzie: {listed(committee)}."
    return secretary(held), counted


NO_COMMITTEE = "Nie zapisano składu komisji skrutacyjnej."


def secretary(held: HeldSitting) -> str:
    """Say who kept the minutes."""
    name = held.sitting.secretary
    if name is None:
        return "Nie zapisano, kto był sekretarzem posiedzenia."
    title = worded(
        held.council.find(name),
        "Sekretarzem posiedzenia była",
        "Sekretarzem posiedzenia był",
        "Sekretarz posiedzenia:",
    )
    return f"{title} {name}."


def statements(held: HeldSitting, call: Call) -> tuple[str, ...]:
    """Say who signed the statement of impartiality, and what the register of ties holds."""
    names = [one.name for one in held.council.members]
    unsigned = by_alphabet(name for name in names if name not in held.council.signed)
    said = [f"{how_many_signed(held, call)} Deklaracje są załącznikiem do protokołu."]
    if unsigned:
        said.append(
            f"Deklaracji brak: {listed(unsigned)}. Kto jej nie podpisał, nie głosuje nad wyborem "
            "operacji."
        )
    ties = len(held.council.ties)
    if ties:
        entries = polish.plural(ties, "wpis", "wpisy", "wpisów")
        said.append(f"Rejestr powiązań członków Rady (załącznik) zawiera {entries}.")
    else:
        said.append("W rejestrze powiązań członków Rady (załącznik) nie ma wpisów.")
    return tuple(said)


def how_many_signed(held: HeldSitting, call: Call) -> str:
    """Count the statements of impartiality that were signed."""
    members = held.council.members
    count = sum(one.name in held.council.signed for one in members)
    return (
        f"Deklarację bezstronności i poufności w naborze nr {call.number} "
        f"{signed(count, len(members))}."
    )


def order_votes(
    held: HeldSitting,
) -> tuple[list[CheckedVote], list[CheckedVote], list[CheckedVote]]:
    """Part the votes on the order of the sitting: on officers, on the agenda, on anything else."""
    officers, agenda, other = [], [], []
    for one in held.votes:
        if one.vote.about != "order":
            continue
        subject = one.vote.subject.casefold()
        if "sekretarz" in subject or "komisj" in subject:
            officers.append(one)
        elif is_on_agenda(subject):
            agenda.append(one)
        else:
            other.append(one)
    return officers, agenda, other


def is_on_agenda(text: str) -> bool:
    """Say whether a text speaks of the agenda."""
    return "porząd" in text.casefold()
