"""The format of tests/scenarios/deadlines: the days of a call, and the last day of each term."""

from datetime import date, datetime, time
from pathlib import Path

from pydantic import Field

from reading.models import read_model
from reading.yaml_file import read_yaml
from rounds.calendar import day_off
from scoring.announcement import Events
from scoring.call import Call, Regime
from scoring.deadlines import Deadline, deadlines
from scoring.deliveries import Delivery
from scoring.programme.of_call import Procedure
from scoring.value import Value

FOLDER = Path(__file__).parent.parent / "scenarios" / "deadlines"


class Given(Value):
    """What a scenario starts from. A file gives it once; a scenario may replace any key."""

    regime: Regime = "2019"
    procedure: Procedure | None = None
    announced: date = date(2022, 3, 21)
    opens: date = date(2022, 4, 6)
    closes: date = date(2022, 4, 19)
    today: date = date(2022, 6, 1)
    events: Events = Events()
    deliveries: tuple[Delivery, ...] = ()


class Scenario(Given):
    """A sentence, the days that are known, and what follows.

    ``expect`` tells of each term its last day and how it stands: ``2022-06-20 open``; ``–`` where
    there is no last day. A term of a case is written ``PD/1 protest``. Only what is written is
    compared, but ``only`` lists every term that there must be.
    """

    name: str
    expect: dict[str, str] = {}
    only: list[str] | None = None


class ScenarioFile(Value):
    """A file of scenarios on one subject."""

    subject: str
    given: Given = Given()
    scenarios: tuple[Scenario, ...] = Field(min_length=1)


def every() -> list[tuple[str, Scenario]]:
    """Return all scenarios of all files, each with what its file gives."""
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        file = read_model(read_yaml(path), ScenarioFile)
        common = {name: getattr(file.given, name) for name in file.given.model_fields_set}
        for one in file.scenarios:
            own = {name: getattr(one, name) for name in one.model_fields_set}
            found.append((f"{path.stem}: {one.name}", Scenario(**common | own)))
    return found


def call(scenario: Scenario) -> Call:
    """Make the call of a scenario."""
    procedure = scenario.procedure
    programme = None if procedure is None else {"edition": "przyklad", "procedure": procedure}
    return Call.model_validate(
        {
            "programme": programme,
            "number": "1/2022",
            "title": "Nabór",
            "lgd": {"id": "przyklad", "name": "LGD Przykład"},
            "regime": scenario.regime,
            "scope": "zakres",
            "announced_on": scenario.announced,
            "opens_at": datetime.combine(scenario.opens, time(8)),
            "closes_at": datetime.combine(scenario.closes, time(15)),
            "limit": {"pln": 1000000, "policy": "stop", "source": "ogłoszenie"},
        }
    )


def found(scenario: Scenario) -> dict[str, Deadline]:
    """Return every term of a scenario by its name: ``notify``, ``PD/1 protest``."""
    terms = deadlines(call(scenario), scenario.events, scenario.deliveries, day_off)
    return {f"{one.case or ''} {one.term.id}".strip(): one for one in terms}


def said(one: Deadline, today: date) -> str:
    """Tell a term's last day and how it stands."""
    return f"{one.due or '–'} {one.status(today).value}"
