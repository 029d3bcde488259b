"""What limits the tranches (§14): how many a year, how much each, and how much in all."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from scoring import polish
from scoring.answer import UNKNOWN, Finding, Verdict, found_of
from scoring.running_costs.given import RunningCosts
from scoring.running_costs.readings import FUNDS_SOURCE, TRANCHE_SOURCE
from scoring.running_costs.tranche import TrancheAccount, paid_in_all

MOST_IN_A_YEAR = 4
"""Tranches that may be paid in one year (§14.1-2)."""

_IN_A_YEAR = "najwyżej 4 transze w roku"
_AMOUNT = "transza: stawka × podstawa pomniejszona o transze już wypłacone"
_FUNDS = "suma transz nie przekracza środków umowy ramowej"


def tranches_a_year(given: RunningCosts) -> Finding:
    """At most four tranches in a calendar year, the next one among them."""
    days = _days(given)
    years = Counter(day.year for day in days if day is not None)
    undated = sum(day is None for day in days)
    read = tuple((f"transze w {year} r.", str(years[year])) for year in sorted(years))
    read += (("transze bez daty", str(undated)),) if undated else ()
    if given.tranches is None:
        said, missing = "Nie wiadomo, ile transz wypłacono.", ("transze już wypłacone",)
        return found_of(
            "tranches_a_year",
            _IN_A_YEAR,
            "unknown",
            said,
            TRANCHE_SOURCE,
            read=read,
            wanted=missing,
        )
    most = max(years.values(), default=0)
    verdict: Verdict = "met"
    said = "W żadnym roku nie ma więcej niż 4 transz."
    if most > MOST_IN_A_YEAR:
        crowded = (
            f"w {year} r. – {many}" for year, many in sorted(years.items()) if many > MOST_IN_A_YEAR
        )
        verdict, said = "not_met", f"Transz w roku jest więcej niż 4: {', '.join(crowded)}."
    elif most + undated > MOST_IN_A_YEAR:
        verdict = "unknown"
        said = "Nie wiadomo, na który rok przypada każda transza; może ich być w roku ponad 4."
    elif not days:
        said = "Nie wypłacono jeszcze żadnej transzy."
    undecided = ("dni wypłaty wszystkich transz",) if verdict == "unknown" else ()
    return found_of(
        "tranches_a_year", _IN_A_YEAR, verdict, said, TRANCHE_SOURCE, read=read, wanted=undecided
    )


def _days(given: RunningCosts) -> list[date | None]:
    days = [one.paid_on for one in given.tranches or ()]
    return days if given.next is None else [*days, given.next.planned_on]


def tranche_amount(accounts: Sequence[TrancheAccount]) -> Finding:
    """No tranche exceeds what rate and base give after the tranches before it."""
    asked = [one for one in accounts if one.is_paid or one.amount is not None]
    read = tuple((_called(one), _against(one)) for one in asked)
    too_much = [one for one in asked if one.over]
    unknown = [one for one in asked if one.over is None]
    if too_much:
        parts = (f"{_called(one)} o {polish.money(one.over or 0)}" for one in too_much)
        said = f"Więcej, niż wynika z obliczenia: {', '.join(parts)}."
        return found_of("tranche_amount", _AMOUNT, "not_met", said, TRANCHE_SOURCE, read=read)
    if unknown:
        names = ", ".join(_called(one) for one in unknown)
        said = f"Nie wiadomo, czy kwota zgadza się z obliczeniem: {names}."
        missing = tuple(f"{_called(one)}: składniki obliczenia albo kwota" for one in unknown)
        return found_of(
            "tranche_amount", _AMOUNT, "unknown", said, TRANCHE_SOURCE, read=read, wanted=missing
        )
    if not asked:
        said = "Nie ma jeszcze transzy, którą można by porównać z obliczeniem."
        return found_of(
            "tranche_amount", _AMOUNT, "not_applicable", said, TRANCHE_SOURCE, read=read
        )
    said = "Żadna transza nie przekracza kwoty, która wynika z obliczenia."
    return found_of("tranche_amount", _AMOUNT, "met", said, TRANCHE_SOURCE, read=read)


def _called(one: TrancheAccount) -> str:
    return f"transza {one.position}" if one.is_paid else f"wnioskowana transza {one.position}"


def _against(one: TrancheAccount) -> str:
    amount, due = _amount(one.amount), _amount(one.due)
    return f"{amount}, z obliczenia {due}"


def _amount(grosze: int | None) -> str:
    return UNKNOWN if grosze is None else polish.money(grosze)


def within_funds(given: RunningCosts) -> Finding:
    """The tranches, with the one requested now, never exceed the funds for 19.4."""
    funds = given.agreement.funds_19_4
    known = [one.amount for one in given.tranches or () if one.amount is not None]
    requested = None if given.next is None else given.next.requested
    least = sum(known) + (requested or 0)
    paid = paid_in_all(given.tranches)
    read = (
        ("środki na 19.4 z umowy ramowej", _amount(funds)),
        ("transze wypłacone", _amount(paid)),
        ("transza wnioskowana", "–" if requested is None else polish.money(requested)),
    )
    if funds is not None and least > funds:
        said = (
            f"Suma transz, {polish.money(least)}, przekracza środki umowy ramowej, "
            f"{polish.money(funds)}, o {polish.money(least - funds)}."
        )
        return found_of("funds", _FUNDS, "not_met", said, FUNDS_SOURCE, read=read)
    if funds is None or paid is None:
        named = (
            ("środki na 19.4 z umowy ramowej", funds),
            ("kwoty wszystkich wypłaconych transz", paid),
        )
        missing = tuple(name for name, value in named if value is None)
        said = "Nie wiadomo, czy suma transz mieści się w środkach umowy ramowej."
        return found_of("funds", _FUNDS, "unknown", said, FUNDS_SOURCE, read=read, wanted=missing)
    said = (
        f"Suma transz, {polish.money(least)}, mieści się w środkach umowy ramowej; zostaje "
        f"{polish.money(funds - least)}."
    )
    return found_of("funds", _FUNDS, "met", said, FUNDS_SOURCE, read=read)
