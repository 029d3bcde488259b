"""The letter with the result where a sitting was held: by which resolution the council decided."""

from scoring.council.attendance import Part
from scoring.decision import Decision, Outcome
from scoring.resolutions import resolutions_of
from templates.notice.view import view
from tests.templates.council import On, at, sat, some, steps
from tests.templates.test_council_situations import POOR

FIRST = "1/2022/01"


def opening(decision: Decision, number: str = FIRST) -> str:
    one = decision.find(number)
    assert one is not None
    return view(decision, 1, one).opening.replace("\xa0", " ").split("wniosek. ", 1)[1]


def test_letter_names_the_resolution_on_selecting_and_its_day() -> None:
    decision = sat("2P 2E 2S", some(1), steps(FIRST, 10))
    said = "uchwałę nr 3/2022/1 z dnia 1 czerwca 2022 r. o wybraniu operacji."
    assert (
        opening(decision) == f"Rada rozpatrzyła wniosek na posiedzeniu nr 3/2022 i podjęła {said}"
    )


def test_letter_names_the_resolution_on_not_selecting() -> None:
    votes = [*steps(FIRST, 10, to="points"), *steps("1/2022/02", 11, to="points")]
    decision = sat("2P 2E 2S", some(2, **POOR), votes)
    assert opening(decision, "1/2022/02").endswith(
        "podjęła uchwałę nr 3/2022/2 z dnia 1 czerwca 2022 r. o niewybraniu operacji."
    )


def test_day_is_that_of_the_part_in_which_the_resolution_was_voted() -> None:
    parts = (
        Part(at("09:00"), at("12:00"), "Zmyślin", "in_person"),
        Part(at("09:00", "2022-06-08"), at("11:00", "2022-06-08"), "Nigdzie", "in_person"),
    )
    first = steps(FIRST, 10, to="points")
    votes = [*first, On("selection", FIRST, at("10:00", "2022-06-08"))]
    decision = sat("2P 2E 2S", some(1), votes, parts=parts)
    assert "uchwałę nr 3/2022/1 z dnia 8 czerwca 2022 r." in opening(decision)


def test_without_a_resolution_the_letter_tells_the_day_of_the_sitting() -> None:
    decision = sat("2P 2E 2S", some(1, conforms_to_lsr=False), [])
    assert decision.assessments[0].outcome is Outcome.NOT_ELIGIBLE
    assert resolutions_of(decision) == []
    assert opening(decision) == (
        "Rada rozpatrzyła wnioski na posiedzeniu nr 3/2022 dnia 1 czerwca 2022 r."
    )
