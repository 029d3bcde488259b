"""``nabor sensitivity`` as a clerk types it, and the page that it prints."""

import json
from pathlib import Path

from pypdf import PdfReader

from tests.nabor.conftest import COOPERATION, EXAMPLES, Nabor
from tests.templates.test_printing import text_of

TRYGON = EXAMPLES / "trygon-2013"


def test_the_page_and_the_screen_tell_the_same_of_a_call(nabor: Nabor, tmp_path: Path):
    page = tmp_path / "wrazliwosc.pdf"
    answer = nabor("sensitivity", TRYGON, "--pdf", page)
    assert answer.code == 0
    read = PdfReader(page)
    printed = " ".join(text_of(read).split())
    # 30 points of the minimum less the 19 of the best below it.
    said = "Najbliżej pod minimum (TR/MM/2/2013): brakuje 11 pkt."
    assert said in " ".join(answer.out.split())
    assert said in printed
    assert "Do użytku Rady" in printed
    again = nabor("sensitivity", TRYGON, "--pdf", page)
    assert (again.code, "taki plik już jest" in again.err) == (2, True)


def test_json_has_the_exact_numbers(nabor: Nabor):
    found = json.loads(nabor("sensitivity", TRYGON, "--json").out)
    assert found["minimum"]["below"] == ["TR/MM/2/2013", "-11"]
    assert found["criteria"][0]["mean_spread"] == "2"


def test_a_call_without_cards_says_so(nabor: Nabor, tmp_path: Path):
    page = tmp_path / "bez-kart.pdf"
    answer = nabor("sensitivity", COOPERATION, "--pdf", page)
    assert answer.code == 0
    assert "Naboru nie oceniano na kartach" in answer.out
    assert "Naboru nie oceniano na kartach" in " ".join(text_of(PdfReader(page)).split())
