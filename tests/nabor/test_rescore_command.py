"""``nabor rescore`` as a clerk types it: a simulation, a document, past calls, binding and refusals."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from prefect.settings import PREFECT_API_URL, temporary_settings

from tests.nabor.conftest import COOPERATION, EXAMPLES, Nabor

TRYGON = EXAMPLES / "trygon-2013"
PROPOSAL = TRYGON / "projekt-kryteriow.yaml"


def test_it_says_that_it_is_a_simulation_and_shows_who_moved_through_what(nabor: Nabor):
    answer = nabor("rescore", TRYGON, "--criteria", PROPOSAL)
    assert answer.code == 0
    said = answer.out.replace("\N{NO-BREAK SPACE}", " ")
    for part in (
        "Symulacja: w naborze niczego nie zmieniono.",
        "TR/MM/6/2013  57 → 52",
        "„Co najmniej dwa nowe miejsca pracy”: brak kryterium → 10 pkt, +10 pkt",
        "Wypadły z limitu: TR/MM/6/2013",
        "W limicie było 700 000,00 zł, jest 560 000,00 zł (−140 000,00 zł).",
    ):
        assert part in said


def test_its_json_adds_up(nabor: Nabor):
    said = json.loads(nabor("rescore", TRYGON, "--criteria", PROPOSAL, "--json").out)
    assert said["simulation"] is True
    assert said["unchanged"] == 2
    for one in said["moved"]:
        changes = [float(cause["change"]) for cause in one["causes"]]
        assert sum(changes) == float(one["points"]["change"])


def test_a_simulation_imports_no_prefect_no_database_and_no_printer():
    words = ["nabor", "rescore", str(TRYGON), "--criteria", str(PROPOSAL)]
    program = (
        f"import sys; from nabor import door; sys.argv = {words!r}; code = door.run(); "
        "heavy = {'prefect', 'sqlmodel', 'weasyprint'} & set(sys.modules); "
        "sys.exit(f'imported {heavy}' if heavy else code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert (done.returncode, "imported" in done.stderr) == (0, False)


def test_bad_criteria_end_with_two_and_all_that_is_wrong(nabor: Nabor, tmp_path: Path):
    file = tmp_path / "kryteria.yaml"
    file.write_text("format: 1\nlgd: x\nnieznany: 1\n", encoding="utf-8")
    answer = nabor("rescore", TRYGON, "--criteria", file)
    assert answer.code == 2
    checked = nabor("check", file)
    for line in [line for line in checked.err.splitlines() if line.startswith("Błąd")]:
        assert line in answer.err


def test_the_document_is_printed_once_and_never_over_another(
    nabor: Nabor, tmp_path: Path, prefect_server: str
):
    file = tmp_path / "zmiany.pdf"
    words = ("rescore", COOPERATION, "--criteria", COOPERATION / "projekt-kryteriow.yaml")
    with temporary_settings({PREFECT_API_URL: prefect_server}):
        assert nabor(*words, "--out", file, "--public").code == 0
    printed = file.read_bytes()
    assert printed.startswith(b"%PDF-")
    answer = nabor(*words, "--out", file)
    assert (answer.code, file.read_bytes()) == (2, printed)


def test_past_calls_are_tried_together(nabor: Nabor):
    answer = nabor("rescore", "--all-calls", EXAMPLES, "--criteria", PROPOSAL)
    assert answer.code == 0
    said = answer.out.replace("\N{NO-BREAK SPACE}", " ")
    assert "0 z 1          nie rozróżnia wniosków w" in said
    assert "1 nabór: operacji z pomocą było 5, byłoby 4;" in said
    assert "Pominięto nabory: innego zakresu – 7." in said
    as_json = nabor(
        "rescore",
        "--all-calls",
        EXAMPLES,
        "--since",
        "2014-01-01",
        "--criteria",
        PROPOSAL,
        "--json",
    )
    assert json.loads(as_json.out)["others"] == {"innego zakresu": 7, "ogłoszone wcześniej": 1}


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ((), "trzeba podać albo folder naboru, albo --all-calls"),
        ((TRYGON, "--all-calls", EXAMPLES), "trzeba podać albo folder naboru, albo --all-calls"),
        ((TRYGON, "--all-lgds"), "--since i --all-lgds wybierają nabory, a podano jeden"),
        ((TRYGON, "--binding", "--out", "x.pdf"), "niczego się przy tym nie drukuje"),
        ((TRYGON, "--public"), "wersję do publikacji ma tylko drukowane zestawienie zmian"),
        (("--all-calls", EXAMPLES, "--since", "wczoraj"), "„wczoraj” nie jest dniem"),
    ],
)
def test_words_that_do_not_go_together_are_refused(nabor: Nabor, words: tuple[str, ...], what: str):
    answer = nabor("rescore", *words, "--criteria", PROPOSAL)
    assert answer.code == 2
    assert what in answer.err.replace("\N{NO-BREAK SPACE}", " ")


def test_binding_in_a_call_that_is_over_is_refused_with_the_article(nabor: Nabor, tmp_path: Path):
    folder = tmp_path / "nabor"
    shutil.copytree(TRYGON, folder, ignore=shutil.ignore_patterns("wyniki"))
    before = (folder / "call.yaml").read_bytes()
    answer = nabor("rescore", folder, "--criteria", folder / "projekt-kryteriow.yaml", "--binding")
    assert answer.code == 2
    assert "art. 19\N{NO-BREAK SPACE}ust. 4" in answer.err or "art. 19 ust. 4" in answer.err
    assert "zasada S2" in answer.err
    assert (folder / "call.yaml").read_bytes() == before
