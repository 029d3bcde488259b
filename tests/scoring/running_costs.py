"""The format of tests/scenarios/running_costs: an LGD in a few lines, and what must follow."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import Field

from intake.running_costs import running_costs_of
from reading.models import read_model
from reading.yaml_file import YamlFile, read_yaml
from scoring.answer import Verdict
from scoring.rule_ids import RULES
from scoring.running_costs.assess import Assessment, assess, result
from scoring.value import Value

FOLDER = Path(__file__).parent.parent / "scenarios" / "running_costs"

Plain = dict[str, Any]


class Expected(Value):
    """What must come out; only what is written is compared. Amounts are złoty."""

    rate: int | None = None
    raised: int | None = None
    base: str | int | Decimal | None = None
    earned: Decimal | None = None
    allowed: Decimal | None = None
    due: Decimal | None = None
    over: Decimal | None = None
    beyond: Decimal | None = None
    inhabitants: int | None = None
    posts: tuple[int, ...] | None = None
    verdict: Verdict | None = None
    missing: tuple[str, ...] | None = None


class Scenario(Value):
    """A sentence, what differs from what the file gives, and what must follow."""

    name: str
    change: Plain = {}
    shows: dict[str, Verdict] = {}
    answers: dict[str, Verdict] = {}
    says: dict[str, str] = {}
    expect: Expected = Expected()


class ScenarioFile(Value):
    """A file of scenarios on one subject; ``given`` is written as an office's file is."""

    subject: str
    given: Plain
    scenarios: tuple[Scenario, ...] = Field(min_length=1)


def files() -> list[Path]:
    """List every scenario file."""
    return sorted(FOLDER.glob("*.yaml"))


@cache
def read(path: Path) -> ScenarioFile:
    """Read a file of scenarios; unknown keys are refused with their line."""
    return read_model(read_yaml(path), ScenarioFile)


def every() -> Iterator[tuple[str, Path, int]]:
    """Go through all scenarios of all files: a name for the test, the file, the position."""
    for path in files():
        for place, one in enumerate(read(path).scenarios):
            yield f"{path.stem}: {one.name}", path, place


def assessed(given: Plain, change: Plain) -> Assessment:
    """Assess what the file gives, with what a scenario changes in it."""
    return assess(running_costs_of(YamlFile("scenario", "", _changed(given, change))).given)


def _changed(given: Plain, change: Plain) -> Plain:
    found = dict(given)
    for key, value in change.items():
        both = isinstance(value, dict) and isinstance(given.get(key), dict)
        found[key] = _changed(given[key], value) if both else value
    return found


def found(assessment: Assessment, wanted: Expected) -> Plain:
    """Return what came out, for the keys that a scenario expects."""
    upcoming, said = assessment.next, result(assessment)
    rate = assessment.rate
    keys = ("earned", "allowed", "due", "over", "beyond")
    amounts = {key: _pln(getattr(upcoming, key)) for key in keys}
    whole: Plain = amounts | {
        "rate": None if rate is None else rate.applied,
        "raised": None if rate is None else rate.raised,
        "base": said["tranches"][-1]["base"],
        "inhabitants": assessment.counted,
        "posts": assessment.posts,
        "verdict": assessment.verdict,
        "missing": assessment.missing,
    }
    return {key: whole[key] for key in wanted.model_fields_set}


def wanted(expected: Expected) -> Plain:
    """Return what a scenario expects, as :func:`found` returns it."""
    said = {key: getattr(expected, key) for key in expected.model_fields_set}
    if said.get("base") is not None:
        said["base"] = str(said["base"])
    return said


def verdicts(assessment: Assessment, *, of_rules: bool) -> dict[str, Verdict]:
    """Return the verdict of every rule of the catalogue, or of every limit of the tranches."""
    return {one.id: one.verdict for one in assessment.answers if (one.id in RULES) is of_rules}


def sentences(assessment: Assessment) -> dict[str, str]:
    """Return every sentence, with ordinary spaces."""
    return {one.id: one.sentence.replace("\xa0", " ") for one in assessment.answers}


def _pln(grosze: int | None) -> Decimal | None:
    return None if grosze is None else Decimal(grosze) / 100
