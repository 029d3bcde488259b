"""The calculation of the aid as the documents show it: costs, rate, limits, amount."""

from scoring import polish
from scoring.aid.cut import Aid, Cut, Step
from scoring.aid.purse import CALL_LIMIT
from scoring.decision import Assessment, Decision
from scoring.rule_ids import RULES
from scoring.value import Value
from templates.base.entry import NONE, money


class Ineligible(Value):
    """A cost that is not eligible, and why."""

    number: str
    name: str
    amount: str
    reason: str
    source: str


class StepShown(Value):
    """A limit that was looked at; ``cuts``: whether it took anything off."""

    number: str
    name: str
    most: str
    taken: str
    left: str
    reason: str
    source: str
    cuts: bool


class AidShown(Value):
    """The whole calculation. ``lump_sum``: no costs are counted, for the aid is a lump sum."""

    requested: str
    lump_sum: bool
    declared: str
    ineligible: tuple[Ineligible, ...]
    eligible: str
    rate: str
    steps: tuple[StepShown, ...]
    taken: str
    amount: str
    compared: str


def aid_shown(decision: Decision, one: Assessment) -> AidShown | None:
    """Return the calculation of an operation; nothing where no aid was set."""
    aid = one.aid
    if decision.programme is None or aid is None:
        return None
    steps = aid.steps
    return AidShown(
        requested=polish.money(aid.requested),
        lump_sum=aid.eligible is None,
        declared=declared(one),
        ineligible=tuple(_ineligible(cut) for cut in aid.ineligible),
        eligible=NONE if aid.eligible is None else polish.money(aid.eligible),
        rate=rate(aid),
        steps=tuple(_step(step) for step in steps),
        taken=polish.money(sum(step.taken for step in steps)),
        amount=money(aid.amount),
        compared=compared(aid),
    )


def declared(one: Assessment) -> str:
    """Write the eligible cost that the application declares."""
    cost = one.application.facts.get("eligible_cost")
    return polish.money(cost) if isinstance(cost, int) else NONE


def rate(aid: Aid) -> str:
    """Write the rate of aid, for whom it is, and where it stands."""
    if aid.rate is None:
        return "Płatność ryczałtowa: kosztów i intensywności się nie liczy."
    percent, whose, source = polish.percent(aid.rate.percent), aid.rate.whose, aid.rate.source
    return f"Intensywność pomocy: {percent} ({whose}). Podstawa: {source}."


def compared(aid: Aid) -> str:
    """Say whether the amount is lower than requested."""
    if not aid.cuts:
        return "Kwota nie jest niższa od wnioskowanej."
    return "Kwota jest niższa od wnioskowanej; powody podano wyżej."


def number(identifier: str) -> str:
    """Write the number of a rule; what has none is not numbered."""
    return identifier if identifier in RULES else NONE


def _ineligible(cut: Cut) -> Ineligible:
    return Ineligible(
        number=number(cut.id),
        name=cut.name,
        amount=polish.money(cut.amount),
        reason=cut.sentence,
        source=cut.source,
    )


def _step(step: Step) -> StepShown:
    of_call = step.id == CALL_LIMIT
    return StepShown(
        number=number(step.id),
        name=step.name,
        most=polish.money(step.left) if of_call else _most(step),
        taken=polish.money(step.taken),
        left=polish.money(step.left),
        reason=step.sentence,
        source=step.source,
        cuts=step.taken > 0,
    )


def _most(step: Step) -> str:
    return NONE if step.most is None else polish.money(step.most)
