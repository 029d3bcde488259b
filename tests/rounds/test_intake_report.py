"""The intake report: what the office finds on Monday when a call has closed on Friday."""

import multiprocessing
import os
import shutil
import signal
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from pypdf import PdfReader

from intake.call import read_call
from reading.problems import Refused
from rounds import intake_report
from rounds.intake_report import READ, REPORT, IntakeReport, is_reported, report_intake
from rounds.numbered_folder import keep_numbered
from rounds.open_call import OpenedCall, open_call
from rounds.sums import SUMS
from scoring.completion import Waiting

EXAMPLES = Path(__file__).parents[2] / "examples"

SITTING = "posiedzenie-szablon.xlsx"
CARDS = "karty-szablon.xlsx"
PRINTED_CARDS = "karty-do-wypelnienia.pdf"
RULINGS = "ustalenia-szablon.xlsx"
COUNCIL = "rada-szablon.xlsx"
DATES = "terminy.ics"


def closed(example: str, to: Path, *without: str) -> Path:
    """Copy an example as it stands when the call has closed: without files that come later."""
    folder = to / example
    shutil.copytree(EXAMPLES / example, folder)
    for name in without:
        (folder / name).unlink()
    return folder


def before_sitting(to: Path) -> Path:
    return closed("posiedzenie-19", to, "sitting.yaml", "cards.csv")


def said(report: IntakeReport) -> str:
    pages = (page.extract_text() for page in PdfReader(report.folder / REPORT).pages)
    return " ".join(" ".join(pages).split())


def files(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()} - {REPORT, READ, SUMS}


def contents(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.iterdir()}


def rows(file: Path, sheet: str) -> list[list[str]]:
    values = load_workbook(file)[sheet].iter_rows(values_only=True)
    return [[str(cell) for cell in row if cell not in (None, "")] for row in values]


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> IntakeReport:
    """The report of a call with its council, before the sitting; not to be changed."""
    there = tmp_path_factory.mktemp("przed-posiedzeniem")
    return report_intake(before_sitting(there), there / "przyjecia")


def test_every_application_stands_in_the_report_with_number_hour_applicant_and_amount(
    reported: IntakeReport,
):
    text = said(reported)
    assert reported.applications == 7
    assert "od 10.05.2022, 08:00 do 20.05.2022, 15:00" in text
    assert "1 PZ/1/1/2022 10.05.2022, 10:10 w terminie Stolarnia Domyślna" in text
    assert "Meble z odzysku 60 000,00 zł –" in text
    assert "Chleb na zakwasie 45 000,00 zł tak" in text
    assert "Razem: 6 wniosków (bez wniosków wycofanych) 275 000,00 zł" in text
    assert "strona 1 z 3" in text
    assert "zawiera dane osobowe" in text


def test_what_is_missing_is_told_by_who_supplies_it(reported: IntakeReport):
    lacking = ("Za mało kart oceny: Jakość opisu operacji – jest 0 z 8.",)
    numbers = [f"PZ/1/{number}/2022" for number in range(1, 7)]
    assert reported.missing == tuple(Waiting(one, council=lacking) for one in numbers)
    text = said(reported)
    assert f"każdy z 6 nierozstrzygniętych wniosków {lacking[0]}" in text
    assert "Biuro nie musi niczego uzupełniać." in text


def test_terms_stand_as_they_are_on_the_day_after_the_closing(reported: IntakeReport):
    text = said(reported)
    assert "21 maja 2022 r. (dzień po zakończeniu naboru)" in text
    assert "Pisma do wnioskodawców 19.07.2022 zostało 59 dni art. 21 ust. 5 ustawy" in text
    calendar = Calendar.from_ical((reported.folder / DATES).read_bytes())
    assert date(2022, 7, 19) in {event.start for event in calendar.events}


def test_the_sitting_is_prepared_and_the_report_says_what_to_do_with_it(reported: IntakeReport):
    assert files(reported.folder) == {SITTING, CARDS, PRINTED_CARDS, DATES}
    text = said(reported)
    assert "zapisz w folderze naboru jako sitting.xlsx" in text
    assert "Rada jest już zapisana: council.yaml." in text
    votes = rows(reported.folder / SITTING, "Głosowania")
    assert any(
        {"zgodność lub warunki", "Meble z odzysku", "PZ/1/1/2022"} <= {*row} for row in votes
    )
    assert not any("PZ/1/7/2022" in row for row in votes)
    cards = PdfReader(reported.folder / PRINTED_CARDS)
    assert "Wniosek PZ/1/1/2022" in " ".join(cards.pages[0].extract_text().split())


