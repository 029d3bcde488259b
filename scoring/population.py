"""How many people live in a locality: each number with its day and source, and what they decide.

The preference for localities below 5 000 inhabitants (rule S5) may turn with the source: the same
town has more by one count and fewer by another. All numbers are kept as evidence; the one of the
call's reference day is taken. A locality is not its gmina.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, cast

from scoring import polish
from scoring.call import Call, Regime

if TYPE_CHECKING:
    from scoring.application import Application

SMALL_LOCALITY = 5000
"""A locality with fewer inhabitants than this is preferred (programme text, rule S5)."""

FACT = "locality_population"
"""The fact that criteria read."""

REFERENCE_DAYS: dict[Regime, date] = {
    "2015": date(2013, 12, 31),
    "2019": date(2013, 12, 31),
    "2023": date(2020, 12, 31),
}
"""The day whose number holds: 31.12.2013 under PROW 2014-2020, 31.12.2020 under LSR 2023-2027."""


@dataclass(frozen=True, slots=True)
class Population:
    """A number of inhabitants of one locality, the day on which it was so, and who says it."""

    inhabitants: int
    on: date
    source: str

    def __post_init__(self) -> None:
        """Refuse a number below zero."""
        if self.inhabitants < 0:
            raise ValueError(f"{self.inhabitants} inhabitants")


def in_order(populations: Iterable[Population]) -> tuple[Population, ...]:
    """Return the numbers by day, source and size: the order of rows in a file never matters."""
    return tuple(sorted(populations, key=lambda one: (one.on, one.source, one.inhabitants)))


def reference_day(call: Call) -> date:
    """Return the day whose number holds in a call: what it says itself, or that of its regime."""
    return call.population_on or REFERENCE_DAYS[call.regime]


def of_day(populations: Iterable[Population], on: date) -> Population | None:
    """Return the number of a day.

    Unknown (``None``) where no source has that day, or where two sources disagree about it.
    """
    found = [one for one in in_order(populations) if one.on == on]
    return found[0] if len({one.inhabitants for one in found}) == 1 else None


def depends_on_source(populations: Iterable[Population], threshold: int = SMALL_LOCALITY) -> bool:
    """Say whether the locality is below the threshold by one source and not by another."""
    return len({one.inhabitants < threshold for one in populations}) > 1


def numbers(populations: Iterable[Population]) -> str:
    """Write the numbers: ``6 044 mieszkańców (31.12.2013, GUS), 4 956 (31.12.2020, GUS)``."""
    said: list[str] = []
    for one in in_order(populations):
        people = polish.plural(one.inhabitants, "mieszkaniec", "mieszkańców", "mieszkańców")
        shown = polish.number(one.inhabitants) if said else people
        said.append(f"{shown} {_origin(one)}")
    return ", ".join(said)


def statement(
    locality: str,
    populations: Sequence[Population],
    accepted: int | None,
    day: date,
    threshold: int = SMALL_LOCALITY,
) -> str:
    """Say for the assessment sheet what the sources say, whether it matters, and what was taken.

    ``accepted`` is the number that the application was scored by, ``day`` the reference day.
    """
    limit = polish.number(threshold)
    if depends_on_source(populations, threshold):
        verdict = f"próg {limit} zależy od źródła"
    elif populations[0].inhabitants < threshold:
        verdict = f"poniżej progu {limit}"
    else:
        verdict = f"nie mniej niż próg {limit}"
    return f"{locality}: {numbers(populations)}: {verdict}; {_taken(populations, accepted, day)}."


def evidence(application: "Application", call: Call, threshold: int = SMALL_LOCALITY) -> str | None:
    """Return the sentence of :func:`statement` for one application; nothing where no file has it."""
    if not application.populations:
        return None
    locality = cast("str", application.facts.get("locality", "Miejscowość"))
    accepted = cast("int | None", application.facts.get(FACT))
    day = reference_day(call)
    return statement(locality, application.populations, accepted, day, threshold)


def _taken(populations: Sequence[Population], accepted: int | None, day: date) -> str:
    if accepted is None:
        disagree = any(one.on == day for one in populations)
        why = "źródła podają różne" if disagree else "nie podaje jej żadne źródło"
        return f"nie przyjęto żadnej liczby, bo na {_short(day)} {why}"
    same = [one for one in in_order(populations) if one.inhabitants == accepted]
    origin = next((one for one in same if one.on == day), same[0] if same else None)
    return f"przyjęto {polish.number(accepted)} " + (
        "(z rejestru, bez daty i źródła)" if origin is None else _origin(origin)
    )


def _origin(one: Population) -> str:
    return f"({_short(one.on)}, {one.source})"


def _short(day: date) -> str:
    return f"{day.day}.{day.month:02}.{day.year}"
