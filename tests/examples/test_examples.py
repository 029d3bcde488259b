"""Every folder of ``examples/`` opens, decides, and gives what its README promises."""

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from rounds.open_call import OpenedCall, open_call
from scoring.decision import Assessment, Decision, Outcome
from scoring.indicator_table import indicator_rows
from scoring.indicators import balances
from scoring.numbers import plain
from scoring.polish import NARROW
from scoring.population import depends_on_source
from tests.examples.expected import CUTS, EXPECTED, INDICATORS, OF_CALL, STOPPED, WAITING, Row
from tests.examples.raw_cells import applications_of, points_by_hand, rows_of

EXAMPLES = Path(__file__).parents[2] / "examples"
NO_CALLS = {"koszty-biezace"}
"""Examples that belong to no call; their commands have tests of their own."""
FOLDERS = sorted({one.name for one in EXAMPLES.iterdir() if one.is_dir()} - NO_CALLS)
DEMO = "kraina-nocy-i-dni-2022"
TRYGON = "trygon-2013"


def test_there_are_examples_and_each_has_its_expected_outcomes():
    assert FOLDERS
    assert sorted(EXPECTED) == FOLDERS
    for written in (CUTS, STOPPED, WAITING, OF_CALL):
        assert sorted(written) == FOLDERS


@pytest.fixture(scope="module")
def opened() -> dict[str, OpenedCall]:
    return {name: open_call(EXAMPLES / name) for name in FOLDERS}


@pytest.fixture(scope="module")
def decided(opened: dict[str, OpenedCall]) -> dict[str, Decision]:
    return {name: one.decide() for name, one in opened.items()}


@pytest.fixture(scope="module")
def demo(decided: dict[str, Decision]) -> Decision:
    return decided[DEMO]


def row_of(one: Assessment) -> Row:
    points = None if one.points is None else plain(one.points)
    granted = None if one.granted is None else one.granted // 100
    return one.application.number, one.outcome.value, one.rank, points, granted


def application(decision: Decision, number: int) -> Assessment:
    found = decision.find(f"KND/1/{number}/2022")
    assert found is not None
    return found


@pytest.mark.parametrize("name", FOLDERS)
def test_an_example_has_the_documented_outcomes(decided: dict[str, Decision], name: str):
    found = [row_of(one) for one in decided[name].assessments if one.rank is not None]
    rest = {row_of(one) for one in decided[name].assessments if one.rank is None}
    assert found == sorted(
        (row for row in EXPECTED[name] if row[2] is not None), key=lambda row: (row[2], row[0])
    )
    assert rest == {row for row in EXPECTED[name] if row[2] is None}


@pytest.mark.parametrize("name", FOLDERS)
def test_the_aid_is_lowered_by_the_written_rules_and_by_no_other(
    decided: dict[str, Decision], name: str
):
    listed = [one for one in decided[name].assessments if one.aid is not None]
    found = {
        one.application.number: tuple((cut.id, cut.amount) for cut in one.aid.cuts)
        for one in listed
        if one.aid is not None and one.aid.cuts
    }
    assert found == CUTS[name]


@pytest.mark.parametrize("name", FOLDERS)
def test_each_condition_stops_whom_it_should_and_nobody_else(
    decided: dict[str, Decision], name: str
):
    found = {
        one.application.number: tuple(finding.id for finding in one.findings if finding.stops)
        for one in decided[name].of(Outcome.NOT_ELIGIBLE)
    }
    assert found == STOPPED[name]


@pytest.mark.parametrize("name", FOLDERS)
def test_an_undecided_application_waits_for_what_is_written(
    decided: dict[str, Decision], name: str
):
    found = {
        one.application.number: tuple(missing.why for missing in one.missing)
        for one in decided[name].of(Outcome.UNDECIDED)
    }
    assert found == WAITING[name]


@pytest.mark.parametrize("name", FOLDERS)
def test_the_call_as_a_whole_is_found_as_written(decided: dict[str, Decision], name: str):
    assert {one.id: one.verdict for one in decided[name].findings} == OF_CALL[name]


@pytest.mark.parametrize("name", FOLDERS)
def test_the_selection_brings_to_the_indicators_what_is_written(
    decided: dict[str, Decision], name: str
):
    found = indicator_rows(balances(decided[name]))
    shown = tuple(tuple(cell.replace(NARROW, " ") for cell in row) for row in found)
    assert shown == INDICATORS.get(name, ())


