"""The calculation of the aid of one operation as plain data."""

from collections.abc import Iterator

from scoring import polish
from scoring.decision import Assessment, Decision, Outcome
from scoring.explain import consent
from scoring.value import Value
from templates.base.aid import AidShown, aid_shown
from templates.base.entry import NONE, Entry, entry
from templates.base.frame import Frame, frame
from templates.base.signature import TWO_CHECKERS

TITLE = "Wyliczenie kwoty pomocy"


class View(Value):
    """Everything in the calculation; ``why`` justifies an amount lower than requested."""

    frame: Frame
    entry: Entry
    place: str
    partners: tuple[str, ...]
    aid: AidShown | None
    within: str
    granted: str
    why: tuple[str, ...]
    signatures: tuple[str, ...]


def view(decision: Decision, version: int, one: Assessment) -> View:
    """Return the calculation of one operation that was selected."""
    granted = polish.money(one.granted) if one.granted else NONE
    return View(
        frame=frame(decision, version, TITLE, "internal", moves=False),
        entry=entry(decision, one, "internal"),
        place=NONE if one.rank is None else str(one.rank),
        partners=tuple(
            f"{partner.party.name} – {polish.percent(partner.share * 100)}"
            for partner in one.application.partners
        ),
        aid=aid_shown(decision, one),
        within="tak" if one.within_limit else "nie",
        granted=granted,
        why=tuple(_why(one)),
        signatures=TWO_CHECKERS,
    )


def _why(one: Assessment) -> Iterator[str]:
    """Justify an amount lower than requested; the table above tells of each cut in full."""
    if one.aid is None or not one.aid.cuts:
        return
    whole = sum(cut.amount for cut in one.aid.cuts)
    cuts = "; ".join(f"{cut.name} – {polish.money(cut.amount)}" for cut in one.aid.cuts)
    yield f"kwota jest niższa o {polish.money(whole)} z powodów podanych w wyliczeniu: {cuts}."
    yield from consent(one)


def calculated_in(decision: Decision) -> list[Assessment]:
    """Tell the operations whose aid is calculated: those selected, within the limit or not."""
    return decision.of(Outcome.SELECTED, Outcome.SELECTED_OUTSIDE_LIMIT)
