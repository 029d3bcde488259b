"""The folder of a call: one mistake after another, each with its line."""

import hashlib

import pytest

from intake.call import bound_call, read_call
from reading.problems import Problem, Refused
from tests.intake.office import CALL, CALL_1, catalogue

BY_DATE = "criteria: by_date\n"


def write(folder, text):
    (folder / "call.yaml").write_text(text, "utf-8")
    return folder


def refusal(folder, text=None):
    with pytest.raises(Refused) as refused:
        read_call(folder if text is None else write(folder, text))
    return [
        (one.line, one.what.replace(str(folder), "…"), one.write) for one in refused.value.problems
    ]


def test_a_call_is_read_with_what_lies_beside_it(tmp_path):
    (tmp_path / "applications.csv").write_text("x", "utf-8")
    (tmp_path / "cards.xlsx").write_text("x", "utf-8")
    found = read_call(write(tmp_path, CALL + BY_DATE))
    assert found.call == CALL_1
    assert found.criteria is None
    assert found.needed_register() == tmp_path / "applications.csv"
    assert found.cards == tmp_path / "cards.xlsx"


def test_what_stands_beside_the_register_is_found_by_usual_names_or_by_keys(tmp_path):
    under = "programme: {edition: prow-2014-2020}\nhistory: wykaz.csv\n"
    for name in ("wykaz.csv", "rulings.csv", "partners.xlsx"):
        (tmp_path / name).write_text("x", "utf-8")
    found = read_call(write(tmp_path, CALL + BY_DATE + under))
    assert found.history == tmp_path / "wykaz.csv"
    assert found.rulings == tmp_path / "rulings.csv"
    assert found.partners == tmp_path / "partners.xlsx"
    outside = read_call(write(tmp_path, CALL + BY_DATE + "history: wykaz.csv\n"))
    assert (outside.history, outside.rulings, outside.partners) == (None, None, None)


@pytest.mark.parametrize("key", ["history", "rulings", "partners"])
def test_a_key_that_names_no_file_and_two_files_of_one_kind_are_refused(tmp_path, key):
    under = "programme: {edition: prow-2014-2020}\n"
    said = f"nie ma pliku „x.xlsx”, na który wskazuje „{key}”"
    assert refusal(tmp_path, CALL + BY_DATE + under + f"{key}: x.xlsx\n") == [
        (16, said, "popraw nazwę albo usuń ten klucz")
    ]
    for ending in ("xlsx", "csv"):
        (tmp_path / f"{key}.{ending}").write_text("x", "utf-8")
    names = f"{key}.xlsx, {key}.csv"
    assert refusal(tmp_path, CALL + BY_DATE + under) == [
        (
            None,
            f"są tu dwa pliki tego samego: {names}",
            f"zostaw jeden albo wskaż go w call.yaml, np. {key}: {key}.xlsx",
        )
    ]


def test_a_call_without_a_register_is_a_call_until_the_register_is_needed(tmp_path):
    found = read_call(write(tmp_path, CALL + BY_DATE))
    assert (found.register, found.cards) == (None, None)
    with pytest.raises(Refused) as refused:
        found.needed_register()
    assert refused.value.problems == (
        Problem(
            str(tmp_path),
            "w folderze naboru nie ma rejestru wniosków",
            "zapisz rejestr jako applications.xlsx (także .csv lub .json)",
        ),
    )


def test_criteria_are_pinned_by_file_and_hash(tmp_path):
    (tmp_path / "kryteria.yaml").write_text("x", "utf-8")
    found = hashlib.sha256(b"x").hexdigest()
    pinned = f"criteria: {{file: kryteria.yaml, sha256: {found}}}\n"
    assert read_call(write(tmp_path, CALL + pinned)).criteria == tmp_path / "kryteria.yaml"
    (tmp_path / "kryteria.yaml").write_text("y", "utf-8")
    ((line, what, advice),) = refusal(tmp_path)
    assert (line, what) == (14, "plik kryteriów jest inny niż ten, który wskazano w naborze")
    assert advice.endswith(hashlib.sha256(b"y").hexdigest())


