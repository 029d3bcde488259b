"""The LGDs of cooperation projects, read from a table beside the register."""

import pytest

from intake.project_lgds import read_project_lgds
from reading.problems import Refused
from scoring.application import Application
from scoring.cooperation import CooperationShare

HEAD = (
    "Znak sprawy;LGD;Udział w pomocy na projekt;Środki na 19.2;Środki na 19.4;"
    "Dotychczas na projekty współpracy;Dotychczas na przygotowanie"
)
PROJECTS = (
    Application("WP/1", {"requested": 50_000_00, "preparation_only": False}),
    Application("WP/2", {"requested": 10_000_00}),
)


def read(tmp_path, *rows):
    file = tmp_path / "project_lgds.csv"
    file.write_text("\n".join((HEAD, *rows)), encoding="utf-8")
    return read_project_lgds(file, PROJECTS)


def problems(tmp_path, *rows):
    with pytest.raises(Refused) as refused:
        read(tmp_path, *rows)
    found = [one for one in refused.value.problems if one.level == "error"]
    return [(one.row or one.line, one.column, one.what) for one in found]


def test_every_lgd_of_a_project_has_its_share_and_the_funds_of_its_strategy(tmp_path):
    found = read(
        tmp_path,
        "WP/1;LGD Ż;20 000,00 zł;7 000 000;1 400 000;–;0",
        "WP/1;LGD A;30 000;9 350 000,00;2 104 000,00;120 000;0",
    )
    assert found.of["WP/1"] == (
        CooperationShare(
            lgd="LGD A",
            share=30_000_00,
            funds_19_2=9_350_000_00,
            funds_19_4=2_104_000_00,
            projects_so_far=120_000_00,
            preparation_so_far=0,
            preparation_only=False,
        ),
        CooperationShare(
            lgd="LGD Ż",
            share=20_000_00,
            funds_19_2=7_000_000_00,
            funds_19_4=1_400_000_00,
            projects_so_far=None,
            preparation_so_far=0,
            preparation_only=False,
        ),
    )
    assert found.warnings == ()
    assert found.added_to(PROJECTS)[1].lgds == ()


def test_shares_that_do_not_add_up_to_what_is_requested_are_told(tmp_path):
    (warning,) = read(tmp_path, "WP/2;LGD A;9 999,99;1;1;0;0").warnings
    assert warning.what.replace("\N{NO-BREAK SPACE}", " ") == (
        "udziały LGD w projekcie WP/2 dają 9 999,99 zł, a wnioskowana kwota to 10 000,00 zł"
    )


def test_every_mistake_is_told_at_once(tmp_path):
    assert problems(
        tmp_path,
        "WP/9;LGD A;1;1;1;0;0",
        "WP/1;;1;1;1;0;0",
        "WP/1;LGD A;dużo;-5;1;0;0",
        "WP/2;LGD A;10 000;1;1;0;0",
        "WP/2;lgd a;10 000;1;1;0;0",
    ) == [
        (2, "Znak sprawy", "nie ma w rejestrze wniosku „WP/9”"),
        (3, "LGD", "brak nazwy LGD"),
        (4, "Udział w pomocy na projekt", "nie można odczytać liczby „dużo”"),
        (4, "Środki na 19.2", "kwota „-5” jest ujemna"),
        (6, "LGD", "„lgd a” stoi przy tym wniosku dwa razy"),
    ]
