"""Each operation in the minutes: what it is, what was said, the votes, the points, the result."""

from collections.abc import Iterator, Sequence

from scoring import polish
from scoring.cards import COMBINE_NAMES
from scoring.council.assessing import assessors
from scoring.council.counting import CheckedVote
from scoring.council.sitting import HeldSitting
from scoring.decision import Assessment, Decision, Outcome
from scoring.explain import OUTCOME_NAMES, amount_set, reasons
from scoring.resolutions import Resolution, number_of
from scoring.value import Value
from templates.base.ballot import Ballot, ballots
from templates.base.entry import Entry, amount_text, entry, points
from templates.base.frame import Variant
from templates.base.person import by_alphabet, listed
from templates.base.prose import Block, blocks
from templates.minutes.exclusions import own_votes


class Criterion(Value):
    """A criterion, the most it gives, and what the operation got."""

    name: str
    possible: str
    given: str


class Operation(Value):
    """One operation as the minutes tell it."""

    entry: Entry
    presented: str
    discussion: tuple[Block, ...]
    composition: tuple[str, ...]
    conformity: tuple[Ballot, ...]
    criteria: tuple[Criterion, ...]
    total: tuple[str, str]
    cards: str | None
    votes: tuple[Ballot, ...]
    result: str
    reasons: tuple[str, ...]
    amount: str | None
    resolution: str


def operation(
    decision: Decision, held: HeldSitting, one: Assessment, resolutions: Sequence[Resolution]
) -> Operation:
    """Return one operation, ready to print."""
    shown = entry(decision, one, _VARIANT)
    own = own_votes(held, one)
    conformity = [vote for vote in own if vote.vote.about == "conformity"]
    return Operation(
        entry=shown,
        presented=_presented(one, shown),
        discussion=blocks(held.sitting.discussion.get(one.application.number, "")),
        composition=tuple(_composition(held, one, own)),
        conformity=ballots(held, conformity),
        criteria=tuple(_criteria(decision, one)),
        total=(points(one.maximum), points(one.points)),
        cards=_cards(decision, held, one) if one.scores else None,
        votes=ballots(held, [vote for vote in own if vote.vote.about != "conformity"]),
        result=f"{polish.capital(OUTCOME_NAMES[one.outcome])}.",
        reasons=tuple(reasons(decision, one)),
        amount=amount_told(one),
        resolution=resolved(one, resolutions, own),
    )


_VARIANT: Variant = "internal"


def amount_told(one: Assessment) -> str | None:
    """Tell the amount set, in a sentence; nothing where none is."""
    return f"Ustalona kwota wsparcia: {amount_text(one)}." if amount_set(one) else None


def _presented(one: Assessment, shown: Entry) -> str:
    if one.outcome is Outcome.WITHDRAWN:
        return (
            "Wniosek wycofano. Traktuje się go tak, jakby nie został złożony; Rada nie oceniała "
            "operacji."
        )
    who = "" if shown.identifier is None else f" ({shown.identifier})"
    return (
        f"Rada rozpatrzyła wniosek nr {shown.number}, który złożono {shown.received}. "
        f"Wnioskodawca: {shown.applicant}{who}. Wnioskowana kwota: {shown.requested}."
    )


def _composition(held: HeldSitting, one: Assessment, own: Sequence[CheckedVote]) -> Iterator[str]:
    """Name who was excluded, and who was entitled when the operation was first voted on."""
    if one.outcome is Outcome.WITHDRAWN:
        return
    excluded = held.chamber.excluded_from(one.application.number)
    if excluded:
        said = "; ".join(f"{name} – {excluded[name]}" for name in by_alphabet(excluded))
        yield f"Wyłączenia: {said}."
    else:
        yield "Nikogo nie wyłączono z oceny operacji."
    selecting = [vote for vote in own if vote.vote.selects]
    if not selecting:
        yield "Nad operacją nie głosowano."
    elif not selecting[0].entitled:
        yield "Do głosowania nie pozostał nikt uprawniony."
    else:
        names = by_alphabet(selecting[0].entitled)
        yield f"Skład głosujący ({len(names)}): {listed(names)}."


def _criteria(decision: Decision, one: Assessment) -> Iterator[Criterion]:
    for criterion, score in zip(decision.ruleset.criteria, one.scores, strict=bool(one.scores)):
        yield Criterion(
            name=criterion.name,
            possible=points(score.maximum),
            given=points(score.points) if score.applies else "nie dotyczy",
        )


def _cards(decision: Decision, held: HeldSitting, one: Assessment) -> str:
    """Say how many cards stand behind the points, and how they were put together."""
    number = one.application.number
    count = sum(not card.excluded and bool(card.points) for card in decision.cards_of(number))
    rule = decision.call.council.cards
    if rule is None:
        return "Punkty wynikają z danych wniosku; nabór nie przewiduje kart oceny członków Rady."
    cards = polish.plural(count, "karta oceny", "karty oceny", "kart oceny")
    said = (
        f"Liczba kart, z których wynikają punkty przyznawane przez członków Rady: {cards}; sposób "
        f"łączenia: {COMBINE_NAMES[rule.combine]} ({rule.source})."
    )
    draw = assessors(held, number)
    if draw is None:
        return said
    return f"{said} Do oceny wylosowano: {listed(draw.drawn)}. {draw.how}."


def resolved(one: Assessment, resolutions: Sequence[Resolution], own: Sequence[CheckedVote]) -> str:
    """Say which resolution was passed, or why none was."""
    found = number_of(resolutions, one)
    if found is not None:
        what = "o wybraniu operacji" if found.selects else "o niewybraniu operacji"
        return f"Rada podjęła uchwałę nr {found.number} {what}."
    if one.outcome is Outcome.WITHDRAWN:
        return "Uchwały nie podejmowano."
    why = (
        "nad operacją nie głosowano" if not own else "nie ma ważnego głosowania, które by ją niosło"
    )
    if one.outcome is Outcome.UNDECIDED and own:
        why = "wynik nie jest jeszcze rozstrzygnięty"
    return f"Uchwały nie podjęto: {why}."
