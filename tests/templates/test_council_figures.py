"""Every figure of the minutes counted again from the raw files of the example, by other means.

The counting is in ``raw_sitting``; that no other number is printed, ``test_minutes_accounted_for``
says.
"""

import re
from collections import Counter
from typing import Any

import pytest
from pypdf import PdfReader

from rounds.open_call import open_call
from scoring.decision import Decision
from templates.documents import documents_of
from tests.templates.raw_sitting import (
    DAYS,
    EXAMPLE,
    LEAST,
    SECTOR,
    SECTORS,
    SITTING,
    asked,
    entitled,
    figures,
    hour,
    in_sectors,
    money,
    percent,
    points,
    present,
    ranked,
    selects,
    spent,
    too_strong,
)
from tests.templates.test_printing import printed, text_of


@pytest.fixture(scope="module")
def decision() -> Decision:
    return open_call(EXAMPLE).decide()


@pytest.fixture(scope="module")
def text(decision: Decision) -> str:
    return text_of(printed(decision, "posiedzenie/protokol"))


@pytest.fixture(scope="module")
def told(text: str) -> dict[int, str]:
    """The text of every vote, by its number."""
    found = re.split(r"Głosowanie nr (\d+) – ", text)
    return {int(number): said for number, said in zip(found[1::2], found[2::2], strict=True)}


def test_every_vote_is_told_once_in_order(told: dict[int, str], text: str) -> None:
    assert sorted(told) == list(range(1, len(SITTING["votes"]) + 1))
    assert len(re.findall(r"Głosowanie nr \d+ – ", text)) == len(SITTING["votes"])


@pytest.mark.parametrize("number", range(1, len(SITTING["votes"]) + 1))
def test_figures_of_a_vote_are_those_of_the_files(number: int, told: dict[int, str]) -> None:
    vote, said = SITTING["votes"][number - 1], told[number]
    assert said.startswith(vote["subject"])
    day = DAYS[vote["part"] - 1]
    assert f"{day.day}.{day.month:02d}.{day.year}, godz. {hour(vote['at']):%H:%M}" in said
    row = re.search(r"w składzie Rady (\d+) (\d+) (\d+) (\d+) (\d+) (\d+)", said)
    assert row is not None
    assert tuple(map(int, row.groups())) == figures(vote)


@pytest.mark.parametrize("number", range(1, len(SITTING["votes"]) + 1))
def test_quorum_and_parity_of_a_vote_are_those_of_the_files(
    number: int, told: dict[int, str]
) -> None:
    vote, said = SITTING["votes"][number - 1], told[number].split("Głosowanie ważne")[0]
    may = entitled(vote)
    count = len(may)
    assert (
        f"Uprawnionych obecnych: {count} z {len(SECTOR)}, wymaga się co najmniej {LEAST}." in said
    )
    assert ("Głosy: " in said) is selects(vote)
    if not selects(vote):
        return
    sectors = in_sectors(may)
    for sector, name in SECTORS.items():
        assert f"{name} {sectors[sector]} z {count} ({percent(sectors[sector], count)})" in said
    others = count - sectors["public"]
    assert f"Spoza sektora publicznego: {others} z {count} głosów, czyli {percent(others, count)}" in said  # fmt: skip
    broken = bool(too_strong(vote))
    assert ("powyżej limitu głosów – warunek niespełniony" in said) is broken
    assert ("Głosowanie nieważne" in said) is broken


def test_exclusions_and_those_absent_are_named_at_every_vote(told: dict[int, str]) -> None:
    for number, vote in enumerate(SITTING["votes"], start=1):
        for name in present(vote["part"], hour(vote["at"])) - entitled(vote):
            assert f"{name} – " in told[number]
        for name in set(SECTOR) - present(vote["part"], hour(vote["at"])):
            assert name in told[number].split("nieobecność w chwili głosowania:")[1]


def test_both_calculators_stand_at_the_opening(text: str) -> None:
    opening = text[text.index("3. Kalkulatory") : text.index("4. Sekretarz")]
    sectors = Counter(SECTOR.values())
    for sector, name in SECTORS.items():
        said = f"{name} {sectors[sector]} {percent(sectors[sector], len(SECTOR))}"
        # Sectors in the first calculator, the public one in the second too, at both openings.
        assert opening.count(said) == (4 if sector == "public" else 2)
    others = len(SECTOR) - sectors["public"]
    assert f"{others} {percent(others, len(SECTOR))}" in opening


def test_departures_have_their_hour(text: str) -> None:
    left = [
        one["member"] for one in SITTING["attendance"] if isinstance(one, dict) and "left" in one
    ]
    (sentence,) = re.findall(r"O godz\. 12:00 posiedzenie opuścili ([^.]*)\.", text)
    assert sorted(re.split(", | i ", sentence)) == sorted(left)


