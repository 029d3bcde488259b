"""The letters with the result: what each says by outcome and wording of the act, and to whom."""

import json
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from scoring.application import Application
from scoring.call import Regime
from scoring.cards import Card, CardRule
from scoring.deciding import decide
from scoring.decision import Decision, Outcome
from scoring.explain import why_lower
from templates.documents import documents_of
from templates.letterhead import read_paper
from templates.notice.contents import BASIS, CONTESTED, LOWER
from templates.notice.protest import LIMIT_ALONE
from templates.notice.view import BLANK, DRAFT, View, view
from templates.press import press
from templates.printing import print_letters
from templates.proof import example_of
from tests.templates import decisions, notices
from tests.templates import programme as the
from tests.templates.programme import holds
from tests.templates.test_printing import attached, printed, text_of
from tests.templates.test_safety import HOSTILE

CASES = [(regime, result) for regime in notices.REGIMES for result in notices.RESULTS]
DUE = {
    "2015": {"outside", "outside_and_lower", "below", "not_eligible"},
    "2019": {"lower", "outside", "outside_and_lower", "below", "not_eligible"},
    "2023": {"lower", "outside", "outside_and_lower", "below", "not_eligible"},
}


@pytest.fixture(scope="module")
def decided() -> dict[Regime, Decision]:
    return {regime: notices.decided(regime) for regime in notices.REGIMES}


def letters(decision: Decision) -> list[str]:
    found = [one.name for one in documents_of(decision)]
    return [name for name in found if name.startswith("pisma/")]


def test_every_result_is_there(decided: dict[Regime, Decision]) -> None:
    outcomes = [notices.told(decided["2023"], result).outcome for result in notices.RESULTS]
    assert outcomes == [
        Outcome.SELECTED,
        Outcome.SELECTED,
        Outcome.SELECTED_OUTSIDE_LIMIT,
        Outcome.SELECTED_OUTSIDE_LIMIT,
        Outcome.BELOW_MINIMUM,
        Outcome.NOT_ELIGIBLE,
    ]


@pytest.mark.parametrize(("regime", "result"), CASES)
def test_letter_reads_as_it_was_approved(
    regime: Regime, result: str, decided: dict[Regime, Decision]
) -> None:
    kept = (notices.GOLDEN / f"{regime}-{result}.txt").read_text("utf-8")
    assert notices.text(notices.letter(decided[regime], result)) == kept


def test_every_approved_text_is_of_a_letter() -> None:
    assert sorted(file.stem for file in notices.GOLDEN.glob("*.txt")) == sorted(
        f"{regime}-{result}" for regime, result in CASES
    )


@pytest.mark.parametrize(("regime", "result"), CASES)
def test_instruction_stands_exactly_where_it_is_due(
    regime: Regime, result: str, decided: dict[Regime, Decision]
) -> None:
    number = notices.RESULTS[result].replace("/", "-")
    text = text_of(printed(decided[regime], f"pisma/pismo-{number}"))
    due = result in DUE[regime]
    assert ("Pouczenie" in text) is due
    assert ("7 dni od dnia doręczenia" in text) is due
    assert ("Zarząd Województwa Podlaskiego" in text) is due
    assert ("Protest zawiera:" in text) is due
    earlier = due and regime != "2023"
    assert ("Protest wnosi się w formie pisemnej." in text) is earlier
    assert holds(text, BASIS) is earlier
    assert "Wymogi formalne protestu:" not in text
    assert holds(text, LIMIT_ALONE) is (regime == "2023" and result.startswith("outside"))


@pytest.mark.parametrize("regime", ["2015", "2019"])
def test_a_protest_must_speak_to_every_ground_that_the_letter_names(
    regime: Regime, decided: dict[Regime, Decision]
) -> None:
    criteria, conformity = CONTESTED[Outcome.BELOW_MINIMUM], CONTESTED[Outcome.NOT_ELIGIBLE]
    amount = [LOWER] if regime == "2019" else []
    for result, wanted in {
        "below": [criteria],
        "outside": [criteria],
        "outside_and_lower": [criteria, *amount],
        "not_eligible": [conformity],
    }.items():
        shown = notices.letter(decided[regime], result).protest
        assert shown is not None
        assert list(shown.contents[3:-2]) == wanted
    lower = notices.letter(decided["2019"], "lower").protest
    assert lower is not None
    assert list(lower.contents[3:-2]) == [LOWER]


