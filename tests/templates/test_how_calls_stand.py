"""How all calls stand as a document: the same as on the screen, of a country too."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from rounds.summary import summary_block, summary_rows
from scoring import polish
from scoring.how_calls_stand import Awaited, HowCallsStand, Summary, Turn
from templates.how_calls_stand.view import (
    Amiss,
    Counted,
    Standing,
    Waits,
    view,
)
from templates.press import press
from tests.templates.many_calls import CALLS, LGDS, many_calls
from tests.templates.test_printing import text_of

AT = datetime(2030, 3, 18, 7, 0)  # noqa: DTZ001 - Polish time

OF_COUNCIL = Summary(
    "laki/1",
    Turn.COUNCIL,
    "w Radzie",
    lgd="LGD „Łąki”",
    number="2/2030",
    title="Podejmowanie działalności",
    last="raport przyjęcia",
    last_when="16.03.2030, 12:05",
    waits=(Awaited("Rada", "posiedzenie", "do 14.05.2030"),),
    next_term="14.05.2030 – Pisma do wnioskodawców",
)
FAILED = Summary(
    "laki/10",
    Turn.FAILED,
    "rozstrzygnięty",
    lgd="LGD „Łąki”",
    seat="Łąkowo, województwo podlaskie",
    number="10/2030",
    does="zestawy dokumentów",
    failed="brak miejsca na dysku",
    overdue="12.03.2030 – Wybór operacji",
)
UNREAD = Summary(
    "a",
    Turn.UNREADABLE,
    "nieczytelny",
    waits=(Awaited("biuro", "popraw dane"),),
    mistakes=("call.yaml:2: brak daty",),
)


def stand(*calls: Summary) -> HowCallsStand:
    return HowCallsStand(AT, calls)


def test_the_view_orders_lgds_and_numbers_and_counts_every_call_once():
    found = view(stand(UNREAD, FAILED, OF_COUNCIL))
    assert found.head == (
        ("Stan na", "18 marca 2030 r., godz. 07:00 (czas polski)"),
        ("Liczba LGD", "1"),
    )
    assert [(one.name, one.count) for one in found.counted] == [
        ("Nieczytelnych", "1"),
        ("Nie udało się", "1"),
        ("Program pracuje", "0"),
        ("Na biuro czeka", "0"),
        ("Na Radę czeka", "1"),
        ("Program zrobi", "0"),
        ("Termin biegnie", "0"),
        ("Zakończonych", "0"),
    ]
    assert found.counted[4] == Counted(
        name="Na Radę czeka",
        count="1",
        meaning="Brakuje posiedzenia Rady, kart albo głosowań",
    )
    assert found.total == "3"
    assert found.amiss == (
        Amiss(
            lgd="LGD „Łąki”",
            number="10/2030",
            folder="laki/10",
            what="zestawy dokumentów",
            why="brak miejsca na dysku",
        ),
        Amiss(
            lgd="–",
            number="–",
            folder="a",
            what="nieczytelny",
            why="call.yaml:2: brak daty; popraw dane",
        ),
    )
    assert [(one.name, one.seat, len(one.calls)) for one in found.lgds] == [
        ("LGD „Łąki”", "Łąkowo, województwo podlaskie", 2),
        ("Nabory, o których nie wiadomo, czyje są", None, 1),
    ]


def test_the_rows_of_the_view_are_what_the_screen_says():
    of_council, failed = view(stand(FAILED, OF_COUNCIL)).lgds[0].calls
    assert of_council == Standing(
        number="2/2030",
        title="Podejmowanie działalności",
        folder="laki/1",
        stands="w Radzie",
        last_when="16.03.2030, 12:05",
        last="raport przyjęcia",
        program="–",
        why=None,
        waits=(Waits(who="Rada", what="posiedzenie", until="do 14.05.2030", late=False),),
        next_term="14.05.2030 – Pisma do wnioskodawców",
        overdue=None,
        mark="standing",
    )
    assert failed == Standing(
        number="10/2030",
        title=None,
        folder="laki/10",
        stands="rozstrzygnięty",
        last_when="–",
        last=None,
        program="zestawy dokumentów – nie udało się",
        why="brak miejsca na dysku",
        waits=(),
        next_term="–",
        overdue="12.03.2030 – Wybór operacji",
        mark="not_met",
    )


def test_the_name_of_the_lgd_stands_at_the_head_where_all_calls_are_its_own():
    other = replace(OF_COUNCIL, lgd="LGD „Wzgórza”")
    heads = [
        view(stand(*some)).frame.lgd
        for some in ((OF_COUNCIL, FAILED), (OF_COUNCIL, other), (OF_COUNCIL, UNREAD), (UNREAD,))
    ]
    assert heads == ["LGD „Łąki”", None, None, None]


def test_another_hour_or_another_state_is_another_document():
    first = view(stand(OF_COUNCIL)).frame.fingerprint
    assert view(stand(OF_COUNCIL)).frame.fingerprint == first
    assert view(replace(stand(OF_COUNCIL), at=AT.replace(minute=5))).frame.fingerprint != first
    assert view(stand(replace(OF_COUNCIL, waits=()))).frame.fingerprint != first


@pytest.fixture(scope="module")
def country() -> HowCallsStand:
    return many_calls()


@pytest.fixture(scope="module")
def pages(country: HowCallsStand) -> list[str]:
    """The printed pages of a country, in words."""
    printed = PdfReader(BytesIO(press("how_calls_stand", view(country)).pdf))
    return [_words(page.extract_text()) for page in printed.pages]


def _words(text: str) -> str:
    """Make one line of a page's words; a word that was parted is whole again."""
    joined = text.replace(polish.NARROW, " ").replace("\u2010\n", "").replace("-\n", "")
    return "".join(joined.split())


