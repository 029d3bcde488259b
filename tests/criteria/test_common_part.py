from pathlib import Path

import pytest

from criteria.places import hash_of
from criteria.read import read_ruleset
from reading.problems import Refused
from tests.criteria.writing import EXAMPLE, write

OWN = EXAMPLE.replace("example", "own").replace("innovative", "own_fact")
OWN_FACT = "[{id: own_fact, name: Własny, type: yes_no}]"
SHARED_FACT = "[{id: shared_fact, name: Wspólny, type: yes_no}]"


@pytest.fixture
def common(tmp_path: Path) -> Path:
    return write(
        tmp_path / "przyklad" / "common" / "2029-01-01.yaml",
        EXAMPLE.replace("innovative", "shared_fact").replace("30", "20"),
        scope="common",
        in_force_from="2029-01-01",
        scope_kind=None,
        minimum=None,
        still_tied=None,
        facts=SHARED_FACT,
        gaps="[nie wiadomo]",
    )


def test_a_scope_that_builds_on_a_common_part_has_its_criteria_facts_and_gaps(
    common: Path, tmp_path: Path
):
    builds_on = f"{{file: ../common/2029-01-01.yaml, sha256: '{hash_of(common)}'}}"
    file = write(
        tmp_path / "przyklad" / "zakres" / "2030-01-01.yaml",
        OWN,
        builds_on=builds_on,
        facts=OWN_FACT,
        maximum="50",
    )

    ruleset, warnings = read_ruleset(file)

    assert [one.id for one in ruleset.criteria] == ["example", "own"]
    assert ruleset.highest == 50
    assert ruleset.gaps == ("nie wiadomo",)
    assert {"shared_fact", "own_fact"} <= set(ruleset.catalogue)
    assert warnings == []
    assert [text.name for text in ruleset.texts] == [
        "przyklad/zakres/2030-01-01.yaml",
        "przyklad/common/2029-01-01.yaml",
    ]
    assert [text.sha256 for text in ruleset.texts] == [hash_of(file), hash_of(common)]


def test_a_mistake_in_the_common_part_is_told_by_its_own_file_and_line(tmp_path: Path):
    common = write(
        tmp_path / "przyklad" / "common" / "2029-01-01.yaml",
        EXAMPLE.replace("innovative", "nowe"),
        scope="common",
        in_force_from="2029-01-01",
        scope_kind=None,
        minimum=None,
        still_tied=None,
    )
    builds_on = f"{{file: ../common/2029-01-01.yaml, sha256: '{hash_of(common)}'}}"
    file = write(
        tmp_path / "przyklad" / "zakres" / "2030-01-01.yaml",
        OWN,
        builds_on=builds_on,
        facts=OWN_FACT,
    )

    with pytest.raises(Refused) as refused:
        read_ruleset(file)

    assert [(one.file, one.line, one.what) for one in refused.value.problems] == [
        (str(common), 11, "nieznany fakt „nowe”")
    ]


def test_a_common_part_decides_nothing_by_itself(common: Path):
    with pytest.raises(Refused, match="sama nie jest kompletem kryteriów"):
        read_ruleset(common)


def test_the_name_of_a_text_does_not_depend_on_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file = write(tmp_path / "przyklad" / "zakres" / "2030-01-01.yaml")
    monkeypatch.chdir(file.parent)

    assert read_ruleset(Path(file.name))[0].sha256 == read_ruleset(file)[0].sha256
