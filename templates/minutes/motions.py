"""The formal motions of a sitting: who moved what, when, and what became of it."""

from scoring import polish
from scoring.council.counting import CheckedVote
from scoring.council.member import SECTOR_NAMES, Member
from scoring.council.motion import Fate, Motion
from scoring.council.sitting import HeldSitting
from scoring.value import Value
from templates.base.ballot import moment, place, result
from templates.base.frame import Variant
from templates.base.person import worded
from templates.minutes.opening import ORDINALS, is_on_agenda, order_votes

VOTED = {
    "carried": "Wniosek przyjęto w głosowaniu nr {number}.",
    "lost": "Wniosku nie przyjęto w głosowaniu nr {number}.",
    "void": "Głosowanie nr {number} jest nieważne, więc wniosku nie rozstrzygnięto.",
}
"""What became of a motion that was voted on."""

UNVOTED: dict[Fate, str] = {
    "adopted": "Wniosek przyjęto przez aklamację, bez głosowania.",
    "rejected": "Wniosek odrzucono bez głosowania.",
    "withdrawn": "Wniosek wycofała osoba, która go zgłosiła.",
    "left": "Wniosek pozostawiono bez biegu.",
}
"""What became of a motion without a vote."""


class Moved(Value):
    """A motion: its number, who moved it and when, what became of it."""

    name: str
    moved: str
    result: str


class Motions(Value):
    """The motions by the section of the minutes in which they stand: that of the vote on each."""

    officers: tuple[Moved, ...] = ()
    agenda: tuple[Moved, ...] = ()
    exclusions: tuple[Moved, ...] = ()
    other: tuple[Moved, ...] = ()


def motions(held: HeldSitting, variant: Variant) -> Motions:
    """Return the motions, numbered as they were recorded; published ones without words and names."""
    found: dict[str, list[Moved]] = {name: [] for name in Motions.model_fields}
    for number, one in enumerate(held.sitting.motions, start=1):
        moved = Moved(
            name=f"Wniosek formalny nr {number}.",
            moved=_moved(held, one, variant),
            result=_result(held, one),
        )
        found[_section(held, one)].append(moved)
    return Motions(**{name: tuple(some) for name, some in found.items()})


def _section(held: HeldSitting, one: Motion) -> str:
    """Tell the section of a motion; one without a vote on it stands by what it is about."""
    vote = held.on_motion(one)
    if vote is None:
        return "agenda" if is_on_agenda(one.text) else "other"
    officers, agenda, _ = order_votes(held)
    if vote.vote.about == "exclusion":
        return "exclusions"
    sections = {"officers": officers, "agenda": agenda}
    return next((name for name, some in sections.items() if _holds(some, vote)), "other")


def _holds(some: list[CheckedVote], vote: CheckedVote) -> bool:
    return any(one is vote for one in some)


def _moved(held: HeldSitting, one: Motion, variant: Variant) -> str:
    member = held.council.find(one.moved_by)
    when = _when(held, one)
    if variant == "public":
        sector = None if member is None else SECTOR_NAMES[member.sector]
        who = "osoba spoza Rady" if member is None else "członek Rady"
        return f"Zgłoszenie: {who}{_aside(sector, when)}."
    stop = "" if one.text.endswith((".", "!", "?")) else "."
    return f"{_by(member, one)}{_aside(when)}: {polish.quoted(one.text)}{stop}"


def _by(member: Member | None, one: Motion) -> str:
    if member is None:
        return f"Zgłosiła osoba spoza Rady: {one.moved_by}"
    return f"{worded(member, 'Zgłosiła', 'Zgłosił', 'Zgłoszenie:')} {one.moved_by}"


def _aside(*some: str | None) -> str:
    """Put what is known in brackets."""
    said = "; ".join(one for one in some if one)
    return f" ({said})" if said else ""


def _when(held: HeldSitting, one: Motion) -> str | None:
    if one.at is not None:
        return moment(held, one.at)
    return None if one.part is None else f"część {ORDINALS[one.part - 1]}"


def _result(held: HeldSitting, one: Motion) -> str:
    """Say what became of a motion: by the count of the vote, or as it was recorded."""
    vote = held.on_motion(one)
    if vote is not None:
        return VOTED[result(vote)].format(number=place(held, vote))
    return UNVOTED[one.fate or "left"]
