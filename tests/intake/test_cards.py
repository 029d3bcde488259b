"""Cards of members: what is given, what is missing, and who may not judge."""

from fractions import Fraction

import pytest

from intake.cards import allowed, column_names, judged_criteria, read_cards
from reading.problems import Problem, Refused
from scoring.application import Application
from scoring.cards import Card
from scoring.deciding import decide
from tests.intake.office import (
    CALL,
    CALL_1,
    CRITERIA,
    RULESET,
    call,
    ruleset,
    write_csv,
    write_xlsx,
)

APPLICATIONS = [Application("PD/1/2022"), Application("PD/2/2022")]
HEADS = [
    "Znak sprawy",
    "Członek Rady",
    "Wyłączony",
    "Innowacyjność – punkty",
    "Innowacyjność – uzasadnienie",
    "Spójność budżetu - punkty",
    "budget – uzasadnienie",
]


def read(tmp_path, *rows, heads=HEADS, of_call=CALL_1):
    file = write_xlsx(tmp_path / "cards.xlsx", [["Karty oceny"], [], heads, *rows])
    return read_cards(file, of_call, RULESET, APPLICATIONS)


def refusal(tmp_path, *rows, **other):
    with pytest.raises(Refused) as refused:
        read(tmp_path, *rows, **other)
    return refused.value.problems


def test_a_row_is_what_one_member_gave_one_application(tmp_path):
    cards = read(
        tmp_path,
        ["PD/1/2022", "Anna Nowak", "", 5, "Pierwsza w gminie", "2,5", ""],
        ["pd/1/2022", "łukasz  żak", "nie", 0, "", "", "Budżet zawyżony"],
        [],
    )
    assert cards.warnings == ()
    assert cards.cards == (
        Card(
            "Anna Nowak",
            "PD/1/2022",
            {"innovation": 5, "budget": Fraction(5, 2)},
            {"innovation": "Pierwsza w gminie"},
        ),
        Card("Łukasz Żak", "PD/1/2022", {"innovation": 0}, {"budget": "Budżet zawyżony"}),
    )


def test_a_blank_value_is_absent_and_never_zero(tmp_path):
    (card,) = read(tmp_path, ["PD/1/2022", "Anna Nowak", "", "", "", "-", ""]).cards
    assert card == Card("Anna Nowak", "PD/1/2022")


def test_points_of_an_excluded_member_are_left_out_with_a_warning(tmp_path):
    cards = read(tmp_path, ["PD/1/2022", "Anna Nowak", "tak", 5, "", "", ""])
    assert cards.cards == (Card("Anna Nowak", "PD/1/2022", excluded=True),)
    assert cards.warnings == (
        Problem(
            str(tmp_path / "cards.xlsx"),
            "karta ma punkty, a Anna Nowak nie bierze udziału w ocenie (wyłączenie); pominięto je",
            "usuń punkty albo popraw wyłączenie",
            sheet="Sheet1",
            row=4,
            column="Wyłączony",
            level="warning",
        ),
    )


