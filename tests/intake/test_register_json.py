"""A register as JSON."""

import json

import pytest

from reading.problems import Refused
from tests.intake.registers import read

JSON_GOOD = {
    "number": "PD/1/2022",
    "submitted_at": "2022-05-05T10:15",
    "applicant": "Jan",
    "title": "Pracownia",
    "total_cost": 100000.5,
    "requested": "50000.00",
    "innovative": None,
}


def write_json(tmp_path, *applications):
    file = tmp_path / "rejestr.json"
    file.write_text(json.dumps({"applications": applications}, indent=1), "utf-8")
    return file


def test_json_is_exact_and_null_is_unknown(tmp_path):
    (one,) = read(write_json(tmp_path, JSON_GOOD)).applications
    assert (one.facts["total_cost"], one.requested) == (10_000_050, 5_000_000)
    assert "innovative" not in one.facts


def test_an_application_of_json_is_found_by_its_line(tmp_path):
    file = write_json(
        tmp_path,
        JSON_GOOD,
        {**JSON_GOOD, "number": "2", "requested": "dużo", "extra": 1},
        {"number": "3"},
    )
    with pytest.raises(Refused) as refused:
        read(file)
    lines = [(one.line, one.column, one.level) for one in refused.value.problems]
    assert lines[0] == (12, "requested", "error")
    assert lines[1:6] == [
        (22, name, "error")
        for name in ("submitted_at", "applicant", "title", "total_cost", "requested")
    ]
    assert lines[6] == (1, "extra", "warning")


def test_an_empty_json_register_is_an_empty_call(tmp_path):
    assert read(write_json(tmp_path)).applications == ()
