"""How the tests of the register read one."""

import pytest

from intake.register import read_register
from reading.problems import Refused
from scoring.ruleset import Ruleset
from tests.intake.office import (
    CALL_1,
    HEADINGS,
    RULESET,
    table,
    write_xlsx,
)


def read(file, ruleset: Ruleset = RULESET):
    return read_register(file, CALL_1, ruleset)


def read_rows(tmp_path, *rows, headings=HEADINGS):
    return read(write_xlsx(tmp_path / "rejestr.xlsx", table(*rows, headings=headings)))


def refusal(tmp_path, *rows, headings=HEADINGS):
    with pytest.raises(Refused) as refused:
        read_rows(tmp_path, *rows, headings=headings)
    return refused.value.problems


def refused_of(file):
    with pytest.raises(Refused) as refused:
        read(file)
    return refused.value.problems
