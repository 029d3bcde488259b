"""What a public document proves by itself: order, minimum, limit and amounts follow from the points.

Why the points are what they are, and by which rule equals were ordered, does not follow from what is
public; an internal document of the same version proves it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from rounds.proof.compare import Difference
from scoring import polish
from scoring.application import Application
from scoring.call import Call
from scoring.canonical import pln
from scoring.decision import Outcome
from scoring.explain import OUTCOME_NAMES
from scoring.from_canonical import grosze
from scoring.limit import Claim, Fit, fit
from scoring.numbers import Points, exact
from scoring.ranking import Contender
from templates.attachments import NAME
from templates.base.entry import NONE, money, points

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """What is published of one application; amounts in grosze."""

    number: str
    outcome: str
    rank: int | None
    points: Points | None
    requested: int | None
    granted: int | None
    entitled: int | None
    within: bool | None

    @property
    def where(self) -> str:
        """How messages call it."""
        return f"{NAME}, wniosek {self.number}"


def inconsistencies(results: Json, call: Call) -> Iterator[Difference]:
    """Go through all that does not follow from what the document itself states."""
    rows = [_row(one) for one in results["applications"]]
    yield from _outcomes(rows)
    yield from _rounding(rows, call)
    yield from _minimum(rows, results.get("minimum"), call)
    yield from _order(rows, complete=not results["provisional"])
    yield from _money(rows, results, call)


def _row(one: Json) -> Row:
    found = one["points"]
    return Row(
        one["number"],
        one["outcome"],
        one["rank"],
        None if found is None else exact(Fraction(found)),
        grosze(one["requested"]),
        grosze(one["granted"]),
        grosze(one["entitled"]),
        one["within_limit"],
    )


def _outcomes(rows: Sequence[Row]) -> Iterator[Difference]:
    """What is said of an outcome goes together: a place, being within the limit, an amount."""
    for one in rows:
        within = {Outcome.SELECTED: True, Outcome.SELECTED_OUTSIDE_LIMIT: False}.get(
            Outcome(one.outcome)
        )
        if one.within is not within:
            yield Difference(f"{one.where}, within_limit", str(one.within), str(within))
        if within is not None and one.rank is None:
            yield Difference(f"{one.where}, rank", "brak", "miejsce na liście")
        if within is not True and one.granted not in (None, 0):
            yield Difference(f"{one.where}, granted", polish.money(one.granted), NONE)


def _rounding(rows: Sequence[Row], call: Call) -> Iterator[Difference]:
    if call.rounding is None:
        return
    for one in rows:
        if one.points is not None and call.rounding.apply(one.points) != one.points:
            follows = f"najwyżej {call.rounding.places} po przecinku"
            yield Difference(f"{one.where}, points", polish.points(one.points), follows)


def _minimum(rows: Sequence[Row], minimum: str | None, call: Call) -> Iterator[Difference]:
    """Test the minimum on what is published, unless it was tested before rounding."""
    if minimum is None or (call.rounding is not None and call.rounding.threshold == "before"):
        return
    least = Fraction(minimum)
    for one in rows:
        reached = one.points is not None and one.points >= least
        if one.rank is not None and not reached:
            said = NONE if one.points is None else polish.points(one.points)
            follows = f"co najmniej {polish.points(exact(least))}"
            yield Difference(f"{one.where}, points", said, follows)


def _order(rows: Sequence[Row], *, complete: bool) -> Iterator[Difference]:
    """More points stand above fewer; equals share a place, or a tie rule orders them.

    Places have no gaps where the list is ``complete``: no place is of somebody undecided.
    """
    ranked = sorted((one for one in rows if one.rank is not None), key=_by_points)
    for one in ranked:
        above = [other for other in ranked if (other.points or 0) > (one.points or 0)]
        equal = [other for other in ranked if other.points == one.points]
        first, last = len(above) + 1, len(above) + len(equal)
        before = sum(other.rank < (one.rank or 0) for other in ranked if other.rank is not None)
        gap = one.rank != before + 1
        if complete and (gap or not first <= (one.rank or 0) <= last):
            follows = str(first) if first == last else f"od {first} do {last}"
            yield Difference(f"{one.where}, rank", str(one.rank), follows)


def _by_points(one: Row) -> Fraction:
    return -Fraction(one.points or 0)


@dataclass(slots=True)
class _Stated:
    """A purse that knows what each operation is entitled to, as the document states it."""

    entitled: Mapping[str, int]
    settled: list[str] = field(default_factory=list)

    def claims(self, applications: Sequence[Application]) -> list[Claim]:
        """Return the stated claims of those who share a place."""
        return [Claim(one, self.entitled[one.number]) for one in applications]

    def settle(self, claims: Sequence[Claim], fits: dict[str, Fit]) -> None:  # noqa: ARG002
        """Take note of whom the limit was gone down to."""
        self.settled += [one.number for one in claims]


def _money(rows: Sequence[Row], results: Json, call: Call) -> Iterator[Difference]:
    limit, granted = call.limit.grosze, sum(one.granted or 0 for one in rows)
    stated = {name: grosze(results[name]) for name in ("limit", "granted", "left")}
    follow = {"limit": limit, "left": limit - (stated["granted"] or 0)}
    if any(one.rank is not None for one in rows):
        follow["granted"] = granted
    for name, amount in follow.items():
        if stated[name] != amount:
            said = pln(stated[name]) or NONE
            yield Difference(f"{NAME}, results, {name}", said, str(pln(amount)))
    if (stated["granted"] or 0) > limit:
        yield Difference(f"{NAME}, results, granted", str(results["granted"]), f"≤ {pln(limit)}")
    if not results["provisional"]:
        yield from _limit(rows, call)


def _limit(rows: Sequence[Row], call: Call) -> Iterator[Difference]:
    """Go down the list with the stated amounts, by the policy of the call."""
    ranked = [one for one in rows if one.rank is not None]
    entitled = {one.number: one.entitled or 0 for one in ranked}
    places: dict[int, list[Contender]] = {}
    for one in sorted(ranked, key=lambda one: one.rank or 0):
        agrees = one.granted is not None and 0 < one.granted < entitled[one.number]
        application = Application(one.number, {"accepts_partial": agrees})
        places.setdefault(one.rank or 0, []).append(Contender(application, one.points or 0))
    fits = fit(list(places.items()), call.limit.grosze, call.limit.policy, _Stated(entitled))
    for one in ranked:
        found = fits[one.number]
        if found.verdict == "undecided":
            continue
        if (found.verdict == "within") is not one.within:
            said = OUTCOME_NAMES[Outcome(one.outcome)]
            follows = "w limicie" if found.verdict == "within" else "poza limitem"
            yield Difference(f"{one.where}, outcome", said, follows)
        elif found.granted != one.granted:
            said = NONE if one.granted is None else polish.money(one.granted)
            yield Difference(f"{one.where}, granted", said, polish.money(found.granted or 0))


def printed_otherwise(page: Json, results: Json, call: Call) -> Iterator[Difference]:
    """Compare the rows and figures of a page with what the document states of the decision."""
    stated = {one["number"]: one for one in results["applications"]}
    for entry, place in _entries(page, None):
        one = stated.get(entry["number"])
        if one is None:
            yield Difference("page.json", f"wniosek {entry['number']}", "nie ma go w wynikach")
            continue
        for name, text in _as_printed(one, place is not None).items():
            found = place if name == "place" else entry[name]
            if found != text:
                where = f"page.json, wniosek {one['number']}, {name}"
                yield Difference(where, str(found), text)
    yield from _sums(page, stated, call, results)


def _entries(value: object, place: str | None) -> Iterator[tuple[Json, str | None]]:
    """Find every row of a list, with the place that stands beside it."""
    if isinstance(value, dict):
        if {"number", "points", "requested", "granted", "outcome"} <= value.keys():
            yield value, place
            return
        beside = value.get("place")
        for one in value.values():
            yield from _entries(one, beside if isinstance(beside, str) else None)
    elif isinstance(value, list):
        for one in value:
            yield from _entries(one, None)


def _as_printed(one: Json, placed: bool) -> dict[str, str]:
    row = _row(one)
    said = {
        "points": points(row.points),
        "requested": money(row.requested),
        "granted": _amount_set(row),
        "outcome": OUTCOME_NAMES[Outcome(row.outcome)],
    }
    said |= {name: one[name] for name in ("applicant", "title") if one.get(name)}
    if placed:
        said["place"] = NONE if row.rank is None else str(row.rank)
    return said


def _amount_set(row: Row) -> str:
    """Write the amount set as the lists do: outside the limit too it is what was set."""
    outside = row.outcome == Outcome.SELECTED_OUTSIDE_LIMIT
    amount = row.entitled if outside else row.granted
    return NONE if amount is None else polish.money(amount)


def _sums(
    page: Json, stated: Mapping[str, Json], call: Call, results: Json
) -> Iterator[Difference]:
    """Compare the sums below a list, and the money above it."""
    rows = [
        _row(stated[one["number"]]) for one, _ in _entries(page, None) if one["number"] in stated
    ]
    if isinstance(page.get("granted"), str):
        follows = polish.money(sum(one.granted or 0 for one in rows))
        if page["granted"] != follows:
            yield Difference("page.json, granted", page["granted"], follows)
    known = [one.requested for one in rows if one.requested is not None]
    if isinstance(page.get("requested"), str) and (known or not rows):
        follows = polish.money(sum(known))
        if page["requested"] != follows:
            yield Difference("page.json, requested", page["requested"], follows)
    yield from _figures(page, call, results)


def _figures(page: Json, call: Call, results: Json) -> Iterator[Difference]:
    follow = {
        "Limit środków": polish.money(call.limit.grosze),
        "Przyznano w limicie": polish.money(grosze(results["granted"]) or 0),
        "Pozostało": polish.money(grosze(results["left"]) or 0),
    }
    for name, value in page.get("figures") or ():
        text = follow.get(name)
        if text is not None and "zł" in value and not value.endswith(text):
            yield Difference(f"page.json, {name}", value, text)
