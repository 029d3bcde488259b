"""The scenarios of tests/scenarios/directory: whose area a gmina is, and how current the directory is."""

from datetime import date
from pathlib import Path
from typing import Any, Literal

import pytest
from pydantic import Field

from criteria.directory.entry import Announcement, Entry, in_force
from criteria.directory.read import standard_directory
from reading.models import read_model
from reading.yaml_file import read_yaml
from scoring.area import belongs
from scoring.value import Value

FOLDER = Path(__file__).parents[2] / "scenarios" / "directory"
ANSWERS = {True: "met", False: "not_met", None: "unknown"}
Answer = Literal["met", "not_met", "unknown"]


class Given(Value):
    """The directory that the scenarios of a file start from."""

    entries: tuple[Entry, ...] = ()
    announcements: tuple[Announcement, ...] = ()


class Scenario(Value):
    """An LGD and a gmina, or a day and what stands in the directory, and what must follow."""

    name: str
    lgd: str | None = None
    gmina: str | None = None
    day: date = date(2030, 1, 1)
    announced: str | None = None
    entry: str | None = None
    says: str | None = None
    shows: dict[str, Answer]


class ScenarioFile(Value):
    """A file of scenarios."""

    subject: str
    given: Given = Given()
    scenarios: tuple[Scenario, ...] = Field(min_length=1)


def every() -> list[Any]:
    files = sorted(FOLDER.glob("*.yaml"))
    read = [read_model(read_yaml(file), ScenarioFile) for file in files]
    return [pytest.param(file.given, one, id=one.name) for file in read for one in file.scenarios]


@pytest.mark.parametrize(("given", "scenario"), every())
def test_the_directory_answers_as_the_scenario_says(given: Given, scenario: Scenario):
    assert scenario.shows == dict.fromkeys(scenario.shows, answer(given, scenario))


def answer(given: Given, scenario: Scenario) -> str:
    if scenario.announced is not None:
        news = in_force(given.announcements, scenario.day)
        return ANSWERS[scenario.announced in {one.title for one in news}]
    if scenario.entry is not None:
        (entry,) = (one for one in given.entries if one.id == scenario.entry)
        assert entry.freshness(scenario.day) == scenario.says
        stale = entry.is_stale(scenario.day)
        return ANSWERS[None if stale is None else not stale]
    areas = standard_directory().areas
    area = next((one for one in areas if one.lgd == scenario.lgd), None)
    return ANSWERS[belongs(area, scenario.gmina)]


def test_both_sides_of_both_rules_are_shown():
    shown = {
        (rule, said)
        for _, one in (each.values for each in every())
        for rule, said in one.shows.items()
    }
    assert shown == {(rule, said) for rule in ("N1", "N2") for said in ANSWERS.values()}
