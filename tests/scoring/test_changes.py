"""Changes after a decision: what each does, what it leaves alone, and what speaks against it."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.application import Application
from scoring.change_flaws import Around, flaws_of_change
from scoring.changes import (
    Change,
    Correction,
    NewLimit,
    ReviewCard,
    SelfReview,
    Withdrawal,
    applied,
    is_again,
    with_new_limit,
)
from scoring.deciding import decide
from scoring.decision import Assessment, Decision, Outcome
from scoring.self_review import moved_uncontested
from tests.scoring.drawn_calls import APPLICATIONS, GROSZE, everything
from tests.templates.decisions import application, call, cards, ruleset

DAY = date(2022, 7, 8)
SAID: Any = {"on": DAY, "reason": "powód", "author": "Biuro"}
MEMBERS = call().council.members


def withdrawal(number: str) -> Withdrawal:
    return Withdrawal(application=number, **SAID)


def review(number: str, given: dict[str, int], **more: object) -> SelfReview:
    """A self-review of innovation, with the points that each member gave."""
    said = {
        "application": number,
        "lodged_on": date(2022, 6, 27),
        "contested": ("innovation",),
        "reviewers": tuple(given) or MEMBERS[:1],
        "result": "changed",
        "position": "stanowisko",
        "cards": tuple(
            ReviewCard(member=member, points={"innovation": Decimal(points)})
            for member, points in given.items()
        ),
    }
    return SelfReview.model_validate({**SAID, **said, **more})


FOUR = [application(number) for number in range(1, 5)]
CARDS = cards(FOUR)


def decided(*changes: Change, some: list[Application] = FOUR) -> Decision:
    rules = ruleset()
    changed = applied(changes, some, rules.catalogue)
    return decide(with_new_limit(call(), changes), rules, changed, CARDS, changes=changes)


def of(decision: Decision, number: str) -> Assessment:
    found = decision.find(number)
    assert found is not None
    return found


def around(some: list[Application] = FOUR, **more: Any) -> Around:
    numbers = {one.number: one for one in some}
    return Around(call(), ruleset(), numbers, members=MEMBERS, **more)


def said(change: Change, **more: Any) -> list[tuple[tuple[str | int, ...], str]]:
    return [(one.path, one.what) for one in flaws_of_change(change, around(**more))]


# What each change does.


def test_in_a_reviewed_criterion_only_the_cards_of_the_review_count():
    number, other = FOUR[0].number, FOUR[1].number
    plain = decided()
    reviewed = decided(review(number, dict.fromkeys(MEMBERS[:2], 3)))

    def given(decision: Decision) -> list[tuple[str, object]]:
        cards = decision.counting_cards_of(number)
        return [
            (card.member, card.points["innovation"])
            for card in cards
            if "innovation" in card.points
        ]

    assert len(given(plain)) == len(MEMBERS)
    assert given(reviewed) == [(member, 3) for member in MEMBERS[:2]]
    assert reviewed.counting_cards_of(other) == plain.counting_cards_of(other)
    assert [card.points.keys() - {"innovation"} for card in reviewed.cards_of(number)] == [
        card.points.keys() for card in reviewed.counting_cards_of(number)[: len(MEMBERS)]
    ]


@given(everything(), st.data())
def test_a_withdrawn_application_counts_as_never_submitted(drawn, data):
    """Practice of offices: everything of the others is as if it had never come."""
    from tests.scoring.drawn_calls import EVERYTHING  # noqa: PLC0415 - beside its own call
    from tests.scoring.scenario import ruleset as rules_of  # noqa: PLC0415

    of_call, applications, of_members = drawn
    if not applications:
        return
    gone = data.draw(st.sampled_from(applications)).number
    rules = rules_of(EVERYTHING)[0]
    changes = (withdrawal(gone),)
    changed = applied(changes, applications, rules.catalogue)
    after = decide(of_call, rules, changed, of_members, changes=changes)
    without = [one for one in applications if one.number != gone]
    others = [card for card in of_members if card.application != gone]
    never = decide(of_call, rules, without, others)
    assert [one for one in after.assessments if one.application.number != gone] == list(
        never.assessments
    )
    assert of(after, gone).outcome is Outcome.WITHDRAWN


@given(APPLICATIONS, GROSZE)
def test_no_change_loses_an_application(applications, grosze):
    limit = NewLimit(pln=Decimal(grosze) / 100, **SAID)
    assert applied((limit,), applications, ruleset().catalogue) == tuple(applications)


def test_another_rate_of_the_euro_moves_only_the_limit():
    before = call().model_copy(
        update={
            "limit": call().limit.model_copy(
                update={"pln": None, "eur": Decimal("157874.34"), "rate": Decimal(4)}
            )
        }
    )
    assert before.limit.grosze == 63_149_736
    after = with_new_limit(before, [NewLimit(rate=Decimal("4.3567"), **SAID)])
    assert after.limit.grosze == 68_781_114  # 157 874,34 × 4,3567 = 687 811,137…
    assert after.model_copy(update={"limit": before.limit}) == before


def test_a_correction_puts_one_fact_right_and_moves_what_reads_it():
    before = decided()
    now = of(before, "1/2022/01").application.requested or 0
    change = Correction(
        application="1/2022/01", fact="requested", was=f"{now / 100:.2f}", value="50000", **SAID
    )
    after = decided(change)
    assert of(after, "1/2022/01").application.requested == 50_000_00
    assert after.changes == (change,)
    assert after.fingerprint != before.fingerprint


def test_a_review_takes_the_place_of_the_cards_in_the_contested_criterion_alone():
    number = "1/2022/01"
    before, after = decided(), decided(review(number, dict.fromkeys(MEMBERS[:3], 5)))
    scores = {one.criterion: one.points for one in of(after, number).scores}
    assert scores["innovation"] == 5
    old = {one.criterion: one.points for one in of(before, number).scores}
    assert {key: scores[key] for key in scores if key != "innovation"} == {
        key: old[key] for key in old if key != "innovation"
    }


def test_of_two_reviews_of_a_criterion_the_later_counts():
    number = "1/2022/01"
    first = review(number, dict.fromkeys(MEMBERS[:3], 5))
    second = review(number, dict.fromkeys(MEMBERS[:3], 0))
    scores = {one.criterion: one.points for one in of(decided(first, second), number).scores}
    assert scores["innovation"] == 0


@pytest.mark.parametrize(
    ("at_least", "points"), [("all", Fraction(5, 2)), (2, Fraction(5, 2)), (3, None)]
)
def test_the_rule_asks_for_cards_of_all_reviewers_or_for_as_many_as_it_says(at_least, points):
    number = "1/2022/01"
    change = review(number, {MEMBERS[0]: 5, MEMBERS[1]: 0})
    of_call = call()
    assert of_call.council.cards is not None
    rule = of_call.council.cards.model_copy(update={"at_least": at_least, "combine": "mean"})
    council = of_call.council.model_copy(update={"cards": rule})
    of_call = of_call.model_copy(update={"council": council})
    found = of(decide(of_call, ruleset(), FOUR, CARDS, changes=[change]), number)
    assert next(one.points for one in found.scores if one.criterion == "innovation") == points


def test_a_protest_that_was_forwarded_moves_nothing_and_is_kept_all_the_same():
    before = decided()
    forwarded = review("1/2022/01", {}, result="forwarded")
    after = decided(forwarded)
    assert after.assessments == before.assessments
    assert after.changes == (forwarded,)


# Only what was contested may move.


def test_a_review_that_moves_only_what_was_contested_is_good():
    change = review("1/2022/01", dict.fromkeys(MEMBERS, 5))
    assert list(moved_uncontested(decided(), decided(change), change)) == []


def test_a_fact_that_another_criterion_reads_too_may_not_be_touched_for_the_contested_one():
    change = review(
        "1/2022/01", {}, contested=("cost",), facts={"total_cost": "1000.00"}, reviewers=MEMBERS[:1]
    )
    moved = list(moved_uncontested(decided(), decided(change), change))
    assert any("„Koszt utworzenia miejsca pracy”" in one for one in moved)
    assert all("1/2022/02" not in one for one in moved)  # the others only compare anew


def test_of_a_criterion_with_parts_only_the_contested_part_may_move():
    change = review(
        "1/2022/01",
        {},
        contested=("groups_member",),
        facts={"woman_returning": True},
        reviewers=MEMBERS[:1],
    )
    some = [application(1, woman_returning=False), *FOUR[1:]]
    moved = list(moved_uncontested(decided(some=some), decided(change, some=some), change))
    assert [("„powrót na rynek pracy”" in one) for one in moved] == [True]


def test_the_reason_of_a_new_limit_stays_out_of_what_is_published():
    changed = with_new_limit(call(), [NewLimit(pln=Decimal(5), **SAID)])
    assert "powód" not in changed.limit.source
    assert changed.limit.source.startswith(call().limit.source)


# What speaks against a change.


def test_an_unknown_case_number_is_told_with_the_nearest():
    assert said(withdrawal("1/2022/1")) == [(("application",), "nie ma wniosku „1/2022/1”")]


def test_what_is_withdrawn_can_be_changed_no_more():
    gone = [application(1, withdrawn=True)]
    for change in (withdrawal("1/2022/01"), review("1/2022/01", {MEMBERS[0]: 5})):
        assert said(change, some=gone) == [
            (("application",), "wniosek 1/2022/01 jest już wycofany")
        ]


@pytest.mark.parametrize(
    ("change", "path", "what"),
    [
        ({"fact": "requestet"}, "fact", "nie ma informacji „requestet”"),
        ({"fact": "withdrawn", "value": True}, "fact", "wycofanie to nie sprostowanie"),
        ({"value": "dużo"}, "value", "„dużo” nie pasuje"),
        ({"was": "1.00"}, "was", "w rejestrze stoi teraz"),
        ({"was": "100000.00", "value": "100000.00"}, "value", "taka wartość już jest"),
        ({"on": date(2022, 1, 1)}, "on", "wcześniejszy niż zakończenie naboru"),
    ],
)
def test_a_correction_of_what_is_not_so_is_refused(change, path, what):
    good = {"application": "1/2022/01", "fact": "requested", "was": "100000.00", "value": "5"}
    found = said(Correction.model_validate({**SAID, **good, **change}))
    assert [(one[0], what in one[1]) for one in found] == [((path,), True)]


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({}, "limit tego naboru jest w złotych"),
        ({"pln": Decimal("1.005")}, "z tego nie wynika jeden limit"),
        ({"rate": Decimal(4)}, "limit tego naboru jest w złotych"),
        ({"pln": Decimal(5), "eur": Decimal(5), "rate": Decimal(4)}, "w złotych i w euro"),
        ({"pln": call().limit.pln}, "limit wynosi już"),
    ],
)
def test_a_limit_that_is_none_or_the_same_is_refused(change, what):
    if not change:
        change = {"eur": Decimal(5)}
    found = said(NewLimit.model_validate({**SAID, **change}))
    assert [(path, what in told) for path, told in found] == [(("pln",), True)]


@pytest.mark.parametrize(
    ("change", "path", "what"),
    [
        ({"contested": ("innovacja",)}, ("contested",), "nie ma kryterium ani warunku"),
        (
            {"contested": ("environment",)},
            ("cards", 0, "points", "innovation"),
            "protest nie dotyczy kryterium „innovation”",
        ),
        (
            {"cards": [{"member": MEMBERS[0], "points": {"innovation": 4}}]},
            ("cards", 0, "points", "innovation"),
            "4 jest poza skalą kryterium „innovation”",
        ),
        (
            {"cards": [{"member": "Obcy", "points": {"innovation": 5}}]},
            ("cards", 0, "member"),
            "Obcy ma kartę, a nie ma tej osoby wśród oceniających",
        ),
        ({"reviewers": ("Nikt Taki", MEMBERS[0])}, ("reviewers",), "nie ma członka Rady"),
        ({"cards": []}, ("result",), "nie ma nowych ocen ani ustaleń"),
        ({"result": "forwarded"}, ("result",), "protest przekazano zarządowi województwa"),
        (
            {"received_on": date(2022, 6, 1)},
            ("received_on",),
            "protest wpłynął, zanim go wniesiono",
        ),
        ({"lodged_on": date(2022, 8, 1)}, ("on",), "skończyła się przed wpływem"),
        ({"facts": {"jobs": 1}}, ("facts",), "nie ma informacji „jobs”"),
        (
            {"contested": ("innovation", "jobs"), "facts": {"jobs_created": "pół"}},
            ("facts", "jobs_created"),
            "nie pasuje",
        ),
        (
            {"contested": ("innovation", "jobs"), "facts": {"jobs_created": -1}},
            ("facts", "jobs_created"),
            "liczba spoza zakresu",
        ),
        (
            {"facts": {"requested": "100000.00"}},
            ("facts", "requested"),
            "nie zależy od tego nic, co zakwestionował protest",
        ),
        ({"facts": {"applicant": "Kto Inny"}}, ("facts", "applicant"), "nie zależy od tego nic"),
        ({"lodged_on": date(2022, 1, 1)}, ("lodged_on",), "przed zakończeniem naboru"),
        (
            {"rulings": {"E1": {"met": True, "justification": "tak"}}},
            ("rulings", "E1"),
            "protest nie dotyczy warunku „E1”",
        ),
    ],
)
def test_a_review_beside_the_protest_or_the_rules_is_refused(change, path, what):
    found = said(review("1/2022/01", {MEMBERS[0]: 5}, **change))
    assert (path, True) in [(where, what in told) for where, told in found]


def test_whoever_helped_with_the_application_takes_no_part_in_its_review():
    """Act, art. 22d."""
    barred = {"1/2022/01": {MEMBERS[0]: "pomoc w przygotowaniu wniosku: Jan"}}
    change = review("1/2022/01", {MEMBERS[0]: 5, MEMBERS[1]: 5})
    assert said(change, barred=barred) == [
        (
            ("reviewers",),
            f"{MEMBERS[0]} nie może brać udziału w autokontroli: pomoc w przygotowaniu wniosku: Jan",
        )
    ]


def test_the_same_change_asked_for_on_another_day_is_the_same():
    first = withdrawal("A")
    assert is_again(first.model_copy(update={"on": date(2022, 9, 1)}), first)
    assert not is_again(first.model_copy(update={"reason": "inny"}), first)
