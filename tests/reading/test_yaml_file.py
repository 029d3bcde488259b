from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from reading.problems import Refused
from reading.yaml_file import Plain, parse_yaml, read_yaml


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("tak", "tak"),
        ("true", True),
        ("010", 10),
        ("12:30", "12:30"),
        ("1.50", Decimal("1.50")),
        ("-3", -3),
        ("'010'", "010"),
        ("2030-03-01", date(2030, 3, 1)),
        ("2030-03-01T12:00", "2030-03-01T12:00"),
        ("2030-03-01 12:00:00", datetime(2030, 3, 1, 12)),  # noqa: DTZ001 - Polish time
        ("", None),
        ("999999999999999", 999999999999999),
    ],
)
def test_a_value_is_what_a_person_reads(written: str, value: Plain):
    found = parse_yaml(f"key: {written}\n", "plik.yaml").value["key"]

    assert found == value
    assert type(found) is type(value)


def test_every_key_and_item_knows_its_line():
    file = parse_yaml("a: 1\nb:\n  - x\n  - c: 2\n", "plik.yaml")

    lines = {("a",): 1, ("b",): 2, ("b", 0): 3, ("b", 1): 4, ("b", 1, "c"): 4}
    assert {path: file.lines[path] for path in lines} == lines
    assert file.line(("b", 1, "nie ma")) == 4
    assert file.line(("nie ma",)) == 1


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("a: 1\na: 2\n", 2, "klucz „a” stoi dwa razy"),
        ("a: &x {b: 1}\nc: *x\n", 2, "odwołanie (&, *) do innego miejsca pliku"),
        ("a: 1\nb: 1e400\n", 2, "nie można odczytać „1e400”"),
        ("a: 1000000000000000\n", 1, "nie można odczytać „1000000000000000”"),
        ("a: .inf\n", 1, "nie można odczytać „.inf”"),
        ("a: 2030-13-01\n", 1, "nie można odczytać „2030-13-01”"),
        ("\ta: 1\n", 1, "to nie jest poprawny YAML"),
        ("", 1, "plik jest pusty"),
    ],
)
def test_what_cannot_be_read_plainly_is_refused_with_its_line(text: str, line: int, what: str):
    with pytest.raises(Refused) as refused:
        parse_yaml(text, "plik.yaml")

    (problem,) = refused.value.problems
    assert (problem.line, problem.file) == (line, "plik.yaml")
    assert problem.what.startswith(what)


def test_all_that_is_said_twice_is_told_at_once():
    with pytest.raises(Refused) as refused:
        parse_yaml("a: 1\na: 2\nb: 1\nb: 2\n", "plik.yaml")

    assert [one.line for one in refused.value.problems] == [2, 4]


def test_a_byte_order_mark_of_windows_is_not_read(tmp_path: Path):
    file = tmp_path / "plik.yaml"
    file.write_text("a: ł\n", encoding="utf-8-sig")

    assert read_yaml(file).value == {"a": "ł"}


@pytest.mark.parametrize(
    ("content", "what"),
    [(None, "nie ma takiego pliku"), ("a: ł".encode("cp1250"), "plik nie jest w kodowaniu UTF-8")],
)
def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path, content: bytes | None, what: str):
    file = tmp_path / "plik.yaml"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(Refused) as refused:
        read_yaml(file)

    assert [one.what for one in refused.value.problems] == [what]


def test_a_folder_is_refused(tmp_path: Path):
    with pytest.raises(Refused, match="to jest folder, a nie plik"):
        read_yaml(tmp_path)