def test_same_input_writes_nothing_and_gives_the_same_folder(tmp_path: Path):
    call, out = before_sitting(tmp_path), tmp_path / "przyjecia"
    first = report_intake(call, out)
    before = contents(first.folder)
    again = report_intake(call, out)
    assert (first.is_new, again.is_new) == (True, False)
    assert again.folder == first.folder == out / "przyjecie-1"
    assert contents(first.folder) == before
    assert [one.name for one in out.iterdir()] == ["przyjecie-1"]


def test_a_form_that_was_filled_in_or_taken_out_makes_no_new_report(tmp_path: Path):
    call, out = before_sitting(tmp_path), tmp_path / "przyjecia"
    first = report_intake(call, out).folder
    (first / SITTING).unlink()
    (first / CARDS).write_bytes(b"wypelnione")
    again = report_intake(call, out)
    assert (again.folder, again.is_new) == (first, False)
    assert (first / CARDS).read_bytes() == b"wypelnione"


@pytest.mark.parametrize("spoilt", [None, b"\xff"], ids=["taken away", "written over"])
def test_a_report_that_does_not_say_what_it_was_made_from_is_made_again_once(
    spoilt: bytes | None, tmp_path: Path
):
    call, out = before_sitting(tmp_path), tmp_path / "przyjecia"
    sums = report_intake(call, out).folder / READ
    sums.unlink() if spoilt is None else sums.write_bytes(spoilt)
    assert not is_reported(read_call(call), out)
    again = report_intake(call, out)
    assert (again.folder.name, again.is_new) == ("przyjecie-2", True)
    assert is_reported(read_call(call), out)
    assert not report_intake(call, out).is_new


def test_what_is_saved_while_a_report_is_made_asks_for_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    call, out = before_sitting(tmp_path), tmp_path / "przyjecia"

    def saves_meanwhile(folder: Path) -> OpenedCall:
        opened = open_call(folder)
        (register,) = folder.glob("applications.*")
        register.write_bytes(register.read_bytes() + b"\n")
        return opened

    monkeypatch.setattr(intake_report, "open_call", saves_meanwhile)
    report_intake(call, out)
    assert not is_reported(read_call(call), out)


def test_another_input_makes_the_next_report_and_leaves_the_first(tmp_path: Path):
    call, out = before_sitting(tmp_path), tmp_path / "przyjecia"
    first = report_intake(call, out)
    before = contents(first.folder)
    shutil.copy(EXAMPLES / "posiedzenie-19" / "cards.csv", call)
    second = report_intake(call, out)
    assert (second.folder.name, second.is_new) == ("przyjecie-2", True)
    assert contents(first.folder) == before
    assert files(second.folder) == {SITTING, DATES}
    assert "Karty są już w pliku cards.csv" in said(second)
    equal = ("Równy wynik na granicy limitu (miejsce 4); rozstrzyga głosowanie Rady.",)
    assert second.missing == (
        Waiting("PZ/1/5/2022", council=equal),
        Waiting("PZ/1/6/2022", council=equal),
    )


def test_the_same_call_in_another_folder_gives_the_same_bytes(tmp_path: Path):
    found: list[dict[str, bytes]] = []
    for name in ("a", "inny folder/nabory"):
        place = tmp_path / name
        call = closed("kraina-nocy-i-dni-2022", place, "cards.xlsx")
        moved = call.rename(place / f"nabór {len(found)}")
        found.append(contents(report_intake(moved, place / "przyjecia").folder))
    assert found[0] == found[1]
    assert str(tmp_path).encode() not in b"".join(found[0].values())


def test_sums_of_the_folder_are_those_of_its_files(reported: IntakeReport):
    lines = (reported.folder / SUMS).read_text("utf-8").splitlines()
    told = {name: total for total, _, name in (line.partition("  ") for line in lines)}
    held = contents(reported.folder)
    assert told == {name: sha256(held[name]).hexdigest() for name in held if name != SUMS}


