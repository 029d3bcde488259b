"""Through what an application moved: each cause and reason by itself, with its sentence."""

from collections.abc import Mapping
from typing import Any

from scoring.decision import Decision
from scoring.difference import Difference, Moved, difference
from scoring.difference.aside import notes
from scoring.difference.cause import OfCriterion
from scoring.difference.rules import changed_rules
from tests.scoring import scenario as the
from tests.scoring.scenario import Scenario, plain_spaces

JOBS = {"id": "jobs", "kind": "bands", "fact": "jobs"} | {
    "bands": [{"from": 1, "points": 1}, {"from": 2, "points": 3}]
}
TOURISM = {"id": "tourism", "kind": "yes_no", "fact": "tourism", "points": 2}
IDEA = {"id": "idea", "kind": "judged", "range": [0, 3]}
COST = {"id": "cost", "kind": "relative", "fact": "total", "best": "lowest", "points": 8}


def decided(
    criteria: list[dict[str, Any]], applications: Mapping[str, Any], **rest: Any
) -> Decision:
    rest = {"combine": {"combine": "mean", "at_least": 1}} | rest
    return the.decided(
        Scenario(name="Nabór.", criteria=criteria, applications=dict(applications), **rest)
    )


def only(found: Difference) -> Moved:
    (one,) = found.moved
    return one


def through(one: Moved) -> list[tuple[str, str]]:
    (cause,) = one.causes
    assert isinstance(cause, OfCriterion)
    return [(each.what, str(plain_spaces(str(each.said)))) for each in cause.through]


def kinds(one: Moved) -> list[str]:
    return [reason.kind for reason in one.reasons]


def sentences(one: Moved) -> list[str]:
    return [str(plain_spaces(reason.sentence)) for reason in one.reasons]


def test_a_fact_that_changed_is_named_with_both_values():
    before = decided([JOBS], {"1": {"jobs": 1}})
    after = decided([JOBS], {"1": {"jobs": 2}})
    one = only(difference(before, after))
    assert one.change == 2
    ((what, said),) = through(one)
    assert what == "fact"
    assert said.endswith(": było 1, jest 2")
    (cause,) = one.causes
    assert plain_spaces(cause.sentence).startswith("Kryterium „Jobs”: 1 pkt → 3 pkt, +2 pkt; ")


def test_a_rule_that_changed_is_named():
    sharper = JOBS | {"bands": [{"from": 1, "points": 1}, {"from": 2, "points": 5}]}
    rows = {"1": {"jobs": 2}}
    found = difference(decided([JOBS], rows), decided([sharper], rows))
    assert through(only(found)) == [("rule", "zmieniono zasady kryterium")]
    assert [plain_spaces(one) for one in changed_rules(found.before, found.after)] == [
        "Zmieniono zasady kryterium „Jobs”; najwięcej było 3 pkt, jest 5 pkt.",
        "Najwięcej punktów, które można uzyskać: było 3 pkt, jest 5 pkt.",
    ]


def test_a_weight_that_changed_is_named_apart_from_the_rule():
    rows = {"1": {"jobs": 2}}
    found = difference(decided([JOBS], rows), decided([JOBS | {"weight": 2}], rows))
    assert through(only(found)) == [("weight", "zmieniono wagę kryterium z 1 na 2")]
    assert only(found).change == 3


def test_other_words_of_a_criterion_move_nobody():
    rows = {"1": {"jobs": 2}}
    renamed = JOBS | {"name": "Miejsca pracy", "source": "nowa uchwała"}
    found = difference(decided([JOBS], rows), decided([renamed], rows))
    assert found.empty
    assert changed_rules(found.before, found.after) == ()


def test_a_criterion_that_was_added_and_one_that_was_removed_are_named():
    rows = {"1": {"jobs": 2, "tourism": "tak"}}
    found = difference(decided([JOBS], rows), decided([TOURISM], rows))
    one = only(found)
    assert [cause.change for cause in one.causes] == [2, -3]
    assert [plain_spaces(cause.told) for cause in one.causes] == [
        "„Tourism”: brak kryterium → 2 pkt, +2 pkt (kryterium dodano)",
        "„Jobs”: 3 pkt → brak kryterium, −3 pkt (kryterium usunięto)",
    ]