def _of(said: str) -> str:
    return _words(said.replace("-", ""))


def test_of_a_country_every_call_is_printed_under_its_lgd(country: HowCallsStand, pages: list[str]):
    printed = "".join(pages)
    assert len(country.calls) == CALLS
    assert len({one.lgd for one in country.calls if one.lgd}) == LGDS - 2  # two cannot be read
    for one in country.calls:
        times = 2 if one.turn in (Turn.FAILED, Turn.UNREADABLE) else 1
        assert printed.count(_words(one.folder)) == times, one.folder
    assert f"Razem{CALLS}" in printed


def test_nothing_that_the_screen_says_is_missing_on_the_pages(
    country: HowCallsStand, pages: list[str]
):
    printed = "".join(pages).replace("-", "")
    for one in country.calls:
        for _, said in summary_block(one):
            for part in _parts(said):
                assert _of(part) in printed, part


def _parts(said: str) -> Iterator[str]:
    """Part a line of the screen where the page begins a cell anew."""
    for part in said.replace(" (", "|").replace(": ", "|").replace(" – ", "|").split("|"):
        yield from (one for one in part.split("; ") if one)


def test_each_page_has_the_head_of_its_table_and_its_number(pages: list[str]):
    assert len(pages) > 20
    head = "NabórStanOstatnioProgramNakogoczekaidokiedyNajbliższytermin"
    first = next(at for at, page in enumerate(pages) if head in page)
    assert all(head in page for page in pages[first:])
    for number, page in enumerate(pages, start=1):
        assert f"strona{number}z{len(pages)}" in page


def test_a_reason_longer_than_its_page_says_on_the_next_one_whose_it_is(pages: list[str]):
    going_on = [page for page in pages if ",c.d." in page]
    assert len(going_on) >= 2
    assert all("zabrakłomiejsca" in page for page in going_on)


def test_the_same_look_prints_the_same_bytes():
    first, second = (press("how_calls_stand", view(many_calls(20))).pdf for _ in range(2))
    assert first == second


def test_prefect_shows_the_same_words(country: HowCallsStand):
    for one, row in zip(country.calls, summary_rows(country), strict=True):
        for _, said in summary_block(one):
            words = said.replace(polish.NARROW, " ")
            assert words in " | ".join(row).replace(polish.NARROW, " "), said


def test_an_office_without_any_trouble_has_no_table_of_it():
    found = view(stand(OF_COUNCIL))
    assert found.amiss == ()
    text = text_of(PdfReader(BytesIO(press("how_calls_stand", found).pdf)))
    assert "Co się nie udało" not in text
