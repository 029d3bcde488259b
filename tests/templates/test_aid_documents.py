"""What the calculations of the aid and the lists say of amounts, read back."""

from decimal import Decimal

import pytest
from pypdf import PdfReader

from scoring import polish
from scoring.decision import Decision, Outcome
from scoring.explain import why_lower
from tests.templates import programme as the
from tests.templates.programme import holds
from tests.templates.test_printing import attached, printed, text_of


@pytest.fixture(scope="module")
def decision() -> Decision:
    return the.competition()


def test_calculation_tells_every_step_to_the_grosz(decision: Decision) -> None:
    for one in decision.of(Outcome.SELECTED):
        number = one.application.number.replace("/", "-")
        text = text_of(printed(decision, f"wyliczenia/wyliczenie-{number}"))
        assert one.aid is not None
        assert one.aid.amount is not None
        for cut in (*one.aid.ineligible, *one.aid.cuts):
            assert holds(text, f"{cut.name}"), cut.id
            assert polish.money(cut.amount).replace("\xa0", " ") in text
            assert holds(text, cut.sentence)
            assert holds(text, cut.source)
        left = [step.left for step in one.aid.steps]
        assert left[-1] == one.aid.amount == one.granted
        assert f"Ustalona kwota pomocy {_money(one.aid.requested - one.aid.amount)} {_money(one.aid.amount)}" in text  # fmt: skip
        assert ("kwota jest niższa o" in text) is bool(one.aid.cuts)


def _money(grosze: int) -> str:
    return polish.money(grosze).replace("\xa0", " ")


def test_operation_on_the_line_says_that_it_took_what_was_left(decision: Decision) -> None:
    text = text_of(printed(decision, "wyliczenia/wyliczenie-3-2020-07"))
    assert (
        "Ustalona kwota pomocy wynosi 120 000,00 zł, a do rozdysponowania pozostało 94 925,00 zł; "
        "wnioskodawca zgodził się na tę kwotę." in text
    )


def test_operation_outside_the_limit_has_its_amount_and_no_money() -> None:
    some = [the.application(position, requested=79_999_99) for position in (1, 2)]
    some[0] = the.application(1, jobs_created=Decimal(2))
    tight = the.call().limit.model_copy(update={"pln": Decimal(100_000), "policy": "stop"})
    found = the.decided(some, (), the.call(limit=tight))
    text = text_of(printed(found, "wyliczenia/wyliczenie-3-2020-02"))
    assert "pełne złote" in text
    assert "Ustalona kwota pomocy 79 999,00 zł" in text
    assert "Przyznano w limicie –" in text
    card = text_of(printed(found, "karty/karta-3-2020-02"))
    assert "Ustalona kwota pomocy wynosi 79 999,00 zł, a do rozdysponowania pozostało" in card


def test_partners_draw_each_on_its_own_limit() -> None:
    found = the.partnership()
    text = text_of(printed(found, "wyliczenia/wyliczenie-3-2020-01"))
    assert "Jan Dąbrowski – 50 %; Celina Żurawska – 50 %" in text
    assert holds(text, "wcześniej 270 000,00 zł, w tym naborze 0,00 zł; udział 50 %")
    assert found.granted == 60_000_00


def test_summary_adds_up(decision: Decision) -> None:
    text = text_of(printed(decision, "wyliczenia/zestawienie"))
    selected = decision.of(Outcome.SELECTED)
    asked = sum(one.application.requested or 0 for one in selected)
    assert f"Razem: 4 operacje {_money(asked)} {_money(decision.granted)}" in text
    for one in selected:
        for cut in one.aid.cuts if one.aid else ():
            assert holds(text, f"{cut.name}: {polish.money(cut.amount)}")


def test_lists_and_card_say_why_the_amount_is_lower(decision: Decision) -> None:
    one = decision.find("3/2020/01")
    assert one is not None
    card = text_of(printed(decision, "karty/karta-3-2020-01"))
    ranking = text_of(printed(decision, "lista-rankingowa"))
    for said in why_lower(decision, one):
        assert holds(card, said)
        assert holds(ranking, said)
    listed = text_of(printed(decision, "lista-wybranych"))
    assert holds(listed, "Kwotę obniżono: intensywność pomocy (o 5 000,00 zł); koszty zatrudnienia")
    assert "75 075,00 zł" in listed


def test_public_list_names_the_limits_and_no_reason_that_tells_of_people(
    decision: Decision,
) -> None:
    reader = printed(decision, "lista-wybranych-publiczna")
    everything = text_of(reader) + "\n".join(attached(reader).values())
    assert holds(everything, "Kwotę obniżono: limit na beneficjenta (o 20 000,50 zł).")
    assert "wcześniej 200 000,00" not in everything.replace("\xa0", " ")
    for part in ("5202712402", "790000.00", "history.xlsx", "Uzasadnienie", "ul. Tajna"):
        assert part not in everything


def test_lump_sum_counts_no_costs() -> None:
    of_call = the.call()
    assert of_call.programme is not None
    lump = of_call.programme.model_copy(update={"lump_sum": True})
    found = the.decided([the.application(1)], (), the.call(programme=lump))
    reader: PdfReader = printed(found, "wyliczenia/wyliczenie-3-2020-01")
    assert "Płatność ryczałtowa: kosztów i intensywności się nie liczy." in text_of(reader)
