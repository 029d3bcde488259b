"""The paper of a call: where it is found, that it changes no decision, and what a change of it does."""

import shutil
from pathlib import Path

import pytest

from intake.call import read_call
from reading.problems import Refused
from rounds import finish
from rounds.check_call import check_call
from rounds.open_call import open_call
from rounds.paper import paper_of
from tests.rounds.test_pack import EXAMPLES, MONDAY, url


@pytest.fixture
def call(tmp_path: Path) -> Path:
    folder = tmp_path / "nabor"
    shutil.copytree(
        EXAMPLES / "posiedzenie-19", folder, ignore=shutil.ignore_patterns("wyniki", "*.sqlite")
    )
    return folder


def test_it_lies_beside_the_call_or_where_the_call_says(call: Path):
    beside = paper_of(read_call(call))
    (call / "papier-firmowy").rename(call.parent / "papier")
    assert paper_of(read_call(call)) is None
    with (call / "call.yaml").open("a", encoding="utf-8") as text:
        text.write("letterhead: ../papier\n")
    named = paper_of(read_call(call))
    assert beside is not None
    assert named is not None
    assert named.fingerprint == beside.fingerprint


def test_a_folder_that_is_not_there_is_told_with_its_line(call: Path):
    with (call / "call.yaml").open("a", encoding="utf-8") as text:
        text.write("letterhead: nie-ma\n")
    line = len((call / "call.yaml").read_text("utf-8").splitlines())
    with pytest.raises(Refused, match=rf"call\.yaml:{line}: nie ma folderu „nie-ma”"):
        paper_of(read_call(call))


def test_a_look_at_the_call_tells_what_is_wrong_in_its_paper(call: Path):
    (call / "papier-firmowy/letterhead.yaml").write_text("name: A\nlogo: x.png\n", "utf-8")
    told = [str(one) for one in check_call(call).problems if "papier" in one.file]
    assert len(told) == 1
    assert "letterhead.yaml:2: nie ma pliku „x.png”" in told[0]


def test_it_is_no_part_of_the_decision_but_of_what_is_printed(call: Path, tmp_path: Path):
    before, paper = open_call(call).decide(), paper_of(read_call(call))
    version = finish.keep(before, url(call), MONDAY)
    out = tmp_path / "wyniki"
    finish.ready_folder(out)
    assert paper is not None
    printed = finish.print_version(before, version, out, url(call), paper)
    assert (printed.is_new, printed.other_paper) == (True, False)
    again = finish.print_version(before, version, out, url(call), paper)
    assert (again.is_new, again.other_paper) == (False, False)
    letterhead = call / "papier-firmowy/letterhead.yaml"
    letterhead.write_text("name: LGD „Nowa Nazwa”\n", encoding="utf-8")
    assert open_call(call).decide().fingerprint == before.fingerprint
    other = finish.print_version(before, version, out, url(call), paper_of(read_call(call)))
    assert (other.is_new, other.other_paper) == (False, True)
    assert other.documents == printed.documents
    none = finish.print_version(before, version, out, url(call), None)
    assert none.other_paper


def test_a_text_of_the_office_in_its_letterhead_answers_the_warning_of_the_protest(call: Path):
    said = "wymogi protestu sprzed 2023 r."
    assert [one.what for one in check_call(call).problems if said in one.what]
    with (call / "papier-firmowy/letterhead.yaml").open("a", encoding="utf-8") as text:
        text.write("  - {paragraph: § 9 procedury, text: Własne wymogi., protest: true}\n")
    assert [one.what for one in check_call(call).problems if said in one.what] == []


def test_so_does_a_word_of_the_office_in_the_call_which_changes_no_decision(call: Path):
    before = open_call(call).decide().fingerprint
    with (call / "call.yaml").open("a", encoding="utf-8") as text:
        text.write("protest_confirmed: radca prawny, 2.05.2022\n")
    assert [one for one in check_call(call).problems if "protestu" in one.what] == []
    assert open_call(call).decide().fingerprint == before
