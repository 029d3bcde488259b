"""How a document speaks of people: by their gender where it is known, and neutrally where not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scoring import polish
from scoring.council.member import Member
from scoring.council.sitting import HeldSitting


def worded(member: Member | None, feminine: str, masculine: str, neutral: str) -> str:
    """Choose the form of a verb or a title by the gender of a member."""
    gender = None if member is None else member.gender
    return {"f": feminine, "m": masculine}.get(gender or "", neutral)


def listed(names: Iterable[str]) -> str:
    """Write names one after another: „Anna, Jan i Zofia”."""
    some = list(names)
    return " i ".join((", ".join(some[:-1]), some[-1])) if len(some) > 1 else "".join(some)


def by_alphabet(names: Iterable[str]) -> list[str]:
    """Put names in the order in which lists of people are kept: by the surname."""
    return sorted(names, key=by_surname)


def by_surname(name: str) -> tuple[tuple[int, int, str], ...]:
    """Tell where a name stands in such a list."""
    return polish.alphabetical(" ".join(reversed(name.split())))


@dataclass(frozen=True, slots=True)
class Forms:
    """What is said of one woman, one man, women, people, and of people whose gender is unknown."""

    she: str
    he: str
    they_f: str
    they: str
    unknown: str


def agreeing(held: HeldSitting, names: Sequence[str], forms: Forms) -> str:
    """Choose the form that agrees with members of the council who are named."""
    some = [held.council.find(name) for name in names]
    genders = {None if one is None else one.gender for one in some}
    if None in genders or not genders:
        return forms.unknown
    if len(names) == 1:
        return forms.she if genders == {"f"} else forms.he
    return forms.they_f if genders == {"f"} else forms.they


CAME = Forms(
    she="na posiedzenie przyszła",
    he="na posiedzenie przyszedł",
    they_f="na posiedzenie przyszły",
    they="na posiedzenie przyszli",
    unknown="przyjście na posiedzenie:",
)
LEFT = Forms(
    she="posiedzenie opuściła",
    he="posiedzenie opuścił",
    they_f="posiedzenie opuściły",
    they="posiedzenie opuścili",
    unknown="wyjście z posiedzenia:",
)


def members(count: int) -> str:
    """Write a number of members of the council."""
    return polish.plural(count, "członek Rady", "członków Rady", "członków Rady")


def people(count: int) -> str:
    """Write a number of people: 1 osoba, 2 osoby, 5 osób."""
    return polish.plural(count, "osoba", "osoby", "osób")


def agrees(count: int, singular: str, plural: str) -> str:
    """Choose the verb beside a count: 1 operacja mieści się, 2 mieszczą się, 5 mieści się."""
    return plural if polish.LOCALE.plural_form(count) == "few" else singular


def were_present(count: int) -> str:
    """Say how many were there: „obecny był 1 członek Rady”, „obecnych było 5 członków Rady”."""
    if count == 0:
        return "nie był obecny żaden członek Rady"
    return f"{'obecny był' if count == 1 else 'obecnych było'} {members(count)}"


def signed(count: int, of: int) -> str:
    """Say how many of so many signed."""
    if count == 0:
        return f"nie podpisał żaden z {of} członków Rady"
    return f"{'podpisał' if count == 1 else 'podpisało'} {members(count)} (z {of})"


def chair_signs(held: HeldSitting, led_by: str | None = None) -> tuple[str, ...]:
    """Tell under which line the chair signs, or who led a vote in the chair's place."""
    name = held.sitting.chair if led_by is None else led_by
    words = _CHAIR if led_by in (None, held.sitting.chair) else _IN_PLACE
    return (f"{worded(held.council.find(name), *words)}: {name}",)


_CHAIR = (
    "Przewodnicząca posiedzenia",
    "Przewodniczący posiedzenia",
    "Przewodniczenie posiedzeniu",
)
_IN_PLACE = ("Prowadząca głosowanie", "Prowadzący głosowanie", "Prowadzenie głosowania")


def days_of(held: HeldSitting) -> str:
    """Write the days of a sitting: „1 czerwca 2022 r. i 8 czerwca 2022 r.”."""
    days = dict.fromkeys(part.opened_at.date() for part in held.sitting.parts)
    return listed(map(polish.day, days))
