"""Everything that stands beside the register, read together or refused together."""

from dataclasses import replace
from datetime import timedelta

import pytest

from intake.call import read_call
from intake.dossier import Dossier, read_dossier
from reading.problems import Refused
from tests.intake.beside import ANNA, APPLICATIONS, CATALOGUE, JAN, PROW, UNDER
from tests.intake.office import CALL, write_csv

HISTORY = [
    ["Beneficjent", "NIP", "Data przyznania", "Kwota pomocy", "Cel pomocy"],
    ["Jan Kowalski", "8567346215", "5.06.2017", "100", "inna operacja"],
]
RULINGS = [
    ["Znak sprawy", "Reguła", "Ustalenie", "Uzasadnienie", "Kto ustalił"],
    ["PD/1/2022", "E1", "tak", "Dyplom", "Rada"],
]
PARTNERS = [
    ["Znak sprawy", "Nazwa partnera", "EP", "NIP"],
    ["PD/1/2022", "Jan Kowalski", "", "8567346215"],
    ["PD/1/2022", "Ewa Lis", "55555", ""],
]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "call.yaml").write_text(CALL + "criteria: by_date\n" + UNDER, "utf-8")
    return tmp_path


def read(folder, applications=APPLICATIONS, **tables):
    for name, cells in tables.items():
        write_csv(folder / f"{name}.csv", cells)
    call_file = read_call(folder)
    return read_dossier(call_file, call_file.call, CATALOGUE, PROW, applications)


def test_without_files_nobody_looked_and_nobody_found(folder):
    found = read(folder)
    assert (found.applications, found.earlier_aid) == (APPLICATIONS, None)
    assert [one.what.replace("\N{NO-BREAK SPACE}", " ") for one in found.warnings] == [
        "brakuje 6 ustaleń z uzasadnieniem (reguły: E1, E2, E8)"
    ]


def missing(dossier):
    return [one.what.replace("\N{NO-BREAK SPACE}", " ") for one in dossier.warnings]


@pytest.mark.parametrize(
    ("cost", "said"),
    [
        (5_000_000, "brakuje 6 ustaleń z uzasadnieniem (reguły: E1, E2, E8)"),
        (4_999_999, "brakuje 3 ustaleń z uzasadnieniem (reguły: E1, E2, E8)"),
    ],
)
def test_no_ruling_is_missed_of_an_operation_that_another_rule_stops(folder, cost, said):
    jan = replace(JAN, facts={**JAN.facts, "total_cost": cost})
    assert missing(read(folder, (jan, ANNA))) == [said]


def test_no_ruling_is_missed_of_an_operation_that_came_late(folder):
    call = read_call(folder).call
    late = replace(JAN, facts={**JAN.facts, "submitted_at": call.closes_at + timedelta(minutes=1)})
    in_time = replace(JAN, facts={**JAN.facts, "submitted_at": call.closes_at})
    assert missing(read(folder, (late,))) == []
    assert missing(read(folder, (in_time,))) == [
        "brakuje 3 ustaleń z uzasadnieniem (reguły: E1, E2, E8)"
    ]


def test_once_a_ruling_stops_an_operation_no_other_is_missed(folder):
    stopping = [RULINGS[0], ["PD/1/2022", "E8", "nie", "Festyn co roku", "Rada"]]
    assert missing(read(folder, (JAN,), rulings=stopping)) == []


def test_aid_granted_earlier_may_stop_an_operation_too(folder):
    started = [*HISTORY[:1], [*HISTORY[1][:4], "podjęcie działalności gospodarczej"]]
    assert not [one for one in missing(read(folder, (JAN,), history=started)) if "brakuje" in one]


def test_a_list_with_a_header_alone_is_a_search_that_found_nothing(folder):
    assert read(folder, history=HISTORY[:1]).earlier_aid == ()


def test_all_files_complete_the_applications(folder):
    found = read(folder, history=HISTORY, rulings=RULINGS, partners=PARTNERS)
    first, second = found.applications
    assert [one.name for one in first.parties] == ["Jan Kowalski", "Ewa Lis"]
    assert first.rulings["E1"].justification == "Dyplom"
    assert (first.number, first.facts) == (JAN.number, JAN.facts)
    assert second == ANNA
    assert [one.amount for one in found.earlier_aid or ()] == [10_000]
    assert [one.what.replace("\N{NO-BREAK SPACE}", " ") for one in found.warnings] == [
        "brakuje 5 ustaleń z uzasadnieniem (reguły: E1, E2, E8)"
    ]


def test_a_partner_too_is_looked_for_in_the_history(folder):
    aid = [*HISTORY[:1], ["Lis Ewa", "", "5.06.2017", "100", "inna operacja"]]
    found = read(folder, history=aid, partners=PARTNERS)
    assert "(Lis Ewa) dostał wnioskodawca z wniosku PD/1/2022" in found.warnings[0].what


def test_the_mistakes_of_all_files_are_told_at_once(folder):
    tables = (("history", HISTORY), ("rulings", RULINGS), ("partners", PARTNERS))
    wrong = {name: [heads, ["?"] * len(heads)] for name, (heads, *_) in tables}
    with pytest.raises(Refused) as refused:
        read(folder, **wrong)
    files = {one.file for one in refused.value.problems}
    assert files == {str(folder / f"{name}.csv") for name in wrong}


def test_outside_a_programme_nothing_is_read(folder):
    call_file = read_call(folder)
    found = read_dossier(call_file, call_file.call, CATALOGUE, None, APPLICATIONS)
    assert found == Dossier(APPLICATIONS)
