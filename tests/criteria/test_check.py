from pathlib import Path

from criteria.check import check
from tests.criteria.writing import EXAMPLE, write


def told(paths: list[Path]) -> list[tuple[str, int | None, str]]:
    return [(Path(one.file).name, one.line, one.what) for one in check(paths)]


def test_two_files_in_force_at_once_are_an_error(tmp_path: Path):
    first = write(tmp_path / "a" / "przyklad" / "zakres" / "2030-01-01.yaml")
    write(tmp_path / "b" / "przyklad" / "zakres" / "2030-01-01.yaml")

    assert told([tmp_path]) == [
        ("2030-01-01.yaml", 6, f"od 1 stycznia 2030 r. obowiązywałby też plik {first}")
    ]


def test_a_proposal_beside_the_version_in_force_is_no_error(tmp_path: Path):
    write(tmp_path / "a" / "przyklad" / "zakres" / "2030-01-01.yaml")
    write(tmp_path / "projekt.yaml", status="proposal")

    assert told([tmp_path]) == []


def test_the_same_file_named_twice_is_checked_once(tmp_path: Path):
    file = write(tmp_path / "kryteria.yaml", title="''")

    assert told([file, file]) == [("kryteria.yaml", 5, "tytuł jest pusty")]


def test_all_mistakes_of_all_files_are_told_at_once_errors_first(tmp_path: Path):
    criteria = EXAMPLE.replace("points: 30", "points: x") + EXAMPLE.replace("innovative", "nowe")
    write(tmp_path / "a.yaml", gaps="[nie wiadomo]")
    write(tmp_path / "b.yaml", criteria, minimun="3", scope_kind="biznes")

    assert told([tmp_path]) == [
        ("b.yaml", 4, "„biznes” jest niedozwolone"),
        ("b.yaml", 10, "nieznany klucz „minimun”"),
        ("b.yaml", 16, "zła wartość klucza „points”: „x”"),
        ("b.yaml", 22, "nieznany fakt „nowe”"),
        ("a.yaml", 10, "luka w źródle: nie wiadomo"),
    ]


def test_other_yaml_files_in_a_folder_are_passed_over(tmp_path: Path):
    write(tmp_path / "kryteria.yaml")
    (tmp_path / "call.yaml").write_text("number: 1\ncriteria: {file: x.yaml}\n", encoding="utf-8")

    assert told([tmp_path]) == []


def test_a_file_that_is_named_is_checked_whatever_it_holds(tmp_path: Path):
    file = tmp_path / "call.yaml"
    file.write_text("number: 1\n", encoding="utf-8")

    assert ("call.yaml", 1, "nieznany klucz „number”") in told([file])


def test_a_folder_without_criteria_is_an_error(tmp_path: Path):
    assert told([tmp_path]) == [(tmp_path.name, None, "w tym folderze nie ma plików kryteriów")]


def test_a_path_that_is_not_there_is_an_error(tmp_path: Path):
    assert told([tmp_path / "nie-ma.yaml"]) == [("nie-ma.yaml", None, "nie ma takiego pliku")]


def test_mistakes_of_a_catalogue_are_told_too(tmp_path: Path):
    file = tmp_path / "facts.yaml"
    file.write_text(
        "format: 1\nfacts:\n"
        "  - {id: a, name: A, type: text, columns: [A]}\n"
        "  - {id: b, name: B, type: text, columns: [' a ']}\n",
        encoding="utf-8",
    )

    assert told([tmp_path]) == [("facts.yaml", 4, "kolumna „ a ” należy już do faktu „a”")]


def test_a_maximum_without_the_criteria_that_exclude_each_other_can_be_published(tmp_path: Path):
    criteria = "".join(
        EXAMPLE.replace("example", stage)
        + f"  applies_to: {{fact: business_stage, is: {stage}}}\n"
        + "  when_not_applicable: shrink_maximum"
        for stage in ("start", "growth")
    )

    assert told([write(tmp_path / "kryteria.yaml", criteria, maximum="30")]) == []


def test_a_call_or_a_spreadsheet_given_to_check_is_one_sentence(tmp_path):
    call, sheet = tmp_path / "call.yaml", tmp_path / "kryteria.xlsx"
    call.write_text("number: 1/2022\nannounced_on: 2022-04-15\ncriteria: by_date\n", "utf-8")
    sheet.write_bytes(b"PK\x03\x04\xff")
    assert [(one.file, one.what) for one in check([call, sheet])] == [
        (str(call), "to plik naboru, a nie kryteriów"),
        (str(sheet), "to nie jest plik YAML"),
    ]