WRONG = {
    "an unknown application": (
        ["PD/9/2022", "Anna Nowak", "", 5],
        (
            "Znak sprawy",
            "nie ma w rejestrze wniosku „PD/9/2022”",
            "wpisz jedno z: „PD/1/2022”, „PD/2/2022”",
        ),
    ),
    "an unknown member": (
        ["PD/1/2022", "Jan Obcy", "", 5],
        (
            "Członek Rady",
            "nie ma wśród członków Rady „Jan Obcy”",
            "wpisz jedno z: „Anna Nowak”, „Łukasz Żak”",
        ),
    ),
    "a value off the scale": (
        ["PD/1/2022", "Anna Nowak", "", 3],
        (
            "Innowacyjność – punkty",
            "karta: Anna Nowak, wniosek PD/1/2022: 3 jest poza skalą kryterium „Innowacyjność”",
            "wpisz jedną z wartości: 0; 5; jeśli brak oceny, zostaw puste",
        ),
    ),
    "a value that is no number": (
        ["PD/1/2022", "Anna Nowak", "", "pięć"],
        (
            "Innowacyjność – punkty",
            "nie można odczytać liczby „pięć”",
            "wpisz jedną z wartości: 0; 5; jeśli brak oceny, zostaw puste",
        ),
    ),
    "a value between the steps": (
        ["PD/1/2022", "Anna Nowak", "", "", "", 0.25],
        (
            "Spójność budżetu - punkty",
            (
                "karta: Anna Nowak, wniosek PD/1/2022: 0,25 jest poza skalą kryterium "
                "„Spójność budżetu”"
            ),
            "wpisz jedną z wartości: 0; 0,5; 1; 1,5; 2; 2,5; 3; jeśli brak oceny, zostaw puste",
        ),
    ),
    "points without a member": (
        ["PD/1/2022", "", "", 5],
        (
            "Członek Rady",
            "pusta komórka w wierszu z oceną",
            "wpisz imię i nazwisko członka Rady",
        ),
    ),
    "points without an application": (
        ["", "Anna Nowak", "", 5],
        ("Znak sprawy", "pusta komórka w wierszu z oceną", "wpisz znak sprawy"),
    ),
    "excluded or not": (
        ["PD/1/2022", "Anna Nowak", "może", 5],
        ("Wyłączony", "„może” nie znaczy ani tak, ani nie", "wpisz tak albo nie"),
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_mistake_on_a_card_is_told_with_its_place(tmp_path, name):
    wrong, (column, what, write) = WRONG[name]
    file = str(tmp_path / "cards.xlsx")
    assert refusal(tmp_path, wrong) == (
        Problem(file, what, write, sheet="Sheet1", row=4, column=column),
    )


def test_a_member_has_one_card_for_an_application(tmp_path):
    twice = refusal(
        tmp_path,
        ["PD/1/2022", "Anna Nowak", "", 5],
        ["PD/2/2022", "Anna Nowak", "", 5],
        ["PD/1/2022", "ANNA NOWAK", "", 0],
    )
    assert [(one.row, one.what) for one in twice] == [
        (6, "Anna Nowak ma już kartę wniosku PD/1/2022 w wierszu 4")
    ]


def test_all_mistakes_are_told_at_once(tmp_path):
    wrong = refusal(tmp_path, *(row for row, _ in WRONG.values()))
    assert {one.row for one in wrong} == set(range(4, 4 + len(WRONG)))


def test_without_a_list_of_members_any_name_is_good(tmp_path):
    text = CALL.replace("members: [Anna Nowak, Łukasz Żak]", "members: []")
    cards = read(tmp_path, ["PD/1/2022", "Ktoś Nowy", "", 5], ["PD/2/2022"], of_call=call(text))
    assert [card.member for card in cards.cards] == ["Ktoś Nowy"]


def test_a_judged_criterion_without_a_column_is_a_warning(tmp_path):
    cards = read(tmp_path, ["PD/1/2022", "Anna Nowak", "", 5], heads=HEADS[:5])
    assert [one.what for one in cards.warnings] == [
        "brak kolumny „Spójność budżetu – punkty”, więc nikt tu nie dał punktów"
    ]


def test_criteria_of_one_name_are_told_apart_by_their_ids():
    text = CRITERIA.replace("name: Spójność budżetu", "name: innowacyjnosc")
    judged = judged_criteria(ruleset(text))
    assert column_names(judged) == {"innovation": "innovation", "budget": "budget"}


def test_a_long_scale_is_told_by_its_ends():
    (criterion,) = [one for one in judged_criteria(RULESET) if one.id == "budget"]
    longer = criterion.model_copy(update={"range": (0, 10, 1)})
    assert allowed(longer) == "od 0 do 10 co 1"


def test_the_cards_of_a_csv_decide(tmp_path):
    rows = [
        HEADS,
        *(["PD/1/2022", one, "", "5", "", "3", ""] for one in ("Anna Nowak", "Łukasz Żak")),
    ]
    file = write_csv(tmp_path / "cards.csv", rows, "cp1250")
    cards = read_cards(file, CALL_1, RULESET, APPLICATIONS).cards
    scores = {
        score.criterion: score.points
        for one in decide(CALL_1, RULESET, APPLICATIONS, cards).assessments
        for score in one.scores
        if one.application.number == "PD/1/2022"
    }
    assert scores["innovation"] == 5


def test_cards_beside_an_empty_register_are_one_error(tmp_path):
    rows = [[number, "Anna Nowak", "", 5, "", "", ""] for number in ("PD/1/2022", "PD/2/2022")]
    file = write_xlsx(tmp_path / "cards.xlsx", [HEADS, *rows])
    with pytest.raises(Refused) as refused:
        read_cards(file, CALL_1, RULESET, [])
    what = "są karty oceny, a w rejestrze nie ma żadnego wniosku"
    assert refused.value.problems == (
        Problem(str(file), what, "uzupełnij rejestr albo usuń karty"),
    )


def test_who_checked_a_card_is_read_once_each(tmp_path):
    heads = [*HEADS, "Sprawdzający 1", "Sprawdzający 2"]
    rows = [
        ["PD/1/2022", "Anna Nowak", "", 5, "", "", "", "Ewa Lis", "Jan Żak"],
        ["PD/2/2022", "Anna Nowak", "", 5, "", "", "", "Ewa Lis", "Ewa Lis"],
    ]
    cards = read(tmp_path, *rows, heads=heads).cards
    assert [one.checked_by for one in cards] == [("Ewa Lis", "Jan Żak"), ("Ewa Lis",)]
