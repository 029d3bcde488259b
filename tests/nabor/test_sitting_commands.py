"""``nabor sitting`` and the forms of the council and the sitting, as a clerk types them."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from rounds.open_call import open_call
from tests.nabor.conftest import EXAMPLES, Answer, Nabor

EXAMPLE = EXAMPLES / "posiedzenie-19"


@pytest.fixture
def nabor(nabor: Nabor) -> Nabor:
    """Run the command; what it prints is compared with ordinary spaces."""

    def answer(*words: str | Path) -> Answer:
        said = nabor(*words)
        return replace(said, out=said.out.replace("\N{NO-BREAK SPACE}", " "))

    return answer


@pytest.fixture
def call(tmp_path: Path) -> Path:
    """A copy of the example that a test may spoil."""
    folder = tmp_path / "nabor"
    shutil.copytree(EXAMPLE, folder)
    return folder


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_every_vote_is_shown_with_what_was_counted(nabor: Nabor):
    answer = nabor("sitting", EXAMPLE)
    assert (answer.code, answer.err) == (0, "")
    assert (
        "sektor publiczny 7 = 36,84 %; sektor gospodarczy 4 = 21,05 %; sektor społeczny 8 = 42,11 %"
        in answer.out
    )
    assert "7. 1.06.2022, 11:05 PZ/1/2/2022: Zgodność z LSR – NIEWAŻNE" in answer.out
    assert (
        "✗ Żadna grupa powyżej limitu głosów: sektor społeczny: 8 z 16 głosów, czyli 50 %"
        in answer.out
    )
    assert "→ los pada na: Leonard Niktowski" in answer.out
    assert answer.out.endswith(
        "23 głosowania, nieważnych 1; każde, od którego zależy wybór, powtórzono ważnie.\n"
    )


def test_json_says_the_same(nabor: Nabor):
    answer = nabor("sitting", EXAMPLE, "--json")
    found = json.loads(answer.out)
    assert (answer.code, found["valid"], len(found["votes"])) == (0, True, 23)
    seventh = found["votes"][6]
    assert (seventh["valid"], seventh["passed"], len(seventh["entitled"])) == (False, None, 16)
    assert {one["id"]: one["verdict"] for one in seventh["findings"]} == {
        "quorum": "met",
        "votes": "met",
        "by_name": "met",
        "groups": "not_met",
        "half": "met",
    }
    assert seventh["remedy"]["lot"] == ["Leonard Niktowski"]
    assert found["open_proposals"] == []


def test_a_selecting_vote_that_is_not_valid_is_exit_code_1(nabor: Nabor, call: Path):
    change(call / "sitting.yaml", "left_out: [Leonard Niktowski]", "left_out: [Tekla Wyobraźnia]")
    answer = nabor("sitting", call)
    assert answer.code == 1
    assert (
        "Według zapisanego ziarna los pada na: Leonard Niktowski. (regulamin Rady, § 8)"
        in answer.out
    )
    assert answer.out.endswith("nieważnych 4, w tym przy wyborze operacji i niepowtórzonych 3.\n")
    assert nabor("sitting", call, "--json").code == 1


def test_a_proposal_without_a_decision_is_shown(nabor: Nabor, call: Path):
    line = next(
        one
        for one in (call / "sitting.yaml").read_text("utf-8").splitlines(keepends=True)
        if "Jeremi Bajka, application" in one
    )
    change(call / "sitting.yaml", line, "")
    answer = nabor("sitting", call)
    assert answer.code == 0
    assert (
        "Propozycje wyłączeń bez decyzji\n  Jeremi Bajka, PZ/1/5/2022: nazwisko Bajka i miejscowość Zmyślin (do wyjaśnienia)\n"
        in answer.out
    )
    assert "a Rada już głosowała" in answer.err


def test_the_card_of_an_absent_member_is_refused_by_name(nabor: Nabor, call: Path):
    change(call / "sitting.yaml", "  - Tekla Wyobraźnia\n", "")
    answer = nabor("sitting", call)
    assert answer.code == 2
    assert (
        "karta: Tekla Wyobraźnia, wniosek PZ/1/1/2022, nie liczy się: nieobecność na posiedzeniu"
        in answer.err
    )


def test_the_card_of_the_excluded_is_left_aside_with_a_warning(nabor: Nabor, call: Path):
    change(
        call / "cards.csv",
        "PZ/1/3/2022;Malwina Urojona;tak;;",
        "PZ/1/3/2022;Malwina Urojona;;5;Dobre",
    )
    answer = nabor("sitting", call)
    assert answer.code == 0
    assert (
        "karta: Malwina Urojona, wniosek PZ/1/3/2022, nie liczy się: siostra wnioskodawczyni"
        in answer.err
    )


def test_a_card_with_a_justification_and_no_points_is_refused_by_name(nabor: Nabor, call: Path):
    for name in ("Adela Zmyślona", "Feliks Domysł"):
        change(call / "cards.csv", f"PZ/1/1/2022;{name};;5;", f"PZ/1/1/2022;{name};;;")
    answer = nabor("sitting", call)
    assert answer.code == 2
    for name in ("Adela Zmyślona", "Feliks Domysł"):
        said = f"karta: {name}, wniosek PZ/1/1/2022: brak oceny kryterium „Jakość opisu operacji”"
        assert said in answer.err


def test_before_a_sitting_a_card_with_a_justification_and_no_points_is_a_warning(call: Path):
    (call / "sitting.yaml").unlink()
    old = "PZ/1/1/2022;Adela Zmyślona;;5;"
    change(call / "cards.csv", old, old.replace("5", ""))
    assert [one.what for one in open_call(call).warnings if one.what.startswith("karta")] == [
        "karta: Adela Zmyślona, wniosek PZ/1/1/2022: brak oceny kryterium „Jakość opisu operacji”"
    ]


@pytest.mark.parametrize(
    ("missing", "what"),
    [("council.yaml", "nie ma pliku Rady"), ("sitting.yaml", "nie ma posiedzenia")],
)
def test_without_a_council_or_a_sitting_it_says_which_form_to_fill_in(
    nabor: Nabor, call: Path, missing: str, what: str
):
    (call / missing).unlink()
    answer = nabor("sitting", call)
    assert answer.code == 2
    assert what in answer.err
    assert f"nabor {missing.removesuffix('.yaml')}-template" in answer.err


def test_an_empty_call_still_has_its_sitting(nabor: Nabor, call: Path):
    (call / "cards.csv").unlink()
    register = (call / "applications.csv").read_text("utf-8").splitlines()
    (call / "applications.csv").write_text("\n".join(register[:2]) + "\n", "utf-8")
    text = (call / "sitting.yaml").read_text("utf-8")
    start = text[: text.index("exclusions:")]
    votes = "votes:\n  - {about: order, at: '10:05', part: 1, for: all}\n"
    (call / "sitting.yaml").write_text(start + votes, "utf-8")
    answer = nabor("sitting", call)
    assert (answer.code, answer.out.splitlines()[-1]) == (0, "1 głosowanie, wszystkie ważne.")
    assert nabor("sitting-template", call, "--out", call / "form.xlsx").code == 0


@pytest.mark.parametrize("form", ["council-template", "sitting-template"])
def test_a_form_is_written_once_and_never_over_another(nabor: Nabor, tmp_path: Path, form: str):
    file = tmp_path / "form.xlsx"
    answer = nabor(form, EXAMPLE, "--out", file)
    assert (answer.code, answer.out) == (
        0,
        (
            f"Zapisano: {file}\nWypełniony zapisz w folderze naboru jako "
            f"{form.removesuffix('-template')}.xlsx.\n"
        ),
    )
    before = file.read_bytes()
    again = nabor(form, EXAMPLE, "--out", file)
    assert again.code == 2
    assert "taki plik już jest" in again.err
    assert file.read_bytes() == before


def test_who_was_drawn_to_assess_is_shown_and_can_be_drawn_again(nabor: Nabor, call: Path):
    (call / "cards.csv").unlink()
    change(call / "council.yaml", "  by_name: true\n", "  assessors: {count: 3, source: § 9}\n")
    answer = nabor("sitting", call)
    assert "Wylosowani oceniający\n  PZ/1/1/2022: " in answer.out
    assert "|PZ/1/1/2022|imię i nazwisko' | sha256sum" in answer.out
    drawn = json.loads(nabor("sitting", call, "--json").out)["assessors"]
    assert {number: len(names) for number, names in drawn.items()} == {
        f"PZ/1/{number}/2022": 3 for number in range(1, 7)
    }
    assert "Malwina Urojona" not in drawn["PZ/1/3/2022"]
    change(call / "sitting.yaml", 'seed: "losowanie', 'number_of_seed: "losowanie')
    assert "nieznany klucz" in nabor("sitting", call).err


def test_votes_not_cast_may_be_all_that_is_in_the_way(nabor: Nabor, call: Path):
    old = (
        "    subject: Zgodność z LSR\n    for: all\n    part: 1\n  - about: points\n    at: 10:50\n"
    )
    change(call / "sitting.yaml", old, old.replace("for: all", "for: 18"))
    change(call / "council.yaml", "  by_name: true\n", "")
    answer = nabor("sitting", call)
    assert answer.code == 1
    assert "? Żadna grupa powyżej limitu głosów: Nie zapisano, kto głosował" in answer.out
    assert (
        "→ gdyby głosowali wszyscy uprawnieni i zapisano kto, parytet byłby zachowany" in answer.out
    )


def test_blank_cards_have_the_members_of_the_council(nabor: Nabor, tmp_path: Path):
    answer = nabor("cards-template", EXAMPLE, "--out", tmp_path / "cards.xlsx")
    assert (answer.code, answer.err) == (0, "")
    rows = (
        load_workbook(tmp_path / "cards.xlsx").worksheets[0].iter_rows(min_row=5, values_only=True)
    )
    assert len([row for row in rows if row[0] == "PZ/1/1/2022" and row[3]]) == 19
