"""A folder of results that cannot be written to: said at once, tried once, and nothing is kept."""

from pathlib import Path

import pytest
from prefect.settings import PREFECT_API_URL, temporary_settings

from flows.run_round import run_round
from reading.problems import Unavailable
from rounds import finish
from tests.flows.faults import unwritable
from tests.flows.test_disk_full import nabor
from tests.flows.unattended import kept, new_call


@pytest.fixture
def call(tmp_path: Path) -> Path:
    return new_call(tmp_path)


def test_a_clerk_is_told_which_folder_it_is_and_what_to_do(call: Path, prefect_server: str):
    database, out = f"sqlite:///{call.parent / 'nabor.sqlite'}", call / "wyniki"
    with unwritable(out):
        code, said = nabor(prefect_server, "round", call)
        assert code == 2
        assert f"niczego nie zapisano, bo nie można pisać w folderze {out}: " in said
        assert "nadaj prawo zapisu albo wskaż inny folder i powtórz polecenie" in said
    assert list(out.iterdir()) == []
    assert kept(call, database) == []

    code, said = nabor(prefect_server, "round", call)
    assert code == 0, said
    assert [version for version, _ in kept(call, database)] == [1]


@pytest.mark.parametrize("attended", [True, False], ids=["attended", "unattended"])
def test_what_stays_until_somebody_mends_it_is_tried_once(
    attended: bool, call: Path, prefect_server: str, monkeypatch: pytest.MonkeyPatch
):
    """A file lies where the folder of the results should be."""
    if not attended:
        monkeypatch.setenv("PREFECT__RUNTIME__DEPLOYMENT__ID", "kalendarz")
    (call / "wyniki").write_text("notatka", encoding="utf-8")
    tries, ready_folder = list[Path](), finish.ready_folder

    def counted(out: Path) -> None:
        tries.append(out)
        ready_folder(out)

    monkeypatch.setattr(finish, "ready_folder", counted)
    database = f"sqlite:///{call.parent / 'nabor.sqlite'}"
    with (
        temporary_settings({PREFECT_API_URL: prefect_server}),
        pytest.raises(Unavailable, match="przenieś ten plik albo wskaż inny folder"),
    ):
        run_round(str(call), str(call / "wyniki"), database)
    assert len(tries) == 1
    assert kept(call, database) == []
