"""Who is the same as whom: by numbers, and by names only as a doubt."""

from fractions import Fraction

import pytest

from scoring.party import Partner, Party, equal_shares, like_names

JAN = Party("Jan Kowalski", "012345678", "8567346215")


@pytest.mark.parametrize(
    ("other", "surely", "maybe"),
    [
        (Party("ktoś inny", "012345678"), True, False),
        (Party("ktoś inny", nip="8567346215"), True, False),
        (Party("ktoś inny", "12345678"), True, False),
        (Party("ktoś inny", "EP 012 345 678"), True, False),
        (Party("ktoś inny", nip="PL 856-734-62-15"), True, False),
        (Party("Maria Kowalska", "012345678", "1234563218"), False, True),
        (Party("Jan Kowalski", "999999999", "8567346215"), False, True),
        (Party("Jan Kowalski"), False, True),
        (Party("Jan Kowalski", "brak", "w trakcie nadania"), False, True),
        (Party("Jan Kowalski", "999999999"), False, False),
        (Party("Jan Kowalski", nip="1234563218"), False, False),
        (Party("Ewa Lis"), False, False),
    ],
)
def test_a_party_is_surely_or_perhaps_another(other, surely, maybe):
    for one, two in ((JAN, other), (other, JAN)):
        assert (one.is_surely(two), one.may_be(two)) == (surely, maybe)


def test_words_for_numbers_identify_nobody():
    one, two = Party("Jan Kowalski", "brak"), Party("Ewa Lis", "brak")
    assert one.marks == frozenset()
    assert not one.is_surely(two)
    assert not one.may_be(two)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Jan Kowalski", "KOWALSKI JAN", True),
        ("Łukasz Żak", "LUKASZ ZAK", True),
        ("Jan Kowalski", "Jan Adam Kowalski", True),
        ("Anna Nowak", "Anna Nowak-Kowalska", True),
        ("Tartak Sp. z o.o.", "TARTAK spółka z ograniczoną odpowiedzialnością", True),
        ("Kowalski, Nowak s.c.", "Nowak Kowalski spółka cywilna", True),
        ("Jan Kowalski", "Jan", False),
        ("Tartak", "Tartak Dąb", False),
        ("Jan Kowalski", "Jan Kowalczyk", False),
        ("Jan Kowalski", "Jan Nowak", False),
        ("", "", False),
        ("S.C.", "s.c.", True),
    ],
)
def test_names_are_alike_as_a_clerk_looks_at_them(one, other, alike):
    assert like_names(one, other) is alike
    assert like_names(other, one) is alike


def test_two_papers_together_give_every_number():
    register, partners = Party("Jan Kowalski", nip="8567346215"), Party("J. Kowalski", "012345678")
    assert register.joined(partners) == JAN
    assert Party("Jan Kowalski", "brak", "8567346215").joined(partners) == JAN
    assert JAN.joined(Party("x", "999999999", "1234563218")) == JAN


def test_partners_of_a_civil_partnership_have_equal_shares():
    ewa = Party("Ewa Lis")
    assert equal_shares([JAN, ewa]) == (
        Partner(JAN, Fraction(1, 2)),
        Partner(ewa, Fraction(1, 2)),
    )