def test_a_spoilt_register_has_a_report_of_its_mistakes_and_no_form_that_names_applications(
    tmp_path: Path,
):
    call = before_sitting(tmp_path)
    register = call / "applications.csv"
    text = register.read_text("utf-8-sig")
    register.write_text(text.replace("10.05.2022", "31.02.2022").replace("60000", "dużo"), "utf-8")
    report = report_intake(call, tmp_path / "przyjecia")
    assert report.applications is None
    assert report.missing == ()
    assert len(report.mistakes) == 2
    assert files(report.folder) == {DATES}
    text = said(report)
    for mistake in report.mistakes:
        assert f"wiersz {mistake.row}" in text
        assert mistake.column is not None
        assert mistake.column in text
    assert "applications.csv" in text
    assert str(tmp_path) not in text
    assert "Stolarnia Domyślna" not in text
    assert "Nie odczytano wniosków: najpierw popraw błędy." in text
    assert "Danych naboru nie udało się odczytać w całości" in text


def test_a_missing_register_is_told_plainly(tmp_path: Path):
    call = closed("posiedzenie-19", tmp_path, "sitting.yaml", "cards.csv", "applications.csv")
    report = report_intake(call, tmp_path / "przyjecia")
    assert report.applications is None
    assert [one.what for one in report.mistakes] == ["w folderze naboru nie ma rejestru wniosków"]
    text = said(report)
    assert "W folderze naboru nie ma rejestru wniosków" in text
    assert "Zapisz rejestr jako applications.xlsx" in text


def test_an_empty_register_has_its_report_too(tmp_path: Path):
    call = before_sitting(tmp_path)
    register = call / "applications.csv"
    head = register.read_text("utf-8-sig").splitlines()
    last = next(place for place, line in enumerate(head) if "Znak sprawy" in line)
    register.write_text("\n".join(head[: last + 1]) + "\n", "utf-8")
    report = report_intake(call, tmp_path / "przyjecia")
    assert (report.applications, report.mistakes, report.missing) == (0, (), ())
    assert files(report.folder) == {DATES}
    text = said(report)
    assert "Nie złożono żadnego wniosku." in text
    assert "W rejestrze nie ma wniosku do oceny." in text


def test_mistakes_of_several_files_stand_in_one_report(tmp_path: Path):
    call = before_sitting(tmp_path)
    (call / "applications.csv").write_text("Znak sprawy\n", "utf-8")
    (call / "papier-firmowy" / "letterhead.yaml").write_text("format: 7\n", "utf-8")
    report = report_intake(call, tmp_path / "przyjecia")
    places = {Path(one.file).name for one in report.mistakes}
    assert places == {"applications.csv", "letterhead.yaml"}
    assert len(report.mistakes) == len(set(report.mistakes))


def test_a_file_of_what_comes_later_is_told_beside_the_applications(tmp_path: Path):
    call = before_sitting(tmp_path)
    (call / "deliveries.csv").write_text("Co to jest\n1\n", "utf-8")
    report = report_intake(call, tmp_path / "przyjecia")
    assert report.applications == 7
    assert {Path(one.file).name for one in report.mistakes} == {"deliveries.csv"}
    assert files(report.folder) == {SITTING, CARDS, PRINTED_CARDS, DATES}
    assert "Stolarnia Domyślna" in said(report)


def test_a_council_that_cannot_be_read_stops_the_forms_and_not_the_report(tmp_path: Path):
    call = before_sitting(tmp_path)
    (call / "council.yaml").write_text("members: 19\n", "utf-8")
    report = report_intake(call, tmp_path / "przyjecia")
    assert report.applications is None
    assert report.mistakes
    assert files(report.folder) == {DATES}
    assert "Nie odczytano naboru, kryteriów albo Rady: najpierw popraw błędy." in said(report)


def test_where_members_judge_nothing_there_are_no_cards(tmp_path: Path):
    call = closed("wspolpraca-60-procent", tmp_path)
    report = report_intake(call, tmp_path / "przyjecia")
    assert (report.applications, report.mistakes) == (4, ())
    assert files(report.folder) == set()
    text = said(report)
    assert "Kryteria tego naboru wylicza się z danych wniosku, więc kart nikt nie wypełnia." in text
    assert "Projekty współpracy ocenia zarząd województwa, a nie Rada." in text


