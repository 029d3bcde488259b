"""Files as offices send them, sound and unsound."""

import zipfile

import openpyxl
import pytest
import xlsxwriter

from intake.register import read_register
from intake.tables import read_sheets
from reading.problems import Problem, Refused
from tests.intake.office import CALL_1, GOOD, RULESET, row, table, write_csv, write_xlsx

ROWS = table(row(), row(Znak_sprawy="PD/2/2022", Wnioskodawca="Żółć Świętokrzyska"))


def read(file):
    return read_register(file, CALL_1, RULESET).applications


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [
        ("utf-8", ";"),
        ("utf-8-sig", ";"),
        ("cp1250", ";"),
        ("iso-8859-2", ";"),
        ("utf-16", "\t"),
        ("utf-16-le", "\t"),
        ("utf-16-be", ";"),
        ("utf-8", ","),
        ("cp1250", "\t"),
    ],
)
def test_a_csv_of_any_office_reads_the_same(tmp_path, encoding, delimiter):
    file = write_csv(tmp_path / "rejestr.csv", ROWS, encoding, delimiter)
    expected = read(write_xlsx(tmp_path / "rejestr.xlsx", ROWS))
    assert read(file) == expected
    assert expected[1].applicant == "Żółć Świętokrzyska"


def test_a_csv_may_name_its_delimiter_as_excel_does(tmp_path):
    file = write_csv(tmp_path / "rejestr.csv", [["sep=,"], *ROWS], delimiter=",")
    assert len(read(file)) == 2


def test_a_line_break_in_a_cell_does_not_shift_the_rows(tmp_path):
    rows = table(row(Wnioskodawca="Jan\nKowalski"), row(Znak_sprawy="PD/2", Wnioskowana_kwota="x"))
    with pytest.raises(Refused) as refused:
        read(write_csv(tmp_path / "rejestr.csv", rows))
    assert [one.row for one in refused.value.problems] == [3]


