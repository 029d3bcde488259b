"""The demo calls after a protest, a withdrawal and another euro rate: a version each, all provable."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from intake.changes import add_change, read_changes
from reading.problems import Refused
from records.database import open_database
from records.store import Because, Overtaken, store
from rounds import finish
from rounds.audit_records import audit_records
from rounds.change_call import keep_change, propose
from rounds.finish import keep
from rounds.history import between, history_of
from rounds.open_call import open_call
from rounds.rederive import rederive, texts_of
from scoring.canonical import inputs
from scoring.changes import Withdrawal
from scoring.difference import difference
from tests.rounds.demo_changes import CHANGES

EXAMPLES = Path(__file__).parents[2] / "examples"
MONDAY = datetime(2030, 4, 1, 8, 0, tzinfo=UTC)


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


def test_a_change_whose_version_was_never_kept_gives_its_reason_to_the_next_round(tmp_path: Path):
    """As when the machine stopped between writing the change down and keeping the version."""
    folder = tmp_path / "wspolpraca-60-procent"
    shutil.copytree(EXAMPLES / "wspolpraca-60-procent", folder)
    database = f"sqlite:///{tmp_path / 'nabor.sqlite'}"
    keep(open_call(folder).decide(), database, MONDAY)
    withdrawal = CHANGES["wspolpraca-60-procent"][1]
    add_change(read_changes(folder), withdrawal)
    version = keep(open_call(folder).decide(), database, MONDAY)
    assert version.because == Because("powód", "withdrawal", None, "Biuro LGD")
    again = keep_change(propose(folder, withdrawal, database), database, MONDAY)
    assert (again.version, again.is_new) == (2, False)


@pytest.fixture
def decided(tmp_path: Path) -> Path:
    """A decided call of four applications."""
    folder = tmp_path / "wspolpraca-60-procent"
    shutil.copytree(EXAMPLES / "wspolpraca-60-procent", folder)
    keep(open_call(folder).decide(), f"sqlite:///{tmp_path / 'nabor.sqlite'}", MONDAY)
    return folder


def withdrawal(number: str) -> Withdrawal:
    return Withdrawal(on=date(2016, 7, 9), application=number, reason="powód", author="Biuro LGD")


def test_of_two_changes_at_once_the_second_is_refused_and_takes_nothing_from_the_first(
    decided: Path,
):
    database = f"sqlite:///{decided.parent / 'nabor.sqlite'}"
    first, second = (
        propose(decided, withdrawal(one), database) for one in ("WP/3/2016", "WP/2/2016")
    )
    keep_change(first, database, MONDAY)
    with pytest.raises(Refused, match="ktoś zmienił ten plik"):
        keep_change(second, database, MONDAY)
    assert read_changes(decided).changes == (withdrawal("WP/3/2016"),)
    assert open_call(decided).decide() == first.after


def test_a_version_that_somebody_else_kept_meanwhile_is_never_followed_blindly(decided: Path):
    database = f"sqlite:///{decided.parent / 'nabor.sqlite'}"
    engine = open_database(database)
    other = propose(decided, withdrawal("WP/2/2016"), database).after
    store(engine, other, Because("inne biuro"), MONDAY)
    with pytest.raises(Overtaken, match="ktoś inny zapisał w tej chwili wersję 2"):
        store(engine, open_call(decided).decide(), Because("moje"), MONDAY, follows=1)
    engine.dispose()


def test_an_interruption_behind_a_kept_version_leaves_the_change_in_the_file(
    decided: Path, monkeypatch: pytest.MonkeyPatch
):
    database = f"sqlite:///{decided.parent / 'nabor.sqlite'}"
    proposed = propose(decided, withdrawal("WP/3/2016"), database)

    def interrupted(*given: object) -> None:
        keep(*given)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    monkeypatch.setattr(finish, "keep", interrupted)
    with pytest.raises(KeyboardInterrupt):
        keep_change(proposed, database, MONDAY)
    assert open_call(decided).decide() == proposed.after