def test_a_card_that_changed_is_named_with_the_member_for_the_office_and_without_for_others():
    rows: dict[str, Any] = {"1": {}}
    cards = {"1": {"Anna": {"idea": 1}, "Bogdan": {"idea": 2}}}
    changed = {"1": {"Anna": {"idea": 3}, "Bogdan": {"idea": 2}}}
    members = ["Anna", "Bogdan"]
    before = decided([IDEA], rows, cards=cards, members=members)
    one = only(difference(before, decided([IDEA], rows, cards=changed, members=members)))
    assert through(one) == [("cards", "zmieniła się karta oceny (Anna): było 1 pkt, jest 3 pkt")]
    assert one.causes[0].named == "„Idea” – zmieniła się karta oceny"


def test_another_way_of_combining_the_cards_is_named():
    cards = {"1": {"Anna": {"idea": 1}, "Bogdan": {"idea": 1}, "Celina": {"idea": 3}}}
    before, after = (
        decided([IDEA], {"1": {}}, cards=cards, combine={"combine": how, "at_least": 3})
        for how in ("mean", "median")
    )
    one = only(difference(before, after))
    assert [what for what, _ in through(one)] == ["card_rule"]


def test_points_move_with_the_whole_call_when_another_application_is_withdrawn():
    rows = {"1": {"total": 100}, "2": {"total": 300}, "3": {"total": 200}}
    gone = rows | {"2": {"total": 300, "withdrawn": "tak"}}
    found = difference(decided([COST], rows), decided([COST], gone))
    third = found.find("3")
    assert third is not None
    assert third.change == -4
    assert through(third) == [
        ("comparison", "zmieniło się porównanie z pozostałymi wnioskami naboru")
    ]
    second = found.find("2")
    assert second is not None
    assert (second.causes, kinds(second), second.change) == ((), ["withdrawn"], None)


def test_the_rounding_is_a_cause_of_its_own_so_that_the_sum_is_exact():
    weighed = TOURISM | {"weight": "1.185"}  # 2 × 1,185 = 2,37
    before, after = (
        decided([weighed], {"1": {"tourism": "tak"}}, rounding={"places": places})
        for places in (0, 1)
    )
    one = only(difference(before, after))
    assert [plain_spaces(cause.told) for cause in one.causes] == [
        "zaokrąglenie sumy punktów: +0,4 pkt"
    ]
    assert kinds(one) == ["rounding"]


def test_what_is_not_known_on_one_side_has_no_number_and_says_what_is_missing():
    before = decided([JOBS], {"1": {"jobs": 2, "tourism": "tak"}, "2": {"jobs": 1}})
    after = decided([JOBS, TOURISM], {"1": {"jobs": 2, "tourism": "tak"}, "2": {"jobs": 1}})
    found = difference(before, after)
    second = found.find("2")
    assert second is not None
    assert second.change is None
    assert second.granted_change is None
    assert [cause.change for cause in second.causes] == [None]
    assert "nie wiadomo" in second.causes[0].told
    assert kinds(second) == ["missing"]
    assert [one.application.number for one in found.unsettled] == ["2"]


def test_a_condition_of_the_gate_that_turned_is_the_reason():
    condition = {"id": "jobs", "name": "Miejsca pracy", "require": {"fact": "jobs", "at_least": 1}}
    given = {"conditions": [condition]}
    before = decided([TOURISM], {"1": {"tourism": "tak", "jobs": 1}}, **given)
    one = only(
        difference(before, decided([TOURISM], {"1": {"tourism": "tak", "jobs": 0}}, **given))
    )
    assert one.causes == ()
    assert kinds(one) == ["gate"]
    assert sentences(one)[0].startswith(
        "Zasada „Miejsca pracy”: przedtem spełniona, teraz niespełniona."
    )
    assert one.reasons[0].public == "Zmieniło się ustalenie co do warunków wyboru."


def test_a_minimum_that_was_raised_puts_an_operation_below_it():
    before, after = (
        decided([JOBS], {"1": {"jobs": 1}}, minimum={"points": least}) for least in (1, 2)
    )
    one = only(difference(before, after))
    assert one.fell_below_minimum
    assert sentences(one) == ["Minimum punktowe wynosiło 1 pkt, a wynosi 2 pkt."]


