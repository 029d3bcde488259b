"""The format of tests/scenarios: a call in a few lines, and what must become of it."""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import Field

from criteria.catalogue import read_catalogue
from reading.models import read_model
from reading.yaml_file import read_yaml
from scoring.application import Application
from scoring.call import Call
from scoring.cards import Card
from scoring.deciding import decide
from scoring.decision import Decision
from scoring.explain import distances, next_steps, reasons
from scoring.export import results
from scoring.facts import Catalogue
from scoring.flaws import Flaw
from scoring.numbers import Points, exact
from scoring.ruleset import Ruleset
from scoring.source_text import SourceText
from scoring.value import Value

FOLDER = Path(__file__).parent.parent / "scenarios"

Row = dict[str, Any]
ONE = "1"
"""The case number of an application that stands alone."""

USUAL_FACTS = {
    "applicant": "Jan Kowalski",
    "title": "Pracownia",
    "submitted_at": "2022-04-05T10:00",
    "requested": 10000,
}
"""What every application says unless the scenario says otherwise (``null`` takes it away)."""

CATALOGUE = read_catalogue(FOLDER / "facts" / "facts.yaml")


class Given(Value):
    """What a scenario starts from. A file gives it once; a scenario may replace any key."""

    criteria: list[Row] | None = None
    minimum: Row = {"points": 0}
    ties: list[Row] = []
    still_tied: str | None = "council_vote"
    term: tuple[str, str] = ("2022-04-01T08:00", "2022-04-14T12:00")
    limit: Row = {"pln": 1000000, "policy": "stop"}
    conditions: list[Row] = []
    members: list[str] = []
    combine: Row | None = None
    rounding: Row | None = None
    tables: dict[str, list[Row]] = {}
    facts: Row | None = None


class Expected(Value):
    """What must become of one application; only what is written is compared."""

    outcome: str | None = None
    points: str | int | Decimal | None = None
    exact: str | int | Decimal | None = None
    maximum: str | int | Decimal | None = None
    minimum: str | int | Decimal | None = None
    rank: int | None = None
    granted: Decimal | None = None
    within_limit: bool | None = None
    of_criteria: dict[str, str | int | Decimal | None] | None = None
    value: str | bool | int | None = None
    says: str | None = None
    missing: list[str] | None = None
    reasons: list[str] | None = None
    next: list[str] | None = None
    distances: list[str] | None = None


class Scenario(Given):
    """A sentence, what is known, and what must follow."""

    name: str
    cards: dict[str, dict[str, Any]] = {}
    applications: dict[str, Row] | None = None
    expect: Expected | None = None
    expect_each: Mapping[str, str | Expected] = {}
    granted: Decimal | None = None
    left: Decimal | None = None
    provisional: bool | None = None
    limit_is: Decimal | None = None
    flaws: list[str] = []
    refused: bool = False


class ScenarioFile(Value):
    """A file of scenarios on one subject."""

    subject: str
    given: Given = Given()
    scenarios: tuple[Scenario, ...] = Field(min_length=1)


File = TypeVar("File", bound=ScenarioFile)
One = TypeVar("One", bound=Scenario)


def files() -> list[Path]:
    """List every scenario file on points, ranking and the limit."""
    return sorted(FOLDER.glob("*.yaml"))


@cache
def read(path: Path) -> ScenarioFile:
    """Read a file of scenarios; unknown keys are refused with their line."""
    return read_as(ScenarioFile, path)


def read_as(model: type[File], path: Path) -> File:
    """Read a file of scenarios of some subject's own form."""
    return read_model(read_yaml(path), model)


def every() -> Iterator[tuple[str, Path, int]]:
    """Go through all scenarios of all files: a name for the test, the file, the position."""
    for path in files():
        for place, one in enumerate(read(path).scenarios):
            yield f"{path.stem}: {one.name}", path, place


