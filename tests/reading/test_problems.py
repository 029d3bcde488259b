import errno

import pytest

from reading.problems import Problem, Refused, refuse_if_errors, why

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


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EACCES, "brak uprawnień"),
        (errno.ENOENT, "nie ma takiego pliku ani folderu"),
        (errno.EEXIST, "jest już plik o tej nazwie"),
        (errno.ENOSPC, "brak miejsca na dysku"),
        (errno.EISDIR, "to jest folder, a nie plik"),
        (errno.EPROTO, "nie można użyć pliku ani folderu"),
    ],
)
def test_an_error_of_the_system_is_told_in_polish(number, said):
    assert why(OSError(number, "in English")) == said


def test_an_error_without_a_number_is_told_too():
    assert why(OSError("in English")) == "nie można użyć pliku ani folderu"
