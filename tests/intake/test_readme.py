"""The examples of intake/README.md are read as they stand there."""

import re
from fractions import Fraction
from pathlib import Path

import pytest

import intake
from criteria.catalogue import standard_catalogue
from criteria.programme import read_programme
from intake.call import bound_call, read_call
from intake.cards import read_cards
from intake.deliveries import _COLUMNS, read_deliveries
from intake.dossier import read_dossier
from intake.localities import read_localities
from intake.register import read_register
from intake.running_costs import read_running_costs
from reading.models import keys_of
from scoring.announcement import Events
from scoring.area import Area, belongs
from scoring.population import of_day, reference_day
from scoring.running_costs.assess import assess
from scoring.running_costs.given import RunningCosts
from tests.intake.office import CALL_1, RULESET, ruleset

README = Path(intake.__file__ or "").parent / "README.md"
NAMES = (
    "rejestr",
    "karty",
    "historia",
    "ustalenia",
    "partnerzy",
    "lgd-projektow",
    "miejscowosci",
    "doreczenia",
)
"""The tables of the document, in its order."""


def blocks(kind: str) -> list[str]:
    return re.findall(
        rf"^```{kind}\n(.*?)^```", README.read_text("utf-8"), re.DOTALL | re.MULTILINE
    )


@pytest.fixture
def folder(tmp_path):
    names = [f"{name}.csv" for name in NAMES]
    (tmp_path / "call.yaml").write_text(blocks("yaml")[0], "utf-8")
    for name, text in zip(names, blocks("csv"), strict=True):
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_the_call_the_register_and_the_cards_fit_together(folder):
    call_file = read_call(folder)
    call = bound_call(call_file, standard_catalogue())
    register = read_register(call_file.needed_register(), call, RULESET)
    assert [one.number for one in register.applications] == ["PD/1/2022", "PD/2/2022"]
    assert [one.requested for one in register.applications] == [5_000_000, 100_000]
    assert not [one for one in register.warnings if "suma" in one.what]
    assert (register.rows.sums, register.rows.blank, register.rows.titles) == (1, 1, 3)
    cards = read_cards(folder / "karty.csv", call, RULESET, register.applications)
    assert [card.points for card in cards.cards] == [{"innovation": 5}, {}, {"innovation": 0}, {}]
    assert [card.excluded for card in cards.cards] == [False, True, False, False]


def test_the_localities_are_those_of_the_area_and_one_day_has_two_numbers(folder):
    call_file = read_call(folder)
    assert call_file.localities is not None
    localities = read_localities(call_file.localities)
    assert localities.warnings == ()
    ((*rows,),) = localities.found("gm. Wólka", "nowa wolka")
    assert [one.population.inhabitants for one in rows] == [5104, 4980, 5011]
    assert of_day([one.population for one in rows], reference_day(call_file.call)) is None
    area = Area("x", "LGD", call_file.call.lgd.area or ())
    assert {belongs(area, one.gmina.written) for one in rows} == {True}


def test_the_deliveries_fit_the_register(folder):
    call_file = read_call(folder)
    assert call_file.deliveries is not None
    numbers = ["PD/1/2022", "PD/2/2022"]
    found = read_deliveries(call_file.deliveries, call_file.call, numbers)
    assert [sorted(one.days) for one in found.rows] == [
        ["delivered_on", "protested_on", "received_on", "reviewed_on"],
        ["delivered_on"],
    ]
    assert found.warnings == ()


def test_every_column_of_deliveries_and_every_event_is_explained():
    text = README.read_text("utf-8")
    assert all(f"\n| {names[0]} | " in text for names in _COLUMNS.values())
    assert all(f"`{name}`" in text for name in Events.model_fields)


def test_what_stands_beside_the_register_fits_it(folder):
    call_file, catalogue = read_call(folder), standard_catalogue()
    call = bound_call(call_file, catalogue)
    applications = read_register(call_file.needed_register(), call, RULESET).applications
    programme = read_programme("prow-2014-2020")
    dossier = read_dossier(call_file, call, catalogue, programme, applications)
    first, second = dossier.applications
    assert [(one.party.name, one.share) for one in first.partners] == [
        ("Jan Kowalski", Fraction(3, 5)),
        ("Anna Nowak", Fraction(2, 5)),
    ]
    assert {key: ruling.met for key, ruling in first.rulings.items()} == {"E1": True, "E2": True}
    assert {key: ruling.met for key, ruling in second.rulings.items()} == {"E8": False}
    assert [one.amount for one in dossier.earlier_aid or ()] == [6_000_000, 123_456]
    assert [one.other for one in dossier.earlier_aid or ()] == [frozenset(), {"PD/1/2022"}]
    assert (
        dossier.warnings == ()
    )  # E9 stops the first and E8 the second: nothing more is to be found


def test_the_json_form_reads_the_same(tmp_path):
    file = tmp_path / "applications.json"
    file.write_text(blocks("json")[0], "utf-8")
    (one,) = read_register(file, CALL_1, ruleset()).applications
    assert (one.number, one.applicant, one.requested) == ("PD/1/2022", "Jan Kowalski", 5_000_000)
    assert one.facts["innovative"] is True


def test_every_key_of_a_call_is_in_the_example():
    from intake.call import _CallYaml  # noqa: PLC0415

    example = blocks("yaml")[0]
    keys = set(re.findall(r"^(\w+):", example, re.MULTILINE))
    names = {field.alias or name for name, field in _CallYaml.model_fields.items()}
    assert keys == names


def running_costs_example() -> str:
    (example,) = (one for one in blocks("yaml") if "funds_19_4" in one)
    return example


def test_the_running_costs_are_read_and_counted(tmp_path):
    file = tmp_path / "koszty.yaml"
    file.write_text(running_costs_example(), "utf-8")
    read = read_running_costs(file)
    assessment = assess(read.given)
    assert read.warnings == ()
    assert (assessment.verdict, assessment.missing) == ("met", ())
    assert assessment.rate is not None
    assert (assessment.rate.applied, assessment.next.due) == (23, 4_600_000)


def test_every_key_of_running_costs_is_in_the_example():
    uncommented = re.sub(r" *#.*", "", running_costs_example())
    keys = set(re.findall(r"(?:^|[ {])(\w+):(?= |$)", uncommented, re.MULTILINE))
    assert keys == keys_of(RunningCosts)
