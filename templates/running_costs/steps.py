"""The calculations of the sheet, line by line: the rate, and the next tranche."""

from collections.abc import Iterator
from fractions import Fraction

from scoring import polish
from scoring.answer import UNKNOWN
from scoring.running_costs.assess import Assessment
from scoring.running_costs.readings import BASE_SOURCE, FUNDS_SOURCE, RATE_SOURCE, TRANCHE_SOURCE
from scoring.running_costs.tranche import HIGHEST_RATE, PUBLIC_SHARE, TrancheAccount
from scoring.value import Value
from templates.base.entry import NONE


class Step(Value):
    """One line of a calculation: what, how, how much, and where the law stands."""

    name: str
    how: str
    value: str
    source: str


def rate_steps(assessment: Assessment) -> Iterator[Step]:
    """Say how the rate came out of the framework agreement."""
    agreement, rate = assessment.given.agreement, assessment.rate
    source = agreement.source or NONE
    yield Step(name="Środki na 19.4", how=NONE, value=money(agreement.funds_19_4), source=source)
    yield Step(name="Środki na 19.2", how=NONE, value=money(agreement.funds_19_2), source=source)
    raised = applied = exact = UNKNOWN
    if rate is not None:
        exact = f"{polish.points(_whole_or_fraction(rate.exact))}{polish.NARROW}%"
        raised, applied = (polish.percent(Fraction(one)) for one in (rate.raised, rate.applied))
    yield Step(name="Iloraz", how="19.4 / 19.2", value=exact, source=RATE_SOURCE)
    how = "w górę do pełnego procentu"
    yield Step(name="Po zaokrągleniu", how=how, value=raised, source=RATE_SOURCE)
    how = f"najwyżej {HIGHEST_RATE} %"
    yield Step(name="Stawka", how=how, value=applied, source=RATE_SOURCE)


def next_steps(assessment: Assessment) -> Iterator[Step]:
    """Say how the next tranche is counted, from the aid paid to what is due."""
    one, rate, paid = assessment.next, assessment.rate, assessment.given.paid
    stated = paid.source or NONE
    said = UNKNOWN if rate is None else polish.percent(Fraction(rate.applied))
    divided = None if one.public is None else one.public / PUBLIC_SHARE
    rows = (
        ("Wypłacono beneficjentom niepublicznym", NONE, money(one.non_public), stated),
        ("Wypłacono jednostkom publicznym", NONE, money(one.public), stated),
        ("Jednostki publiczne po przeliczeniu", "/ 0,6363", exact_money(divided), BASE_SOURCE),
        ("Podstawa", "niepubliczni + przeliczone publiczne", exact_money(one.base), BASE_SOURCE),
        (
            "Stawka × podstawa",
            f"{said}, w dół do pełnego grosza",
            money(one.earned),
            TRANCHE_SOURCE,
        ),
        (
            "Najwyżej środki umowy ramowej",
            money(assessment.given.agreement.funds_19_4),
            money(one.allowed),
            FUNDS_SOURCE,
        ),
        ("Transze już wypłacone", "odjąć", money(one.before), TRANCHE_SOURCE),
        ("Transza należna", _never_below(one), money(one.due), TRANCHE_SOURCE),
        ("Transza wnioskowana", _planned(one), _requested(one), NONE),
    )
    for name, how, value, source in rows:
        yield Step(name=name, how=how, value=value, source=source)


def _never_below(one: TrancheAccount) -> str:
    if one.beyond:
        return f"0, bo wypłacono już o {polish.money(one.beyond)} za dużo"
    return "nigdy mniej niż 0"


def _planned(one: TrancheAccount) -> str:
    return NONE if one.day is None else f"na {polish.day(one.day)}"


def _requested(one: TrancheAccount) -> str:
    return NONE if one.amount is None else polish.money(one.amount)


def money(grosze: int | None) -> str:
    """Write an amount, or that it is not known."""
    return UNKNOWN if grosze is None else polish.money(grosze)


def exact_money(grosze: Fraction | None) -> str:
    """Write an exact amount; one that no grosz holds is shown rounded, and marked."""
    if grosze is None:
        return UNKNOWN
    shown = polish.money(round(grosze))
    return shown if grosze.denominator == 1 else f"≈{polish.NARROW}{shown}"


def _whole_or_fraction(value: Fraction) -> int | Fraction:
    return value.numerator if value.denominator == 1 else value