def test_findings_that_nobody_has_made_yet_have_a_form_of_those_alone(tmp_path: Path):
    call = closed("nowe-firmy-2023", tmp_path, "cards.xlsx")
    yaml = call / "call.yaml"
    sets = EXAMPLES.parent / "criteria"
    yaml.write_text(yaml.read_text("utf-8").replace("../../criteria", str(sets)), "utf-8")
    report = report_intake(call, tmp_path / "przyjecia")
    assert files(report.folder) == {CARDS, PRINTED_CARDS, RULINGS, COUNCIL, DATES}
    form = load_workbook(report.folder / RULINGS).worksheets[0]
    numbers = [cell.value for cell in form["A"] if str(cell.value).startswith("ZD/")]
    assert numbers == ["ZD/NF/10/2023"]
    waits = next(one for one in report.missing if one.application == "ZD/NF/10/2023")
    assert waits.office == (
        "Brak ustalenia z uzasadnieniem (plik rulings.xlsx): E2, uzasadnienie ekonomiczne, z wyjątkami.",
    )
    assert waits.applicant == (
        "Brak danych: Ubezpieczenie społeczne rolników (KRUS) (kolumna „Ubezpieczenie w KRUS”).",
    )
    text = said(report)
    assert "dopisz te wiersze do pliku rulings.xlsx" in text
    assert "Leon Spóźniony" in text
    assert "poza terminem" in text


def test_without_a_call_there_is_no_report(tmp_path: Path):
    (tmp_path / "nabor").mkdir()
    with pytest.raises(Refused) as refused:
        report_intake(tmp_path / "nabor", tmp_path / "przyjecia")
    assert "nie ma pliku call.yaml" in refused.value.problems[0].what
    assert not (tmp_path / "przyjecia").exists()


def test_a_report_that_fails_half_way_leaves_nothing(tmp_path: Path):
    def fails(draft: Path) -> None:
        (draft / "raport.pdf").write_bytes(b"pol")
        raise OSError("brak miejsca")

    with pytest.raises(OSError, match="brak miejsca"):
        keep_numbered(tmp_path, "przyjecie", ("raport.pdf",), fails)
    assert list(tmp_path.iterdir()) == []


def _is_killed(draft: Path) -> None:
    (draft / "raport.pdf").write_bytes(b"pol")
    os.kill(os.getpid(), signal.SIGKILL)


def _writes(draft: Path) -> None:
    (draft / "raport.pdf").write_bytes(b"caly")


@pytest.fixture
def killed(tmp_path: Path) -> Path:
    """A folder where a run was killed while it wrote."""
    run = multiprocessing.get_context("spawn").Process(
        target=keep_numbered, args=(tmp_path, "przyjecie", ("raport.pdf",), _is_killed)
    )
    run.start()
    run.join()
    assert run.exitcode == -signal.SIGKILL
    return tmp_path


def test_what_a_killed_run_left_is_in_nobodys_way_and_the_next_run_clears_it(killed: Path):
    left = [one.name for one in killed.iterdir()]
    assert len(left) == 1
    assert left[0].startswith(".przyjecie-")
    kept = keep_numbered(killed, "przyjecie", ("raport.pdf",), _writes)
    assert (kept.folder.name, kept.is_new) == ("przyjecie-1", True)
    assert [one.name for one in killed.iterdir()] == ["przyjecie-1"]


def test_a_folder_without_its_report_does_not_count_as_the_newest(tmp_path: Path):
    keep_numbered(tmp_path, "przyjecie", ("raport.pdf",), _writes)
    (tmp_path / "przyjecie-1" / "raport.pdf").unlink()
    kept = keep_numbered(tmp_path, "przyjecie", ("raport.pdf",), _writes)
    assert (kept.folder.name, kept.is_new) == ("przyjecie-2", True)


def test_the_tenth_report_is_newer_than_the_ninth(tmp_path: Path):
    for name in ("przyjecie-9", "przyjecie-10"):
        (tmp_path / name).mkdir()
    kept = keep_numbered(tmp_path, "przyjecie", ("raport.pdf",), _writes)
    assert kept.folder.name == "przyjecie-11"
