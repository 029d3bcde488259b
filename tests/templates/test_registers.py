"""The registers of a council: of interests (a page a member) and of ties, from the example."""

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from rounds.open_call import open_call
from scoring.council.sitting import HeldSitting
from scoring.council.ties import TIE_NAMES
from scoring.decision import Decision
from templates.base.person import by_alphabet
from tests.templates.council import held_in
from tests.templates.test_printing import printed, text_of

EXAMPLE = Path(__file__).parents[2] / "examples" / "posiedzenie-19"


@pytest.fixture(scope="module")
def decision() -> Decision:
    return open_call(EXAMPLE).decide()


@pytest.fixture(scope="module")
def held(decision: Decision) -> HeldSitting:
    return held_in(decision)


@pytest.fixture(scope="module")
def interests(decision: Decision) -> PdfReader:
    return printed(decision, "posiedzenie/rejestr-interesow")


def test_every_member_has_a_page_in_the_order_of_surnames(
    interests: PdfReader, held: HeldSitting
) -> None:
    names = by_alphabet(one.name for one in held.council.members)
    assert len(interests.pages) == len(names)
    for page, name in zip(interests.pages, names, strict=True):
        said = " ".join(page.extract_text().split())
        assert name in said
        assert [other for other in names if other != name and other in said] == []


def test_a_page_tells_what_the_member_stands_for_and_is_tied_to(
    interests: PdfReader, held: HeldSitting
) -> None:
    members = {one.name: one for one in held.council.members}
    for page, name in zip(interests.pages, by_alphabet(members), strict=True):
        said = " ".join(page.extract_text().split())
        wanted = [members[name].body, *members[name].groups]
        ties = [one for one in held.council.ties if one.member == name]
        wanted += [f"{TIE_NAMES[one.kind]} {one.to}" for one in ties]
        assert [one for one in wanted if one is not None and one not in said] == []
        assert ("Nie zgłoszono interesów" in said) is (not ties)
        assert "Każdą zmianę zgłoszę przed oceną." in said


def test_ties_stand_by_surname_and_tell_nothing_of_sectors(
    decision: Decision, held: HeldSitting
) -> None:
    said = text_of(printed(decision, "posiedzenie/rejestr-powiazan"))
    declared = said[: said.index("Rozstrzygnięcia")]
    names = by_alphabet(one.member for one in held.council.ties)
    assert sorted(names, key=declared.index) == names
    assert "sektor" not in said


def test_the_register_of_ties_tells_by_what_number_a_tie_is_recognised(decision: Decision) -> None:
    said = text_of(printed(decision, "posiedzenie/rejestr-powiazan"))
    assert "Cukiernia Umowna NIP 9005020006" in said
    assert "Każdą propozycję rozstrzygnięto." in said


def test_the_register_of_ties_tells_what_waits_for_a_person(
    decision: Decision, held: HeldSitting
) -> None:
    kept = tuple(one for one in held.sitting.exclusions if one.member != "Jeremi Bajka")
    waits = replace(held, sitting=replace(held.sitting, exclusions=kept))
    said = text_of(printed(replace(decision, sitting=waits), "posiedzenie/rejestr-powiazan"))
    start = said.index("Propozycje wyłączeń bez rozstrzygnięcia")
    waiting = said[start : said.index("Rozstrzygnięcia o wyłączeniach")]
    assert "PZ/1/5/2022" in waiting
    assert "nazwisko Bajka i miejscowość Zmyślin (do wyjaśnienia)" in waiting
    assert "Każdą propozycję rozstrzygnięto." not in said
