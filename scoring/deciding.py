"""The one door of scoring: a call, its criteria, applications and cards in; a Decision out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from scoring import limit, polish
from scoring.aid.purse import Accounts, aid_within
from scoring.aid.setting import Entitlement, entitlement
from scoring.answer import Finding
from scoring.application import Application
from scoring.call import Call
from scoring.cards import Card
from scoring.changes import Change, reviews
from scoring.council.resolving import missing_votes
from scoring.council.sitting import HeldSitting
from scoring.decision import Assessment, Decision, Outcome
from scoring.gate import findings, rules_of
from scoring.numbers import Points
from scoring.points.case import Score
from scoring.points.missing import Missing
from scoring.points.relative import Rival
from scoring.programme.operation import Surroundings, Under, surroundings
from scoring.programme.whole import findings_of_call, least_points
from scoring.ranking import Contender, ranked
from scoring.ruleset import Minimum, Ruleset
from scoring.whole_call import WholeCall


def decide(
    call: Call,
    ruleset: Ruleset,
    applications: Iterable[Application],
    cards: Iterable[Card] = (),
    under: Under | None = None,
    *,
    sitting: HeldSitting | None = None,
    changes: Sequence[Change] = (),
    added: Mapping[str, Points] | None = None,
) -> Decision:
    """Decide a call: gate, points, minimum, ranking, amounts and limit.

    The order of the applications and of the cards never matters. An unknown fact never counts as
    met and never as 0 points: the application stays undecided with the list of what is missing.
    ``under`` is the programme that the call runs under, with the aid that it granted earlier.
    ``sitting`` is that of the council: nothing is selected without a valid vote then, and what it
    voted on equals orders them. ``changes`` are those after an earlier decision; call and
    applications are given as the changes left them (:mod:`scoring.changes`). ``added`` asks what
    would be with these points on top, by case number; what was really decided has none.

    Raises:
        ValueError: two applications have one number, a member has two cards for one application,
            a request is below zero, or the call names a programme that is not given. Whoever reads
            the register and the cards refuses such rows.
    """
    ordered = sorted(applications, key=lambda one: polish.natural(one.number))
    all_cards = tuple(sorted(cards, key=lambda card: (card.application, card.member)))
    _refuse_impossible(ordered, all_cards)
    around = surroundings(call, ruleset.catalogue, under)
    rules = rules_of(call, ruleset.catalogue, around, sitting)
    gates = {one.number: findings(rules, one) for one in ordered if not one.withdrawn}
    stopped = {one.number for one in ordered if one.withdrawn or _stopped(gates[one.number])}
    taking_part = [one for one in ordered if one.number not in stopped]
    rivals = (Rival(one.number, one.facts, not _open(gates[one.number])) for one in taking_part)
    whole = WholeCall.of(call, ruleset, rivals, all_cards, sitting, reviews=reviews(changes))
    entitled = {one.number: entitlement(one, around) for one in taking_part}
    scored = [
        _score(
            one,
            gates[one.number],
            whole,
            entitled[one.number],
            around,
            added=(added or {}).get(one.number, 0),
        )
        for one in taking_part
    ]
    if sitting is not None:
        scored = [_voted(one, sitting) for one in scored]
    settled = {} if sitting is None else sitting.settled
    done = list(_fitted(scored, whole, entitled, settled))
    done += [_stop(one, gates.get(one.number, ())) for one in ordered if one.number in stopped]
    listed = tuple(sorted(done, key=_list_order))
    programme, earlier = (under.programme, under.earlier_aid) if under else (None, None)
    selected, undecided = _selected_in(listed), sum(map(_undecided, listed))
    of_call = findings_of_call(around, ruleset, selected, undecided) if around else ()
    return Decision(
        call, ruleset, all_cards, listed, programme, earlier, of_call, sitting, tuple(changes)
    )


def _voted(one: Assessment, sitting: HeldSitting) -> Assessment:
    """Hold back whoever would be selected without a valid vote of the council."""
    if one.outcome is not Outcome.SELECTED:
        return one
    missing = missing_votes(sitting, one.application.number)
    return replace(one, outcome=Outcome.UNDECIDED, missing=missing) if missing else one


def _undecided(one: Assessment) -> bool:
    return one.outcome is Outcome.UNDECIDED


def _selected_in(listed: Iterable[Assessment]) -> list[tuple[Application, int]]:
    """Tell those selected within the limit, each with the amount granted."""
    selected = (one for one in listed if one.outcome is Outcome.SELECTED)
    return [(one.application, one.granted or 0) for one in selected]


def _refuse_impossible(applications: Sequence[Application], cards: Sequence[Card]) -> None:
    for one, other in pairwise(applications):
        if one.number == other.number:
            raise ValueError(f"two applications have the number {one.number}")
    for card, following in pairwise(cards):
        if (card.application, card.member) == (following.application, following.member):
            raise ValueError(f"{card.member} has two cards for {card.application}")
    for one in applications:
        if (one.requested or 0) < 0:
            raise ValueError(f"{one.number} requests less than nothing")


def _open(gate: Sequence[Finding]) -> bool:
    return any(finding.waits for finding in gate)


def _stopped(gate: Sequence[Finding]) -> bool:
    return any(finding.stops for finding in gate)


def _stop(application: Application, gate: tuple[Finding, ...]) -> Assessment:
    """Record an application that is not scored: withdrawn, or stopped at the gate."""
    outcome = Outcome.WITHDRAWN if application.withdrawn else Outcome.NOT_ELIGIBLE
    return Assessment(application, outcome, gate)


def _score(
    application: Application,
    gate: tuple[Finding, ...],
    whole: WholeCall,
    entitled: Entitlement,
    around: Surroundings | None,
    *,
    added: Points = 0,
) -> Assessment:
    """Score one application against every criterion and the minimum; no place yet."""
    ruleset = whole.ruleset
    scores, total = whole.scored(application)
    most = whole.maximum(scores)
    unknown = () if total is not None else scores
    missing = _all_missing(application, gate, unknown, ruleset.minimum, entitled)
    if total is not None:
        total += added
    rounding = whole.call.rounding
    points = total if total is None or rounding is None else rounding.apply(total)
    minimum = ruleset.minimum.required(most)
    if minimum is not None:
        minimum = least_points(around, minimum, most)
    tested = total if rounding is not None and rounding.threshold == "before" else points
    outcome = Outcome.SELECTED
    if missing or _open(gate) or tested is None or minimum is None:
        outcome = Outcome.UNDECIDED
    elif tested < minimum or whole.too_low(scores):
        outcome = Outcome.BELOW_MINIMUM
    return Assessment(
        application,
        outcome,
        gate,
        scores,
        exact_points=total,
        points=points,
        tested=tested,
        maximum=most,
        minimum=minimum,
        missing=missing,
    )


def _all_missing(
    application: Application,
    gate: Sequence[Finding],
    unknown: Sequence[Score],
    minimum: Minimum,
    entitled: Entitlement,
) -> tuple[Missing, ...]:
    """Name everything that leaves the application undecided, each thing once."""
    said = [one for finding in gate if finding.decides for one in finding.missing]
    if application.requested is None:
        said.append(Missing("fact", "requested"))
    said += entitled.missing
    said += [one for score in unknown for one in score.missing]
    if minimum.required(0) is None:
        said.append(Missing("minimum", minimum.unknown or "kryteria go nie podają"))
    return tuple(dict.fromkeys(said)) if said else ()


def _fitted(
    scored: Sequence[Assessment],
    whole: WholeCall,
    entitled: Mapping[str, Entitlement],
    settled: Mapping[str, int],
) -> Iterator[Assessment]:
    """Rank those who reached the minimum, set their aid, and fit them to the limit."""
    contenders = [
        Contender(one.application, one.points, one.scores)
        for one in scored
        if one.outcome is Outcome.SELECTED and one.points is not None
    ]
    places = ranked(contenders, whole.ruleset.ties, settled)
    money, purse = whole.call.limit, Accounts(entitled)
    fits = limit.fit(places, money.grosze, money.policy, purse)
    rank_of = {one.application.number: place for place, group in places for one in group}
    for one in scored:
        number = one.application.number
        if number not in fits:
            yield one
            continue
        found = fits[number]
        aid = aid_within(purse.aids[number], found, money)
        outcome = _OUTCOMES[found.verdict]
        yield one.placed(outcome, rank_of[number], found, aid)


_OUTCOMES = {
    "within": Outcome.SELECTED,
    "outside": Outcome.SELECTED_OUTSIDE_LIMIT,
    "undecided": Outcome.UNDECIDED,
}


def _list_order(one: Assessment) -> tuple[int, Points]:
    """Place an assessment on the list; those whose place is the same stay in the order they are in."""
    if one.rank is not None:
        return 0, one.rank
    if one.outcome is Outcome.BELOW_MINIMUM:
        return 1, -(one.points or 0)
    later = (Outcome.UNDECIDED, Outcome.NOT_ELIGIBLE, Outcome.WITHDRAWN)
    return 2 + later.index(one.outcome), 0