NAMES = "wpisz by_date albo {file: ścieżka od folderu naboru}"
WRONG = {
    "no criteria": (CALL, (2, "brakuje klucza „criteria”", "dopisz „criteria: …”")),
    "unknown criteria": (
        CALL + "criteria: by_dat\n",
        (14, "„by_dat” nie wskazuje kryteriów", NAMES),
    ),
    "criteria that are a list": (
        CALL + "criteria: [a]\n",
        (14, "„['a']” nie wskazuje kryteriów", NAMES),
    ),
    "criteria that are not there": (
        CALL + "criteria: {file: x.yaml}\n",
        (14, "nie ma pliku kryteriów „x.yaml”", "popraw ścieżkę (liczy się od folderu naboru)"),
    ),
    "a hash that is none": (
        CALL + "criteria: {file: call.yaml, sha256: abc}\n",
        (14, "to nie jest skrót SHA-256", "wpisz 64 znaki, które podaje sha256sum"),
    ),
    "an unknown key": (
        CALL + BY_DATE + "regster: a.xlsx\n",
        (15, "nieznany klucz „regster”", "czy chodziło o „register”?"),
    ),
    "a register that is not there": (
        CALL + BY_DATE + "register: a.xlsx\n",
        (
            15,
            "nie ma pliku „a.xlsx”, na który wskazuje „register”",
            "popraw nazwę albo usuń ten klucz",
        ),
    ),
    "announced after it opened": (
        CALL.replace("2022-04-15", "2022-05-03") + BY_DATE,
        (
            7,
            "nabór ogłoszono po jego rozpoczęciu",
            "popraw datę ogłoszenia albo rozpoczęcia",
        ),
    ),
    "the same member twice": (
        CALL.replace("Łukasz Żak", "anna  NOWAK") + BY_DATE,
        (12, "członek Rady „anna  NOWAK” jest wpisany dwa razy", "zostaw jeden wpis"),
    ),
    "more cards than members": (
        CALL.replace("at_least: 2", "at_least: 3") + BY_DATE,
        (
            13,
            "wymagane karty (3) to więcej niż członków Rady (2)",
            "zmniejsz at_least albo dopisz członków",
        ),
    ),
    "no cards at all": (
        CALL.replace("at_least: 2", "at_least: 0") + BY_DATE,
        (13, "liczba kart musi być większa od zera", "wpisz np. at_least: 3"),
    ),
    "an empty number": (
        CALL.replace("1/2022", '" "') + BY_DATE,
        (2, "„number” jest puste", "wpisz treść"),
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_mistake_in_a_call_is_told_with_its_line(tmp_path, name):
    text, expected = WRONG[name]
    assert refusal(tmp_path, text) == [expected]


def test_all_mistakes_of_a_call_are_told_at_once(tmp_path):
    text = CALL.replace("2022-04-15", "2022-05-03").replace("at_least: 2", "at_least: 3")
    told = refusal(tmp_path, text + BY_DATE + "register: a.xlsx\ncards: b.xlsx\n")
    assert [line for line, _, _ in told] == [7, 13, 15, 16]


def test_two_registers_are_not_chosen_between(tmp_path):
    for name in ("applications.xlsx", "applications.csv"):
        (tmp_path / name).write_text("x", "utf-8")
    ((_, what, advice),) = refusal(tmp_path, CALL + BY_DATE)
    assert what == "są tu dwa pliki tego samego: applications.xlsx, applications.csv"
    assert advice.endswith("np. register: applications.xlsx")
    chosen = read_call(write(tmp_path, CALL + BY_DATE + "register: applications.csv\n"))
    assert chosen.register == tmp_path / "applications.csv"


def test_a_folder_without_a_call_says_so(tmp_path):
    assert refusal(tmp_path)[0][1] == "w folderze nie ma pliku call.yaml"
    assert refusal(tmp_path / "nie-ma")[0][1] == "nie ma takiego folderu"


CONDITION = """
conditions:
  - {id: area, name: Obszar, require: {all: [{fact: requested, at_most: 300000}, {fact: gmna, is: x}]}, source: § 3}
"""


def test_conditions_are_bound_to_the_units_of_their_facts(tmp_path):
    text = CALL + BY_DATE + CONDITION.replace("gmna", "gmina")
    bound = bound_call(read_call(write(tmp_path, text)), catalogue())
    (condition,) = bound.conditions
    assert [
        condition.require.answer({"requested": one, "gmina": "x"})
        for one in (30_000_000, 30_000_001)
    ] == [True, False]


def test_a_condition_on_an_unknown_fact_is_told_with_its_line(tmp_path):
    found = read_call(write(tmp_path, CALL + BY_DATE + CONDITION))
    with pytest.raises(Refused) as refused:
        bound_call(found, catalogue())
    (problem,) = refused.value.problems
    assert (problem.line, problem.what) == (17, "nieznany fakt „gmna”")


def test_an_unknown_fact_is_added_to_the_criteria_for_a_call_has_no_facts(tmp_path):
    text = CALL + BY_DATE + CONDITION.replace("gmna", "zzz")
    with pytest.raises(Refused) as refused:
        bound_call(read_call(write(tmp_path, text)), catalogue())
    (problem,) = refused.value.problems
    assert problem.write == "dodaj go w „facts” pliku kryteriów"
