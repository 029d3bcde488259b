"""Earlier aid is matched by numbers and findings, and left open where they do not say."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.earlier_aid import EarlierAid, Histories, History, history_of
from scoring.party import Party

NUMBER = "PD/1/2022"
JAN = Party("Jan Kowalski", "012345678", "8567346215")
MARIA = Party("Maria Kowalska", "012345678", "1234563218")
FIRM = Party("Stolarnia Dąb", "555555555")


def aid(party, place="historia.xlsx, wiersz 2", same=(), other=()):
    day, named = date(2017, 6, 5), (frozenset(same), frozenset(other))
    return EarlierAid(party, day, 100, "other", place, same=named[0], other=named[1])


def found(party, *earlier, parties=()):
    history = history_of(party, NUMBER, earlier, parties)
    return [one.place for one in history.certain], [one.place for one in history.doubtful]


@pytest.mark.parametrize("order", [1, -1])
def test_what_is_found_stands_by_day(order):
    two = [
        EarlierAid(JAN, date(2018, 1, 1), 1, "other", "b"),
        EarlierAid(JAN, date(2017, 1, 1), 1, "other", "a"),
    ]
    assert found(JAN, *two[::order]) == (["a", "b"], [])


def test_aid_of_somebody_else_is_not_found():
    assert history_of(JAN, NUMBER, [aid(FIRM)]) == History()


def test_spouses_under_one_producer_number_are_a_doubt_until_the_office_says():
    assert found(JAN, aid(MARIA, "m")) == ([], ["m"])
    assert found(JAN, aid(MARIA, "m", same={NUMBER})) == (["m"], [])
    assert found(JAN, aid(MARIA, "m", other={NUMBER})) == ([], [])
    assert found(JAN, aid(MARIA, "m", same={"PD/9/2022"})) == ([], ["m"])


def test_spouses_who_are_partners_each_have_their_own():
    both = (JAN, MARIA)
    earlier = [aid(JAN, "j"), aid(MARIA, "m")]
    assert found(JAN, *earlier, parties=both) == (["j"], [])
    assert found(MARIA, *earlier, parties=both) == (["m"], [])


def test_the_office_may_say_that_even_a_number_is_not_the_applicants():
    assert found(JAN, aid(Party("x", "012345678"), "x", other={NUMBER})) == ([], [])


def test_a_finding_holds_for_the_only_applicant_under_whatever_name_and_number():
    assert found(JAN, aid(FIRM, "f", same={NUMBER})) == (["f"], [])


def test_a_finding_is_of_the_partner_whom_the_row_names():
    both = (JAN, FIRM)
    named = aid(Party("Kowalski Jan"), "n", same={NUMBER})
    assert found(JAN, named, parties=both) == (["n"], [])
    assert found(FIRM, named, parties=both) == ([], [])


def test_a_finding_that_names_neither_partner_stays_open_for_both():
    both = (JAN, FIRM)
    strange = aid(Party("Ktoś"), "k", same={NUMBER})
    assert found(JAN, strange, parties=both) == ([], ["k"])
    assert found(FIRM, strange, parties=both) == ([], ["k"])


def test_a_finding_that_may_be_of_two_partners_stays_open_for_both():
    both = (JAN, Party("Jan Kowalski", "777777777"))
    named = aid(Party("Jan Kowalski"), "n", same={NUMBER})
    assert found(both[0], named, parties=both) == ([], ["n"])
    assert found(both[1], named, parties=both) == ([], ["n"])


def test_aid_under_a_number_that_found_aid_shows_may_be_of_the_same():
    alone = Party("Jan Kowalski", "012345678")
    under_nip = aid(Party("Stolarnia", nip="8567346215"), "s")
    assert found(alone, under_nip) == ([], [])
    assert found(alone, aid(JAN, "j"), under_nip) == (["j"], ["s"])
    settled = aid(Party("Stolarnia", nip="8567346215"), "s", other={NUMBER})
    assert found(alone, aid(JAN, "j"), settled) == (["j"], [])


NAMES = st.sampled_from(
    ["Jan Kowalski", "Kowalski Jan Adam", "Jan", "Kowalski", "Spółka cywilna", ""]
)
PARTIES = st.builds(
    Party,
    NAMES,
    st.sampled_from([None, "012345678", "EP 12345678", "555555555", "brak"]),
    st.sampled_from([None, "8567346215", "856-734-62-15", "1234563218"]),
)
CASES = st.frozensets(st.sampled_from([NUMBER, "PD/9/2022"]), max_size=1)
ROWS = st.builds(
    EarlierAid,
    PARTIES,
    st.dates(date(2017, 1, 1), date(2017, 1, 3)),
    st.sampled_from([100, 200]),
    st.just("other"),
    st.sampled_from(["wiersz 1", "wiersz 2"]),
    same=CASES,
    other=CASES,
)


@given(st.lists(ROWS, max_size=8), st.lists(PARTIES, min_size=1, max_size=3))
def test_a_list_looked_through_once_tells_what_comparing_every_row_tells(earlier, parties):
    histories = Histories(earlier)
    for _ in range(2):
        for one in parties:
            alone, among = (history_of(one, NUMBER, earlier, some) for some in ((), parties))
            assert histories.of(one, NUMBER) == alone
            assert histories.of(one, NUMBER, tuple(parties)) == among
