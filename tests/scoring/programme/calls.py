"""Random calls under the programme: any procedure, any policy, a few parties that meet again."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, get_args

from hypothesis import strategies as st

from criteria.programme import read_programme
from scoring.application import Application
from scoring.call import Call
from scoring.earlier_aid import AidKind, EarlierAid
from scoring.party import Partner, Party
from scoring.programme.of_call import KINDS, OperationKind, Procedure
from scoring.programme.operation import Under
from scoring.ruleset import Ruleset
from scoring.ruling import Ruling
from tests.scoring import scenario as the
from tests.scoring.programme.scenario import (
    CATALOGUE,
    FOUND,
    OF_KIND,
    USUAL,
    WITHIN_LIMIT,
    Given,
    Scenario,
)
from tests.scoring.programme.scenario import COSTS as OF_COSTS

EDITION = read_programme("prow-2014-2020")
PROCEDURES: tuple[Procedure, ...] = get_args(Procedure)
MOMENT = the.facts({})["submitted_at"]
BLANK = Scenario(name="A call in which everything else is drawn.")
NAMES = {"1": "Jan Kowalski", "2": "Anna Nowak", "3": "Gmina Wólka", None: "Jan Kowalski"}

NUMBERS = st.sampled_from(["1", "2", "3"])


def often(*values: Any) -> st.SearchStrategy[Any]:
    """Draw the first value more often than the others."""
    return st.sampled_from([values[0]] * 25 + list(values))


MOSTLY = often(True, False)
RARELY = often(False, True)
AMOUNTS = st.one_of(
    st.sampled_from([499_999, 500_000, 2_500_001, 5_000_000, 10_000_000, 30_000_001]),
    st.integers(500_000, 60_000_000),
)
COSTS = st.one_of(st.sampled_from([5_000_000, 20_000_000]), st.integers(4_999_999, 90_000_000))
SMALL = st.one_of(st.just(0), st.just(0), st.integers(0, 3_000_000))


SMALL_COSTS = (*OF_COSTS, "partner_search_cost")


FACTS: dict[str, st.SearchStrategy[Any]] = {
    "attachments": st.integers(3, 5),
    "applicant_kind": often("natural_person", "legal_person", "public_unit", "formal_group", "lgd"),
    "runs_business": often(False, True),
    "declares_business": often(False, True),
    "operation_kind": st.sampled_from(KINDS),
    "property_right": often("owner", "documented", "none", "no_property"),
    "processes_agricultural_products": often(False, True),
    "sells_agricultural_products": often(False, True),
    "farmer_insurance": often("none", "partial", "full"),
    "enterprise_size": often("micro", "small", "medium"),
    "jobs_created": often(Decimal(1), Decimal(2), Decimal("0.5"), Decimal(0)),
    "network_partners": often(2, 1, 3),
    "excluded_network": often(False, True),
    "non_commercial": often(True, False),
    "cultivates_heritage": st.booleans(),
    "heritage_exhibits": st.booleans(),
    "requested": AMOUNTS,
    "total_cost": COSTS,
    "in_kind_hours": st.integers(0, 100).map(Decimal),
    "accepts_partial": st.booleans(),
    "project_reach": st.sampled_from(["interterritorial", "international"]),
    "lsr_selected": often(True, False),
    "submitted_in_place": often(True, False),
    "matches_theme": often(True, False),
    "right_support_form": often(True, False),
    "conforms_to_lsr": often(True, False),
    "joint_undertaking": often(True, False),
    "indicators_of_all": often(True, False),
    "foreseen_in_lsr": often(True, False),
    "indicators_raised": often(True, False),
    "indicator_base": often(*map(Decimal, (0, -5, 5))),
    "indicator_target": often(*map(Decimal, (10, 0, -10))),
    "indicator_at_end": often(*map(Decimal, (10, 5, 0, -5))),
    "innovative": st.booleans(),
} | dict.fromkeys(SMALL_COSTS, SMALL)


@st.composite
def facts(draw: st.DrawFn, procedure: Procedure) -> dict[str, Any]:
    """Draw the facts of an application; what is drawn as absent is not known."""
    absent = draw(st.sets(st.sampled_from(sorted(FACTS)), max_size=1)) if draw(RARELY) else set()
    found = {name: draw(values) for name, values in FACTS.items()}
    if procedure in ("own_operation", "cooperation") and draw(MOSTLY):
        found["applicant_kind"] = "lgd"
    if procedure == "grants":
        found |= {name: min(found[name], 5_000_000) for name in ("requested", "total_cost")}
        found |= {name: min(found[name], 100_000) for name in SMALL_COSTS}
        found["applies_for_group"] = draw(st.sampled_from([None, None, "KGW Wólka", "kgw  wólka"]))
    found["eligible_cost"] = found["total_cost"]
    number = draw(NUMBERS) if draw(MOSTLY) else None
    found |= {"producer_number": number, "applicant": NAMES[number], "submitted_at": MOMENT}
    return {name: value for name, value in found.items() if name not in absent}


@st.composite
def partners(draw: st.DrawFn, party: Party) -> tuple[Partner, ...]:
    """Draw who carries the operation out with the applicant, and with what shares."""
    share = draw(st.fractions(Fraction(1, 10), Fraction(9, 10), max_denominator=10))
    other = draw(NUMBERS)
    return (Partner(party, share), Partner(Party(NAMES[other], other), 1 - share))


@st.composite
def application(
    draw: st.DrawFn, number: str, procedure: Procedure, kind: OperationKind | None
) -> Application:
    """Draw one application; the kind is that of the call, where the call says it."""
    said = draw(facts(procedure))
    business = {"develop_business": "runs_business", "start_business": "declares_business"}
    needed = business.get(kind or said.get("operation_kind", ""))
    if needed is not None and procedure == "competition":
        said[needed] = draw(MOSTLY)
    rulings = {
        rule: Ruling(rule, found, "opis", "officer")
        for rule in FOUND
        if (found := draw(often(True, False, None))) is not None
    }
    party = Party(said.get("applicant", ""), said.get("producer_number"))
    joint = draw(partners(party)) if draw(RARELY) else ()
    lgds = (WITHIN_LIMIT,) if procedure == "cooperation" and draw(MOSTLY) else ()
    return Application(number, said, rulings, joint, lgds)


EARLIER = st.builds(
    EarlierAid,
    often(*"123", None).map(lambda one: Party(NAMES[one], one)),
    st.dates(date(2015, 1, 1), date(2022, 3, 1)),
    st.one_of(st.integers(0, 30_000_000), st.sampled_from([9_999_999, 25_000_000, 29_999_999])),
    often("other", *get_args(AidKind)),
    st.just("history.xlsx, wiersz 2"),
    group=st.sampled_from([None, "KGW Wólka"]),
    de_minimis=st.booleans(),
    eur_rate=st.sampled_from([None, Decimal("4.5")]),
)


@st.composite
def calls(draw: st.DrawFn, most: int = 5) -> tuple[Call, list[Application], Under]:
    """Draw a whole call with what was granted before."""
    procedure = draw(st.sampled_from(PROCEDURES))
    programme: dict[str, Any] = {"edition": EDITION.id, "procedure": procedure}
    kind = draw(st.one_of(st.none(), st.sampled_from(KINDS)))
    programme["operation"] = kind
    if draw(st.booleans()):
        pln = Decimal(draw(st.integers(1, 10_000_000))) / 100
        programme["maximum_aid"] = {"pln": pln, "source": "ogłoszenie"}
    if draw(st.booleans()):
        when = {"fact": "innovative", "is": True}
        rate = {"percent": draw(st.integers(1, 100)), "source": "LSR"}
        programme["intensity"] = [rate | draw(st.sampled_from([{}, {"when": when}]))]
    if draw(MOSTLY):
        programme["average_wage"] = {"pln": 5000, "on": "2022-01-01", "source": "GUS"}
    if draw(st.booleans()):
        programme["eur_rate"] = {"value": "4.5", "on": "2022-04-14", "source": "NBP"}
    programme["lump_sum"] = draw(RARELY)
    limit = {
        "pln": Decimal(
            draw(st.one_of(st.integers(0, 90_000_000), st.integers(50_000_000, 300_000_000)))
        )
        / 100,
        "policy": draw(st.sampled_from(["stop", "skip", "partial"])),
    }
    scenario = BLANK.model_copy(update={"limit": limit})
    call, flaws = the.call(scenario, CATALOGUE, programme=programme)
    assert flaws == []
    count = draw(st.integers(0, most))
    some = [draw(application(str(place), procedure, kind)) for place in range(count)]
    # A history is there more often than not, and sometimes nobody has looked.
    earlier = (
        tuple(draw(st.lists(EARLIER, min_size=draw(st.integers(0, 3)), max_size=4)))
        if draw(MOSTLY)
        else None
    )
    return call, some, Under(EDITION, earlier)


CONTENDING = ("start_business", "develop_business", "incubator", "other")


@st.composite
def contender(draw: st.DrawFn, number: str, procedure: Procedure) -> Application:
    """Draw an application that passes the gate but for what its parties got before."""
    kind = draw(st.sampled_from(CONTENDING)) if procedure == "competition" else "other"
    said = the.facts(USUAL | OF_KIND.get(kind, {}) | {"operation_kind": kind}, CATALOGUE)
    ep, most = draw(NUMBERS), 60_000_000 if procedure == "competition" else 5_000_000
    cost = draw(st.integers(5_000_000, most))
    said |= {
        "attachments": draw(st.integers(3, 5)),
        "applicant": NAMES[ep],
        "producer_number": ep,
        "applicant_kind": draw(often("natural_person", "public_unit")),
        "processes_agricultural_products": draw(st.booleans()),
        "total_cost": cost,
        "eligible_cost": cost,
        "requested": draw(st.integers(500_000, most)),
        "accepts_partial": draw(st.booleans()),
    }
    if procedure == "grants":
        said["applies_for_group"] = draw(st.sampled_from([None, "KGW Wólka", "kgw  wólka"]))
    rulings = {rule: Ruling(rule, True, "opis", "officer") for rule in FOUND}
    several = draw(partners(Party(NAMES[ep], ep))) if draw(st.booleans()) else ()
    return Application(number, said, rulings, several)


@st.composite
def contended(draw: st.DrawFn) -> tuple[Call, list[Application], Under]:
    """Draw a call in which most fight for the same money: their own limits and that of the call."""
    procedure: Procedure = draw(st.sampled_from(["competition", "grants"]))
    most = 200_000_000 if procedure == "competition" else 20_000_000
    limit = {
        "pln": Decimal(draw(st.integers(most // 10, most))) / 100,
        "policy": draw(st.sampled_from(["stop", "skip", "partial"])),
    }
    programme = {"edition": EDITION.id, "procedure": procedure, "lump_sum": draw(st.booleans())}
    scenario = BLANK.model_copy(update={"limit": limit})
    call, flaws = the.call(scenario, CATALOGUE, programme=programme)
    assert flaws == []
    count = draw(st.integers(2, 5))
    some = [draw(contender(str(place), procedure)) for place in range(count)]
    known = st.lists(EARLIER, min_size=1, max_size=3)
    earlier = [one if procedure == "competition" else _as_grant(one) for one in draw(known)]
    return call, some, Under(EDITION, tuple(earlier))


def _as_grant(one: EarlierAid) -> EarlierAid:
    return replace(one, kind="grant", amount=min(one.amount, 10_000_000))


def ruleset(**more: Any) -> Ruleset:
    """Make criteria that give a point for each attachment."""
    criteria = [one | {"cap": 5} for one in Given().criteria or ()]
    found, flaws = the.ruleset(BLANK.model_copy(update={"criteria": criteria} | more), CATALOGUE)
    assert flaws == []
    return found
