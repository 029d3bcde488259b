"""What can happen at a sitting, and what its minutes then say: each has a sensible document."""

from datetime import datetime
from decimal import Decimal
from io import BytesIO

from pypdf import PdfReader

from scoring.council.attendance import Part
from scoring.decision import Decision, Outcome
from scoring.resolutions import resolutions_of
from templates.documents import documents_of
from templates.press import press
from tests.templates.council import On, at, held_in, sat, some, steps
from tests.templates.test_printing import printed, text_of

FIRST = "1/2022/01"
POOR = {
    "jobs_created": Decimal(1),
    "promotes_area": False,
    "in_disadvantaged_group": False,
    "woman_returning": False,
    "office_consultation": False,
    "environment_cost": 0,
    "processes_products": False,
}
"""Facts that leave an operation below the minimum."""


def minutes(decision: Decision) -> str:
    return text_of(printed(decision, "posiedzenie/protokol"))


def outcome(decision: Decision, number: str = FIRST) -> Outcome:
    one = decision.find(number)
    assert one is not None
    return one.outcome


def test_without_quorum_nothing_is_resolved() -> None:
    away: dict[str, tuple[datetime, datetime | None] | None] = dict.fromkeys(
        ("P2", "E1", "E2", "S1", "S2", "S3")
    )
    decision = sat("2P 3E 4S", some(1), steps(FIRST, 10), presences=away)
    text = minutes(decision)
    assert "obecnych było 3 członków Rady (3 z 9 = 33,33 %)" in text
    assert "Kworum wynosi co najmniej 5 (regulamin Rady, § 5), więc kworum nie było" in text
    assert "Nieobecność w całej części: E1, E2, P2, S1, S2 i S3." in text
    assert "Kworum – warunek niespełniony." in text
    assert "Do kworum zabrakło 2 osób uprawnionych." in text
    assert "Nieważne i niepowtórzone skutecznie: 3 głosowania" in text
    assert "Na posiedzeniu nie podjęto uchwał w sprawie wyboru operacji." in text
    assert resolutions_of(decision) == []


def test_parity_out_of_reach_is_said_so() -> None:
    decision = sat("6P 1E 1S", some(1), steps(FIRST, 10))
    text = minutes(decision)
    assert "Sektor publiczny: 6 z 8 głosów, czyli 75 %" in text
    assert "Parytetu nie przywróciłoby wyłączenie z głosowania żadnej z obecnych osób." in text
    assert "Głosowanie nieważne – niczego nie rozstrzyga." in text
    assert outcome(decision) is Outcome.UNDECIDED
    assert "Uchwały nie podjęto: wynik nie jest jeszcze rozstrzygnięty." in text


def test_nobody_is_left_to_vote_on_one_operation() -> None:
    everybody = ["P1", "P2", "E1", "E2", "S1", "S2"]
    votes = [*steps(FIRST, 10), *steps("1/2022/02", 11)]
    decision = sat("2P 2E 2S", some(2), votes, excluded={"1/2022/02": everybody})
    text = minutes(decision)
    assert "Do głosowania nie pozostał nikt uprawniony." in text
    assert "Nie ma nikogo uprawnionego." in text
    # A criterion compares the whole call, so the other operation waits for this one.
    assert resolutions_of(decision) == []


def test_empty_call_has_its_minutes_and_its_list() -> None:
    decision = sat("2P 2E 2S", [], [On("list", None, at("10:00"), subject="Przyjęcie list")])
    text = minutes(decision)
    assert "W terminie naboru nie złożono żadnego wniosku, który podlegałby ocenie." in text
    assert "Nie było operacji do oceny." in text
    assert "Lista rankingowa jest pusta." in text
    (only,) = resolutions_of(decision)
    assert only.number == "3/2022/1"
    said = text_of(printed(decision, "posiedzenie/uchwala-3-2022-1"))
    assert "Nie wybrano żadnej operacji." in said


def test_single_applicant_is_spoken_of_in_the_singular() -> None:
    decision = sat("2P 2E 2S", some(1), steps(FIRST, 10))
    text = minutes(decision)
    assert "Ocenie podlega 1 wniosek." in text
    assert "Wynik oceny wstępnej: warunki spełnia 1 operacja." in text
    assert "Rada podjęła uchwałę nr 3/2022/1 o wybraniu operacji." in text


def test_all_below_the_minimum_are_not_selected_by_resolutions() -> None:
    votes = [*steps(FIRST, 10, to="points"), *steps("1/2022/02", 11, to="points")]
    decision = sat("2P 2E 2S", some(2, **POOR), votes)
    assert outcome(decision) is outcome(decision, "1/2022/02") is Outcome.BELOW_MINIMUM
    text = minutes(decision)
    assert "Rada podjęła uchwałę nr 3/2022/2 o niewybraniu operacji." in text
    assert "Ocenie podlegają 2 wnioski." in text
    said = text_of(printed(decision, "posiedzenie/uchwala-3-2022-1"))
    assert "Rada nie wybiera do finansowania operacji" in said
    assert "(brakuje " in said


