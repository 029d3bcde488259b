"""What people found: with a justification, once, on a rule that somebody judges in the call."""

from datetime import date
from pathlib import Path

import pytest

from intake.rulings import Rulings, missing_rulings, read_rulings, rulings_wanted
from reading.problems import Problem, Refused
from scoring.application import Application
from scoring.ruling import Ruling
from tests.intake.beside import ANNA, APPLICATIONS, CALL_UNDER, CATALOGUE, JAN, PROW
from tests.intake.office import CALL, call, problems_of, write_csv, write_xlsx

HEADS = ["Znak sprawy", "Reguła", "Ustalenie", "Uzasadnienie", "Kto ustalił", "Dzień"]
GOOD = ["PD/1/2022", "E1", "spełniony", "Dyplom", "pracownik biura", "20.05.2022"]
RULES = (
    "wpisz numer jednej z reguł: E1 (Doświadczenie, potencjał, kwalifikacje lub działalność), "
    "E2 (Uzasadnienie ekonomiczne operacji), "
    "E8 (Bez potrzeb partykularnych, imprez cyklicznych i promocji przedsiębiorców)"
)


def read(tmp_path, *rows, heads=HEADS, applications=APPLICATIONS, of_call=CALL_UNDER) -> Rulings:
    file = write_xlsx(tmp_path / "ustalenia.xlsx", [["Ustalenia"], list(heads), *rows])
    return read_rulings(file, of_call, PROW, applications)


def refusal(tmp_path, *rows, **other):
    with pytest.raises(Refused) as refused:
        read(tmp_path, *rows, **other)
    found = problems_of(refused.value, tmp_path / "ustalenia.xlsx")
    return [one.removeprefix("plik, arkusz „Sheet1”, ") for one in found]


def but(place, cell):
    return [*GOOD[:place], cell, *GOOD[place + 1 :]]


def test_a_row_is_what_somebody_found_on_one_rule(tmp_path):
    found = read(tmp_path, GOOD, [], ["pd/1/2022", "E8", "nie", "Festyn co roku", "RADA", ""])
    assert found == Rulings(
        {
            "PD/1/2022": {
                "E1": Ruling("E1", True, "Dyplom", "officer", date(2022, 5, 20)),
                "E8": Ruling("E8", False, "Festyn co roku", "council"),
            }
        },
        (),
    )
    with_them, without = found.added_to(APPLICATIONS)
    assert dict(with_them.rulings) == dict(found.of["PD/1/2022"])
    assert without == ANNA


def test_a_row_that_is_not_filled_in_says_nothing(tmp_path):
    assert read(tmp_path, ["PD/1/2022", "E1", "", "-", "Rada", "20.05.2022"]) == Rulings({}, ())


def test_a_csv_of_an_old_office_reads_the_same(tmp_path):
    file = write_csv(tmp_path / "rulings.csv", [HEADS, but(3, "Łąka i żądło")], "cp1250")
    found = read_rulings(file, CALL_UNDER, PROW, APPLICATIONS).of
    assert found["PD/1/2022"]["E1"].justification == "Łąka i żądło"


@pytest.mark.parametrize(
    "said",
    [
        "e1",
        "doświadczenie, potencjał, kwalifikacje lub działalność",
        "doświadczenie, potencjał, kwalifikacje lub odpowiednia działalność",
        "E1 – Doświadczenie, potencjał, kwalifikacje lub działalność",
        "E1. Doświadczenie, potencjał, kwalifikacje lub działalność",
    ],
)
def test_a_rule_is_known_by_its_number_or_its_name(tmp_path, said):
    assert list(read(tmp_path, but(1, said)).of["PD/1/2022"]) == ["E1"]


@pytest.mark.parametrize(
    ("said", "met"),
    [
        ("spełniony", True),
        ("Spełniona", True),
        ("warunek spełniony", True),
        ("spełnia", True),
        ("tak", True),
        (True, True),
        ("niespełniony", False),
        ("nie spełniony", False),
        ("Warunek niespełniony", False),
        ("nie spełnia", False),
        ("nie", False),
        (False, False),
    ],
)
def test_a_finding_is_written_in_many_ways(tmp_path, said, met):
    assert read(tmp_path, but(2, said)).of["PD/1/2022"]["E1"].met is met


