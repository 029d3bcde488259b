"""Why an application ended as it did, in Polish sentences that can be printed and quoted."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from scoring import polish
from scoring.aid.purse import CALL_LIMIT
from scoring.decision import Assessment, Decision, Outcome
from scoring.numbers import Points, exact

OUTCOME_NAMES = {
    Outcome.SELECTED: "wybrana, mieści się w limicie",
    Outcome.SELECTED_OUTSIDE_LIMIT: "wybrana, nie mieści się w limicie",
    Outcome.BELOW_MINIMUM: "poniżej minimum punktowego",
    Outcome.NOT_ELIGIBLE: "nie spełnia warunków",
    Outcome.UNDECIDED: "nierozstrzygnięta",
    Outcome.WITHDRAWN: "wniosek wycofany",
}
"""How each outcome reads on lists (of an operation, so in the feminine)."""


def reasons(decision: Decision, one: Assessment) -> list[str]:
    """Say in full sentences why the application has its outcome."""
    return list(_REASONS[one.outcome](one, decision))


def why_lower(decision: Decision, one: Assessment) -> list[str]:
    """Say why the amount set is lower than requested, cut by cut; nothing where it is not."""
    return [*_cuts(decision, one), *consent(one)]


def call_warnings(decision: Decision) -> list[str]:
    """Say of each rule of the call as a whole that is not met, or not known, what it means."""
    said = []
    for one in decision.findings:
        if one.stops:
            said.append(f"Nabór nie spełnia warunku „{one.name}”: wybór wymaga zmiany.")
        elif one.waits:
            said.append(f"Nie wiadomo, czy nabór spełnia warunek „{one.name}”.")
    return said


def _selected(one: Assessment, decision: Decision) -> Iterator[str]:
    yield _against_minimum(one)
    assert one.fit is not None  # noqa: S101 - whoever is selected was fitted
    left = polish.money(one.fit.left)
    if one.fit.why != "partial":
        yield f"Operacja mieści się w limicie: przed nią pozostawało {left}."
    yield from why_lower(decision, one)


def consent(one: Assessment) -> Iterator[str]:
    """Say of an operation on the line of the limit that it took what was left."""
    if one.fit is None or one.aid is None or one.fit.why != "partial":
        return
    left, claimed = polish.money(one.fit.left), polish.money(claimed_by(one))
    lowered = claimed_by(one) != one.application.requested
    asked = f"Ustalona kwota pomocy wynosi {claimed}" if lowered else f"Wnioskowano o {claimed}"
    yield f"{asked}, a do rozdysponowania pozostało {left}; wnioskodawca zgodził się na tę kwotę."


def _cuts(decision: Decision, one: Assessment) -> Iterator[str]:
    """Quote what the rules of the programme took off the amount requested."""
    if decision.programme is None or one.aid is None:
        return
    cuts = [cut for cut in one.aid.cuts if cut.id != CALL_LIMIT]
    if cuts:
        asked, claimed = polish.money(one.aid.requested), polish.money(claimed_by(one))
        yield f"Wnioskowano o {asked}, a z wyliczenia pomocy wynika {claimed}."
    for cut in cuts:
        lowered = f"{polish.capital(cut.name)}: obniżono o {polish.money(cut.amount)}."
        yield f"{lowered} {cut.sentence} Podstawa: {cut.source}."


def claimed_by(one: Assessment) -> int:
    """Return the aid after every rule, before the limit of the call is looked at, in grosze."""
    if one.aid is None or one.aid.amount is None:
        return one.application.requested or 0
    return one.aid.amount + sum(cut.amount for cut in one.aid.cuts if cut.id == CALL_LIMIT)


def amount_set(one: Assessment) -> int | None:
    """Return the amount set, in grosze; ``None`` for what was not selected.

    Whoever is selected is told the amount set, and apart from it whether it fits the limit (act, art.
    21 sec. 5): outside it the amount is what the operation gets once there is money for it, never zero.
    """
    return claimed_by(one) if one.outcome is Outcome.SELECTED_OUTSIDE_LIMIT else one.granted


def _outside(one: Assessment, decision: Decision) -> Iterator[str]:
    yield _against_minimum(one)
    assert one.fit is not None  # noqa: S101 - whoever is selected was fitted
    claimed, left = polish.money(claimed_by(one)), polish.money(one.fit.left)
    lowered = claimed_by(one) != one.application.requested
    asked = f"Ustalona kwota pomocy wynosi {claimed}" if lowered else f"Wnioskowano o {claimed}"
    yield {
        "too_large": f"{asked}, a do rozdysponowania pozostało {left}.",
        "list_closed": (
            "Listę zamknęła operacja na wyższym miejscu, która nie mieściła się w limicie w całości."
        ),
        "refused_partial": f"Pozostało {left}, a wnioskodawca nie zgodził się na niższą kwotę.",
        "exhausted": "Po uwzględnieniu limitów nie pozostała żadna kwota pomocy.",
    }[one.fit.why]
    yield from _cuts(decision, one)


def _below(one: Assessment, decision: Decision) -> Iterator[str]:
    ruleset = decision.ruleset
    yield _against_minimum(one)
    names = {criterion.id: criterion.name for criterion in ruleset.simple()}
    names |= {criterion.id: criterion.name for criterion in ruleset.criteria}
    for score in one.scores:
        for found in (score, *score.parts):
            if found.too_low:
                yield f"Nie osiągnięto minimum w kryterium „{names[found.criterion]}”."


def _against_minimum(one: Assessment) -> str:
    points, tested, minimum = one.points or 0, one.tested or 0, one.minimum or 0
    said = f"Uzyskano {polish.with_points(tested)}"
    if tested != points:
        said += f" (po zaokrągleniu {polish.with_points(points)})"
    said += f" przy minimum {polish.with_points(minimum)}"
    if tested < minimum:
        said += f" (brakuje {polish.with_points(exact(Fraction(minimum) - Fraction(tested)))})"
    return f"{said}; maksimum wynosi {polish.with_points(one.maximum or 0)}."


def _not_eligible(one: Assessment, _: Decision) -> Iterator[str]:
    for finding in one.findings:
        if finding.stops:
            yield f"{finding.name}: {finding.sentence} Podstawa: {finding.source}."


def _undecided(one: Assessment, decision: Decision) -> Iterator[str]:
    for missing in one.missing:
        yield polish.capital(missing.sentence(decision.ruleset.catalogue)) + "."
    if one.fit is not None and one.fit.why == "tie":
        voted = decision.ruleset.still_tied == "council_vote"
        what = (
            f"Na miejscu {one.rank} stoją operacje tego samego beneficjenta, a wszystkim pomoc "
            "w całości nie przysługuje; kwoty zależą od ich kolejności"
            if _shares_account(decision, one)
            else f"Równy wynik na granicy limitu (miejsce {one.rank})"
        )
        yield (
            f"{what}; "
            f"{'rozstrzyga głosowanie Rady' if voted else 'kryteria nie mówią, kto rozstrzyga'}."
        )
    if one.fit is not None and one.fit.why == "tie_above":
        what = "czy operacja zmieści się w limicie"
        if decision.programme is not None:
            what = "czy i z jaką kwotą operacja zmieści się w limicie"
        yield f"To, {what}, zależy od rozstrzygnięcia remisu na wyższym miejscu."
    if one.fit is not None and one.fit.why == "asks":
        left = polish.money(one.fit.left)
        yield f"Pozostało {left}; nie wiadomo, czy wnioskodawca zgadza się na tę kwotę."


def _shares_account(decision: Decision, one: Assessment) -> bool:
    """Say whether two of those on a place are of one beneficiary, so that their order matters."""
    if decision.programme is None:
        return False
    sharing = [other.application for other in decision.assessments if other.rank == one.rank]
    parties = [party for application in sharing for party in application.parties]
    return any(mine.is_surely(theirs) for mine, theirs in combinations(parties, 2))


def _withdrawn(_: Assessment, __: Decision) -> Iterator[str]:
    yield "Wniosek wycofano; traktuje się go tak, jakby nie został złożony."


_REASONS = {
    Outcome.SELECTED: _selected,
    Outcome.SELECTED_OUTSIDE_LIMIT: _outside,
    Outcome.BELOW_MINIMUM: _below,
    Outcome.NOT_ELIGIBLE: _not_eligible,
    Outcome.UNDECIDED: _undecided,
    Outcome.WITHDRAWN: _withdrawn,
}


def next_steps(decision: Decision, one: Assessment) -> list[str]:
    """Say for each criterion what its next points would need."""
    catalogue = decision.ruleset.catalogue
    steps = []
    for criterion, score in zip(decision.ruleset.criteria, one.scores, strict=False):
        step = criterion.next_step(score, one.application.facts, catalogue)
        if step is not None:
            steps.append(f"{criterion.name}: {step}.")
    return steps


def distances(decision: Decision, one: Assessment) -> list[str]:
    """Say how far the application is from the minimum and from the limit line."""
    return [*_from_minimum(one), *_from_line(decision, one)]


def _from_minimum(one: Assessment) -> Iterator[str]:
    if one.tested is None or one.minimum is None:
        return
    distance = exact(Fraction(one.tested) - Fraction(one.minimum))
    if distance < 0:
        yield f"Do minimum brakuje {polish.with_points(-distance)}."
    else:
        yield f"Ponad minimum: {polish.with_points(distance)}."


def _from_line(decision: Decision, one: Assessment) -> Iterator[str]:
    """Compare with the nearest operation on the other side of the limit line."""
    if one.points is None or one.outcome is Outcome.UNDECIDED:
        return
    other = Outcome.SELECTED_OUTSIDE_LIMIT if one.within_limit else Outcome.SELECTED
    across = decision.of(other)
    rival = None if not across else across[0] if one.within_limit else across[-1]
    if rival is not None and rival.points is not None:
        yield from _against(one, rival, exact(Fraction(one.points) - Fraction(rival.points)))
    if one.fit is not None and one.fit.why == "too_large":
        short = claimed_by(one) - one.fit.left
        yield f"Aby zmieścić się w limicie, brakuje {polish.money(short)}."


def _against(one: Assessment, rival: Assessment, distance: Points) -> Iterator[str]:
    number, points = rival.application.number, polish.with_points(exact(abs(Fraction(distance))))
    if one.within_limit:
        if distance >= 0:
            yield f"Nad pierwszą operacją poza limitem ({number}): {points}."
    elif distance < 0:
        yield f"Do ostatniej operacji w limicie ({number}) brakuje {points}."
    elif distance == 0:
        yield f"Ostatnia operacja w limicie ({number}) ma tyle samo punktów."
