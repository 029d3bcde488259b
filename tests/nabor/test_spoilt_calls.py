"""A call that somebody spoilt is answered in Polish, with a place and advice, by every command."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from criteria.places import SETS
from tests.nabor.conftest import EXAMPLES, Nabor

LIGHT_ROOMS = "swietlice-i-szlaki-2023"
OWN = "operacja-wlasna-2023"
FIRST = "ZP/IN/01/2023"
OF_THE_CALL = ("score", "check", "deadlines", "explain", "register-template")
OF_THE_TABLES = ("score", "explain")
NO_TERM_ASKS = ("nie ma edycji", "nieznany fakt")
"""What is said of a call that ``nabor deadlines`` need not know."""

Spoil = Callable[[Path], None]


def changed(old: str, new: str) -> Spoil:
    """Replace a text of the call, once."""

    def spoil(folder: Path) -> None:
        text = (folder / "call.yaml").read_text("utf-8")
        assert old in text
        (folder / "call.yaml").write_text(text.replace(old, new, 1), "utf-8")

    return spoil


def in_place_of(name: str, *lines: str) -> Spoil:
    """Put a table of these lines in the place of the one that is there."""

    def spoil(folder: Path) -> None:
        for file in folder.glob(f"{Path(name).stem}.*"):
            file.unlink()
        (folder / name).write_text("\n".join([*lines, ""]), "utf-8")

    return spoil


def a_folder_called(name: str) -> Spoil:
    def spoil(folder: Path) -> None:
        (folder / name).unlink()
        (folder / name).mkdir()

    return spoil


def added(lines: str) -> Spoil:
    """Write more under the key ``programme``."""
    return changed("  procedure:", f"  {lines}\n  procedure:")


CALLS: dict[str, tuple[str, Spoil, str]] = {
    "an edition that there is not": (
        LIGHT_ROOMS,
        changed("edition: prow-2014-2020", "edition: prow-1999"),
        "nie ma edycji Programu „prow-1999”",
    ),
    "an edition that is a path": (
        LIGHT_ROOMS,
        changed("edition: prow-2014-2020", "edition: ../programmes/prow-2014-2020"),
        "nie ma edycji Programu",
    ),
    "no edition": (
        LIGHT_ROOMS,
        changed("  edition: prow-2014-2020\n", ""),
        "brakuje klucza „edition”",
    ),
    "an unknown procedure": (
        LIGHT_ROOMS,
        changed("procedure: competition", "procedure: konkurs"),
        "„konkurs” jest niedozwolone",
    ),
    "a rate of nothing": (
        LIGHT_ROOMS,
        changed("percent: 100", "percent: 0"),
        "zła wartość klucza „percent”: „0”",
    ),
    "a rate of more than everything": (
        LIGHT_ROOMS,
        changed("percent: 100", "percent: 101"),
        "zła wartość klucza „percent”: „101”",
    ),
    "a rate by an unknown fact": (
        LIGHT_ROOMS,
        changed("fact: runs_business", "fact: nieznany"),
        "nieznany fakt „nieznany”",
    ),
    "a wage with a fraction of a grosz": (
        LIGHT_ROOMS,
        changed("pln: 6384", "pln: 6384.001"),
        "kwota ma ułamek grosza",
    ),
    "a maximum with a fraction of a grosz": (
        LIGHT_ROOMS,
        added("maximum_aid: {pln: 100000.005, source: ogłoszenie}"),
        "kwota ma ułamek grosza",
    ),
    "a rate of the euro of the year 9999": (
        LIGHT_ROOMS,
        changed("on: 2023-05-22", "on: 9999-12-31"),
        "rok 9999 to pomyłka",
    ),
    "a notice of the year 9999": (
        OWN,
        changed("published_on: 2023-03-01", "published_on: 9999-12-31"),
        "rok 9999 to pomyłka",
    ),
    "an indicator that nobody could write out": (
        LIGHT_ROOMS,
        changed(
            "notice:",
            'indicators: [{id: a, name: A, unit: szt., target: "1e400", source: LSR}]\nnotice:',
        ),
        "liczba ma za dużo cyfr (najwyżej 40)",
    ),
    "an end before the beginning": (
        LIGHT_ROOMS,
        changed("closes_at: 2023-05-22", "closes_at: 2023-05-02"),
        "nabór kończy się, zanim się zaczyna",
    ),
}
"""An example, how it is spoilt, and what is said. All of these stand in ``call.yaml``."""

RULINGS = "Znak sprawy;Reguła;Ustalenie;Uzasadnienie;Kto ustalił"
PARTNERS = "Znak sprawy;Nazwa partnera;EP;NIP;Udział"

TABLES: dict[str, tuple[Spoil, str]] = {
    "a folder in the place of the history": (
        a_folder_called("history.xlsx"),
        "to jest folder, a nie plik",
    ),
    "a history without a header": (
        in_place_of("history.csv", "A;B", "1;2"),
        "w pierwszych 30 wierszach nie ma nagłówka tabeli",
    ),
    "aid of the year 9999": (
        in_place_of(
            "history.csv",
            "Beneficjent;NIP;Data przyznania;Kwota pomocy;Cel pomocy",
            "Jan Zmyślony;;31.12.9999;1000;inna operacja",
        ),
        "31 grudnia 9999 r. nie może być dniem przyznania",
    ),
    "a ruling without grounds": (
        in_place_of("rulings.csv", RULINGS, f"{FIRST};E1;tak;;Rada"),
        "ustalenie bez uzasadnienia",
    ),
    "a ruling on no rule": (
        in_place_of("rulings.csv", RULINGS, f"{FIRST};E99;tak;bo tak;Rada"),
        "nie ma reguły „E99”",
    ),
    "partners who do not make up a whole": (
        in_place_of("partners.csv", PARTNERS, f"{FIRST};A;;;60 %", f"{FIRST};B;1;;39,99 %"),
        "99,99",
    ),
    "a share below nothing": (
        in_place_of("partners.csv", PARTNERS, f"{FIRST};A;1;;-10 %", f"{FIRST};B;2;;110 %"),
        "udział „-10 %” nie jest większy od zera",
    ),
    "localities without their gmina": (
        in_place_of(
            "localities.csv", "Miejscowość;Liczba mieszkańców;Dzień;Źródło", "A;5;31.12.2013;GUS"
        ),
        "brak kolumny „Gmina”",
    ),
    "an empty register": (in_place_of("applications.csv"), "plik jest pusty"),
    "a register of headings alone": (
        in_place_of("applications.csv", "Znak sprawy;Wnioskodawca"),
        "brak kolumny „Tytuł operacji”",
    ),
}
"""How the tables beside a call are spoilt, and what is said."""


def spoilt(tmp_path: Path, example: str, spoil: Spoil) -> Path:
    folder = tmp_path / "nabor"
    shutil.copytree(EXAMPLES / example, folder)
    text = (folder / "call.yaml").read_text("utf-8")
    (folder / "call.yaml").write_text(text.replace("../../criteria/sets", str(SETS)), "utf-8")
    spoil(folder)
    return folder


def words_of(command: str, folder: Path) -> list[str | Path]:
    more: dict[str, list[str | Path]] = {
        "explain": [FIRST],
        "deadlines": ["--today", "2023-06-01"],
        "register-template": ["--out", folder / "formularz.xlsx"],
        "rulings-template": ["--out", folder / "formularz.xlsx"],
    }
    return [command, folder, *more.get(command, [])]


def assert_answered(nabor: Nabor, command: str, folder: Path, said: str) -> None:
    answer = nabor(*words_of(command, folder))
    err = answer.err.replace("\N{NO-BREAK SPACE}", " ")
    assert answer.code == (1 if command == "check" else 2)
    assert said in err
    assert re.search(r"^Błąd \S*/nabor\S*.*\n  .+\n  → .+", err, re.MULTILINE)
    assert not (folder / "formularz.xlsx").exists()


CASES = [
    (name, command)
    for name, (_, _, said) in CALLS.items()
    for command in OF_THE_CALL
    if command != "deadlines" or not said.startswith(NO_TERM_ASKS)
]


@pytest.mark.parametrize(("name", "command"), CASES)
def test_a_spoilt_call_is_answered(nabor: Nabor, tmp_path: Path, name: str, command: str):
    example, spoil, said = CALLS[name]
    assert_answered(nabor, command, spoilt(tmp_path, example, spoil), said)


@pytest.mark.parametrize("command", OF_THE_TABLES)
@pytest.mark.parametrize("name", list(TABLES))
def test_spoilt_tables_are_answered(nabor: Nabor, tmp_path: Path, name: str, command: str):
    spoil, said = TABLES[name]
    assert_answered(nabor, command, spoilt(tmp_path, LIGHT_ROOMS, spoil), said)
