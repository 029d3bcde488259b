"""The command as a clerk types it: what it answers, its exit code, and that it stays Polish."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from prefect.settings import PREFECT_API_URL, temporary_settings

from nabor import screen
from nabor.commands import score
from tests.nabor.conftest import COOPERATION, ROOT, START_UPS, Nabor


@pytest.fixture
def call(tmp_path: Path) -> Path:
    """A copy of a small call that a test may spoil."""
    folder = tmp_path / "nabor"
    shutil.copytree(COOPERATION, folder, ignore=shutil.ignore_patterns("wyniki"))
    return folder


def test_score_shows_the_ranking_and_the_money(nabor: Nabor):
    answer = nabor("score", COOPERATION)
    assert answer.code == 0
    assert "Znak sprawy" in answer.out
    assert "Limit" in answer.out


def test_score_json_has_the_promised_shape(nabor: Nabor):
    answer = nabor("score", START_UPS, "--json")
    assert answer.code == 0
    said = json.loads(answer.out)
    assert {"call", "fingerprint", "limit", "applications"} <= set(said)
    application = said["applications"][0]
    promised = {"number", "outcome", "rank", "points", "maximum", "requested", "granted"}
    assert promised | {"within_limit", "criteria", "reasons"} <= set(application)
    criterion = application["criteria"][0]
    assert set(criterion) == {"id", "points", "maximum", "fact", "value", "source", "reason"}
    assert isinstance(application["points"], str)
    assert application["requested"].endswith(".00")


def test_score_never_imports_prefect_nor_a_database_nor_a_printer():
    program = (
        "import sys; from nabor import door; "
        f"sys.argv = ['nabor', 'score', {str(COOPERATION)!r}]; code = door.run(); "
        "heavy = {'prefect', 'sqlmodel', 'weasyprint'} & set(sys.modules); "
        "sys.exit(f'imported {heavy}' if heavy else code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_explain_says_why_and_how_far(nabor: Nabor):
    number = json.loads(nabor("score", COOPERATION, "--json").out)["applications"][0]["number"]
    answer = nabor("explain", COOPERATION, number)
    assert answer.code == 0
    assert "Źródło" in answer.out
    assert "minimum" in answer.out


def test_of_words_that_would_turn_a_result_explain_names_the_one_of_fewest_points(nabor: Nabor):
    answer = nabor("explain", COOPERATION, "WP/1/2016")
    assert "Forma projektu współpracy: projekt symetryczny (teraz: inna forma)" in answer.out
    assert "projekt zintegrowany" not in answer.out


def test_explain_of_a_number_that_is_not_there_offers_those_that_are(nabor: Nabor):
    answer = nabor("explain", COOPERATION, "NIE/MA")
    assert answer.code == 2
    assert "nie ma wniosku „NIE/MA”" in answer.err
    assert "wpisz znak sprawy z rejestru" in answer.err


def test_check_of_all_criteria_finds_no_error(nabor: Nabor):
    answer = nabor("check", ROOT / "criteria" / "sets")
    assert (answer.code, "Błąd" in answer.err) == (0, False)


def test_check_of_a_bad_file_ends_with_one(nabor: Nabor, tmp_path: Path):
    file = tmp_path / "2030-01-01.yaml"
    file.write_text("format: 1\nlgd: x\nnieznany: 1\n", encoding="utf-8")
    answer = nabor("check", file)
    assert answer.code == 1
    assert f"{file}:3" in answer.err
    assert "nieznany klucz „nieznany”" in answer.err


@pytest.mark.parametrize("file", sorted((ROOT / "criteria" / "sets").rglob("*.yaml")))
def test_every_set_of_criteria_can_be_read_aloud(nabor: Nabor, file: Path):
    answer = nabor("criteria", file)
    assert answer.code == 0
    assert "Kryterium" in answer.out


def test_criteria_are_printed_as_an_annex(nabor: Nabor, tmp_path: Path):
    source = next((ROOT / "criteria" / "sets").rglob("krajowe/**/*.yaml"))
    answer = nabor("criteria", source, "--pdf", tmp_path / "zalacznik.pdf")
    assert answer.code == 0
    assert (tmp_path / "zalacznik.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("form", ["register-template", "cards-template"])
def test_a_form_is_written_once_and_never_over_a_filled_one(
    nabor: Nabor, tmp_path: Path, form: str
):
    file = tmp_path / "formularz.xlsx"
    assert nabor(form, START_UPS, "--out", file).code == 0
    before = file.read_bytes()
    again = nabor(form, START_UPS, "--out", file)
    assert again.code == 2
    assert "mógł zostać wypełniony" in again.err
    assert file.read_bytes() == before


FORMS = ("register", "cards", "history", "rulings", "partners")


@pytest.fixture
def start_ups(tmp_path: Path) -> Path:
    """A copy of a call of start-ups, under the programme."""
    folder = tmp_path / "nabor"
    shutil.copytree(START_UPS, folder, ignore=shutil.ignore_patterns("wyniki"))
    with (folder / "call.yaml").open("a", encoding="utf-8") as file:
        file.write("programme: {edition: prow-2014-2020, operation: start_business}\n")
    return folder


@pytest.mark.parametrize("form", FORMS)
def test_a_form_of_a_call_is_written_beside_it(nabor: Nabor, start_ups: Path, form: str):
    before = set(start_ups.iterdir())
    answer = nabor(f"{form}-template", start_ups)
    (file,) = set(start_ups.iterdir()) - before
    assert file.name.endswith("-szablon.xlsx")
    assert (answer.code, answer.out.replace("\n", "")) == (0, f"Zapisano: {file}")


def test_the_blank_forms_under_their_names_are_read_and_say_nothing_yet(
    nabor: Nabor, start_ups: Path
):
    before = json.loads(nabor("score", start_ups, "--json").out)
    assert "wypełnij formularz z „nabor rulings-template”" in nabor("score", start_ups).err
    for name in ("rulings", "partners"):
        nabor(f"{name}-template", start_ups, "--out", start_ups / f"{name}.xlsx")
    answer = nabor("score", start_ups, "--json")
    assert (answer.code, json.loads(answer.out)) == (0, before)
    assert "uzupełnij wiersze" in answer.err
    number = before["applications"][0]["number"]
    unknown = "Brak wykazu wcześniejszej pomocy (plik history.xlsx)"
    assert unknown in nabor("explain", start_ups, number).out
    nabor("history-template", start_ups, "--out", start_ups / "history.xlsx")
    assert unknown not in nabor("explain", start_ups, number).out


@pytest.mark.parametrize("form", ["history", "rulings", "partners"])
def test_a_form_that_nobody_would_read_is_not_written(nabor: Nabor, tmp_path: Path, form: str):
    answer = nabor(f"{form}-template", START_UPS, "--out", tmp_path / "a.xlsx")
    assert answer.code == 2
    assert "nabór nie ma klucza „programme”, więc tego formularza nikt by nie czytał" in answer.err
    assert not (tmp_path / "a.xlsx").exists()


def test_a_form_of_findings_is_not_written_where_nobody_finds(nabor: Nabor, start_ups: Path):
    text = (start_ups / "call.yaml").read_text("utf-8")
    text = text.replace('regime: "2019"', 'regime: "2023"').replace(
        "prow-2014-2020", "ps-wpr-2023-2027"
    )
    (start_ups / "call.yaml").write_text(text, "utf-8")
    answer = nabor("rulings-template", start_ups)
    assert answer.code == 2
    assert "w tym naborze nie ma reguły, którą rozstrzyga człowiek" in answer.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("scor",), "Czy chodziło o: score?"),
        (("score",), "Brakuje: NABÓR"),
        (("score", "a", "b"), "zbędne słowa"),
        (("score", "a", "--xyz"), "Nie ma opcji --xyz"),
        (("round", "a", "--out"), "Opcji --out użyto niepoprawnie"),
    ],
)
def test_a_mistyped_command_is_answered_in_polish(nabor: Nabor, words, said):
    answer = nabor(*words)
    assert answer.code == 2
    assert said in answer.err
    assert "--help" in answer.err


@pytest.mark.parametrize(
    "words", [(), ("score",), ("round",), ("explain",), ("check",), ("criteria",)]
)
def test_help_is_polish_and_shows_an_example(nabor: Nabor, words):
    answer = nabor(*words, "--help")
    assert answer.code == 0
    assert "Użycie:" in answer.out
    assert "Opcje" in answer.out
    assert not {"Usage", "Options", "Commands", "Show this"} & set(answer.out.split())
    assert not words or "Przykład: nabor" in answer.out


@pytest.mark.parametrize("command", ["score", "round", *(f"{form}-template" for form in FORMS)])
def test_a_folder_that_is_not_there_is_told_so(nabor: Nabor, tmp_path: Path, command: str):
    answer = nabor(command, tmp_path / "nie-ma")
    assert answer.code == 2
    assert "→" in answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("command", ["score", "round"])
def test_bad_input_is_answered_before_prefect_starts_and_changes_nothing(
    nabor: Nabor, call: Path, command: str
):
    (call / "call.yaml").write_text("number: [\n", encoding="utf-8")
    answer = nabor(command, call)
    assert answer.code == 2
    assert "call.yaml:" in answer.err
    assert "Niczego nie zmieniono." in answer.err
    assert not (call / "wyniki").exists()
    assert not (call.parent / "nabor.sqlite").exists()


def test_an_error_of_the_program_shows_no_traceback_but_keeps_it(
    nabor: Nabor, monkeypatch: pytest.MonkeyPatch
):
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(score, "open_call", broken)
    answer = nabor("score", COOPERATION)
    assert answer.code == 70
    assert "Traceback" not in answer.out + answer.err
    kept = Path(answer.err.split("zapisano w ")[1].strip().rstrip("."))
    assert "ZeroDivisionError" in kept.read_text(encoding="utf-8")
    kept.unlink()


def test_a_narrow_terminal_shows_lines_instead_of_cut_numbers(
    nabor: Nabor, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(screen.out, "width", 60)
    answer = nabor("score", START_UPS)
    assert "100 000,00 · 100 000,00 · wybrana" in answer.out.replace("\xa0", " ")


def test_a_form_for_a_folder_that_is_not_there_is_refused(nabor: Nabor, tmp_path: Path):
    answer = nabor("register-template", COOPERATION, "--out", tmp_path / "nie-ma" / "x.xlsx")
    assert answer.code == 2
    assert "nie ma takiego pliku ani folderu" in answer.err


@pytest.mark.parametrize("name", ["x.pdf", "x"])
def test_a_form_is_never_written_under_another_kind_of_name(
    nabor: Nabor, tmp_path: Path, name: str
):
    answer = nabor("register-template", COOPERATION, "--out", tmp_path / name)
    assert answer.code == 2
    assert "podaj nazwę zakończoną na .xlsx" in answer.err


def test_an_annex_is_never_printed_over_another_file(nabor: Nabor, tmp_path: Path):
    file = tmp_path / "umowa.pdf"
    file.write_bytes(b"podpisana")
    source = ROOT / "criteria/sets/krajowe/cooperation/2015-01-01.yaml"
    assert nabor("criteria", source, "--pdf", file).code == 2
    assert file.read_bytes() == b"podpisana"


def test_a_round_whose_folder_cannot_be_written_keeps_nothing(
    nabor: Nabor, call: Path, prefect_server: str, tmp_path: Path
):
    (tmp_path / "plik").write_text("to nie folder", encoding="utf-8")
    with temporary_settings({PREFECT_API_URL: prefect_server}):
        answer = nabor("round", call, "--out", tmp_path / "plik")
    assert answer.code == 2
    assert "niczego nie zapisano" in " ".join(answer.err.split())
    assert not (call.parent / "nabor.sqlite").exists()


def test_a_prefect_server_that_is_away_is_named_at_once(nabor: Nabor, call: Path):
    with temporary_settings({PREFECT_API_URL: "http://127.0.0.1:9/api"}):
        answer = nabor("round", call)
    assert answer.code == 2
    assert "nie odpowiada" in answer.err
    assert not (call.parent / "nabor.sqlite").exists()
