"""The technical list as plain data.

It is the list of operations as it stands after a self-review; the lists before it stay as they were
printed (act, art. 22 and following: the LGD changes the result and updates the list).
"""

from scoring import polish
from scoring.changes import SelfReview
from scoring.decision import Assessment, Decision, Outcome
from scoring.value import Value
from templates.base.entry import NONE, Entry, entry, operations, total_granted
from templates.base.frame import Frame, Variant, frame
from templates.base.rules_text import approximation_note
from templates.base.signature import deciders

TITLE = "Lista techniczna po autokontroli"

WHY = (
    "Lista operacji po autokontroli. Ponownie oceniono tylko to, co zakwestionowano w protestach; "
    "miejsca, kwoty i limit policzono na nowo. Poprzednie wersje listy pozostają w aktach."
)

BEYOND_THE_LIMIT = (
    "Operacja wybrana po uwzględnieniu protestu może otrzymać wsparcie także ponad limit naboru, "
    "jeżeli pozostają środki na realizację LSR (art. 23 ust. 5 ustawy)."
)
"""What the act lets happen, and no list decides."""


class Row(Value):
    """An operation on the list; ``note`` says of a reviewed one what was done."""

    place: str
    entry: Entry
    within: str
    note: str


class View(Value):
    """Everything on the technical list."""

    frame: Frame
    why: str
    beyond: str
    reviews: tuple[str, ...]
    rows: tuple[Row, ...]
    counted: str
    granted: str
    limit: str
    left: str
    approximate: str | None
    signatures: tuple[str, ...]


def reviews_in(decision: Decision) -> list[SelfReview]:
    """Return the self-reviews that changed a result, in the order in which they ended.

    What was withdrawn later counts as never submitted.
    """
    reviews = (one for one in decision.changes if isinstance(one, SelfReview))
    gone = {one.application.number for one in decision.of(Outcome.WITHDRAWN)}
    return [one for one in reviews if one.result == "changed" and one.application not in gone]


def listed_in(decision: Decision) -> list[Assessment]:
    """Tell the operations on the list: those with a place, below the minimum, or reviewed."""
    reviewed = {one.application for one in reviews_in(decision)}
    return [
        one
        for one in decision.assessments
        if one.rank is not None
        or one.outcome is Outcome.BELOW_MINIMUM
        or one.application.number in reviewed
    ]


def view(decision: Decision, version: int, variant: Variant) -> View:
    """Return the list; the public variant has no personal facts."""
    listed, call = listed_in(decision), decision.call
    rows = tuple(_row(decision, one, variant) for one in listed)
    return View(
        frame=frame(decision, version, TITLE, variant),
        why=WHY,
        beyond=BEYOND_THE_LIMIT,
        reviews=tuple(map(_review, reviews_in(decision))),
        rows=rows,
        counted=operations(len(listed)),
        granted=total_granted(listed),
        limit=polish.money(call.limit.grosze),
        left=polish.money(decision.left),
        approximate=approximation_note(call, [row.entry.points for row in rows]),
        signatures=deciders(call),
    )


def _review(review: SelfReview) -> str:
    return (
        f"Wniosek {review.application}: protest z dnia {polish.day(review.lodged_on)}; autokontrola "
        f"zakończona dnia {polish.day(review.on)}; ponownie ocenione kryteria i warunki: "
        f"{len(review.contested)}."
    )


def _row(decision: Decision, one: Assessment, variant: Variant) -> Row:
    reviewed = [each for each in reviews_in(decision) if each.application == one.application.number]
    within = {True: "tak", False: "nie", None: NONE}[one.within_limit]
    shown = entry(decision, one, variant)
    note = f"wynik zmieniono w autokontroli {polish.day(reviewed[-1].on)}" if reviewed else ""
    if note and one.rank is None:
        note = f"{note}; {shown.outcome}"
    return Row(
        place=NONE if one.rank is None else str(one.rank), entry=shown, within=within, note=note
    )
