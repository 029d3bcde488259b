"""What is said of the programme's rules and of the aid: reasons, JSON, what is missing."""

from dataclasses import replace
from decimal import Decimal

from scoring.aid.cut import Aid, Ceiling, lowered
from scoring.completion import OF_AID, gaps
from scoring.decision import Decision, Outcome
from scoring.explain import distances, reasons, why_lower
from scoring.export import results
from scoring.party import Party
from scoring.points.missing import Missing
from tests.templates import programme as the
from tests.templates.decisions import large


def plain(some: list[str]) -> list[str]:
    return [one.replace("\xa0", " ") for one in some]


def of(decision: Decision, number: str) -> list[str]:
    one = decision.find(number)
    assert one is not None
    return plain(reasons(decision, one))


def test_selected_operation_says_what_was_taken_off_and_by_which_rule() -> None:
    said = of(the.competition(), "3/2020/02")
    assert said[1:] == [
        "Operacja mieści się w limicie: przed nią pozostawało 350 000,00 zł.",
        "Wnioskowano o 120 000,50 zł, a z wyliczenia pomocy wynika 100 000,00 zł.",
        (
            "Limit na beneficjenta: obniżono o 20 000,50 zł. Święcisława Brzęczyszczykiewicz: limit "
            "300 000,00 zł, wcześniej 200 000,00 zł, w tym naborze 0,00 zł, więc pomoc na operację "
            "najwyżej 100 000,00 zł. Podstawa: PROW 2014–2020, poddziałanie 19.2, Limity pomocy na "
            "beneficjentów."
        ),
    ]


def test_operation_that_gets_what_it_asks_for_justifies_nothing() -> None:
    decision = the.competition()
    one = decision.find("3/2020/03")
    assert one is not None
    assert why_lower(decision, one) == []


def test_exhausted_operation_quotes_the_limit_that_took_everything() -> None:
    decision = the.decided([the.application(1)], (the.earlier(1, 300_000_00),))
    assert decision.assessments[0].outcome is Outcome.SELECTED_OUTSIDE_LIMIT
    said = of(decision, "3/2020/01")
    assert said[1] == "Po uwzględnieniu limitów nie pozostała żadna kwota pomocy."
    assert said[3].startswith("Limit na beneficjenta: obniżono o 80 000,00 zł.")


def twins(*, same: bool) -> Decision:
    facts = dict(the.application(2).facts)
    first = the.application(1)
    known = facts if not same else facts | {"applicant": first.applicant}
    shared = {key: first.facts[key] for key in ("nip", "producer_number")} if same else {}
    second = replace(the.application(2), facts=known | shared | {"office_consultation": False})
    return the.decided([first, second], (the.earlier(1, 200_000_00),))


def test_tie_of_one_beneficiary_says_that_the_order_sets_the_amounts() -> None:
    said = of(twins(same=True), "3/2020/01")
    assert said == [
        (
            "Na miejscu 1 stoją operacje tego samego beneficjenta, a wszystkim pomoc w całości nie "
            "przysługuje; kwoty zależą od ich kolejności; rozstrzyga głosowanie Rady."
        )
    ]


def test_tie_of_two_beneficiaries_with_money_for_both_is_no_question() -> None:
    assert len(twins(same=False).of(Outcome.SELECTED)) == 2


def test_distance_from_the_limit_is_that_of_the_amount_after_the_calculation() -> None:
    some = [the.application(1, jobs_created=Decimal(2)), the.application(2, requested=90_000_00)]
    tight = the.call().limit.model_copy(update={"pln": Decimal(100_000), "policy": "stop"})
    decision = the.decided(some, (), the.call(limit=tight))
    one = decision.find("3/2020/02")
    assert one is not None
    # Of 90 000 zł asked, 84 000 zł are 70 % of the cost; 20 000 zł are left.
    assert "Aby zmieścić się w limicie, brakuje 64 000,00 zł." in plain(distances(decision, one))


def test_json_tells_findings_and_aid_only_under_a_programme() -> None:
    found = results(the.competition())
    assert found["findings"] == []
    one = next(one for one in found["applications"] if one["number"] == "3/2020/02")
    assert "B1" in [found["rule"] for found in one["findings"]]
    assert set(one["findings"][0]) == {"rule", "name", "verdict", "sentence", "source", "decides"}
    assert "cuts" not in one
    assert (one["aid"]["requested"], one["aid"]["amount"]) == ("120000.50", "100000.00")
    (cut,) = one["aid"]["cuts"]
    assert (cut["rule"], cut["amount"]) == ("A2", "20000.50")
    assert set(cut) == {"rule", "name", "amount", "reason", "source"}
    undecided = next(one for one in found["applications"] if one["number"] == "3/2020/04")
    assert undecided["aid"] is None
    outside = results(large())
    assert "findings" not in outside
    assert not any({"findings", "aid"} & set(one) for one in outside["applications"])


def test_thing_that_two_need_is_missing_once() -> None:
    decision = the.competition()
    one = decision.find("3/2020/04")
    assert one is not None
    found = {gap.missing.detail: gap.needed_for for gap in gaps(decision, one)}
    assert found["jobs_created"] == (
        "warunek „Miejsce pracy przy rozwijaniu działalności”",
        "kryterium „Nowe miejsca pracy”",
    )
    assert len(found) == len(one.missing)


def test_thing_that_only_the_amount_needs_is_told_so() -> None:
    decision = the.decided([the.application(1, transport_cost=None)])
    one = decision.assessments[0]
    assert gaps(decision, one)[0].missing == Missing("fact", "transport_cost")
    assert gaps(decision, one)[0].needed_for == (OF_AID,)


def test_steps_of_the_calculation_end_at_the_amount() -> None:
    ceilings = tuple(Ceiling("A", "a", most, "said", "source") for most in (120, 70, 90))
    amount, cuts = lowered(100, ceilings)
    aid = Aid(100, amount, cuts, ceilings=ceilings)
    assert [(step.most, step.taken, step.left) for step in aid.steps] == [
        (120, 0, 100),
        (70, 30, 70),
        (90, 0, 70),
    ]


def test_parties_are_the_partners_or_the_applicant_alone() -> None:
    assert the.application(1).parties == (the.application(1).party,)
    (one,) = the.partnership().assessments
    assert one.application.parties[1] == Party("Celina Żurawska", None, "5299999999")