@pytest.mark.parametrize("name", FOLDERS)
def test_an_example_says_on_every_document_that_it_is_invented(
    opened: dict[str, OpenedCall], name: str
):
    notice = opened[name].prepared.call.notice
    assert notice is not None
    assert notice.startswith("Przykład.")
    assert "ymyślone" in notice


@pytest.mark.parametrize("name", FOLDERS)
def test_a_readme_names_the_applications_worth_a_look(name: str):
    readme = (EXAMPLES / name / "README.md").read_text(encoding="utf-8")
    assert "Co pochodzi ze źródeł" in readme
    assert "Co wymyśliliśmy" in readme
    assert any(number in readme for number, *_ in EXPECTED[name])


class TestTheDemoCall:
    """The situations that the demo call must contain."""

    def test_twenty_four_applications_come_in_and_twelve_are_selected(self, demo: Decision):
        counts = Counter(one.outcome for one in demo.assessments)
        assert counts == {
            Outcome.SELECTED: 12,
            Outcome.SELECTED_OUTSIDE_LIMIT: 7,
            Outcome.BELOW_MINIMUM: 2,
            Outcome.UNDECIDED: 1,
            Outcome.NOT_ELIGIBLE: 1,
            Outcome.WITHDRAWN: 1,
        }

    def test_equal_points_share_a_place_and_the_next_place_is_left_out(self, demo: Decision):
        ranks = [one.rank for one in demo.assessments if one.rank is not None]
        assert ranks[:5] == [1, 2, 3, 3, 5]
        assert application(demo, 11).exact_points == application(demo, 17).exact_points

    def test_one_application_just_misses_the_limit_and_closes_the_list(self, demo: Decision):
        first_out = application(demo, 7)
        assert first_out.fit is not None
        assert (first_out.fit.why, first_out.fit.left) == ("too_large", 97_500_00)
        assert first_out.application.requested == 100_000_00
        assert demo.left == 97_500_00

    def test_smaller_applications_below_it_do_not_enter_a_closed_list(self, demo: Decision):
        for number in (16, 20, 8, 23):
            one = application(demo, number)
            assert one.application.requested is not None
            assert one.application.requested <= demo.left
            assert one.fit is not None
            assert one.fit.why == "list_closed"

    def test_one_application_has_exactly_the_minimum(self, demo: Decision):
        one = application(demo, 23)
        assert one.exact_points == one.minimum == 27
        assert one.reached_minimum

    def test_one_application_is_just_below_the_minimum(self, demo: Decision):
        one = application(demo, 15)
        assert one.exact_points is not None
        assert 26 < one.exact_points < 27
        assert one.reached_minimum is False

    def test_one_application_lacks_a_fact_and_leaves_the_list_provisional(self, demo: Decision):
        one = application(demo, 18)
        assert [(missing.why, missing.detail) for missing in one.missing] == [
            ("fact", "jobs_level")
        ]
        assert demo.provisional

    def test_one_application_was_withdrawn_and_is_not_scored(self, demo: Decision):
        assert application(demo, 13).scores == ()

    def test_one_application_came_after_closing_and_stops_at_the_gate(self, demo: Decision):
        verdicts = {one.id: one.verdict for one in application(demo, 24).findings}
        assert verdicts == {
            "in_time": "not_met",
            "conforms_to_lsr": "met",
            "new_job": "met",
            "premium": "met",
        }

    def test_one_title_has_exactly_two_hundred_characters(self, demo: Decision):
        assert len(application(demo, 9).application.title) == 200

    def test_one_title_has_a_tag_an_ampersand_and_two_kinds_of_quotation_marks(
        self, demo: Decision
    ):
        title = application(demo, 10).application.title
        assert all(text in title for text in ("<b>", "</b>", "&", "„", "”", '"'))

    def test_one_applicant_has_a_very_long_name(self, demo: Decision):
        assert len(application(demo, 11).application.applicant) > 200

    def test_one_member_is_excluded_from_one_application(self, demo: Decision):
        excluded = [(one.application, one.member) for one in demo.cards if one.excluded]
        assert excluded == [("KND/1/22/2022", "Edward Bajeczny")]

    def test_nine_members_judged_every_application_that_takes_part(self, demo: Decision):
        counts = Counter(card.application for card in demo.cards)
        assert set(counts.values()) == {9}
        assert len(counts) == 22

    def test_every_judgement_has_a_justification(self, demo: Decision):
        for card in demo.cards:
            assert card.points.keys() == card.justifications.keys()
            assert all(card.justifications.values())

    def test_the_threshold_of_the_costs_is_tested_to_the_grosz(self, demo: Decision):
        found = {
            number: next(
                score.points
                for score in application(demo, number).scores
                if score.criterion == "eligible_costs"
            )
            for number in (6, 14)
        }
        assert found == {6: 5, 14: 0}

    def test_the_limit_is_three_hundred_thousand_euros_at_four_zloty(self, demo: Decision):
        limit = demo.call.limit
        assert (limit.eur, limit.rate) == (Decimal(300_000), Decimal(4))
        assert limit.grosze == 1_200_000_00

    def test_no_application_asks_for_more_than_the_premium(self, demo: Decision):
        asked = [one.application.requested or 0 for one in demo.assessments]
        assert max(asked) == 100_000_00

    @pytest.mark.parametrize("number", [1, 2, 6, 7, 11, 14, 15, 17, 22, 23])
    def test_points_equal_those_added_up_from_the_cells(self, demo: Decision, number: int):
        folder = EXAMPLES / DEMO
        case = f"KND/1/{number}/2022"
        cards = rows_of(folder / "cards.xlsx", header_row=4)
        by_hand = points_by_hand(
            applications_of(folder)[case], [card for card in cards if card["Znak sprawy"] == case]
        )
        assert application(demo, number).exact_points == by_hand


