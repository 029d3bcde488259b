"""``nabor running-costs`` as a clerk types it."""

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from nabor import door
from tests.templates.test_printing import attached, text_of

EXAMPLE = Path(__file__).parents[2] / "examples" / "koszty-biezace" / "lgd-przyklad.yaml"


@pytest.fixture
def nabor(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Run the command with these words; return its exit code and what it printed."""

    def answer(*words: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["nabor", "running-costs", *map(str, words)])
        code = door.run()
        printed = capsys.readouterr()
        return code, printed.out.replace("\xa0", " "), printed.err.replace("\xa0", " ")

    return answer


def test_the_example_is_counted(nabor):
    code, out, err = nabor(EXAMPLE)
    assert (code, err) == (0, "")
    assert "Stawka: 23 %" in out
    assert "Transza 5 z obliczenia: 235 630,61 zł" in out
    assert "transza 4: składniki obliczenia albo kwota" in out


def test_json_has_every_answer_with_its_source(nabor):
    code, out, _ = nabor(EXAMPLE, "--json")
    said = json.loads(out)
    assert code == 0
    assert said["rate"] == {"exact": "4208/187", "raised": 23, "applied": 23}
    assert said["tranches"][-1]["due"] == "235630.61"
    assert [one["rule"] for one in said["answers"][:5]] == ["L1", "L2", "L3", "L4", "L5"]
    assert all(one["source"] and one["sentence"] for one in said["answers"])


def test_the_sheet_is_printed_with_what_it_was_made_from(nabor, tmp_path: Path):
    sheet = tmp_path / "arkusz.pdf"
    code, out, _ = nabor(EXAMPLE, "--pdf", sheet)
    assert code == 0
    assert "Zapisano" in out
    reader = PdfReader(BytesIO(sheet.read_bytes()))
    files = attached(reader)
    assert files["lgd-przyklad.yaml"] == EXAMPLE.read_text("utf-8")
    assert json.loads(files["running-costs.json"])["verdict"] == "unknown"
    text = text_of(reader)
    for said in ("235 630,61 zł", "L5", "Czego nie wiadomo", "Jak odczytano źródło", "zmyślone"):
        assert said in text
    assert [file.name for file in tmp_path.iterdir()] == ["arkusz.pdf"]


def test_the_same_file_gives_the_same_sheet(nabor, tmp_path: Path):
    sheets = [tmp_path / name for name in ("a.pdf", "b.pdf")]
    for sheet in sheets:
        assert nabor(EXAMPLE, "--pdf", sheet)[0] == 0
    assert sheets[0].read_bytes() == sheets[1].read_bytes()


def test_a_sheet_is_never_printed_over_another(nabor, tmp_path: Path):
    sheet = tmp_path / "arkusz.pdf"
    sheet.write_bytes(b"podpisany")
    code, _, err = nabor(EXAMPLE, "--pdf", sheet)
    assert code == 2
    assert "taki plik już jest" in err
    assert sheet.read_bytes() == b"podpisany"


def test_a_sheet_in_which_little_is_known_is_still_printed(nabor, tmp_path: Path):
    file = tmp_path / "lgd.yaml"
    file.write_text("lgd: LGD Przykład\nas_of: 2018-06-30\n", "utf-8")
    code, out, _ = nabor(file, "--pdf", tmp_path / "arkusz.pdf")
    assert code == 0
    assert "Stawka: nie wiadomo" in out
    text = text_of(PdfReader(tmp_path / "arkusz.pdf"))
    assert "decyzja o wyborze LSR" in text
    assert "Nie podano gmin obszaru LSR." in text


def test_every_mistake_of_a_file_is_told_at_once_and_nothing_is_written(nabor, tmp_path: Path):
    file = tmp_path / "lgd.yaml"
    file.write_text(
        "lgd: LGD Przykład\nas_of: 2018-06-30\npaid: {public: dużo}\nagreemnt: {}\n", "utf-8"
    )
    code, out, err = nabor(file, "--pdf", tmp_path / "arkusz.pdf")
    assert (code, out) == (2, "")
    assert f"{file}:3\n  nie można odczytać liczby „dużo”" in err
    assert f"{file}:4\n  nieznany klucz „agreemnt”\n  → czy chodziło o „agreement”?" in err
    assert "2 błędy" in err
    assert "Niczego nie zmieniono." in err
    assert not (tmp_path / "arkusz.pdf").exists()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", "plik jest pusty"),
        ("- a\n- b\n", "zła wartość klucza „plik”"),
        ("lgd: [\n", "to nie jest poprawny YAML"),
        ("lgd: A\nlgd: B\nas_of: 2018-01-01\n", "klucz „lgd” stoi dwa razy"),
    ],
)
def test_a_file_that_is_none_of_ours_is_refused(nabor, tmp_path: Path, written: str, said: str):
    file = tmp_path / "lgd.yaml"
    file.write_text(written, "utf-8")
    code, _, err = nabor(file)
    assert code == 2
    assert said in err


def test_a_file_that_is_not_there_is_refused(nabor, tmp_path: Path):
    code, _, err = nabor(tmp_path / "nie-ma.yaml")
    assert code == 2
    assert "nie ma takiego pliku" in err


def test_without_pdf_no_printer_is_loaded():
    program = (
        "import sys; from nabor import door; "
        f"sys.argv = ['nabor', 'running-costs', {str(EXAMPLE)!r}]; code = door.run(); "
        "heavy = {'prefect', 'sqlmodel', 'weasyprint'} & set(sys.modules); "
        "sys.exit(f'imported {heavy}' if heavy else code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