@pytest.mark.parametrize(("regime", "own"), [("2015", True), ("2019", True), ("2023", False)])
def test_own_text_of_the_letterhead_stands_in_place_of_our_reading(
    regime: Regime, own: bool, decided: dict[Regime, Decision], tmp_path: Path
) -> None:
    text = "name: LGD\nstatute: [{paragraph: § 9 procedury, text: Własne wymogi., protest: true}]\n"
    (tmp_path / "letterhead.yaml").write_text(text, "utf-8")
    shown = notices.letter(decided[regime], "below")
    pages = press("notice", shown, (), read_paper(tmp_path))
    said = text_of(PdfReader(BytesIO(pages.pdf)))
    assert ("§ 9 procedury Własne wymogi." in said) is own
    assert ("Protest zawiera:" in said) is not own
    register = press("register", example_of("register"), (), read_paper(tmp_path))
    assert "Własne wymogi." not in text_of(PdfReader(BytesIO(register.pdf)))


@pytest.mark.parametrize("regime", notices.REGIMES)
def test_letter_tells_every_cut_and_every_reason(
    regime: Regime, decided: dict[Regime, Decision]
) -> None:
    decision = decided[regime]
    for one in decision.assessments:
        text = text_of(printed(decision, f"pisma/pismo-{one.application.number.replace('/', '-')}"))
        for said in why_lower(decision, one):
            assert holds(text, said)
        for criterion, score in zip(decision.ruleset.criteria, one.scores, strict=bool(one.scores)):
            assert holds(
                text, criterion.explain(score, one.application.facts, decision.ruleset.catalogue)
            )
        assert holds(text, str(one.application.facts["address"]))
        assert holds(text, f"Znak sprawy: {one.application.number}")


def _of_others(decision: Decision, mine: Application) -> Iterator[str]:
    for one in (each.application for each in decision.assessments):
        if one.number != mine.number:
            yield from (one.number, one.applicant, one.title)
            yield from (str(one.facts[fact]) for fact in ("address", "nip", "producer_number"))


@pytest.mark.parametrize("regime", notices.REGIMES)
def test_letter_holds_nothing_of_others_and_no_member(
    regime: Regime, decided: dict[Regime, Decision]
) -> None:
    decision = decided[regime]
    for one in decision.assessments:
        name = f"pisma/pismo-{one.application.number.replace('/', '-')}"
        reader = printed(decision, name)
        everything = text_of(reader) + "\n".join(attached(reader).values())
        for part in (*_of_others(decision, one.application), *notices.MEMBERS):
            assert part not in everything, part


def test_letter_carries_the_own_application_and_its_result(
    decided: dict[Regime, Decision],
) -> None:
    reader = printed(decided["2023"], "pisma/pismo-3-2020-02")
    data = json.loads(attached(reader)["decision.json"])
    assert [one["number"] for one in data["inputs"]["applications"]] == ["3/2020/02"]
    assert data["inputs"]["cards"] == []
    assert "sitting" not in data["inputs"]
    (result,) = data["results"]["applications"]
    assert (result["outcome"], result["granted"]) == ("selected", "70000.00")
    assert data["results"]["fingerprint"] == decided["2023"].fingerprint


def test_no_letter_where_nothing_is_decided_or_the_lgd_does_not_decide() -> None:
    undecided = the.competition()
    told = {one.application.number for one in undecided.of(Outcome.UNDECIDED, Outcome.WITHDRAWN)}
    assert told == {"3/2020/04", "3/2020/05", "3/2020/08"}
    assert letters(undecided) == [f"pisma/pismo-3-2020-0{one}.pdf" for one in (1, 2, 3, 6, 7)]
    assert letters(the.cooperation()) == []
    own = the.CALL.replace(
        "  operation: develop_business\n",
        "  procedure: own_operation\n  operation: promotion\n"
        "  own_operation: {published_on: 2020-01-07, source: strona LGD}\n",
    )
    facts: dict[str, Any] = {"applicant_kind": "lgd", "runs_business": False}
    assert letters(the.decided([the.application(1, **facts)], (), the.call(own))) == []


def test_call_without_a_programme_has_letters() -> None:
    names = letters(decisions.large(count=16))
    assert "pisma/pismo-1-2022-01.pdf" in names
    assert "pisma/pismo-1-2022-07.pdf" not in names


