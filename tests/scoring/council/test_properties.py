"""What must hold of every council and every vote."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from scoring.call import Regime
from scoring.council.attendance import Presence
from scoring.council.chamber import Chamber
from scoring.council.counting import check_vote
from scoring.council.lot import draw_assessors
from scoring.council.member import SECTORS, Member
from scoring.council.mend import fewest, kinds_of
from scoring.council.parity import all_groups, limits, names_of, parity_findings
from scoring.council.rules import OF_REGULATION, CouncilRules, GroupLimit, Quorum
from scoring.council.vote import About, Tally, Vote

MOMENT = datetime.fromisoformat("2022-06-01T10:30")
REGIMES: tuple[Regime, ...] = ("2015", "2019", "2023")
OWN = GroupLimit(percent=Decimal(49), source="regulamin")
QUORUM = Quorum(percent=Decimal(50), source="regulamin")


@st.composite
def councils(draw: st.DrawFn, largest: int = 24) -> tuple[Member, ...]:
    kinds = st.tuples(
        st.sampled_from(SECTORS), st.sets(st.sampled_from(["rolnicy", "kobiety", "młodzi"]))
    )
    seats = draw(st.lists(kinds, max_size=largest))
    return tuple(
        Member(name=f"Członek {place}", sector=sector, groups=tuple(sorted(groups)))
        for place, (sector, groups) in enumerate(seats)
    )


def verdicts(voters: tuple[Member, ...], regime: Regime) -> dict[str, str]:
    return {one.id: one.verdict for one in parity_findings(voters, OWN, regime)}


@given(councils(60), st.sampled_from(REGIMES))
def test_parity_is_what_a_slow_recount_with_fractions_says(
    voters: tuple[Member, ...], regime: Regime
):
    shares = [
        Fraction(sum(name in names_of(one) for one in voters), len(voters))
        for name in {name for one in voters for name in names_of(one)}
    ]
    public = Fraction(sum(one.sector == "public" for one in voters), len(voters) or 1)

    def said(holds: bool) -> str:
        return ("met" if holds else "not_met") if voters else "not_applicable"

    slow = {"groups": said(all(share <= Fraction(49, 100) for share in shares))}
    if regime == "2023":
        slow["control"] = said(all(share <= Fraction(1, 2) for share in shares))
    else:
        slow["half"] = said(1 - public >= Fraction(1, 2))
    assert verdicts(voters, regime) == slow


@st.composite
def taken(draw: st.DrawFn) -> tuple[Vote, Chamber]:
    members = draw(councils())
    names = [one.name for one in members]
    some = st.sets(st.sampled_from(names)) if names else st.just(set())
    tallies = st.one_of(
        st.builds(Tally, st.integers(0, 25)),
        st.builds(Tally, st.integers(0, 25), st.just(tuple(names))),
        st.builds(Tally.of, some.map(sorted)),
    )
    abouts: tuple[About, ...] = ("order", "points", "selection", "list")
    vote = Vote(
        draw(st.sampled_from(abouts)),
        "uchwała",
        MOMENT,
        draw(tallies),
        draw(tallies),
        draw(tallies),
        application=draw(st.sampled_from([None, "A"])),
    )
    rules = CouncilRules(
        quorum=QUORUM,
        majority=draw(st.sampled_from(["simple", "absolute"])),
        chair_decides=draw(st.booleans()),
        by_name=draw(st.booleans()),
        exclusion=draw(st.sampled_from(["operation", "stage", "call"])),
    )
    chamber = Chamber(
        members,
        rules,
        draw(st.sampled_from(REGIMES)),
        [Presence(name, MOMENT) for name in draw(some)],
        frozenset(draw(some)),
        {"A": dict.fromkeys(draw(some), "powiązanie")},
        draw(st.sampled_from([None, *names])),
    )
    return vote, chamber


@given(taken())
def test_a_vote_that_is_not_valid_decides_nothing_and_a_valid_one_was_by_the_entitled(
    case: tuple[Vote, Chamber],
):
    vote, chamber = case
    found = check_vote(vote, chamber)
    assert found.valid is not (found.passed is None)
    assert bool(found.why_not_valid) is not found.valid
    if found.valid:
        assert 0 < vote.cast <= len(found.entitled)
        assert QUORUM.reached(len(found.entitled), found.composition)
        if vote.selects:
            assert found.voters_known
            assert verdicts(found.voters, chamber.regime) | {"groups": "met"} == dict.fromkeys(
                verdicts(found.voters, chamber.regime), "met"
            )
            assert {one.name for one in found.voters} <= chamber.signed


@given(taken(), st.randoms())
def test_the_order_of_members_never_matters(case: tuple[Vote, Chamber], chance):
    vote, chamber = case
    members = list(chamber.members)
    chance.shuffle(members)
    one, other = check_vote(vote, chamber), check_vote(vote, replace(chamber, members=members))
    assert [(finding.id, finding.verdict, finding.sentence) for finding in one.findings] == [
        (finding.id, finding.verdict, finding.sentence) for finding in other.findings
    ]
    assert (one.passed, one.remedy) == (other.passed, other.remedy)
    assert set(one.entitled) == set(other.entitled)


@given(councils(9), st.sampled_from(REGIMES))
def test_no_fewer_leaving_would_mend_the_parity(voters: tuple[Member, ...], regime: Regime):
    limit = OWN if regime == "2023" else OF_REGULATION
    most = limits(limit, regime, all_groups(voters))
    spare = len(voters) - 1
    found = fewest(kinds_of(voters, most, spare).values(), most, spare)
    assert found is not None

    def mended(left: tuple[Member, ...]) -> bool:
        return set(verdicts(left, regime).values()) == {"met"}

    by_hand = next(
        (
            count
            for count in range(spare + 1)
            if any(mended(left) for left in combinations(voters, len(voters) - count))
        ),
        None,
    )
    assert {sum(way.values()) for way in found} == (set() if by_hand is None else {by_hand})


@given(councils(12), st.text(max_size=5), st.integers(1, 3))
def test_drawn_assessors_share_no_group_and_the_order_of_members_never_matters(
    members: tuple[Member, ...], seed: str, count: int
):
    draw = draw_assessors(seed, "A", members, count)
    assert draw == draw_assessors(seed, "A", members[::-1], count)
    apart = [
        some
        for some in combinations(members, count)
        if all(not names_of(one) & names_of(other) for one, other in combinations(some, 2))
    ]
    if draw is None:
        assert apart == []
    else:
        by_name = {one.name: one for one in members}
        assert tuple(sorted((by_name[name] for name in draw.drawn), key=members.index)) in apart


@given(councils(9), st.text(max_size=5))
def test_the_lot_falls_on_one_way_to_parity_whatever_the_order(
    members: tuple[Member, ...], seed: str
):
    rules = CouncilRules(quorum=Quorum(percent=Decimal(1), source="regulamin"), lot=True)
    names = [one.name for one in members]
    chamber = Chamber(
        members,
        rules,
        "2019",
        [Presence(name, MOMENT) for name in names],
        frozenset(names),
        {},
        seed=seed,
    )
    everybody = Vote("selection", "uchwała", MOMENT, Tally.of(names), Tally(0), Tally(0))
    draw = check_vote(everybody, chamber).remedy.lot
    if draw is None:
        return
    left = [name for name in names if name not in draw.drawn]
    kept = replace(everybody, in_favour=Tally.of(left), left_out=draw.drawn)
    assert check_vote(kept, chamber).valid
    turned = replace(chamber, members=members[::-1])
    assert check_vote(everybody, turned).remedy.lot == draw
