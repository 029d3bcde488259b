"""Sums under a register: which row is one, and whether it adds up."""

import pytest

from intake.register import Rows
from tests.intake.office import (
    GOOD,
    row,
)
from tests.intake.registers import read_rows, refusal


def test_an_applicant_called_razem_is_no_sum(tmp_path):
    named = row(Wnioskodawca="Razem", Tytuł_operacji="Razem możemy więcej")
    assert read_rows(tmp_path, named).applications[0].applicant == "Razem"
    problems = refusal(tmp_path, {**named, "Znak sprawy": ""})
    assert [one.what for one in problems] == ["brak znaku sprawy"]


def test_a_sum_that_does_not_add_up_is_a_warning(tmp_path):
    total = {"Znak sprawy": "Razem:", "Koszt całkowity": "100 000,00", "Wnioskowana kwota": "1"}
    register = read_rows(tmp_path, GOOD, total)
    assert register.rows.sums == 1
    (warning,) = register.warnings
    assert (warning.row, warning.column) == (3, "Wnioskowana kwota")
    assert warning.what.replace("\N{NO-BREAK SPACE}", " ") == (
        "suma „1” nie zgadza się z wierszami powyżej (50 000,00 zł)"
    )


@pytest.mark.parametrize("amount", ["100 000,00", "50 000,00"])
def test_a_sum_may_leave_out_the_withdrawn(tmp_path, amount):
    total = {"Wnioskowana kwota": amount}
    register = read_rows(tmp_path, GOOD, row(Znak_sprawy="PD/2", Wycofany="tak"), total)
    assert register.rows == Rows(accepted=2, sums=1, titles=1)
    assert register.warnings == ()