def whole(path: Path, place: int) -> Scenario:
    """Return a scenario with what its file gives and it does not replace."""
    file = read(path)
    return completed(file.scenarios[place], file.given)


def completed(scenario: One, given: Given) -> One:
    """Return a scenario with what is given for all and it does not replace."""
    common = {name: getattr(given, name) for name in given.model_fields_set}
    own = {name: getattr(scenario, name) for name in scenario.model_fields_set}
    return type(scenario)(**common | own)


def ruleset(
    scenario: Scenario, catalogue: Catalogue = CATALOGUE, **more: object
) -> tuple[Ruleset, list[Flaw]]:
    """Make the criteria of a scenario; ``more`` replaces what a set says of itself."""
    written = {
        "lgd": "przyklad",
        "scope": "start-of-business",
        "title": "Kryteria",
        "in_force_from": "2022-01-01",
        "status": "model",
        "scope_kind": "other",
        "minimum": scenario.minimum,
        "ties": scenario.ties,
        "still_tied": scenario.still_tied,
        "criteria": [_criterion(one) for one in scenario.criteria or ()],
    } | more
    bound, flaws = Ruleset.model_validate(written).bound(catalogue)
    return bound.model_copy(update={"texts": (text_of(written),)}), flaws


def text_of(written: Row) -> SourceText:
    """Write criteria as the text of a file: JSON is YAML too."""
    text = json.dumps({"format": 1} | written, ensure_ascii=False, default=str)
    return SourceText("przyklad/start-of-business/2022-01-01.yaml", text)


def _criterion(row: Row) -> Row:
    """Add to a criterion the name and source that a scenario leaves out."""
    whole = {"name": row["id"].replace("_", " ").capitalize(), "source": "LSR, zał. 3"} | row
    if "parts" in row:
        whole["parts"] = [_criterion(part) for part in row["parts"]]
    return whole


def call(
    scenario: Scenario, catalogue: Catalogue = CATALOGUE, **more: object
) -> tuple[Call, list[Flaw]]:
    """Make the call of a scenario; ``more`` replaces what a call says of itself."""
    council: Row = {"members": scenario.members}
    if scenario.combine is not None:
        council["cards"] = {"source": "regulamin Rady"} | scenario.combine
    return Call.model_validate(
        {
            "number": "1/2022",
            "title": "Nabór",
            "lgd": {"id": "przyklad", "name": "LGD Przykład"},
            "regime": "2019",
            "scope": "start-of-business",
            "announced_on": "2022-03-01",
            "opens_at": scenario.term[0],
            "closes_at": scenario.term[1],
            "limit": {"source": "ogłoszenie"} | scenario.limit,
            "conditions": [
                {"name": one["id"], "source": "ogłoszenie"} | one for one in scenario.conditions
            ],
            "council": council,
            "rounding": scenario.rounding and {"source": "regulamin Rady"} | scenario.rounding,
            "tables": {
                name: {"source": "GUS", "rows": rows} for name, rows in scenario.tables.items()
            },
        }
        | more
    ).bound(catalogue)


def applications(scenario: Scenario) -> list[Application]:
    """Make the applications of a scenario: the usual facts, and what it says of each."""
    return [Application(number, facts(row)) for number, row in rows(scenario).items()]


def rows(scenario: Scenario) -> dict[str, Row]:
    """Return what a scenario says of each application, by case number."""
    if scenario.applications is not None:
        return scenario.applications
    return {} if scenario.facts is None else {ONE: scenario.facts}


def facts(row: Row, catalogue: Catalogue = CATALOGUE) -> dict[str, Any]:
    """Turn written facts into facts; ``null`` is not known."""
    said = USUAL_FACTS | row
    return {
        key: catalogue[key].from_file(value) for key, value in said.items() if value is not None
    }