def test_letter_is_a_draft_while_something_is_open(decided: dict[Regime, Decision]) -> None:
    open_ = decisions.large(count=16)
    assert DRAFT in view(open_, 1, open_.assessments[0]).frame.notices
    assert DRAFT not in notices.letter(decided["2023"], "full").frame.notices


def test_grantee_is_told_of_the_procedure_of_the_lgd_and_of_no_protest() -> None:
    found = the.grants()
    shown = [view(found, 1, one) for one in found.assessments]
    assert {one.protest for one in shown} == {None}
    assert {"art. 21" in one.opening for one in shown} == {False}
    some = [the.application(1, applicant_kind="natural_person", requested=20_000_00)]
    text = the.CALL.replace("operation: develop_business", "procedure: grants\n  operation: other")
    refused = the.decided(some, (), the.call(text))
    assert refused.assessments[0].outcome is Outcome.NOT_ELIGIBLE
    printed_text = text_of(printed(refused, "pisma/pismo-3-2020-01"))
    assert holds(printed_text, "Środek odwoławczy według procedury wyboru grantobiorców LGD")
    assert "protest" not in printed_text.casefold()


def _with_cards(rule: str, *cards: Card) -> View:
    one = notices.applications()[0]
    council = the.call().council
    combine = CardRule.model_validate({"combine": rule, "at_least": 1, "source": "regulamin"})
    changed = council.model_copy(update={"cards": combine, "members": ()})
    call = notices.call("2023", council=changed, programme=None, conditions=())
    return view(found := decide(call, the.ruleset(), [one], cards), 1, found.assessments[0])


def _card(member: str, points: int, why: str, *, excluded: bool = False) -> Card:
    given = {} if excluded else {"innovation": points}
    return Card(member, notices.RESULTS["full"], given, {"innovation": why}, excluded)


def test_order_of_the_points_does_not_tell_who_gave_them() -> None:
    cards = (_card("Anna", 0, "z"), _card("Bogdan", 3, "a"), _card("Celina", 3, "a"))
    row = _with_cards("mean", *cards).criteria[2]
    assert "(3, 3, 0)" in row.reason
    assert row.opinions == ("a", "z")


def test_outvoted_and_excluded_cards_are_not_quoted() -> None:
    cards = (
        _card("Anna", 3, "nowe"),
        _card("Bogdan", 3, "nieznane dotąd"),
        _card("Celina", 0, "znane"),
        _card("Daniel", 0, "wyłączony", excluded=True),
    )
    row = _with_cards("majority", *cards).criteria[2]
    assert row.opinions == ("nieznane dotąd", "nowe")


def test_who_is_not_known_is_left_to_be_filled_in() -> None:
    facts = {**notices.applications()[5].facts}
    del facts["address"]
    one = replace(notices.applications()[5], facts=facts)
    lgd = notices.call("2023").lgd.model_copy(update={"region": None})
    found = notices.decided("2023", [one], lgd=lgd)
    shown = view(found, 1, found.assessments[0])
    assert shown.addressee == ("Iga Lis", BLANK)
    assert shown.protest is not None
    assert shown.protest.board.startswith("Zarząd Województwa ……")


def test_whom_the_lgd_names_signs() -> None:
    lgd = notices.call("2023").lgd.model_copy(update={"letters_signed_by": "Przewodniczący Rady"})
    found = notices.decided("2023", lgd=lgd)
    assert notices.letter(found, "full").signatures == ("Przewodniczący Rady",)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_texts_are_printed_as_text(words: str) -> None:
    one = notices.applications()[0]
    facts = {**one.facts, "title": words, "applicant": words, "address": words}
    reader: PdfReader = printed(
        notices.decided("2023", [replace(one, facts=facts)]), "pisma/pismo-3-2020-01"
    )
    assert text_of(reader).replace(" ", "").count(words.replace(" ", "")) >= 2


def test_letters_are_printed_alone_without_a_version(
    tmp_path: Path, decided: dict[Regime, Decision]
) -> None:
    found = print_letters(decided["2023"], tmp_path / "pisma")
    assert [one.name for one in found] == [f"pismo-3-2020-0{one}.pdf" for one in range(1, 7)]
    text = text_of(PdfReader(found[0].path))
    assert "wersja" not in text
    assert "odcisk" in text
    assert print_letters(the.cooperation(), tmp_path / "puste") == []
    assert not (tmp_path / "puste").exists()