def ods(file, *rows):
    """Write a bare ODS; a cell is its text, or the text and how often it is repeated."""
    cells = "".join(f"<table:table-row{row}</table:table-row>" for row in rows)
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "manifest")
    )
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("META-INF/manifest.xml", f"<manifest:manifest {names}/>")
        packed.writestr(
            "content.xml",
            f"<office:document-content {names}><office:body><office:spreadsheet>"
            f'<table:table table:name="Rejestr">{cells}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return file


def ods_cell(text, repeated=1):
    return (
        f'<table:table-cell table:number-columns-repeated="{repeated}" office:value-type="string">'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


EMPTY_END = (
    ' table:number-rows-repeated="1048570"><table:table-cell'
    ' table:number-columns-repeated="16384"/>'
)


def test_an_ods_reads_the_same(tmp_path):
    rows = [">" + "".join(ods_cell(cell) for cell in one) for one in ROWS]
    assert read(ods(tmp_path / "rejestr.ods", *rows, EMPTY_END)) == read(
        write_xlsx(tmp_path / "rejestr.xlsx", ROWS)
    )


def test_an_ods_that_repeats_one_cell_a_billion_times_is_refused(tmp_path):
    row_of_many = ' table:number-rows-repeated="100000">' + ods_cell("x", 16384)
    file = ods(tmp_path / "rejestr.ods", row_of_many)
    with pytest.raises(Refused) as refused:
        read_sheets(file)
    assert refused.value.problems[0].what == (
        "arkusz sięga 100000. wiersza i 16384. kolumny, to za dużo"
    )


def test_a_workbook_is_known_by_its_content_not_by_its_name(tmp_path):
    write_xlsx(tmp_path / "rejestr.xlsx", ROWS).rename(tmp_path / "rejestr.xls")
    assert len(read(tmp_path / "rejestr.xls")) == 2


def test_two_cells_in_far_corners_do_not_take_the_memory(tmp_path):
    file = write_xlsx(tmp_path / "rejestr.xlsx", ROWS)
    book = openpyxl.load_workbook(file)
    book.worksheets[0]["XFD1048576"] = "x"
    book.save(file)
    with pytest.raises(Refused) as refused:
        read_sheets(file)
    assert refused.value.problems == (
        Problem(
            str(file),
            "arkusz sięga 1048576. wiersza i 16384. kolumny, to za dużo",
            "usuń zbędne wiersze i kolumny daleko pod tabelą albo zapisz ją jako .csv",
        ),
    )


def test_a_formula_that_failed_is_an_error_and_not_a_blank_cell(tmp_path):
    file = tmp_path / "rejestr.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("Wnioski & reszta")
        for number, one in enumerate(table(row())):
            sheet.write_row(number, 0, one)
        sheet.write_formula(1, 8, "=1/0", None, "#DIV/0!")
    with pytest.raises(Refused) as refused:
        read(file)
    assert refused.value.problems == (
        Problem(
            str(file),
            "formuła w komórce ma błąd #DIV/0!",
            "popraw formułę albo wpisz wartość",
            sheet="Wnioski & reszta",
            row=2,
            column="Nowe miejsca pracy",
        ),
    )


def test_a_formula_that_worked_is_its_value(tmp_path):
    file = tmp_path / "rejestr.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        for number, one in enumerate(table(row())):
            sheet.write_row(number, 0, one)
        sheet.write_formula(1, 7, "=2*0.1*100", None, 20.000000000000004)
    assert read(file)[0].requested == 2000


UNSOUND = {
    "puste.xlsx": (b"", "plik jest pusty"),
    "puste.csv": (b"", "plik jest pusty"),
    "tekst.xlsx": (b"Znak sprawy;Wnioskodawca", "to nie jest arkusz, choć tak się nazywa"),
    "html.xls": (b"<html><table>", "to nie jest arkusz, choć tak się nazywa"),
    "~$rejestr.xlsx": (b"x", "to jest plik blokady otwartego arkusza, a nie arkusz"),
    "nul.csv": (b"a;b\n" * 100 + b"\0\0", "to nie jest plik tekstowy (zawiera znaki NUL)"),
    "litery.csv": (b"\x81\x83\x88", "nie można odczytać liter w pliku"),
    "rejestr.pdf": (b"%PDF", "nieznany rodzaj pliku „.pdf”"),
    "lista.json": (b"[]", "to nie jest rejestr w postaci JSON"),
    "urwany.json": (b'{"applications": [{"number": ', "to nie jest poprawny JSON"),
    "dwa.json": (
        b'{"applications": [{"number": "1", "number": "2"}]}',
        "klucz „number” stoi dwa razy",
    ),
    "reszta.json": (b'{"applications": []} x', "to nie jest rejestr w postaci JSON"),
    "wielka.json": (
        b'{"applications": [' + b"[" * 100_000,
        "nie można odczytać tego wniosku",
    ),
}


@pytest.mark.parametrize("name", UNSOUND)
def test_an_unsound_file_is_refused_with_its_reason(tmp_path, name):
    content, what = UNSOUND[name]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Refused) as refused:
        list(read_sheets(tmp_path / name))
    assert refused.value.problems[0].what.startswith(what)
    assert refused.value.problems[0].file == str(tmp_path / name)


def test_a_workbook_with_a_password_says_so(tmp_path):
    start = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
    file = tmp_path / "rejestr.xlsx"
    file.write_bytes(start + "EncryptedPackage".encode("utf-16-le") + bytes(2000))
    with pytest.raises(Refused) as refused:
        read_sheets(file)
    assert refused.value.problems == (
        Problem(str(file), "arkusz jest zabezpieczony hasłem", "zapisz go bez hasła"),
    )


@pytest.mark.parametrize("cut", [10, 500, 3000, -200])
def test_a_workbook_cut_short_is_damaged(tmp_path, cut):
    file = write_xlsx(tmp_path / "rejestr.xlsx", ROWS)
    file.write_bytes(file.read_bytes()[:cut])
    with pytest.raises(Refused) as refused:
        read_sheets(file)
    assert "uszkodzony" in refused.value.problems[0].what


def test_a_workbook_whose_bytes_were_changed_is_damaged(tmp_path):
    file = write_xlsx(tmp_path / "rejestr.xlsx", ROWS)
    content = bytearray(file.read_bytes())
    content[200:240] = bytes(40)
    file.write_bytes(content)
    with pytest.raises(Refused):
        read_sheets(file)


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path):
    file = tmp_path / "rejestr.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for place in range(6):
            with packed.open(f"xl/worksheets/sheet{place}.xml", "w") as part:
                for _ in range(100):
                    part.write(bytes(1024 * 1024))
    assert file.stat().st_size < 1024 * 1024
    with pytest.raises(Refused) as refused:
        read_sheets(file)
    assert refused.value.problems[0].what == "arkusz po rozpakowaniu jest za duży (ponad 512 MB)"


