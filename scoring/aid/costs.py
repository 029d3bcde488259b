"""Eligible costs after the rules that take from them (rules C1 to C5, K3, general costs)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

from scoring.aid.cut import Cut
from scoring.points.missing import Missing
from scoring.programme.edition import Programme
from scoring.programme.of_call import CallProgramme, Procedure
from scoring.programme.operation import Operation
from scoring.rule_ids import runs
from scoring.saying import Said

_EMPLOYING = ("training", "network", "incubator")
_OF_19_2: tuple[Procedure, ...] = ("competition", "grants", "own_operation")
"""Sub-measure 19.2; the text on cooperation (19.3) has its own list of costs."""


@dataclass(frozen=True, slots=True)
class Costs:
    """The costs of an operation in grosze: what is declared eligible, and its categories."""

    eligible: int
    by_category: dict[str, int]

    def without(self, category: str, amount: int) -> "Costs":
        """Take an amount off a category and off the whole."""
        left = self.by_category | {category: self.by_category[category] - amount}
        return Costs(self.eligible - amount, left)


def facts_of_costs(of_call: CallProgramme, programme: Programme) -> tuple[str, ...]:
    """Name the costs that must be known: what is declared, and each category that a rule limits."""
    if of_call.lump_sum:
        return ()
    limits = _limits_of(of_call.procedure, programme)
    return ("eligible_cost", *(one.category for one in limits))


def missing_costs(operation: Operation) -> tuple[Missing, ...]:
    """Name what is not known of the costs; nothing is asked where the aid is a lump sum.

    What decides about a cost is asked only where there is such a cost. A part that is larger than
    the whole is no cost that anybody knows.
    """
    if operation.around.of_call.lump_sum:
        return ()
    names = facts_of_costs(operation.around.of_call, operation.around.programme)
    absent = [name for name in names if operation.grosze(name) is None]
    absent += [name for name in _deciding(operation, names) if operation.fact(name) is None]
    missing = [Missing("fact", name) for name in dict.fromkeys(absent)]
    if operation.grosze("in_kind_contribution") and _lacks_wage(operation):
        missing.append(Missing("average_wage"))
    whole = operation.grosze("eligible_cost")
    parts = [name for name in names if whole is not None and (operation.grosze(name) or 0) > whole]
    return (*missing, *(Missing("part_above_whole", operation.name_of(name)) for name in parts))


def _deciding(operation: Operation, names: tuple[str, ...]) -> Iterator[str]:
    """Name the facts on which it hangs whether a cost that there is may be eligible."""
    used, wages, in_kind = (
        name in names and operation.grosze(name)
        for name in ("used_equipment_cost", "employment_cost", "in_kind_contribution")
    )
    if (used or wages) and operation.kind is None:
        yield "operation_kind"
    if used and operation.kind == "heritage":
        yield "heritage_exhibits"
    if in_kind and operation.around.has("hours_in_wage"):
        yield "in_kind_hours"


def _lacks_wage(operation: Operation) -> bool:
    """Say whether hours of work are told and the wage by which they are counted is not."""
    around = operation.around
    unstated = around.of_call.average_wage is None and around.has("hours_in_wage")
    return unstated and bool(operation.number("in_kind_hours"))


@runs("C5")
def is_lump_sum(operation: Operation) -> bool:
    """Say whether the aid is a lump sum: the list of eligible costs does not bind it (C5)."""
    return operation.around.of_call.lump_sum


def eligible_costs(operation: Operation) -> tuple[int, tuple[Cut, ...]]:
    """Return the eligible cost after every rule, and what each rule took off, in grosze.

    The order is written: used equipment, employment, search for partners, work in kind, means of
    transport, general costs. A share of costs that is no whole number of grosze is rounded down.
    """
    limits = _limits_of(operation.around.procedure, operation.around.programme)
    known = {one.category: operation.grosze(one.category) or 0 for one in limits}
    costs = Costs(operation.grosze("eligible_cost") or 0, known)
    cuts: list[Cut] = []
    for limit in limits:
        found = limit.find(operation, costs)
        if found is not None and found.amount > 0:
            cuts.append(found)
            costs = costs.without(limit.category, found.amount)
    return max(costs.eligible, 0), tuple(cuts)


@runs("C2")
def used_equipment(operation: Operation, costs: Costs) -> Cut | None:
    """No used machines, devices or equipment, except exhibits in heritage operations (C2)."""
    used = costs.by_category["used_equipment_cost"]
    if operation.kind == "heritage" and operation.says("heritage_exhibits"):
        return None
    said = Said("Sprzęt używany za {used:zł} jest niekwalifikowalny.", {"used": used})
    return _cut(operation, "C2", "sprzęt używany", used, said)


@runs("C3")
def employment(operation: Operation, costs: Costs) -> Cut | None:
    """Employment only in training, in newly created networks, and in incubators (C3)."""
    wages = costs.by_category["employment_cost"]
    if operation.kind in _EMPLOYING:
        return None
    text = "Koszty zatrudnienia {wages:zł} są kwalifikowalne tylko w szkoleniach, nowych sieciach i inkubatorach."
    return _cut(operation, "C3", "koszty zatrudnienia", wages, Said(text, {"wages": wages}))


@runs("K3")
def search_for_partners(operation: Operation, costs: Costs) -> Cut | None:
    """The cost of looking for partners of a cooperation project is not eligible (K3)."""
    search = costs.by_category["partner_search_cost"]
    said = Said(
        "Koszty poszukiwania partnerów {search:zł} są niekwalifikowalne.", {"search": search}
    )
    return _cut(operation, "K3", "poszukiwanie partnerów", search, said)


@runs("C4")
def work_in_kind(operation: Operation, costs: Costs) -> Cut | None:
    """A contribution in kind counts as eligible; an hour of work is worth the wage / 168 (C4).

    Where the hours and the wage are stated, what is claimed above them is not eligible.
    """
    claimed, hours = costs.by_category["in_kind_contribution"], operation.number("in_kind_hours")
    wage = operation.around.of_call.average_wage
    if not hours or wage is None or not operation.around.has("hours_in_wage"):
        return None
    month = operation.around.figure("hours_in_wage").value
    worth = floor(Fraction(hours) * wage.grosze / Fraction(month))
    values = {
        "claimed": claimed,
        "hours": hours,
        "wage": wage.grosze,
        "month": month,
        "worth": worth,
    }
    text = "Wkład niepieniężny {claimed:zł}; {hours:liczba} godz. × {wage:zł} / {month:liczba} = {worth:zł}."
    return _cut(operation, "C4", "wkład niepieniężny", claimed - worth, Said(text, values))


@runs("C1")
def means_of_transport(operation: Operation, costs: Costs) -> Cut | None:
    """Means of transport up to 30 % of the other eligible costs less general costs (C1)."""
    transport, general = costs.by_category["transport_cost"], costs.by_category["general_cost"]
    share = operation.around.figure("transport_share").value
    base = costs.eligible - transport - general
    most = _share(base, share)
    values = {"transport": transport, "share": share, "base": base, "most": most}
    text = (
        "Środki transportu {transport:zł}; dopuszcza się {share:%} pozostałych kosztów bez kosztów "
        "ogólnych ({base:zł}), czyli {most:zł}."
    )
    return _cut(operation, "C1", "środki transportu", transport - most, Said(text, values))


def general_costs(operation: Operation, costs: Costs) -> Cut | None:
    """General costs up to 10 % of the other costs (Dz.U. 2015 poz. 1570)."""
    if not operation.around.has("general_share"):
        return None
    general, figure = costs.by_category["general_cost"], operation.around.figure("general_share")
    base = costs.eligible - general
    most = _share(base, figure.value)
    values = {"general": general, "share": figure.value, "base": base, "most": most}
    text = "Koszty ogólne {general:zł}; dopuszcza się {share:%} pozostałych kosztów ({base:zł}), czyli {most:zł}."
    return Cut("general", "koszty ogólne", general - most, Said(text, values), figure.source)


def _share(base: int, percent: Decimal) -> int:
    return floor(Fraction(max(base, 0)) * Fraction(percent) / 100)


def _cut(operation: Operation, number: str, name: str, amount: int, said: Said) -> Cut:
    return Cut(number, name, amount, said, operation.around.programme.rules[number])


@dataclass(frozen=True, slots=True)
class _Limit:
    """A category of cost with the rule that limits it, and the procedures that know it."""

    category: str
    rule: str
    find: Callable[[Operation, Costs], Cut | None]
    only: tuple[Procedure, ...] = ()


_LIMITS = (
    _Limit("used_equipment_cost", "C2", used_equipment, _OF_19_2),
    _Limit("employment_cost", "C3", employment, _OF_19_2),
    _Limit("partner_search_cost", "K3", search_for_partners, ("cooperation",)),
    _Limit("in_kind_contribution", "C4", work_in_kind),
    _Limit("transport_cost", "C1", means_of_transport, _OF_19_2),
    _Limit("general_cost", "C1", general_costs, _OF_19_2),
)
"""Each category with the rule that limits it, in the written order; C1 asks for general costs too."""


def _limits_of(procedure: Procedure, programme: Programme) -> tuple[_Limit, ...]:
    """Return the limits of an edition that bind a procedure."""
    return tuple(
        one
        for one in _LIMITS
        if one.rule in programme.rules and (not one.only or procedure in one.only)
    )