class TestTrygon:
    """Relative criteria, a table of the call, the median, partial aid."""

    def test_the_operation_on_the_line_takes_what_is_left(self, decided: dict[str, Decision]):
        one = decided[TRYGON].find("TR/MM/4/2013")
        assert one is not None
        assert one.fit is not None
        assert (one.fit.why, one.granted) == ("partial", 160_000_00)
        assert decided[TRYGON].left == 0

    def test_a_withdrawn_application_does_not_move_the_ends(self, decided: dict[str, Decision]):
        """Its request of 40 000 zł would be the lowest; the best still belongs to 80 000 zł."""
        one = decided[TRYGON].find("TR/MM/3/2013")
        assert one is not None
        points = {score.criterion: score.points for score in one.scores}
        assert points["low_request"] == 30
        assert points["cost_of_job"] == 20

    def test_the_median_of_four_cards_is_halfway(self, decided: dict[str, Decision]):
        one = decided[TRYGON].find("TR/MM/5/2013")
        assert one is not None
        points = {score.criterion: score.points for score in one.scores}
        assert points["innovation"] == Decimal("4.5")


class TestCooperation:
    """The line of 60 per cent: 20, 21 and 22 points of 35."""

    @pytest.mark.parametrize(
        ("number", "points", "reached"), [(1, 20, False), (2, 21, True), (3, 22, True)]
    )
    def test_the_minimum_is_tested_on_each_side(
        self, decided: dict[str, Decision], number: int, points: int, reached: bool
    ):
        one = decided["wspolpraca-60-procent"].find(f"WP/{number}/2016")
        assert one is not None
        assert (one.points, one.maximum, one.minimum) == (points, 35, 21)
        assert one.reached_minimum is reached


class TestInfrastructure:
    """Two counts of inhabitants, and a day on which two sources disagree."""

    def test_the_preference_would_turn_with_the_other_count(self, decided: dict[str, Decision]):
        one = decided["swietlice-i-szlaki-2023"].find("ZP/IN/01/2023")
        assert one is not None
        assert [each.inhabitants for each in one.application.populations] == [6044, 4956]
        assert depends_on_source(one.application.populations)
        points = {score.criterion: score.points for score in one.scores}
        assert points["small_locality"] == 0

    def test_two_numbers_of_one_day_leave_the_points_unknown(self, decided: dict[str, Decision]):
        one = decided["swietlice-i-szlaki-2023"].find("ZP/IN/10/2023")
        assert one is not None
        assert [(each.why, each.detail) for each in one.missing] == [
            ("fact", "locality_population")
        ]

    def test_used_exhibits_of_a_heritage_operation_stay_eligible(
        self, decided: dict[str, Decision]
    ):
        one = decided["swietlice-i-szlaki-2023"].find("ZP/IN/03/2023")
        assert one is not None
        assert one.aid is not None
        assert [(cut.id, cut.amount) for cut in one.aid.ineligible] == [("general", 2_000_00)]
        assert one.aid.eligible == 198_000_00


def test_public_units_alone_take_more_than_a_fifth_of_the_grants(decided: dict[str, Decision]):
    """60 448 zł of 300 000 zł: 448 zł more than 20 per cent."""
    (found,) = [one for one in decided["granty-2023"].findings if one.id == "A4"]
    assert "60 448,00 zł z 300 000,00 zł, czyli 20,15 %" in found.sentence.replace("\xa0", " ")
