"""``nabor compare-criteria`` as a clerk types it, and what it prints."""

import json
from pathlib import Path

from pypdf import PdfReader

from criteria.places import SETS
from tests.criteria.writing import write
from tests.nabor.conftest import ROOT, Nabor
from tests.templates.test_printing import text_of

TRYGON = SETS / "trygon" / "micro-enterprises" / "2013-01-01.yaml"
NIGHTS = SETS / "kraina-nocy-i-dni" / "start-of-business" / "2022-01-01.yaml"


def test_two_sets_stand_side_by_side_on_the_screen_and_in_json(nabor: Nabor):
    answer = nabor("compare-criteria", TRYGON, NIGHTS)
    assert (answer.code, answer.err) == (0, "")
    said = " ".join(answer.out.replace("\N{NO-BREAK SPACE}", " ").split())
    # 20 of 100 points, and 20 of 68: 29,41 %.
    assert "miejsca pracy 20 pkt (20 %) 20 pkt (29,41 %)" in said
    found = json.loads(nabor("compare-criteria", TRYGON, NIGHTS, "--json").out)
    assert [one["maximum"] for one in found["sets"]] == ["100", "68"]
    jobs = next(one for one in found["rewards"]["premium"] if one["name"] == "miejsca pracy")
    assert jobs["weights"][1] == {"points": "20", "share": "5/17"}


def test_many_sets_are_printed_in_tables_that_a_page_holds(nabor: Nabor, tmp_path: Path):
    files = sorted(SETS.glob("*/*/*.yaml"))
    page = tmp_path / "porownanie.pdf"
    assert nabor("compare-criteria", *files, "--pdf", page).code == 0
    text = text_of(PdfReader(page))
    assert f"[{len(files)}]" in text
    assert "Sposób przyznawania punktów" in text


def test_the_mistakes_of_all_files_are_told_and_nothing_is_printed(nabor: Nabor, tmp_path: Path):
    spoilt = write(tmp_path / "zle.yaml", status="nieznany")
    missing, page = tmp_path / "nie-ma.yaml", tmp_path / "porownanie.pdf"
    answer = nabor("compare-criteria", TRYGON, spoilt, missing, "--pdf", page)
    assert answer.code == 2
    assert "zle.yaml" in answer.err
    assert "nie-ma.yaml" in answer.err
    assert not page.exists()


def test_one_set_alone_is_not_compared(nabor: Nabor):
    answer = nabor("compare-criteria", TRYGON)
    assert (answer.code, "podaj co najmniej dwa" in answer.err) == (2, True)


def test_a_file_of_a_call_is_told_apart_in_one_sentence(nabor: Nabor):
    answer = nabor("compare-criteria", TRYGON, ROOT / "examples" / "trygon-2013" / "call.yaml")
    assert answer.code == 2
    assert "to jest plik naboru, nie kryteriów" in answer.err
    assert answer.err.count("Błąd") == 1