WRONG = {
    "no application": (
        but(0, ""),
        "kolumna „Znak sprawy”: brak znaku sprawy → wpisz znak sprawy",
    ),
    "an unknown application": (
        but(0, "PD/9/2022"),
        (
            "kolumna „Znak sprawy”: nie ma w rejestrze wniosku „PD/9/2022” → "
            "wpisz jedno z: „PD/1/2022”, „PD/2/2022”"
        ),
    ),
    "no rule": (but(1, ""), f"kolumna „Reguła”: brak reguły → {RULES}"),
    "an unknown rule": (but(1, "E99"), f"kolumna „Reguła”: nie ma reguły „E99” → {RULES}"),
    "two rules": (but(1, "E1, E2"), f"kolumna „Reguła”: nie ma reguły „E1, E2” → {RULES}"),
    "a rule that documents decide": (
        but(1, "E3"),
        f"kolumna „Reguła”: reguły E3 nikt nie ustala w tym naborze → {RULES}",
    ),
    "a rule of other calls": (
        but(1, "K2"),
        f"kolumna „Reguła”: reguły K2 nikt nie ustala w tym naborze → {RULES}",
    ),
    "a justification alone": (
        but(2, ""),
        "kolumna „Ustalenie”: jest uzasadnienie, a brak ustalenia → wpisz spełniony albo niespełniony",
    ),
    "neither yes nor no": (
        but(2, "raczej"),
        "kolumna „Ustalenie”: „raczej” nie znaczy ani tak, ani nie → wpisz spełniony albo niespełniony",
    ),
    "no justification": (
        but(3, " "),
        (
            "kolumna „Uzasadnienie”: ustalenie bez uzasadnienia → "
            "wpisz, z czego ono wynika; zdanie to trafi do dokumentów"
        ),
    ),
    "nobody": (
        but(4, ""),
        "kolumna „Kto ustalił”: nie podano, kto ustalił → wpisz pracownik biura albo Rada",
    ),
    "somebody else": (
        but(4, "wójt"),
        "kolumna „Kto ustalił”: „wójt” nie mówi, kto ustalił → wpisz pracownik biura albo Rada",
    ),
    "a day that is none": (
        but(5, "wczoraj"),
        "kolumna „Dzień”: nie można odczytać daty „wczoraj” → wpisz datę, np. 5.05.2022",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_mistake_is_told_with_its_place(tmp_path, name):
    row, said = WRONG[name]
    assert refusal(tmp_path, row) == [f"wiersz 3, {said}"]


def test_a_rule_is_found_on_once_for_an_application(tmp_path):
    assert refusal(tmp_path, GOOD, but(0, "PD/2/2022"), but(2, "nie")) == [
        (
            "wiersz 5, kolumna „Reguła”: ustalenie reguły E1 we wniosku PD/1/2022 stoi już w wierszu 3 → "
            "zostaw jeden wiersz"
        )
    ]


def test_a_column_that_must_be_there_is_an_error(tmp_path):
    assert refusal(tmp_path, heads=["Znak sprawy", "Ustalenie"]) == [
        f"wiersz 2: brak kolumny „{name}” → dodaj ją do tabeli"
        for name in ("Reguła", "Uzasadnienie", "Kto ustalił")
    ]


def test_a_finding_from_before_the_call_is_a_warning(tmp_path):
    assert read(tmp_path, but(5, "2.05.2022")).warnings == ()
    (one,) = read(tmp_path, but(5, "1.05.2022")).warnings
    assert one.what.replace("\N{NO-BREAK SPACE}", " ") == (
        "ustalenie z dnia 1 maja 2022 r. jest sprzed rozpoczęcia naboru"
    )


def test_findings_in_a_call_where_nobody_finds_are_refused(tmp_path):
    outside = call(CALL)
    assert refusal(tmp_path, GOOD, of_call=outside) == [
        "wiersz 3, kolumna „Reguła”: reguły E1 nikt nie ustala w tym naborze → usuń wiersz"
    ]


def wanted(text, *applications):
    found = rulings_wanted(call(CALL + text), CATALOGUE, PROW, applications)
    return [(one.number, rule.number) for one, rule in found]


def test_findings_are_wanted_where_a_rule_bears_on_the_operation():
    start = "programme: {edition: prow-2014-2020, operation: start_business}\n"
    assert wanted(start, JAN) == [("PD/1/2022", rule) for rule in ("E1", "E2", "E8")]
    training = "programme: {edition: prow-2014-2020, operation: training}\n"
    assert wanted(training, JAN) == [("PD/1/2022", "E1"), ("PD/1/2022", "E8")]
    cooperation = "programme: {edition: prow-2014-2020, procedure: cooperation}\n"
    assert wanted(cooperation, JAN) == [("PD/1/2022", "K2")]
    gone = Application("PD/3/2022", {"withdrawn": True})
    assert wanted(start, gone) == []
    assert wanted("", JAN) == []


def test_missing_findings_are_one_warning_with_their_number(tmp_path):
    all_of = rulings_wanted(CALL_UNDER, CATALOGUE, PROW, APPLICATIONS)
    assert missing_rulings(tmp_path, all_of, None) == [
        Problem(
            str(tmp_path),
            "brakuje 6\N{NO-BREAK SPACE}ustaleń z uzasadnieniem (reguły: E1, E2, E8)",
            "wypełnij formularz z „nabor rulings-template”",
            level="warning",
        )
    ]
    done = [
        Application(one.number, one.facts, {rule.number: Ruling(rule.number, True, "x", "officer")})
        for one, rule in all_of
        if rule.number == "E1"
    ]
    some = rulings_wanted(CALL_UNDER, CATALOGUE, PROW, done)
    (one,) = missing_rulings(tmp_path, some, Path("ustalenia.xlsx"))
    assert (one.file, one.write) == ("ustalenia.xlsx", "uzupełnij wiersze")
    assert one.what == "brakuje 4\N{NO-BREAK SPACE}ustaleń z uzasadnieniem (reguły: E2, E8)"
    assert missing_rulings(tmp_path, [], None) == []
