"""The demo calls after a protest, a withdrawal and another euro rate: a version each, all provable."""

import shutil
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from rounds.audit_records import audit_records
from rounds.change_call import keep_change, propose
from rounds.finish import keep
from rounds.history import between, history_of
from rounds.open_call import open_call
from rounds.rederive import rederive, texts_of
from scoring.canonical import inputs
from scoring.changes import Change, NewLimit, ReviewCard, SelfReview, Withdrawal
from scoring.difference import difference

EXAMPLES = Path(__file__).parents[2] / "examples"
MONDAY = datetime(2030, 4, 1, 8, 0, tzinfo=UTC)
SAID: Any = {"reason": "powód", "author": "Biuro LGD"}

CHANGES: dict[str, tuple[Change, ...]] = {
    "kraina-nocy-i-dni-2022": (
        SelfReview(
            on=date(2022, 7, 8),
            application="KND/1/7/2022",
            lodged_on=date(2022, 6, 27),
            contested=("innovation",),
            reviewers=("Adam Zmyślak", "Barbara Fikcyjna", "Halina Baśniowa"),
            result="changed",
            position="Takiej usługi nie było na obszarze LSR.",
            cards=tuple(
                ReviewCard(member=name, points={"innovation": Decimal(5)})
                for name in ("Adam Zmyślak", "Barbara Fikcyjna", "Halina Baśniowa")
            ),
            **SAID,
        ),
        Withdrawal(on=date(2022, 7, 20), application="KND/1/2/2022", **SAID),
        NewLimit(on=date(2022, 8, 1), eur=Decimal(280000), rate=Decimal("4.0012"), **SAID),
    ),
    "trygon-2013": (
        SelfReview(
            on=date(2013, 12, 20),
            application="TR/MM/2/2013",
            lodged_on=date(2013, 12, 10),
            contested=("amount",),
            reviewers=("Alicja Wymyślna",),
            result="forwarded",
            position="LGD podtrzymuje wynik.",
            **SAID,
        ),
        Withdrawal(on=date(2013, 12, 21), application="TR/MM/3/2013", **SAID),
        NewLimit(on=date(2013, 12, 22), eur=Decimal(160000), rate=Decimal("4.1472"), **SAID),
    ),
    "wspolpraca-60-procent": (
        SelfReview(
            on=date(2016, 7, 8),
            application="WP/1/2016",
            lodged_on=date(2016, 6, 27),
            contested=("amount",),
            reviewers=("Urząd",),
            result="forwarded",
            position="Wynik podtrzymano.",
            **SAID,
        ),
        Withdrawal(on=date(2016, 7, 9), application="WP/3/2016", **SAID),
        NewLimit(on=date(2016, 7, 10), eur=Decimal(90000), rate=Decimal("4.4"), **SAID),
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_demo_call_has_a_version_for_each_change_and_every_version_can_be_proved(
    name: str, tmp_path: Path
):
    folder = tmp_path / name
    shutil.copytree(EXAMPLES / name, folder, ignore=shutil.ignore_patterns("wyniki"))
    database = f"sqlite:///{tmp_path / 'nabor.sqlite'}"
    keep(open_call(folder).decide(), database, MONDAY)
    for number, change in enumerate(CHANGES[name], start=2):
        proposed = propose(folder, change, database)
        version = keep_change(proposed, database, MONDAY)
        assert (version.version, version.because.kind) == (number, change.kind)
        again = keep_change(propose(folder, change, database), database, MONDAY)
        assert (again.version, again.is_new) == (number, False)
        decision = open_call(folder).decide()
        assert decision == proposed.after
        assert rederive(inputs(decision), texts_of(decision)) == decision
        moved, versions, _ = between(folder, database)
        assert versions == (number - 1, number)
        assert moved == difference(proposed.before, proposed.after)
    assert open_call(folder).decide().changes == CHANGES[name]
    assert [len(one.moved) > 0 for one in history_of(folder, database).entries[2:]] == [True, True]
    assert audit_records(folder, database).holds


def test_a_protest_shows_in_every_result_that_hangs_on_the_whole_call(tmp_path: Path):
    """Of trygon, two criteria compare all applications: a withdrawal moves everybody."""
    folder = tmp_path / "trygon-2013"
    shutil.copytree(EXAMPLES / "trygon-2013", folder)
    database = f"sqlite:///{tmp_path / 'nabor.sqlite'}"
    keep(open_call(folder).decide(), database, MONDAY)
    proposed = propose(folder, CHANGES["trygon-2013"][1], database)
    moved = difference(proposed.before, proposed.after)
    assert {one.number for one in moved.moved} == {
        "TR/MM/1/2013",
        "TR/MM/3/2013",
        "TR/MM/4/2013",
        "TR/MM/5/2013",
        "TR/MM/6/2013",
    }
    for one in moved.moved:
        if one.causes:
            assert sum(cause.change or 0 for cause in one.causes) == one.change
