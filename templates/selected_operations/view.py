"""The list of selected operations as plain data."""

from collections.abc import Iterator

from scoring import polish
from scoring.decision import Assessment, Decision, Outcome
from scoring.explain import call_warnings, consent
from scoring.indicator_table import COLUMNS, indicator_remarks, indicator_rows
from scoring.indicators import balances
from scoring.value import Value
from templates.base.entry import Entry, entry, operations, total_requested, total_set
from templates.base.finding import Found, found_of_call
from templates.base.frame import Frame, Variant, frame
from templates.base.rules_text import approximation_note, money_figures, policy_text
from templates.base.signature import deciders

TITLE = "Lista operacji wybranych do finansowania"


class Selected(Value):
    """A selected operation; ``note`` says why it gets less than it asked for."""

    place: str
    entry: Entry
    within: bool
    note: str | None = None


class Sum(Value):
    """The sums of those that fit the limit, or of those that do not."""

    label: str
    requested: str
    granted: str


class Indicators(Value):
    """What the selection brings to the indicators of the LSR; ``exceeded`` marks its rows.

    ``remarks`` tell what fits no row. They name what applicants wrote, and so are not published.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    exceeded: tuple[bool, ...]
    remarks: tuple[str, ...] = ()


class View(Value):
    """Everything on the list; ``indicators`` where the call lists any."""

    frame: Frame
    internal: bool
    figures: tuple[tuple[str, str], ...]
    policy: str
    selected: tuple[Selected, ...]
    sums: tuple[Sum, ...]
    approximate: str | None
    signatures: tuple[str, ...]
    of_call: tuple[Found, ...] = ()
    indicators: Indicators | None = None


def view(decision: Decision, version: int, variant: Variant) -> View:
    """Return the list of selected operations, in the order of the ranking."""
    found = listed_in(decision)
    selected = tuple(_selected(decision, one, variant) for one in found)
    return View(
        frame=frame(decision, version, TITLE, variant, warnings=tuple(call_warnings(decision))),
        internal=variant == "internal",
        figures=money_figures(decision),
        policy=policy_text(decision.call),
        selected=selected,
        sums=tuple(_sums(decision)),
        approximate=approximation_note(decision.call, (one.entry.points for one in selected)),
        signatures=deciders(decision.call),
        of_call=found_of_call(decision) if variant == "internal" else (),
        indicators=_indicators(decision, variant),
    )


def listed_in(decision: Decision) -> list[Assessment]:
    """Tell the operations that the list names."""
    return decision.of(Outcome.SELECTED, Outcome.SELECTED_OUTSIDE_LIMIT)


def _indicators(decision: Decision, variant: Variant) -> Indicators | None:
    if not decision.call.indicators:
        return None
    found = balances(decision)
    return Indicators(
        columns=COLUMNS,
        rows=tuple(indicator_rows(found)),
        exceeded=tuple(one.exceeded is True for one in found.rows),
        remarks=tuple(indicator_remarks(found)) if variant == "internal" else (),
    )


def _selected(decision: Decision, one: Assessment, variant: Variant) -> Selected:
    return Selected(
        place=str(one.rank),
        entry=entry(decision, one, variant),
        within=one.within_limit is True,
        note=_note(decision, one, variant),
    )


def _note(decision: Decision, one: Assessment, variant: Variant) -> str | None:
    """Say why the amount is lower, in short: the calculation of the aid tells it in full.

    Outside a programme a public list says it too; under one it names only the limits, for a reason
    may tell of people.
    """
    cuts = () if decision.programme is None or one.aid is None else one.aid.cuts
    limits = "; ".join(f"{cut.name} (o {polish.money(cut.amount)})" for cut in cuts)
    said = [f"Kwotę obniżono: {limits}."] if limits else []
    if variant == "internal" or decision.programme is None:
        said += consent(one)
    return " ".join(said) or None


def _sums(decision: Decision) -> Iterator[Sum]:
    for outcome, where in (
        (Outcome.SELECTED, "mieszczące się w limicie"),
        (Outcome.SELECTED_OUTSIDE_LIMIT, "niemieszczące się w limicie"),
    ):
        found = decision.of(outcome)
        if found:
            yield Sum(
                label=f"Operacje {where} ({operations(len(found))})",
                requested=total_requested(found),
                granted=total_set(found),
            )
