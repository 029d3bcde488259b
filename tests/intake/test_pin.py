"""Pointing a call to other criteria: one value is written, every other letter of the file stays."""

import hashlib
from pathlib import Path

import pytest

from intake.call import read_call
from intake.pin import pin_criteria

HEAD = """# Nabór zmyślony.
number: 1/2030
title: Nabór
lgd: {id: przyklad, name: LGD Przykład}
regime: "2023"
scope: business
announced_on: 2030-03-01
opens_at: 2030-04-01T08:00:00   # rano
closes_at: 2030-04-15T15:00:00
limit: {pln: 100000, policy: stop, source: ogłoszenie}
"""
TAIL = """
# Po kryteriach.
notice: >-
  Przykład
  zmyślony.
"""
WRITTEN = {
    "by date": "criteria: by_date",
    "by date with a comment": "criteria: by_date   # na razie",
    "a file": "criteria: {file: stare.yaml}",
    "a file in a block": "criteria:\n  file: stare.yaml   # poprzednie",
    "a file in a block with a comment above": "criteria:\n  # poprzednie\n  file: stare.yaml",
}


def folder(tmp_path: Path, written: str, newline: str = "\n", mark: bytes = b"") -> Path:
    text = f"{HEAD}{written}{TAIL}".replace("\n", newline)
    (tmp_path / "call.yaml").write_bytes(mark + text.encode())
    (tmp_path / "stare.yaml").write_text("stare: 1\n", encoding="utf-8")
    (tmp_path / "nowe kryteria.yaml").write_text("nowe: 1\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN.keys())
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["unix", "windows"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["no mark", "mark"])
def test_only_the_value_of_criteria_is_written(tmp_path, written: str, newline: str, mark: bytes):
    place = folder(tmp_path, written, newline, mark)
    new = place / "nowe kryteria.yaml"
    assert pin_criteria(read_call(place), new)
    digest = hashlib.sha256(new.read_bytes()).hexdigest()
    after = (place / "call.yaml").read_bytes()
    assert after.startswith(mark + HEAD.replace("\n", newline).encode())
    assert after.endswith(TAIL.replace("\n", newline).encode())
    pins = ['{file: "nowe kryteria.yaml", sha256: ', 'file: "nowe kryteria.yaml"']
    written_now = after.decode("utf-8-sig")
    assert pins["  file:" in written] in written_now
    assert written_now.count(f"sha256: {digest}") == 1
    assert ("#" in written) == (written_now.count("#") > f"{HEAD}{TAIL}".count("#"))
    again = read_call(place)
    assert again.criteria == place / "nowe kryteria.yaml"
    assert not pin_criteria(again, new)
    assert (place / "call.yaml").read_bytes() == after
    assert sorted(one.name for one in place.iterdir()) == [
        "call.yaml",
        "nowe kryteria.yaml",
        "stare.yaml",
    ]


def test_a_comment_on_the_line_stays(tmp_path: Path):
    place = folder(tmp_path, WRITTEN["by date with a comment"])
    pin_criteria(read_call(place), place / "stare.yaml")
    (line,) = [
        one
        for one in (place / "call.yaml").read_text("utf-8").splitlines()
        if one.startswith("criteria:")
    ]
    assert line.startswith("criteria: {file: stare.yaml, sha256: ")
    assert line.endswith("}   # na razie")


def test_a_file_elsewhere_is_named_from_the_folder_of_the_call(tmp_path: Path):
    call = tmp_path / "nabory" / "1"
    call.mkdir(parents=True)
    place = folder(call, "criteria: by_date")
    other = tmp_path / "kryteria" / "2030-01-01.yaml"
    other.parent.mkdir()
    other.write_text("nowe: 1\n", encoding="utf-8")
    assert pin_criteria(read_call(place), other)
    assert "{file: ../../kryteria/2030-01-01.yaml, sha256: " in (place / "call.yaml").read_text()
