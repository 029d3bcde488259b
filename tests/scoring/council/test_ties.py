"""Exclusions that the ties suggest: the software proposes, a person decides."""

import pytest

from scoring.application import Application
from scoring.council.member import Member
from scoring.council.ties import Tie, proposals

APPLICATION = Application(
    "A",
    {
        "applicant": "Stolarnia Jan Kowalski",
        "nip": "8567346215",
        "locality": "Dąb Wielki",
        "address": "Dąb Wielki, ul. Krótka 5",
        "krs": "0000123456",
    },
)


def said(member: Member, *ties: Tie, application: Application = APPLICATION) -> list[object]:
    return [(str(one.why), one.certain) for one in proposals([member], ties, [application])]


def test_the_same_nip_is_certain():
    member = Member(name="Anna Nowak", sector="economic", nip="8567346215")
    assert said(member) == [("ten sam NIP co wnioskodawca", True)]


def test_the_same_krs_is_certain():
    member = Member(name="Anna Nowak", sector="social", krs="0000123456")
    assert said(member) == [("ten sam KRS co wnioskodawca", True)]


def test_the_same_body_is_certain():
    member = Member(name="Anna Nowak", sector="economic", body="Jan Kowalski, stolarnia")
    assert said(member) == [("wnioskodawcą jest Jan Kowalski, stolarnia", True)]


@pytest.mark.parametrize(
    ("name", "doubt"),
    [
        ("Jan Kowalski", "nazwisko Kowalski i miejscowość Dąb Wielki"),
        ("Ewa Kowalska", "nazwisko Kowalska i miejscowość Dąb Wielki"),
        ("Ewa Lis-Kowalska", "nazwisko Lis-Kowalska i miejscowość Dąb Wielki"),
    ],
)
def test_surname_and_locality_are_a_doubt(name, doubt):
    assert said(Member(name=name, sector="residents", locality="Dąb Wielki")) == [(doubt, False)]


def test_a_surname_alone_is_nothing():
    assert said(Member(name="Ewa Kowalska", sector="residents")) == []
    assert said(Member(name="Ewa Kowalska", sector="residents", locality="Wólka")) == []


def test_a_locality_is_compared_by_whole_words():
    assert said(Member(name="Ewa Kowalska", sector="residents", locality="Wielki D")) == []
    assert said(Member(name="Ewa Kowalska", sector="residents", locality="ąb")) == []


def test_the_same_address_is_a_doubt():
    member = Member(name="Ewa Lis", sector="residents", address="ul. Krótka 5, Dąb Wielki")
    assert said(member) == [("ten sam adres co wnioskodawca", False)]


def test_the_same_name_is_certain_only_in_the_same_place():
    one = Application("A", {"applicant": "Jan Żak", "locality": "Dąb"})
    member = Member(name="Jan Żak", sector="residents")
    assert said(member, application=one) == [("wnioskodawca nazywa się tak samo", False)]
    there = member.model_copy(update={"locality": "Dąb"})
    assert said(there, application=one) == [("wnioskodawca nazywa się tak samo", True)]


MEMBER = Member(name="Anna Nowak", sector="social")


def test_a_declared_tie_is_certain_by_number_name_or_case_number():
    for tie in (
        Tie(member="Anna Nowak", kind="family", to="kto inny", application="A"),
        Tie(member="Anna Nowak", kind="family", to="kto inny", nip="8567346215"),
        Tie(member="Anna Nowak", kind="family", to="kto inny", krs="0000123456"),
        Tie(member="Anna Nowak", kind="family", to="STOLARNIA Jan Kowalski"),
    ):
        assert said(MEMBER, tie) == [(f"pokrewieństwo lub powinowactwo: {tie.to}", True)]


def test_a_tie_to_another_number_is_not_of_this_applicant_whatever_the_name():
    tie = Tie(member="Anna Nowak", kind="employer", to=APPLICATION.applicant, nip="5261040828")
    assert said(MEMBER, tie) == []
    other = Tie(member="Anna Nowak", kind="employer", to=APPLICATION.applicant, application="B")
    assert said(MEMBER, other) == []


def test_of_several_reasons_the_surest_is_told_once():
    member = Member(name="Jan Kowalski", sector="economic", nip="8567346215", locality="Dąb Wielki")
    assert said(member) == [("ten sam NIP co wnioskodawca", True)]


def test_a_withdrawn_application_needs_no_exclusion():
    gone = Application("A", {**APPLICATION.facts, "withdrawn": True})
    assert (
        said(Member(name="Anna Nowak", sector="social", nip="8567346215"), application=gone) == []
    )