def test_tie_on_the_limit_is_settled_by_a_vote() -> None:
    same = {"jobs_created": Decimal(2), "environment_cost": 0, "total_cost": 11_500_000}
    yes = {"office_consultation": True, "promotes_area": True, "processes_products": False}
    both = some(2, **same, **yes, in_disadvantaged_group=True, woman_returning=False)
    order = ("1/2022/02", FIRST)
    tie = On("tie", None, at("12:00"), against=("P1",), concerns=order, subject="Kolejność")
    votes = [*steps(FIRST, 10), *steps("1/2022/02", 11), tie]
    decision = sat("2P 2E 2S", both, votes, order=order)
    text = minutes(decision)
    assert "Rada ustaliła kolejność: 1/2022/02, 1/2022/01." in text
    assert "Przeciw: P1." in text


def test_member_leaves_half_way_and_another_comes_late() -> None:
    there = {"S1": (at("09:00"), at("10:05")), "P2": (at("09:30"), None), "E2": (at("09:30"), None)}
    decision = sat("2P 2E 3S", some(1), steps(FIRST, 10), presences=there)
    text = minutes(decision)
    assert "O godz. 10:05 posiedzenie opuściła S1." in text
    assert "O godz. 09:30 przyjście na posiedzenie: E2 i P2." in text
    first, second, _ = held_in(decision).votes
    assert (len(first.entitled), len(second.entitled)) == (7, 6)
    assert "nieobecność w chwili głosowania: S1" in text
    assert "Skład głosujący (7)" in text


def test_second_part_is_held_another_day() -> None:
    parts = (
        Part(at("09:00"), at("12:00"), "Zmyślin", "in_person"),
        Part(at("09:00", "2022-06-08"), at("11:00", "2022-06-08"), "Nigdzie", "remote"),
    )
    votes = [*steps(FIRST, 10), On("list", None, at("10:30", "2022-06-08"), subject="Listy")]
    decision = sat("2P 2E 2S", some(1), votes, parts=parts)
    text = minutes(decision)
    assert "Posiedzenie odbyło się w 2 częściach:" in text
    assert "część druga: 8 czerwca 2022 r., w godz. 09:00–11:00, Nigdzie" in text
    assert "8.06.2022, godz. 10:30" in text
    assert "Posiedzenie zamknięto 8 czerwca 2022 r. o godz. 11:00." in text


def test_chair_is_excluded_and_somebody_else_leads() -> None:
    votes = [On(one.about, one.application, one.at, led_by="S1") for one in steps(FIRST, 10)]
    decision = sat("2P 2E 2S", some(1), votes, excluded={FIRST: ["P1"]})
    text = minutes(decision)
    assert "Posiedzeniu przewodniczyła P1. Głosowania nr 1, 2 i 3 prowadziła S1." in text
    said = text_of(printed(decision, "posiedzenie/uchwala-3-2022-1"))
    assert "Prowadząca głosowanie: S1" in said


def test_of_unknown_gender_the_wording_is_neutral() -> None:
    decision = sat("2P 2E 3S", some(1), steps(FIRST, 10), chair="E1")
    text = minutes(decision)
    assert "Posiedzeniu przewodniczy E1." in text
    assert "Przewodniczenie posiedzeniu: E1" in text


def test_who_did_not_sign_does_not_vote_and_has_a_blank_statement() -> None:
    decision = sat("2P 2E 3S", some(1), steps(FIRST, 10), unsigned=["E2"])
    text = minutes(decision)
    assert "podpisało 6 członków Rady (z 7)" in text
    assert "Deklaracji brak: E2." in text
    assert "E2 – brak podpisanej deklaracji bezstronności i poufności" in text
    said = text_of(printed(decision, "posiedzenie/deklaracje"))
    assert said.count("Deklaracji nie podpisano") == 1
    assert said.count("Oświadczam, że:") == 7


def test_discussion_is_markdown_and_never_markup() -> None:
    said = "Radni **pytali** o <b>koszt</b> <script>x</script>.\n\n- pierwsze pytanie\n- drugie"
    decision = sat("2P 2E 2S", some(1), steps(FIRST, 10), discussion={FIRST: said})
    text = minutes(decision)
    assert "Radni pytali o <b>koszt</b> <script>x</script>." in text
    assert "– pierwsze pytanie – drugie" in text


def test_rules_of_2023_ask_of_control_and_publish_no_exclusions() -> None:
    decision = sat("2P 2E 3S", some(1), steps(FIRST, 10), regime="2023")
    assert "Kontrola pojedynczej grupy interesu – warunek spełniony." in minutes(decision)
    names = [one.name for one in documents_of(decision)]
    assert "posiedzenie/wylaczenia-publiczne.pdf" not in names
    said = text_of(printed(decision, "posiedzenie/uchwala-3-2022-1"))
    assert "art. 21 ust. 1 i 5 ustawy z dnia 20 lutego 2015 r." in said
    assert "Dz.U. z 2023 r. poz. 1554" in said


def test_lost_vote_on_conformity_does_not_select() -> None:
    votes = [On("conformity", FIRST, at("10:00"), against=("P1", "P2", "E1", "E2"))]
    decision = sat("2P 2E 2S", some(1), votes)
    assert outcome(decision) is Outcome.NOT_ELIGIBLE
    assert "Głosowanie ważne – nie przyjęto." in minutes(decision)
    (only,) = resolutions_of(decision)
    assert not only.selects


def test_same_sitting_is_the_same_bytes() -> None:
    decision = sat("2P 2E 2S", some(1), steps(FIRST, 10))
    (one,) = [one for one in documents_of(decision) if one.template == "minutes"]
    pages = press(one.template, one.view(1), one.attached())
    assert pages == press(one.template, one.view(1), one.attached())
    assert len(PdfReader(BytesIO(pages.pdf)).pages) == pages.pages
