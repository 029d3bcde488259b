"""How votes and small tables of minutes lie on pages: whole, or saying what goes on."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from rounds.open_call import open_call
from scoring.decision import Decision
from templates.documents import documents_of
from templates.minutes.view import View
from templates.press import press
from tests.templates.raw_sitting import EXAMPLE
from tests.templates.test_printing import printed, words


@pytest.fixture(scope="module")
def decision() -> Decision:
    return open_call(EXAMPLE).decide()


@pytest.fixture(scope="module", params=["protokol", "protokol-publiczny"])
def pages(request: pytest.FixtureRequest, decision: Decision) -> list[str]:
    reader = printed(decision, f"posiedzenie/{request.param}")
    return [words(page.extract_text()) for page in reader.pages]


def test_every_vote_begins_and_ends_on_one_page(pages: list[str]) -> None:
    begun = [len(re.findall(r"Głosowanie nr \d+ – ", page)) for page in pages]
    ended = [len(re.findall(r"Głosowanie (?:nie)?ważne – ", page)) for page in pages]
    assert begun == ended
    assert sum(begun) == 23
    assert not any("c.d." in page for page in pages)


def test_small_tables_stand_on_one_page(pages: list[str]) -> None:
    for head, last in (
        ("Znak sprawy Głosowania nr", "PZ/1/6/2022 19–21"),
        ("Kryterium Najwięcej Przyznano", "Razem 20"),
        ("Miejsce Znak sprawy Wnioskodawca Punkty", "– PZ/1/4/2022"),
        ("Nr uchwały W sprawie", "5/2022/7 przyjęcie"),
    ):
        heads = [page.count(head) for page in pages]
        assert heads == [len(re.findall(rf"{head}.*?{last}", page)) for page in pages], head


def test_no_page_begins_with_what_became_of_an_operation(pages: list[str]) -> None:
    assert not [page for page in pages if re.match(r"(?:Wybrana|Poniżej minimum)", page)]


def test_a_vote_longer_than_a_page_says_on_the_next_ones_which_it_is(decision: Decision) -> None:
    document = next(one for one in documents_of(decision) if one.name == "posiedzenie/protokol.pdf")
    view = document.view(1)
    assert isinstance(view, View)
    (vote,) = view.officer_votes
    long = vote.model_copy(update={"remarks": tuple(f"Uwaga {count}." for count in range(1, 130))})
    reader = PdfReader(
        BytesIO(press("minutes", view.model_copy(update={"officer_votes": (long,)})).pdf)
    )
    said = [words(page.extract_text()) for page in reader.pages]
    within = [number for number, page in enumerate(said) if re.search(r"Uwaga \d+\.", page)]
    assert len(within) > 2
    begun = next(number for number, page in enumerate(said) if "Głosowanie nr 1 – " in page)
    going_on = [number for number, page in enumerate(said) if "Głosowanie nr 1, c.d." in page]
    assert going_on == [number for number in within if number > begun]
    assert sum(page.count("c.d.") for page in said) == len(going_on)