def test_points_of_every_operation_follow_from_register_and_cards(text: str) -> None:
    for number, value in points().items():
        start = text.index(f". {number} – „")
        part = text[start : text.index("Rada podjęła uchwałę", start)]
        assert f"Razem 20 {value:f}".replace(".", ",") in part
        assert f"Uzyskano {value:f} pkt przy minimum 9 pkt".replace(".", ",") in part


def test_amounts_within_the_limit_are_those_of_the_register(text: str) -> None:
    rows = text[text.index("10. Lista rankingowa") : text.index("Głosowanie nr 22")]
    for place, number in enumerate(ranked(), start=1):
        if number not in spent():
            continue
        row = re.search(rf"\b{place} {re.escape(number)} (.*?) (tak|nie)\b", rows)
        assert row is not None, number
        assert money(asked(number)) in row[1]
        assert row[2] == ("tak" if spent()[number][1] else "nie")
    assert sum(asked(number) for number, (_, fits) in spent().items() if fits) == 200_000


NAMES = ("protokol", "lista-obecnosci", "deklaracje", "rejestr-powiazan", "rejestr-interesow", "komisja-skrutacyjna", "wylaczenia-publiczne", "uchwala-5-2022-1", "uchwala-5-2022-7")  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_paper_is_tagged_upright_polish_pdf_a_3a(name: str, decision: Decision) -> None:
    reader = printed(decision, f"posiedzenie/{name}")
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - an object of pypdf
    assert root["/Lang"] == "pl"
    assert b"pdfaid:part" in root["/Metadata"].get_data()
    info: Any = reader.metadata
    assert "Nabór nr 1/2022" in " ".join(info["/Title"].split())
    assert info["/CreationDate"] == "D:20220520"
    for number, page in enumerate(reader.pages, start=1):
        said = " ".join(page.extract_text().split())
        assert f"strona {number} z {len(reader.pages)}" in said
        assert "Europa inwestująca w obszary wiejskie" in said
        assert page.mediabox.height > page.mediabox.width


def test_bookmarks_are_the_sections(decision: Decision) -> None:
    reader = printed(decision, "posiedzenie/protokol")
    titles = [one.title for one in flat(reader.outline)]
    sections = [one for one in titles if re.match(r"\d+\. ", one or "")]
    assert len(sections) == 11
    assert sections[0] == "1. Posiedzenie"


def flat(outline: list[Any]) -> list[Any]:
    return [each for one in outline for each in (flat(one) if isinstance(one, list) else [one])]


def test_resolutions_are_numbered_by_case_number_and_lists_come_last(decision: Decision) -> None:
    names = [one.name for one in documents_of(decision) if one.template == "resolution"]
    assert names == [f"posiedzenie/uchwala-5-2022-{count}.pdf" for count in range(1, 8)]
    told = [text_of(printed(decision, one.removesuffix(".pdf"))) for one in names]
    assert "Rada nie wybiera do finansowania operacji „Szycie toreb”" in told[3]
    assert "Prowadzący głosowanie: Leonard Niktowski" in told[3]
    assert "W limicie środków mieszczą się 4 operacje na kwotę 200 000,00 zł" in told[6]


def test_an_operation_outside_the_limit_has_its_amount_set_and_told_apart(
    decision: Decision, text: str
) -> None:
    resolution = text_of(printed(decision, "posiedzenie/uchwala-5-2022-7"))
    assert "5 PZ/1/5/2022 Stefan Bajka NIP 9005150016 13 50 000,00 zł nie" in resolution
    assert "5 PZ/1/5/2022 Stefan Bajka 13 50 000,00 zł 50 000,00 zł nie" in text


def test_committee_counts_every_vote(decision: Decision) -> None:
    said = text_of(printed(decision, "posiedzenie/komisja-skrutacyjna"))
    assert "Obliczono: 23 głosowania; nieważnych: 1." in said
    for vote in SITTING["votes"]:
        in_favour, against, abstained, may, _, _ = figures(vote)
        assert f"{may} {may} {in_favour} {against} {abstained} " in said


def test_published_exclusions_tell_no_reason_and_no_private_member(decision: Decision) -> None:
    reader: PdfReader = printed(decision, "posiedzenie/wylaczenia-publiczne")
    said = text_of(reader)
    for one in SITTING["exclusions"]:
        assert one["reason"] not in said
        if SECTOR[one["member"]] != "public":
            assert one["member"] not in said
    assert "Adela Zmyślona (sektor publiczny)" in said
    assert "3 członków Rady (sektor gospodarczy)" in said
    carried = "".join(files[0].decode() for files in reader.attachments.values())
    assert "Tekla" not in carried
    assert "siostra" not in carried


def test_call_without_a_sitting_has_no_papers_of_one() -> None:
    decision = open_call(EXAMPLE.parent / "trygon-2013").decide()
    assert [one for one in documents_of(decision) if one.name.startswith("posiedzenie")] == []
