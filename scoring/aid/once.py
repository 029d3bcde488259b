"""What one party may get of a call only once, or not together (rules E9, E10, E12).

The gate looks at aid of earlier calls; here the list of this call is gone down, so that of two
operations of one party the higher one gets the aid and the lower one does not.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from scoring.aid.beneficiary import Account, Books
from scoring.aid.cut import Ceiling
from scoring.programme.operation import Operation
from scoring.rule_ids import runs
from scoring.saying import Said

_START, _GROWTH, _INCUBATOR, _PROCESSING = "/start", "/growth", "/incubator", "/processing"
"""Groups of these accounts; no formalised group is called so, for its name holds only words."""

_WHY = {
    "E9": "pomoc na podjęcie działalności przysługuje raz",
    "E10": "pomoc na rozwój przysługuje najwcześniej 2 lata po pomocy na podjęcie działalności",
    "E12": "inkubator i pomoc na przetwórstwo wykluczają się",
}


@runs("E9", "E10", "E12")
def exclusions_of(operation: Operation) -> tuple[Account, ...]:
    """Return the accounts by which other aid of the same call shuts the operation out."""
    if operation.around.procedure == "cooperation":
        return ()
    rules = operation.around.programme.rules
    return tuple(
        Account(one.party, Fraction(1), 0, 0, number, rules[number], books, bars)
        for number, books, bars in _kinds(operation)
        if number in rules
        for one in operation.carriers
    )


def _kinds(operation: Operation) -> Iterator[tuple[str, str, str]]:
    """Give for each rule the group that the operation is booked in, and the one that bars it."""
    if operation.kind == "start_business":
        yield "E9", _START, _START
    if operation.kind == "develop_business":
        yield "E10", _GROWTH, _START
    if operation.kind == "incubator":
        yield "E12", _INCUBATOR, _PROCESSING
    if operation.is_business and operation.says("processes_agricultural_products"):
        yield "E12", _PROCESSING, _INCUBATOR


def ceilings_of_exclusions(accounts: Sequence[Account], granted: Books) -> tuple[Ceiling, ...]:
    """Return a ceiling of nothing for whoever got the other aid higher on the list."""
    barred = (one for one in accounts if one.bars and granted.to(one.party, one.bars))
    return tuple(_nothing(one) for one in barred)


def _nothing(account: Account) -> Ceiling:
    text = "{who}: w tym naborze wybrano wyżej inną operację tego podmiotu, a {why}."
    said = Said(text, {"who": account.party.name, "why": _WHY[account.rule]})
    return Ceiling(account.rule, "wykluczająca się pomoc", 0, said, account.source)
