"""``nabor lgd`` as a clerk types it."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from nabor import door

OWN = """
format: 1
source: strona (przykład)
checked_on: 2030-01-15
entries:
  - {id: wzgorza, kind: lgd, name: LGD „Zmyślone Wzgórza”, area: [Gmina Wólka]}
  - {id: osrodek, kind: institution, sector: public, name: Zmyślony Ośrodek, href: "https://o.example"}
announcements:
  - kind: training
    title: Jak wypełnić wniosek
    by: osrodek
    announced_on: 2030-02-01
    starts_on: 2030-02-20
    ends_on: 2030-02-21
    href: https://o.example/szkolenie
    source: strona ośrodka
"""


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str


Lgd = Callable[..., Answer]


@pytest.fixture
def lgd(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Lgd:
    def answer(*words: str | Path) -> Answer:
        monkeypatch.setattr(sys, "argv", ["nabor", "lgd", *map(str, words)])
        code = door.run()
        printed = capsys.readouterr()
        return Answer(code, printed.out, printed.err)

    return answer


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "katalog.yaml").write_text(OWN, encoding="utf-8")
    return tmp_path


def test_all_eleven_are_listed_with_seat_and_telephone(lgd: Lgd):
    answer = lgd()
    assert answer.code == 0
    assert len(answer.out.splitlines()) == 22
    assert (
        "ul. Lipowa 4, 18-106 Turośń Kościelna · tel. 856505104 · 11\N{NO-BREAK SPACE}gmin"
        in answer.out
    )


@pytest.mark.parametrize("words", [["Suraż"], ["suraz"], ["gm.", "SURAŻ"], ["Gmina", "Suraż"]])
def test_a_gmina_leads_to_its_lgd(lgd: Lgd, words: list[str]):
    answer = lgd(*words)
    assert answer.code == 0
    assert answer.out.startswith("Stowarzyszenie N.A.R.E.W. –")
    assert "Znaleziono: Gmina Suraż" in answer.out
    assert "Źródło: według tekstu programu" in answer.out
    assert "nie wiadomo, kiedy sprawdzono" in answer.out


def test_json_has_every_gmina(lgd: Lgd):
    said = json.loads(lgd("suraz", "--json", "--day", "5.05.2030").out)
    assert said["on"] == "2030-05-05"
    (entry,) = said["entries"]
    assert (entry["id"], len(entry["area"]), entry["found_by"]) == ("narew", 11, ["Gmina Suraż"])
    assert (entry["checked_on"], entry["stale"]) == (None, None)


def test_what_is_not_there_ends_with_two_and_the_nearest_names(lgd: Lgd):
    answer = lgd("Surasz")
    assert (answer.code, answer.out) == (2, "")
    assert "w katalogu nie ma LGD, organizacji ani gminy „Surasz”" in answer.err
    assert "czy chodziło o „Gmina Suraż”" in answer.err


def test_what_is_like_nothing_ends_with_two(lgd: Lgd):
    answer = lgd("qqqq")
    assert answer.code == 2
    assert "wszystkie wpisy pokazuje „nabor lgd”" in answer.err


@pytest.mark.parametrize(
    ("day", "listed"),
    [("31.01.2030", False), ("1.02.2030", True), ("2030-02-21", True), ("22.02.2030", False)],
)
def test_news_are_those_in_force_on_the_day(lgd: Lgd, own: Path, day: str, listed: bool):
    answer = lgd("--news", "--day", day, "--directory", own)
    assert answer.code == 0
    assert ("szkolenie: Jak wypełnić wniosek" in answer.out) is listed
    assert ("nie ma żadnego ogłoszenia" in answer.out) is not listed
    news = json.loads(lgd("--news", "--day", day, "--directory", own, "--json").out)
    assert len(news["announcements"]) == listed


def test_news_may_be_of_one_entry(lgd: Lgd, own: Path):
    words = ("--news", "--day", "1.02.2030", "--directory", own)
    assert "Zmyślony Ośrodek" in lgd("ośrodek", *words).out
    assert "nie ma żadnego ogłoszenia" in lgd("wzgórza", *words).out


def test_an_old_entry_is_said_to_be_stale(lgd: Lgd, own: Path):
    for words in ((), ("ośrodek",)):
        assert "może być nieaktualne" in lgd(*words, "--day", "16.01.2031", "--directory", own).out
        assert "nieaktualne" not in lgd(*words, "--day", "15.01.2031", "--directory", own).out
    whole = lgd("ośrodek", "--day", "15.01.2031", "--directory", own).out
    assert "instytucja publiczna, id: osrodek" in whole
    assert "Strona: https://o.example" in whole


def test_a_day_that_is_none_is_refused(lgd: Lgd):
    answer = lgd("--day", "31.02.2030")
    assert answer.code == 2
    assert "nie ma takiego dnia" in answer.err


def test_a_spoilt_directory_is_refused_with_its_lines(lgd: Lgd, own: Path):
    file = own / "katalog.yaml"
    file.write_text(OWN.replace("kind: training", "kind: bal"), encoding="utf-8")
    answer = lgd("--directory", own)
    assert answer.code == 2
    assert f"{file}:9" in answer.err
    assert lgd("--directory", own / "brak").code == 2


def test_check_reads_the_directory(
    own: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(sys, "argv", ["nabor", "check", str(own)])
    assert door.run() == 0
    assert capsys.readouterr().out == "Katalog LGD jest poprawny.\n"
    (own / "katalog.yaml").write_text(OWN.replace("by: osrodek", "by: nikt"), encoding="utf-8")
    assert door.run() == 1
    assert "katalog nie ma wpisu „nikt”" in capsys.readouterr().err
