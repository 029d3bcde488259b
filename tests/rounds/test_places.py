"""A call's folder with its area and its localities, opened as a round opens it."""

import shutil
from pathlib import Path

import pytest

from criteria.directory.read import Directory, read_directory
from intake.call import read_call
from reading.problems import Refused
from rounds.open_call import open_call
from rounds.places import places_of
from scoring.population import FACT

EXAMPLE = Path(__file__).parents[2] / "examples" / "kraina-nocy-i-dni-2022"
LOCALITIES = (
    "Gmina;Miejscowość;Liczba mieszkańców;Stan na dzień;Źródło\n"
    "Gmina Wólka;Nowa Wólka;4 980;31.12.2013;GUS (przykład)\n"
    "Gmina Wólka;Nowa Wólka;5 104;31.12.2020;GUS (przykład)\n"
)
REGISTER = (
    "Znak sprawy;Data i godzina złożenia;Wnioskodawca;Tytuł operacji;Koszt całkowity;Kwota pomocy;"
    "Gmina;Miejscowość\n"
    "1;5.05.2022 10:00;Jan Przykład;Pracownia;100 000,00;50 000,00;Gmina Wólka;Nowa Wólka\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A call of an LGD that the directory does not have, with one application."""
    call = tmp_path / "nabor"
    call.mkdir()
    shutil.copy(EXAMPLE / "call.yaml", call)
    (call / "applications.csv").write_text(REGISTER, "utf-8")
    return call


def replaced(folder: Path, old: str, new: str) -> None:
    file = folder / "call.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def with_area(folder: Path, area: str) -> None:
    lines = (folder / "call.yaml").read_text("utf-8").splitlines(keepends=True)
    place = next(number for number, line in enumerate(lines) if line.startswith("lgd:"))
    lines.insert(place + 1, f"  area: {area}\n")
    (folder / "call.yaml").write_text("".join(lines), "utf-8")


def of_places(folder: Path) -> list[str]:
    return [one.what for one in open_call(folder).warnings if "gmin" in one.what]


def test_an_lgd_without_a_known_area_is_not_checked(folder):
    assert of_places(folder) == []


def test_an_lgd_outside_the_directory_may_state_its_area(folder):
    with_area(folder, "[Gmina Wólka]")
    assert of_places(folder) == []
    replaced(folder, "[Gmina Wólka]", "[Gmina Dąb]")
    (said,) = of_places(folder)
    assert said.startswith("gmina „Gmina Wólka” leży poza obszarem LGD")


def test_the_area_of_the_directory_holds_and_one_stated_beside_it_is_told(folder, tmp_path):
    text = "format: 1\nentries:\n  - {id: kraina-nocy-i-dni, kind: lgd, name: K, area: [Gmina Dąb], source: s}\n"
    (tmp_path / "katalog.yaml").write_text(text, "utf-8")
    known = read_directory(tmp_path / "katalog.yaml")
    with_area(folder, "[Gmina Wólka]")
    places = places_of(read_call(folder), known)
    assert places.area is not None
    assert places.area.gminas == ("Gmina Dąb",)
    (warning,) = places.warnings
    assert warning.what.startswith("obszar LGD podaje też katalog")
    assert warning.line is not None


def test_a_gmina_of_a_known_lgd_too_is_told(folder):
    with_area(folder, "[Gmina Wólka, Gmina Suraż]")
    register = folder / "applications.csv"
    register.write_text(register.read_text("utf-8").replace("Gmina Wólka", "Suraż"), "utf-8")
    (said,) = of_places(folder)
    assert "więcej niż jedna LGD" in said
    assert "N.A.R.E.W." in said


@pytest.mark.parametrize("area", ["[]", "[Wólka, wolka]", "['  ']", "Wólka", "[1]"])
def test_an_area_that_cannot_be_used_is_refused_with_its_line(folder, area):
    with_area(folder, area)
    with pytest.raises(Refused) as refused:
        open_call(folder)
    assert all(one.line is not None for one in refused.value.problems)


def test_the_localities_of_the_folder_give_the_number_and_its_evidence(folder):
    (folder / "localities.csv").write_text(LOCALITIES, "utf-8")
    (one,) = open_call(folder).register.applications
    assert one.facts[FACT] == 4980
    assert [each.inhabitants for each in one.populations] == [4980, 5104]


def test_the_call_may_name_another_day_and_another_file(folder):
    (folder / "liczby.csv").write_text(LOCALITIES, "utf-8")
    text = (folder / "call.yaml").read_text("utf-8")
    more = "localities: liczby.csv\npopulation_on: 2020-12-31\n"
    (folder / "call.yaml").write_text(text + more, "utf-8")
    (one,) = open_call(folder).register.applications
    assert one.facts[FACT] == 5104


def test_a_file_of_localities_under_another_name_is_told(folder):
    (folder / "miejscowosci.csv").write_text(LOCALITIES, "utf-8")
    said = [one.what for one in open_call(folder).warnings]
    assert "nie ma pliku localities.xlsx, a jest tu podobny plik: miejscowosci.csv" in said


def test_a_mistake_in_the_localities_is_refused_with_its_row(folder):
    (folder / "localities.csv").write_text(LOCALITIES.replace("4 980", "-1"), "utf-8")
    with pytest.raises(Refused) as refused:
        open_call(folder)
    assert [(one.row, one.column) for one in refused.value.problems] == [(2, "Liczba mieszkańców")]


def test_without_localities_a_decision_is_what_it_was(folder):
    decision = open_call(folder).decide()
    assert decision.assessments[0].application.populations == ()
    assert places_of(read_call(folder), Directory()).localities is None
