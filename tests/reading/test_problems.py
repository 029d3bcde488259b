import pytest

from reading.problems import Problem, Refused, refuse_if_errors

ERROR = Problem("call.yaml", "nieznany klucz „limt”", "czy chodziło o „limit”?", line=7)
WARNING = Problem("rejestr.xlsx", "kwota 0 zł", "sprawdź", level="warning")


@pytest.mark.parametrize(
    ("problem", "place"),
    [
        (ERROR, "call.yaml:7"),
        (WARNING, "rejestr.xlsx"),
        (
            Problem("rejestr.xlsx", "x", "y", sheet="Wnioski", row=7, column="NIP"),
            "rejestr.xlsx, arkusz „Wnioski”, wiersz 7, kolumna „NIP”",
        ),
    ],
)
def test_a_problem_is_placed_as_people_find_it(problem: Problem, place: str):
    assert problem.place == place
    assert str(problem) == f"{place}: {problem.what} → {problem.write}"


def test_warnings_alone_are_returned():
    assert refuse_if_errors([WARNING]) == [WARNING]


def test_one_error_refuses_with_everything_errors_first():
    with pytest.raises(Refused) as refused:
        refuse_if_errors([WARNING, ERROR])

    assert refused.value.problems == (ERROR, WARNING)
