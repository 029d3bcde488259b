"""What changed of the rules themselves between two decisions: criteria, minimum, ties, limit."""

from collections.abc import Iterator

from scoring import polish
from scoring.decision import Decision
from scoring.difference.changed import weightless
from scoring.numbers import exact
from scoring.points import Criterion
from scoring.read_aloud import minimum_words


def changed_rules(before: Decision, after: Decision) -> tuple[str, ...]:
    """Say in sentences what is not the same of the rules; nothing where all of them are."""
    return (*_criteria(before, after), *_whole(before, after), *_of_call(before, after))


def _criteria(before: Decision, after: Decision) -> Iterator[str]:
    old = {one.id: one for one in before.ruleset.criteria}
    new = {one.id: one for one in after.ruleset.criteria}
    for key, one in new.items():
        if key not in old:
            most = polish.with_points(one.maximum)
            yield f"Dodano kryterium {polish.quoted(one.name)} (najwięcej {most})."
        else:
            yield from _criterion(old[key], one)
    for key, one in old.items():
        if key not in new:
            most = polish.with_points(one.maximum)
            yield f"Usunięto kryterium {polish.quoted(one.name)} (najwięcej było {most})."


def _criterion(old: Criterion, new: Criterion) -> Iterator[str]:
    """Compare one criterion; other words without any bearing on points are no change."""
    name = polish.quoted(new.name)
    most = ""
    if old.maximum != new.maximum:
        was, now = polish.with_points(old.maximum), polish.with_points(new.maximum)
        most = f"; najwięcej było {was}, jest {now}"
    if weightless(old) != weightless(new):
        yield f"Zmieniono zasady kryterium {name}{most}."
    elif old.weight != new.weight:
        was, now = (polish.points(exact(one.weight)) for one in (old, new))
        yield f"Zmieniono wagę kryterium {name} z {was} na {now}{most}."


def _whole(before: Decision, after: Decision) -> Iterator[str]:
    old, new = before.ruleset, after.ruleset
    if old.highest != new.highest:
        was, now = polish.with_points(old.highest), polish.with_points(new.highest)
        yield f"Najwięcej punktów, które można uzyskać: było {was}, jest {now}."
    if old.minimum != new.minimum:
        was, now = (minimum_words(one.minimum, one.highest) for one in (old, new))
        yield f"Minimum: było {was}, jest {now}."
    if (old.ties, old.still_tied) != (new.ties, new.still_tied):
        yield "Zmieniono kolejność rozstrzygania równej liczby punktów."


def _of_call(before: Decision, after: Decision) -> Iterator[str]:
    old, new = before.call, after.call
    if old.limit.grosze != new.limit.grosze:
        was, now = polish.money(old.limit.grosze), polish.money(new.limit.grosze)
        yield f"Limit naboru: było {was}, jest {now}."
    if old.limit.policy != new.limit.policy:
        yield "Zmieniono zasadę, co dzieje się na granicy limitu."
    if old.rounding != new.rounding:
        yield "Zmieniono zasadę zaokrąglania punktów."
    if old.council.cards != new.council.cards:
        yield "Zmieniono sposób łączenia kart oceny."
    if before.engine != after.engine:
        yield "Zmieniła się wersja programu, który liczy punkty."