def test_an_unclosed_quotation_mark_does_not_swallow_rows(tmp_path):
    file = tmp_path / "rejestr.csv"
    lines = [";".join(map(str, one)) for one in ROWS]
    lines[1] = lines[1].replace("Jan Kowalski", '"Jan Kowalski')
    file.write_text("\n".join(lines), "utf-8")
    with pytest.raises(Refused) as refused:
        read(file)
    assert refused.value.problems[0].what == (
        "w wierszu 2 zaczyna się cudzysłów, który nie jest domknięty"
    )


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path):
    with pytest.raises(Refused) as refused:
        read_sheets(tmp_path / "nie-ma.xlsx")
    assert refused.value.problems[0].what == "nie ma takiego pliku"
    with pytest.raises(Refused) as refused:
        read_sheets(tmp_path)
    assert refused.value.problems[0].what == "to jest folder, a nie plik"


def test_a_sheet_that_starts_far_from_the_corner_keeps_its_places(tmp_path):
    shifted = [[], [], [], *(["", "", *one] for one in table(row(Koszt_całkowity="dużo")))]
    file = write_xlsx(tmp_path / "rejestr.xlsx", shifted)
    with pytest.raises(Refused) as refused:
        read(file)
    (problem,) = refused.value.problems
    assert (problem.row, problem.column) == (5, "Koszt całkowity")


def test_titles_in_merged_cells_are_left_above(tmp_path):
    file = write_xlsx(tmp_path / "rejestr.xlsx", [["Rejestr wniosków"], [], *ROWS])
    book = openpyxl.load_workbook(file)
    book.worksheets[0].merge_cells("A1:M1")
    book.save(file)
    register = read_register(file, CALL_1, RULESET)
    assert (register.rows.titles, register.rows.accepted) == (3, 2)


def test_the_good_row_is_good(tmp_path):
    assert read(write_xlsx(tmp_path / "rejestr.xlsx", table(GOOD)))[0].number == "PD/1/2022"


def old_workbook(file, counts, sectors):
    """Write the header of an XLS: its counts of sectors, then ``sectors`` empty ones."""
    header = bytearray(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504))
    header[24:34] = bytes.fromhex("3e000300feff09000600")
    for at, count in counts.items():
        header[at : at + 4] = count.to_bytes(4, "little")
    file.write_bytes(bytes(header) + bytes(512 * sectors))
    return file


@pytest.mark.parametrize("at", [40, 44, 64, 72])
def test_an_old_workbook_that_counts_more_than_it_holds_is_damaged(tmp_path, at):
    with pytest.raises(Refused) as refused:
        read_sheets(old_workbook(tmp_path / "rejestr.xls", {at: 2**31}, 3))
    assert refused.value.problems[0].what == ("arkusz jest uszkodzony i nie można go odczytać")


def test_an_old_workbook_cut_short_is_damaged(tmp_path):
    file = old_workbook(tmp_path / "rejestr.xls", {44: 1, 48: 9, 60: 2**32 - 2, 68: 2**32 - 2}, 1)
    with pytest.raises(Refused) as refused:
        read_sheets(file)
    assert refused.value.problems[0].what == "arkusz jest uszkodzony i nie można go odczytać"