def test_a_limit_that_was_lowered_puts_an_operation_outside_it():
    rows = {"1": {"jobs": 2}, "2": {"jobs": 1}}
    before, after = (
        decided([JOBS], rows, limit={"pln": pln, "policy": "stop"}) for pln in (20000, 15000)
    )
    found = difference(before, after)
    one = only(found)
    assert (one.number, one.left_limit, one.unfunded) == ("2", True, True)
    assert one.granted_change == -1_000_000
    assert sentences(one) == [
        "Limit naboru wynosił 20 000,00 zł, a wynosi 15 000,00 zł.",
        (
            "Co do limitu, przedtem: pozostawało 10 000,00 zł, potrzeba było 10 000,00 zł; "
            "teraz: pozostawało 5 000,00 zł, a potrzeba było 10 000,00 zł."
        ),
    ]


def test_somebody_above_who_moved_is_the_reason_of_another_place():
    before = decided([JOBS], {"1": {"jobs": 1}, "2": {"jobs": 2}, "3": {"jobs": 0}})
    after = decided([JOBS], {"1": {"jobs": 1}, "2": {"jobs": 0}, "3": {"jobs": 0}})
    first = difference(before, after).find("1")
    assert first is not None
    assert sentences(first) == [
        "Punkty się nie zmieniły; wyżej na liście było: 1 operacja, jest: 0 operacji."
    ]


def test_another_order_of_equals_is_the_reason_of_another_place():
    rows = {"1": {"jobs": 1, "total": 100}, "2": {"jobs": 1, "total": 200}}
    before, after = (
        decided([JOBS], rows, ties=[{"fact": "total", "prefer": prefer}])
        for prefer in ("higher", "lower")
    )
    found = difference(before, after)
    assert [kinds(one) for one in found.moved] == [["ties", "above"]] * 2
    assert "Zmieniono kolejność rozstrzygania równej liczby punktów." in changed_rules(
        before, after
    )


def test_another_amount_requested_is_the_reason_of_another_amount_granted():
    before = decided([JOBS], {"1": {"jobs": 2}})
    one = only(difference(before, decided([JOBS], {"1": {"jobs": 2, "requested": 7000}})))
    assert (one.change, one.granted_change) == (0, -300_000)
    assert kinds(one) == ["requested", "line"]


def test_an_application_that_only_one_decision_has_is_told_by_itself():
    before = decided([JOBS], {"1": {"jobs": 2}, "2": {"jobs": 2}})
    found = difference(before, decided([JOBS], {"1": {"jobs": 2}, "3": {"jobs": 1}}))
    assert [one.application.number for one in found.only_before] == ["2"]
    assert [one.application.number for one in found.only_after] == ["3"]
    assert (found.given, found.taken, found.granted_change) == (1_000_000, 1_000_000, 0)


def test_cards_of_a_criterion_that_is_gone_are_left_aside_and_that_is_said():
    cards = {"1": {"Anna": {"idea": 1}, "Bogdan": {"idea": 2}}}
    given = {"cards": cards, "members": ["Anna", "Bogdan"]}
    before = decided([IDEA, JOBS], {"1": {"jobs": 1}}, **given)
    after = decided([JOBS], {"1": {"jobs": 1}}, **given)
    assert [plain_spaces(one) for one in notes(difference(before, after))] == [
        "Pominięto 2 oceny członków Rady w kryterium „Idea”: projekt go nie ma."
    ]


def test_a_new_judgement_and_a_new_fact_that_nobody_gave_are_said_to_be_unknown():
    before = decided([JOBS], {"1": {"jobs": 1}})
    found = difference(before, decided([JOBS, IDEA, TOURISM], {"1": {"jobs": 1}}))
    said = [plain_spaces(one) for one in notes(found)]
    assert said[0].startswith("Kryterium „Idea” ocenia Rada, a w tym naborze nikt go nie ocenił")
    assert said[1].endswith("nie ma w żadnym wniosku: punkty są nieznane.")
    assert only(found).change is None
