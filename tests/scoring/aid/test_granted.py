"""What parties got of a call is added up by marks, as if every account were compared with every one."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from scoring.aid.beneficiary import Account, Granted
from scoring.party import Party

PARTIES = st.builds(
    Party,
    st.sampled_from(["Jan Kowalski", "Maria Kowalska"]),
    st.sampled_from([None, "012345678", "12345678", "555555555", "brak"]),
    st.sampled_from([None, "8567346215", "1234563218"]),
)
GROUPS = st.sampled_from([None, "kgw", "/start"])
ACCOUNTS = st.builds(
    Account,
    PARTIES,
    st.sampled_from([Fraction(1), Fraction(1, 3)]),
    st.just(0),
    st.just(0),
    st.just("A2"),
    st.just("źródło"),
    GROUPS,
)
BOOKED = st.lists(st.tuples(st.lists(ACCOUNTS, max_size=3), st.integers(0, 1_000_000)), max_size=6)


@given(BOOKED, PARTIES, GROUPS)
def test_a_party_got_what_its_accounts_got(booked, holder, group):
    granted = Granted()
    for accounts, amount in booked:
        granted.add(accounts, amount)
    assert granted.to(holder, group) == sum(
        one.share * amount
        for accounts, amount in booked
        for one in accounts
        if one.group == group and one.party.is_surely(holder)
    )
