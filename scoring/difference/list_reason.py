"""Why an application moved on the list and at the line of the limit: its place, its amount, the money."""

from collections.abc import Iterator
from dataclasses import dataclass

from scoring import polish
from scoring.aid.purse import CALL_LIMIT
from scoring.canonical import pln
from scoring.decision import Assessment
from scoring.difference.changed import plain_fact, shown
from scoring.difference.reason import Pair, Reason
from scoring.explain import claimed_by
from scoring.limit import Fit
from scoring.saying import Said


def reasons_on_the_list(pair: Pair) -> Iterator[Reason]:
    """Name what moved an application on the list, besides its points."""
    for question in (_place, _requested, _cuts, _limit, _line):
        yield from question(pair)


def _place(pair: Pair) -> Iterator[Reason]:
    """Tell why the place is another though the points are the same."""
    was, now = pair.was.rank, pair.now.rank
    if was is None or now is None or was == now:
        return
    tied = any(
        equals.get(one.points or 0, 0) > 1
        for one, equals in zip((pair.was, pair.now), pair.equals, strict=True)
    )
    if tied and pair.before.ruleset.ties != pair.after.ruleset.ties:
        said = Said("Zmieniono kolejność rozstrzygania równej liczby punktów.")
        yield Reason("ties", said, "", was, now)
    if pair.was.points == pair.now.points:
        above = [polish.plural(one - 1, "operacja", "operacje", "operacji") for one in (was, now)]
        values = {"was": above[0], "now": above[1]}
        text = "Punkty się nie zmieniły; wyżej na liście było: {was}, jest: {now}."
        yield Reason("above", Said(text, values), "", was, now)


def _requested(pair: Pair) -> Iterator[Reason]:
    was, now = pair.was.application.requested, pair.now.application.requested
    if was == now:
        return
    before = pair.before.ruleset.catalogue.fact("requested")
    after = pair.after.ruleset.catalogue.fact("requested")
    values = {"was": shown(before, was), "now": shown(after, now)}
    said = Said("Wnioskowana kwota: było {was}, jest {now}.", values)
    yield Reason("requested", said, "requested", plain_fact(before, was), plain_fact(after, now))


def _cuts(pair: Pair) -> Iterator[Reason]:
    """Compare what each rule takes off the amount."""
    old, new = (_amounts(one) for one in (pair.was, pair.now))
    if pair.was.rank is None or pair.now.rank is None:
        return
    names = {cut.id: cut.name for one in (pair.was, pair.now) if one.aid for cut in one.aid.cuts}
    for key in dict.fromkeys((*new, *old)):
        was, now = old.get(key, 0), new.get(key, 0)
        if was != now:
            values = {"name": names[key], "was": was, "now": now}
            said = Said("Obniżenie kwoty ({name}): było {was:zł}, jest {now:zł}.", values)
            yield Reason("cut", said, key, pln(was), pln(now), personal=True)


def _amounts(one: Assessment) -> dict[str, int]:
    """Return what each rule took off; a rule may take several times."""
    found: dict[str, int] = {}
    for cut in () if one.aid is None else one.aid.cuts:
        if cut.id != CALL_LIMIT:
            found[cut.id] = found.get(cut.id, 0) + cut.amount
    return found


def _limit(pair: Pair) -> Iterator[Reason]:
    """Compare the money of the call and its policy, where the operation got another answer."""
    if not _fitted_otherwise(pair):
        return
    was, now = pair.before.call.limit, pair.after.call.limit
    if was.grosze != now.grosze:
        values = {"was": was.grosze, "now": now.grosze}
        said = Said("Limit naboru wynosił {was:zł}, a wynosi {now:zł}.", values)
        yield Reason("limit", said, "", pln(was.grosze), pln(now.grosze))
    if was.policy != now.policy:
        said = Said("Zmieniono zasadę, co dzieje się na granicy limitu.")
        yield Reason("limit", said, "policy", was.policy, now.policy)


def _fitted_otherwise(pair: Pair) -> bool:
    was, now = pair.was.fit, pair.now.fit
    if was is None or now is None:
        return False
    return (was.verdict, was.why, was.granted) != (now.verdict, now.why, now.granted)


def _line(pair: Pair) -> Iterator[Reason]:
    """Say how the operation stood at the line of the limit, where the answer is another."""
    was, now = pair.was.fit, pair.now.fit
    if was is None or now is None or not _fitted_otherwise(pair):
        return
    said = _AtTheLine((was, claimed_by(pair.was)), (now, claimed_by(pair.now)))
    yield Reason("line", said, "", was.why, now.why, personal=True)


@dataclass(frozen=True, slots=True)
class _AtTheLine:
    """How an operation stood at the line before, and how it stands now; with what it claimed."""

    was: tuple[Fit, int]
    now: tuple[Fit, int]

    def __str__(self) -> str:
        return f"Co do limitu, przedtem: {_stands(*self.was)}; teraz: {_stands(*self.now)}."


def _stands(fit: Fit, claimed: int) -> str:
    left, claim = polish.money(fit.left), polish.money(claimed)
    return {
        "fits": f"pozostawało {left}, potrzeba było {claim}",
        "too_large": f"pozostawało {left}, a potrzeba było {claim}",
        "list_closed": "listę zamknęła operacja na wyższym miejscu",
        "tie": f"równy wynik na granicy limitu, pozostawało {left}",
        "tie_above": "nie rozstrzygnięto remisu na wyższym miejscu",
        "exhausted": "po uwzględnieniu limitów nie pozostała żadna kwota pomocy",
        "partial": f"pozostawało {left}, a wnioskodawca zgodził się na tę kwotę",
        "refused_partial": f"pozostawało {left}, a wnioskodawca nie zgodził się na tę kwotę",
        "asks": f"pozostawało {left} i nie wiadomo, czy wnioskodawca zgadza się na tę kwotę",
    }[fit.why]
