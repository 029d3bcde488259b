"""The document of a difference: its text read back, what it carries, and what stays in the office."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from rounds.backtest import backtest
from rounds.rescore import rescore
from scoring.difference import Difference
from scoring.difference.backtest import backtest_json
from scoring.difference.export import as_json
from templates.alone import print_backtest, print_difference
from templates.base.frame import Variant
from tests.templates.test_printing import text_of

EXAMPLES = Path(__file__).parents[2] / "examples"
TRYGON = EXAMPLES / "trygon-2013"
PROPOSAL = TRYGON / "projekt-kryteriow.yaml"
MEMBERS = ("Alicja Wymyślna", "Bogdan Niktowski", "Celina Umowna", "Daniel Przykładny")


@pytest.fixture(scope="module")
def found() -> Difference:
    return rescore(TRYGON, PROPOSAL).difference


@pytest.fixture(scope="module")
def printed(found: Difference, tmp_path_factory: pytest.TempPathFactory) -> dict[Variant, bytes]:
    folder = tmp_path_factory.mktemp("zestawienie")
    variants: tuple[Variant, ...] = ("internal", "public")
    return {
        one: print_difference(found, folder / f"{one}.pdf", one).path.read_bytes()
        for one in variants
    }


def text(pdf: bytes) -> str:
    return " ".join(text_of(PdfReader(BytesIO(pdf))).replace("\N{NO-BREAK SPACE}", " ").split())


def attached(pdf: bytes, name: str) -> str:
    return PdfReader(BytesIO(pdf)).attachments[name][0].decode()


def test_it_shows_every_application_that_moved_with_both_sides_and_the_causes(printed):
    said = text(printed["internal"])
    for part in (
        "Zestawienie zmian",
        "TR/MM/6/2013",
        "57 → 52",
        "−180 000,00 zł",
        "„Co najmniej dwa nowe miejsca pracy”: brak kryterium → 10 pkt, +10 pkt (kryterium dodano)",
        "Coś zmieniło się w 5 wnioskach, w tym wynik w 2; bez zmian: 2 wnioski.",
        "W limicie było 700 000,00 zł, jest 560 000,00 zł (−140 000,00 zł).",
        "Osiągnęły minimum TR/MM/2/2013",
        "Wypadły z limitu TR/MM/6/2013",
    ):
        assert part in said


def test_a_simulation_says_on_the_page_that_it_is_one_and_carries_both_fingerprints(
    printed, found: Difference
):
    said = text(printed["public"])
    assert "Symulacja: w naborze niczego nie zmieniono." in said
    for decision in (found.before, found.after):
        grouped = " ".join(decision.fingerprint[start : start + 4] for start in range(0, 16, 4))
        assert grouped in said


def test_two_versions_are_named_by_their_numbers_with_the_reason(found, tmp_path: Path):
    file = tmp_path / "zestawienie.pdf"
    print_difference(found, file, versions=(1, 2), reason="uwzględniono protest")
    said = text(file.read_bytes())
    assert "wersje 1 i 2" in said
    assert "Powód zmiany: uwzględniono protest" in said
    assert "Symulacja" not in said


def test_it_carries_the_difference_and_the_criteria_of_both_sides(printed, found: Difference):
    whole = json.loads(attached(printed["internal"], "difference.json"))
    assert whole == as_json(found)
    names = set(PdfReader(BytesIO(printed["internal"])).attachments)
    assert names == {
        "difference.json",
        "document.json",
        "page.json",
        "trygon-micro-enterprises-2013-01-01.yaml",
        "trygon-micro-enterprises-projekt-kryteriow.yaml",
    }


def test_the_public_variant_has_no_points_in_single_criteria_no_member_and_no_identifier(
    printed, found: Difference
):
    carried = attached(printed["public"], "difference.json")
    assert json.loads(carried) == as_json(found, public=True)
    said = text(printed["public"]) + carried
    assert not [member for member in MEMBERS if member in said]
    assert "NIP" not in said
    assert "brak kryterium → 10 pkt" not in said
    for one in json.loads(carried)["moved"]:
        assert all(
            set(cause) <= {"criterion", "name", "through", "sentence"} for cause in one["causes"]
        )


def test_the_same_difference_prints_the_same_bytes(found: Difference, printed, tmp_path: Path):
    again = print_difference(found, tmp_path / "inna nazwa.pdf").path.read_bytes()
    assert again == printed["internal"]


def test_a_back_test_shows_the_calls_and_which_criteria_separate(tmp_path: Path):
    found = backtest(EXAMPLES, PROPOSAL)
    pdf = print_backtest(found, tmp_path / "wyniki.pdf").path.read_bytes()
    said = text(pdf)
    for part in (
        "Wyniki dotychczasowych naborów według projektu kryteriów",
        "1/2013 – Tworzenie i rozwój mikroprzedsiębiorstw",
        "5 z 7",
        "−140 000,00 zł",
        "nie rozróżnia wniosków w żadnym naborze",
        "Pominięto nabory: innego zakresu – 7.",
        "Sporządził w biurze LGD",
    ):
        assert part in said
    assert json.loads(attached(pdf, "backtest.json")) == backtest_json(found)
    assert not [member for member in MEMBERS if member in said]
