"""Whether the published maximum and the minimum agree with the criteria."""

from collections.abc import Iterator
from fractions import Fraction

from criteria.checks.each import gap_flaw
from scoring import polish
from scoring.flaws import Flaw
from scoring.numbers import Points, exact
from scoring.ruleset import Ruleset


def total_flaws(ruleset: Ruleset) -> Iterator[Flaw]:
    """Tell a maximum that cannot be reached, and a minimum that makes no sense."""
    if not ruleset.criteria:
        what = "plik nie ma ani jednego kryterium"
        yield Flaw(("criteria",), what, "dopisz „criteria” albo wskaż część wspólną (builds_on)")
        return
    yield from _maximum_flaws(ruleset)
    yield from _minimum_flaws(ruleset)


def _maximum_flaws(ruleset: Ruleset) -> Iterator[Flaw]:
    if ruleset.maximum is None:
        return
    published = exact(ruleset.maximum)
    lowest = ruleset.highest - _shrinkable(ruleset)
    if lowest <= published <= ruleset.highest:
        return
    shown = polish.points(ruleset.highest)
    what = f"opublikowane maksimum {polish.points(published)}, a kryteria dają razem {shown}"
    yield Flaw(("maximum",), what, f"popraw punkty kryteriów albo wpisz maximum: {shown}")


def _shrinkable(ruleset: Ruleset) -> Points:
    """Sum what drops out of the maximum of an application that some criteria do not concern."""
    return exact(
        Fraction(
            sum(
                one.maximum
                for one in ruleset.criteria
                if one.when_not_applicable == "shrink_maximum"
            )
        )
    )


def _minimum_flaws(ruleset: Ruleset) -> Iterator[Flaw]:
    minimum = ruleset.minimum
    if minimum.unknown is not None:
        if minimum.points is None and minimum.percent is None:
            yield gap_flaw(("minimum", "unknown"), minimum.unknown)
        else:
            what = "minimum jest podane, a zarazem nieznane (unknown)"
            yield Flaw(("minimum", "unknown"), what, "zostaw jedno z nich")
        return
    if minimum.points is None and minimum.percent is None:
        write = "wpisz minimum: {points: …} albo {percent: …}, a gdy go nie ma w źródle: unknown"
        yield Flaw(("minimum",), "nie podano minimum punktowego", write)
        return
    if minimum.raise_to_step is not None and minimum.percent is None:
        what = "„raise_to_step” nic nie znaczy bez „percent”"
        yield Flaw(("minimum", "raise_to_step"), what, "usuń ten klucz albo dopisz percent")
    if minimum.raise_to_step is not None and minimum.raise_to_step <= 0:
        what = "krok, do którego podnosi się minimum, musi być większy od zera"
        yield Flaw(("minimum", "raise_to_step"), what, "np. raise_to_step: 1")
        return
    yield from _size_flaws(ruleset)


def _size_flaws(ruleset: Ruleset) -> Iterator[Flaw]:
    minimum, highest = ruleset.minimum, ruleset.highest
    shares = minimum.model_copy(update={"points": None}).required(highest)
    key = "points" if minimum.points is not None else "percent"
    required = minimum.required(highest) or 0
    if required < 0:
        yield Flaw(("minimum", key), "minimum jest mniejsze od zera", "wpisz liczbę od zera w górę")
    if required > highest:
        shown = f"minimum {polish.points(required)} jest większe od maksimum"
        what = f"{shown} {polish.points(highest)}"
        yield Flaw(("minimum", key), what, "popraw minimum albo punkty kryteriów")
    if minimum.points is not None and minimum.percent is not None and shares != required:
        share = f"{polish.percent(minimum.percent)} z {polish.points(highest)}"
        what = f"minimum {polish.points(required)} pkt nie zgadza się z {share}"
        yield Flaw(("minimum", key), what, f"{share} to {polish.points(shares or 0)} pkt")
