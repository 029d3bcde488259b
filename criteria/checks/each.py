"""What must hold for every criterion by itself: its name, its source, that it separates."""

from collections.abc import Container, Iterator, Sequence

from criteria.checks.values import values_of
from criteria.places import IDENTIFIER
from scoring import polish
from scoring.flaws import Flaw
from scoring.points import Criterion
from scoring.points.parts import Parts

Placed = tuple[int, Flaw]
"""The position of a criterion in the set, and a flaw of it."""


def flaws_of_criteria(
    criteria: Sequence[Criterion], broken: Container[int] = ()
) -> Iterator[Placed]:
    """Tell what is wrong with the criteria of a set, or of a common part.

    Of those at the positions in ``broken`` it is not asked whether they separate anybody.
    """
    seen: set[str] = set()
    for position, criterion in enumerate(criteria):
        yield from ((position, flaw) for flaw in _id_flaws(criterion, seen))
        yield from ((position, flaw) for flaw in _own_flaws(criterion))
        if position not in broken:
            yield from ((position, flaw) for flaw in _separation_flaws(criterion))
        if isinstance(criterion, Parts):
            for place, part in enumerate(criterion.parts):
                flaws = [*_id_flaws(part, seen), *_gap_flaws(part)]
                yield from ((position, flaw.under("parts", place)) for flaw in flaws)


def _own_flaws(criterion: Criterion) -> Iterator[Flaw]:
    if not (criterion.source or "").strip():
        what = f"kryterium „{criterion.id}” nie podaje źródła"
        yield Flaw((), what, "dopisz „source”: dokument, załącznik, numer kryterium albo strona")
    yield from _gap_flaws(criterion)


def _id_flaws(criterion: Criterion, seen: set[str]) -> Iterator[Flaw]:
    if not IDENTIFIER.fullmatch(criterion.id):
        what = f"„{criterion.id}” nie nadaje się na id kryterium"
        yield Flaw(("id",), what, "wpisz małe litery bez polskich znaków, cyfry i _")
    if criterion.id in seen:
        what = f"id „{criterion.id}” ma już inne kryterium albo jego część"
        yield Flaw(("id",), what, "nadaj każdemu inne id")
    seen.add(criterion.id)


def _gap_flaws(criterion: Criterion) -> Iterator[Flaw]:
    if criterion.gap is not None:
        yield gap_flaw(("gap",), criterion.gap)


def gap_flaw(path: tuple[str | int, ...], gap: str) -> Flaw:
    """Note what the published source leaves open."""
    what = f"luka w źródle: {gap.strip()}"
    return Flaw(path, what, "uzupełnij, gdy będzie znany dokument", "note")


def _separation_flaws(criterion: Criterion) -> Iterator[Flaw]:
    values = values_of(criterion)
    if len(values) == 1:
        points = polish.with_points(next(iter(values)))
        what = f"„{criterion.id}” nikogo nie różnicuje: każdy dostanie {points}"
        yield Flaw((), what, "popraw punkty albo usuń kryterium")
