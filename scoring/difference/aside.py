"""What other criteria leave aside of a call, and what they ask that nobody has answered there."""

from collections import Counter
from collections.abc import Iterator

from scoring import polish
from scoring.decision import Decision
from scoring.difference.moved import Difference
from scoring.points.judged import Judged


def notes(found: Difference) -> tuple[str, ...]:
    """Say which cards are left aside, which judgements nobody gave, which facts nobody knows."""
    return (*_left_aside(found), *_not_judged(found), *_not_known(found))


def _judged(decision: Decision) -> dict[str, Judged]:
    return {one.id: one for one in decision.ruleset.simple() if isinstance(one, Judged)}


def _given(decision: Decision) -> Counter[str]:
    """Count the points that members gave, by criterion."""
    cards = (card for card in decision.cards if not card.excluded)
    return Counter(key for card in cards for key in card.points)


def _left_aside(found: Difference) -> Iterator[str]:
    kept, given = _judged(found.after), _given(found.before)
    for key, one in _judged(found.before).items():
        if key not in kept and given[key]:
            count = polish.plural(given[key], "ocenę", "oceny", "ocen")
            yield f"Pominięto {count} członków Rady w kryterium {polish.quoted(one.name)}: projekt go nie ma."


def _not_judged(found: Difference) -> Iterator[str]:
    given = _given(found.after)
    for key, one in _judged(found.after).items():
        if not given[key]:
            yield f"Kryterium {polish.quoted(one.name)} ocenia Rada, a w tym naborze nikt go nie ocenił: punkty są nieznane."


def _not_known(found: Difference) -> Iterator[str]:
    catalogue = found.after.ruleset.catalogue
    before = set(found.before.ruleset.facts_read())
    some = [one.application for one in found.after.assessments if not one.application.withdrawn]
    for key in found.after.ruleset.facts_read():
        if some and key not in before and not any(key in one.facts for one in some):
            name = polish.quoted(catalogue.fact(key).name)
            yield f"Danych {name}, które czyta projekt, nie ma w żadnym wniosku: punkty są nieznane."