def cards(scenario: Scenario) -> list[Card]:
    """Make the cards: ``{Anna: {innovation: 5}}`` for one, ``{A: {Anna: {…}}}`` for several."""
    by_application = scenario.cards if scenario.applications is not None else {ONE: scenario.cards}
    return [
        Card(
            member,
            number,
            {key: exact(value) for key, value in given.items() if key != "excluded"},
            excluded=given.get("excluded", False),
        )
        for number, members in by_application.items()
        for member, given in members.items()
    ]


def decided(scenario: Scenario) -> Decision:
    """Decide the call of a scenario."""
    made_call, of_call = call(scenario)
    made_ruleset, of_rules = ruleset(scenario)
    said = [flaw.what for flaw in (*of_call, *of_rules) if flaw.level == "error"]
    assert said == scenario.flaws
    return decide(made_call, made_ruleset, applications(scenario), cards(scenario))


def expected(scenario: Scenario) -> dict[str, Expected]:
    """Return what a scenario expects, by case number; one word alone is the outcome."""
    alone = {} if scenario.expect is None else {ONE: scenario.expect}
    return alone | {
        number: Expected(outcome=said) if isinstance(said, str) else said
        for number, said in scenario.expect_each.items()
    }


def expected_of_call(scenario: Scenario) -> Row:
    """Return what a scenario expects of the whole call."""
    keys = {"granted", "left", "provisional", "limit_is"} & scenario.model_fields_set
    return {key: getattr(scenario, key) for key in keys}


def found_of_call(decision: Decision, wanted: Row) -> Row:
    """Return what became of the whole call, in złoty."""
    whole = {
        "granted": Decimal(decision.granted) / 100,
        "left": Decimal(decision.left) / 100,
        "provisional": decision.provisional,
        "limit_is": Decimal(decision.call.limit.grosze) / 100,
    }
    return {key: whole[key] for key in wanted}


def found(decision: Decision, number: str, wanted: Expected) -> Row:
    """Return what became of an application, in the words of :class:`Expected`."""
    one = decision.find(number)
    assert one is not None
    exported = next(row for row in results(decision)["applications"] if row["number"] == number)
    first = exported["criteria"][0] if one.scores else {}
    whole = {
        "outcome": one.outcome.value,
        "points": one.points,
        "exact": one.exact_points,
        "maximum": one.maximum,
        "minimum": one.minimum,
        "rank": one.rank,
        "granted": None if one.granted is None else Decimal(one.granted) / 100,
        "within_limit": one.within_limit,
        "of_criteria": {score.criterion: score.points for score in one.scores},
        "value": first.get("value"),
        "says": first.get("reason"),
        "missing": [missing.sentence(decision.ruleset.catalogue) for missing in one.missing],
        "reasons": reasons(decision, one),
        "next": next_steps(decision, one),
        "distances": distances(decision, one),
    }
    return {key: whole[key] for key in wanted.model_fields_set & set(whole)}


def written(wanted: Expected) -> Row:
    """Return what a scenario expects, with points made exact and spaces as they are printed."""
    said = {key: getattr(wanted, key) for key in wanted.model_fields_set}
    for key in ("points", "exact", "maximum", "minimum"):
        if key in said:
            said[key] = as_points(said[key])
    if said.get("of_criteria") is not None:
        said["of_criteria"] = {key: as_points(one) for key, one in said["of_criteria"].items()}
    return said


def as_points(value: str | int | Decimal | None) -> Points | None:
    """Read points as a scenario writes them: ``17``, ``53.39``, ``13/3``."""
    return None if value is None else exact(Fraction(value))


def plain_spaces(value: Any) -> Any:
    """Let a scenario write ordinary spaces where print has non-breaking ones."""
    if isinstance(value, str):
        return value.replace("\N{NO-BREAK SPACE}", " ")
    if isinstance(value, list):
        return [plain_spaces(one) for one in value]
    if isinstance(value, dict):
        return {key: plain_spaces(one) for key, one in value.items()}
    return value
