"""The format of tests/scenarios/programme: a call under an edition, and what every rule answers.

It is the format of tests/scenarios with what only a programme knows. An application that says
nothing of itself meets every rule of its procedure; a scenario writes what is otherwise.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import Field

from criteria.catalogue import standard_catalogue
from criteria.programme import read_programme
from scoring.aid.cut import Cut
from scoring.answer import Finding, Verdict
from scoring.application import Application
from scoring.cooperation import CooperationShare
from scoring.deciding import decide
from scoring.decision import Assessment, Decision
from scoring.earlier_aid import EarlierAid
from scoring.party import Partner, Party
from scoring.programme.operation import Under
from scoring.ruling import Ruling
from tests.scoring import scenario as the
from tests.scoring.scenario import Row

FOLDER = the.FOLDER / "programme"
CATALOGUE = standard_catalogue()

COSTS = (
    "general_cost",
    "transport_cost",
    "used_equipment_cost",
    "employment_cost",
    "in_kind_contribution",
)
GATE = (
    "submitted_in_place",
    "submitted_in_form",
    "matches_theme",
    "right_support_form",
    "conforms_to_lsr",
    "meets_conditions",
)
"""What the act asks before scoring, in any of its wordings."""

USUAL: Row = (
    {
        "attachments": 5,
        "producer_number": "012345678",
        "applicant_kind": "natural_person",
        "runs_business": "nie",
        "declares_business": "nie",
        "operation_kind": "other",
        "property_right": "owner",
        "processes_agricultural_products": "nie",
        "requested": 50000,
        "eligible_cost": 100000,
        "total_cost": 100000,
    }
    | dict.fromkeys(COSTS, 0)
    | dict.fromkeys(GATE, "tak")
)

OF_BUSINESS: Row = {
    "sells_agricultural_products": "nie",
    "farmer_insurance": "none",
    "enterprise_size": "micro",
    "jobs_created": 1,
}
OF_LGD: Row = {"applicant": "LGD Przykład", "applicant_kind": "lgd"}
OF_COOPERATION: Row = {
    "project_reach": "interterritorial",
    "lsr_selected": "tak",
    "conforms_to_lsr": "tak",
    "joint_undertaking": "tak",
    "indicators_of_all": "tak",
    "foreseen_in_lsr": "tak",
    "indicator_base": 0,
    "indicator_target": 10,
    "indicator_at_end": 10,
    "partner_search_cost": 0,
}
WITHIN_LIMIT = CooperationShare(
    lgd="LGD Przykład",
    share=0,
    funds_19_2=1,
    funds_19_4=1,
    projects_so_far=0,
    preparation_so_far=0,
    preparation_only=False,
)
"""An LGD that keeps within its limit of cooperation (K9), which has scenarios of its own."""

OF_KIND: dict[str, Row] = {
    "start_business": OF_BUSINESS | {"declares_business": "tak"},
    "develop_business": OF_BUSINESS | {"runs_business": "tak"},
    "network": {"network_partners": 2, "excluded_network": "nie"},
    "infrastructure": {"non_commercial": "tak"},
    "incubator": {"non_commercial": "tak"},
    "heritage": {"non_commercial": "tak", "cultivates_heritage": "nie"},
}
OF_PROCEDURE: dict[str, Row] = {
    "grants": {"requested": 20000, "eligible_cost": 20000, "total_cost": 20000},
    "own_operation": OF_LGD,
    "cooperation": OF_LGD | OF_COOPERATION,
}
FOUND = dict.fromkeys(("E1", "E2", "E8", "K2"), True)
"""What the office found of every operation unless the scenario says otherwise."""


class Given(the.Given):
    """What a scenario of the programme starts from."""

    criteria: list[Row] | None = [
        {"id": "points", "kind": "per_unit", "fact": "attachments", "points": 1, "cap": 100}
    ]
    edition: str = "prow-2014-2020"
    announced_on: date = date(2022, 3, 1)
    programme: Row = {}
    rulings: dict[str, bool | None] = {}
    partners: list[Row] = []
    earlier_aid: list[Row] | None = []


class Expected(the.Expected):
    """What must become of one application: verdicts and sentences of rules, cuts, the amount.

    A verdict of ``null``: the rule is not asked in the call.
    """

    verdicts: dict[str, Verdict | None] | None = None
    sentences: dict[str, str] | None = None
    cuts: list[tuple[str, Decimal]] | None = None
    ineligible: list[tuple[str, Decimal]] | None = None
    amount: Decimal | None = None


class Scenario(Given, the.Scenario):
    """A sentence, what is known, what must follow, and which rules it shows on which side."""

    shows: dict[str, Verdict] = {}
    expect: Expected | None = None
    expect_each: Mapping[str, str | Expected] = {}
    verdicts_of_call: dict[str, Verdict] = {}
    sentences_of_call: dict[str, str] = {}


class ScenarioFile(the.ScenarioFile):
    """A file of scenarios on one part of the programme text."""

    given: Given = Given()
    scenarios: tuple[Scenario, ...] = Field(min_length=1)


def files() -> list[Path]:
    """List every file of scenarios of the programme."""
    return sorted(FOLDER.glob("*.yaml"))


@cache
def read(path: Path) -> ScenarioFile:
    """Read a file of scenarios of the programme."""
    return the.read_as(ScenarioFile, path)


def every() -> Iterator[tuple[str, Scenario]]:
    """Go through all scenarios of all files, each with a name for the test."""
    for path in files():
        for one in read(path).scenarios:
            yield f"{path.stem}: {one.name}", the.completed(one, read(path).given)


def decided(scenario: Scenario) -> Decision:
    """Decide the call of a scenario."""
    edition = read_programme(scenario.edition)
    programme = {"edition": scenario.edition} | scenario.programme
    more = {"regime": edition.regimes[-1], "announced_on": scenario.announced_on}
    call, of_call = the.call(scenario, CATALOGUE, programme=programme, **more)
    ruleset, of_rules = the.ruleset(scenario, CATALOGUE)
    assert [flaw.what for flaw in (*of_call, *of_rules) if flaw.level == "error"] == []
    earlier = scenario.earlier_aid
    under = Under(edition, None if earlier is None else tuple(map(earlier_aid, earlier)))
    return decide(call, ruleset, applications(scenario), under=under)


def applications(scenario: Scenario) -> list[Application]:
    """Make the applications: what is usual in the procedure for the kind, then what is written."""
    return [_application(scenario, number, row) for number, row in the.rows(scenario).items()]


def _application(scenario: Scenario, number: str, row: Row) -> Application:
    written = {key: one for key, one in row.items() if key not in ("rulings", "partners")}
    kind = scenario.programme.get("operation") or written.get("operation_kind")
    usual = USUAL | OF_KIND.get(str(kind), {})
    usual |= OF_PROCEDURE.get(scenario.programme.get("procedure", ""), {})
    rulings = FOUND | scenario.rulings | row.get("rulings", {})
    return Application(
        number,
        the.facts(usual | written, CATALOGUE),
        {
            rule: Ruling(rule, found, "opis operacji", "officer")
            for rule, found in rulings.items()
            if found is not None
        },
        tuple(
            Partner(party(one), Fraction(one["share"]))
            for one in row.get("partners", scenario.partners)
        ),
        (WITHIN_LIMIT,) if scenario.programme.get("procedure") == "cooperation" else (),
    )


def party(row: Row) -> Party:
    """Make a party: the usual applicant where nothing else is written."""
    usual = {"applicant": "Jan Kowalski", "producer_number": USUAL["producer_number"]} | row
    return Party(usual["applicant"], usual["producer_number"], usual.get("nip"))


def earlier_aid(row: Row) -> EarlierAid:
    """Make a line of the history; money is in złoty."""
    return EarlierAid(
        party(row),
        date.fromisoformat(str(row["granted_on"])),
        int(Decimal(row["amount"]) * 100),
        row["kind"],
        row.get("place", "history.xlsx, wiersz 2"),
        group=row.get("group"),
        de_minimis=row.get("de_minimis", False),
        eur_rate=None if row.get("eur_rate") is None else Decimal(row["eur_rate"]),
        same=frozenset(row.get("same", ())),
        other=frozenset(row.get("other", ())),
    )


def found(decision: Decision, number: str, wanted: Expected) -> Row:
    """Return what became of an application, in the words of :class:`Expected`."""
    one = decision.find(number)
    assert one is not None
    verdicts, sentences = wanted.verdicts or {}, wanted.sentences or {}
    findings = {finding.id: finding for finding in one.findings}
    cuts = {cut.id: cut.sentence for cut in _cuts(one)}
    amount = None if one.aid is None else one.aid.amount
    whole = {
        "verdicts": {
            rule: findings[rule].verdict if rule in findings else None for rule in verdicts
        },
        "sentences": {
            rule: cuts[rule] if rule in cuts else findings[rule].sentence for rule in sentences
        },
        "cuts": None if one.aid is None else list(map(_in_zloty, one.aid.cuts)),
        "ineligible": None if one.aid is None else list(map(_in_zloty, one.aid.ineligible)),
        "amount": None if amount is None else Decimal(amount) / 100,
    }
    own = {key: whole[key] for key in wanted.model_fields_set & set(whole)}
    return the.found(decision, number, wanted) | own


def _cuts(one: Assessment) -> tuple[Cut, ...]:
    return () if one.aid is None else (*one.aid.ineligible, *one.aid.cuts)


def _in_zloty(cut: Cut) -> tuple[str, Decimal]:
    return cut.id, Decimal(cut.amount) / 100


CUTTING = ("C1", "C2", "C3", "C4", "K3", "A1", "A2", "A3", "A5", "A6", "A7", "A8", "A9")
RATES = ("A12", "K10")
"""Rules that give no finding: they cut, or there was nothing to cut."""


def sides(decision: Decision) -> set[tuple[str, Any]]:
    """Return every rule that a decision shows, each with its side.

    A rule that only cuts is not met where it cuts and met where it lets the amount through; an
    amount that is not set shows it unknown. A lump sum shows C5, and a grant shows E5 by what its
    conditions answer.
    """
    seen: set[tuple[str, Any]] = {(one.id, one.verdict) for one in decision.findings}
    for one in decision.assessments:
        seen |= {(finding.id, finding.verdict) for finding in one.findings}
        cut = {cut.id for cut in _cuts(one)}
        seen |= {(rule, "not_met") for rule in cut}
        if one.aid is None:
            seen |= {(rule, "unknown") for rule in (*CUTTING, *RATES) if one.missing}
        else:
            let = {*CUTTING, *RATES} - cut
            seen |= {(rule, side) for rule in let for side in ("met", "not_applicable")}
            seen.add(("C5", "met" if one.aid.eligible is None else "not_applicable"))
        seen |= {("E5", finding.verdict) for finding in _conditions(decision, one)}
    return seen


def _conditions(decision: Decision, one: Assessment) -> Iterator[Finding]:
    programme = decision.call.programme
    if programme is not None and programme.procedure == "grants":
        yield from (finding for finding in one.findings if finding.id in ("E1", "E2", "E3", "E4"))
