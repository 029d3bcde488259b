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
from intake.dossier import read_dossier
from intake.register import read_register
from tests.intake.office import CALL_1, RULESET, ruleset

README = Path(intake.__file__ or "").parent / "README.md"


def blocks(kind: str) -> list[str]:
    return re.findall(
        rf"^```{kind}\n(.*?)^```", README.read_text("utf-8"), re.DOTALL | re.MULTILINE
    )


@pytest.fixture
def folder(tmp_path):
    names = ("rejestr.csv", "karty.csv", "historia.csv", "ustalenia.csv", "partnerzy.csv")
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
    assert [one.what for one in dossier.warnings] == [
        "brakuje 3\N{NO-BREAK SPACE}ustaleń z uzasadnieniem (reguły: E1, E2, E8)"
    ]


def test_the_json_form_reads_the_same(tmp_path):
    file = tmp_path / "applications.json"
    file.write_text(blocks("json")[0], "utf-8")
    (one,) = read_register(file, CALL_1, ruleset()).applications
    assert (one.number, one.applicant, one.requested) == ("PD/1/2022", "Jan Kowalski", 5_000_000)
    assert one.facts["innovative"] is True


def test_every_key_of_a_call_is_in_the_example():
    from intake.call import _CallYaml  # noqa: PLC0415

    (example,) = blocks("yaml")
    keys = set(re.findall(r"^(\w+):", example, re.MULTILINE))
    names = {field.alias or name for name, field in _CallYaml.model_fields.items()}
    assert keys == names
