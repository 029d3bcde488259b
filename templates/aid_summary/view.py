"""The amounts of aid of a whole call as plain data."""

from scoring import polish
from scoring.aid.cut import Aid
from scoring.decision import Assessment, Decision
from scoring.explain import call_warnings
from scoring.value import Value
from templates.aid_calculation.view import calculated_in
from templates.base.aid import declared
from templates.base.entry import (
    NONE,
    Entry,
    entry,
    operations,
    total_granted,
    total_requested,
)
from templates.base.finding import Found, found_of_call
from templates.base.frame import Frame, frame
from templates.base.rules_text import money_figures
from templates.base.signature import TWO_CHECKERS

TITLE = "Zestawienie wyliczeń kwot pomocy"


class Calculated(Value):
    """An operation with its amounts; ``cuts`` name each limit that took something off."""

    place: str
    entry: Entry
    declared: str
    eligible: str
    rate: str
    cuts: tuple[str, ...]
    amount: str
    within: str
    granted: str


class View(Value):
    """Everything in the summary."""

    frame: Frame
    figures: tuple[tuple[str, str], ...]
    calculated: tuple[Calculated, ...]
    counted: str
    requested: str
    granted: str
    of_call: tuple[Found, ...]
    signatures: tuple[str, ...]


def view(decision: Decision, version: int) -> View:
    """Return the summary: the selected operations in the order of the ranking."""
    some = calculated_in(decision)
    return View(
        frame=frame(decision, version, TITLE, "internal", warnings=tuple(call_warnings(decision))),
        figures=money_figures(decision),
        calculated=tuple(_calculated(decision, one) for one in some),
        counted=operations(len(some)),
        requested=total_requested(some),
        granted=total_granted(some),
        of_call=found_of_call(decision),
        signatures=TWO_CHECKERS,
    )


def _calculated(decision: Decision, one: Assessment) -> Calculated:
    aid = one.aid or Aid(0, None)
    return Calculated(
        place=NONE if one.rank is None else str(one.rank),
        entry=entry(decision, one, "internal"),
        declared=declared(one),
        eligible=NONE if aid.eligible is None else polish.money(aid.eligible),
        rate=NONE if aid.rate is None else polish.percent(aid.rate.percent),
        cuts=tuple(f"{cut.name}: {polish.money(cut.amount)}" for cut in aid.cuts),
        amount=NONE if aid.amount is None else polish.money(aid.amount),
        within="tak" if one.within_limit else "nie",
        granted=polish.money(one.granted) if one.granted else NONE,
    )
