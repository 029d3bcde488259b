"""Setting the aid: requested → eligible cost → rate → limits → beneficiary → full złoty."""

from dataclasses import dataclass, replace

from scoring.aid.beneficiary import (
    Account,
    Books,
    accounts_of,
    ceilings_of_accounts,
    missing_for_accounts,
)
from scoring.aid.costs import eligible_costs, is_lump_sum, missing_costs
from scoring.aid.cut import Aid, Ceiling, Cut, lowered
from scoring.aid.limits import ceilings_of_operation, least_grant, missing_for_limits
from scoring.aid.once import ceilings_of_exclusions, exclusions_of
from scoring.aid.rate import Rate, ceiling_of_rate, rate_of
from scoring.application import Application
from scoring.points.missing import Missing
from scoring.programme.operation import Operation, Surroundings
from scoring.rule_ids import runs
from scoring.saying import Said

FULL_ZLOTY = 100
"""Aid is set in full złoty (grosze)."""

ROUNDING_SOURCE = "Dz.U. 2015 poz. 1570; Dz.U. 2019 poz. 664: zaokrąglenie w dół do pełnych złotych"
IN_KIND_SOURCE = "art. 69 ust. 1 lit. a rozporządzenia (UE) nr 1303/2013"


@dataclass(frozen=True, slots=True)
class Entitlement:
    """What an operation may get by itself, before what its beneficiary got elsewhere in the call.

    ``ceilings`` stand in the order of the calculation; ``missing`` is what leaves the aid unknown.
    Aid below ``least`` cannot be granted at all.
    """

    requested: int
    eligible: int | None = None
    ineligible: tuple[Cut, ...] = ()
    ceilings: tuple[Ceiling, ...] = ()
    accounts: tuple[Account, ...] = ()
    full_zloty: bool = False
    least: Ceiling | None = None
    missing: tuple[Missing, ...] = ()
    rate: Rate | None = None

    @property
    def least_amount(self) -> int:
        """The least that can be granted, in grosze; 0 where no rule asks for any."""
        return 0 if self.least is None else self.least.most

    def aid(self, granted: Books) -> Aid:
        """Set the aid, given what this call has granted so far to the same beneficiaries."""
        ceilings = (
            *self.ceilings,
            *ceilings_of_exclusions(self.accounts, granted),
            *ceilings_of_accounts(self.accounts, granted),
        )
        amount, cuts = lowered(self.requested, ceilings)
        if self.full_zloty and amount % FULL_ZLOTY:
            rest = amount % FULL_ZLOTY
            said = Said("Kwotę pomocy zaokrągla się w dół do pełnych złotych.")
            cuts = (*cuts, Cut("rounding", "pełne złote", rest, said, ROUNDING_SOURCE))
            amount -= rest
        if self.least is not None and 0 < amount < self.least.most:
            least = self.least
            cuts = (*cuts, Cut(least.id, least.name, amount, least.said, least.source))
            amount = 0
        return Aid(
            self.requested,
            amount,
            cuts,
            self.eligible,
            self.ineligible,
            rate=self.rate,
            ceilings=ceilings,
        )


def entitlement(application: Application, around: Surroundings | None) -> Entitlement:
    """Return what an operation may get; outside any programme that is what it requests."""
    requested = application.requested or 0
    if around is None:
        return Entitlement(requested)
    operation = Operation(application, around)
    rate = None if is_lump_sum(operation) else rate_of(operation)
    missing = (
        *missing_costs(operation),
        *(rate if isinstance(rate, tuple) else ()),
        *missing_for_limits(operation),
        *missing_for_accounts(operation),
    )
    if missing:
        return Entitlement(requested, missing=tuple(dict.fromkeys(missing)))
    limits = ceilings_of_operation(operation)
    accounts = (*accounts_of(operation), *exclusions_of(operation))
    alone = Entitlement(
        requested, ceilings=limits, accounts=accounts, full_zloty=True, least=least_grant(operation)
    )
    if not isinstance(rate, Rate):
        return alone
    eligible, ineligible = eligible_costs(operation)
    ceilings = (*_of_costs(operation, rate, ineligible), *limits)
    return replace(alone, eligible=eligible, ineligible=ineligible, ceilings=ceilings, rate=rate)


def _of_costs(operation: Operation, rate: Rate, ineligible: tuple[Cut, ...]) -> tuple[Ceiling, ...]:
    """Return the rate on the declared cost, then how each cost that is not eligible lowers it."""
    eligible = operation.grosze("eligible_cost") or 0
    ceilings = [ceiling_of_rate(rate, eligible)]
    for cut in ineligible:
        eligible = max(eligible - cut.amount, 0)
        most = ceiling_of_rate(rate, eligible).most
        ceilings.append(Ceiling(cut.id, cut.name, most, cut.said, cut.source))
    in_kind = operation.grosze("in_kind_contribution") or 0
    kept = in_kind - sum(cut.amount for cut in ineligible if cut.id == "C4")
    return (*ceilings, *([without_in_kind(eligible, kept)] if kept else []))


@runs("C4")
def without_in_kind(eligible: int, kept: int) -> Ceiling:
    """Aid pays no contribution in kind: it is at most the eligible cost without it (C4)."""
    most = max(eligible - kept, 0)
    values = {"eligible": eligible, "kept": kept, "most": most}
    text = (
        "Pomoc nie może przekroczyć kosztów kwalifikowalnych bez wkładu niepieniężnego: "
        "{eligible:zł} – {kept:zł} = {most:zł}."
    )
    return Ceiling("C4", "wkład niepieniężny", most, Said(text, values), IN_KIND_SOURCE)
