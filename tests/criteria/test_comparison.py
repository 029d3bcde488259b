"""Sets of criteria side by side: shares counted by hand, and what changed between versions."""

from fractions import Fraction
from pathlib import Path

import pytest

from criteria.places import SETS
from criteria.read import read_ruleset
from scoring.comparison.compare import Changed, Step, compare, plain
from scoring.comparison.reward import Weight, weights
from scoring.comparison.said import weight_words
from tests.criteria.writing import ruleset

FIRST = """
- id: jobs
  name: Miejsca pracy
  kind: bands
  fact: jobs_created
  bands: [{from: 1, points: 2}, {from: 3, points: 4}]
  weight: 2
  serves: [jobs]
  source: LSR
- id: innovation
  name: Innowacyjność
  kind: judged
  range: [0, 8]
  serves: [innovation]
  source: LSR
"""
SECOND = """
- id: jobs
  name: Miejsca pracy
  kind: bands
  fact: jobs_created
  bands: [{from: 1, points: 2}, {from: 3, points: 6}]
  weight: 2
  serves: [jobs]
  source: LSR
- id: novelty
  name: Nowość
  kind: yes_no
  fact: innovative
  points: 4
  serves: [innovation]
  source: LSR
"""
FILES = sorted(SETS.glob("*/*/*.yaml"))


def test_the_shares_of_a_set_are_of_its_own_maximum(tmp_path: Path):
    # 4 × 2 = 8 points for jobs and 8 for the judgement: a half each.
    first = ruleset(tmp_path, FIRST)
    half = Weight(8, Fraction(1, 2))
    assert weights(first, "kind") == {"przedziały": half, "ocena Rady": half}
    assert weights(first, "premium") == {"miejsca pracy": half, "innowacyjność": half}
    assert list(weights(first, "fact").values()) == [half, half]
    assert weight_words(half).replace("\N{NO-BREAK SPACE}", " ") == "8 pkt (50 %)"
    assert weight_words(None) == "–"


def test_what_several_sets_reward_stands_first_and_what_one_alone_does_is_marked(tmp_path: Path):
    (tmp_path / "a").mkdir()
    found = compare([ruleset(tmp_path / "a", FIRST), ruleset(tmp_path, SECOND)])
    # 8 of 16; then 12 of 16, for 6 × 2 = 12 and 4 more.
    assert [(line.name, line.weights, line.only) for line in found.lines["premium"]] == [
        ("miejsca pracy", (Weight(8, Fraction(1, 2)), Weight(12, Fraction(3, 4))), None),
        ("innowacyjność", (Weight(8, Fraction(1, 2)), Weight(4, Fraction(1, 4))), None),
    ]
    assert [(line.name, line.only) for line in found.lines["kind"]] == [
        ("przedziały", None),
        ("ocena Rady", 0),
        ("tak/nie", 1),
    ]


def test_between_versions_of_one_set_it_is_told_what_changed(tmp_path: Path):
    old = ruleset(tmp_path / "stare", FIRST)
    new = ruleset(tmp_path / "nowe", SECOND, in_force_from="2031-01-01", minimum="{points: 5}")
    # The order in which they are given does not matter: the earlier day comes first.
    [step] = compare([new, old]).steps
    assert (step.before, step.after) == (1, 0)
    assert [
        Changed(one.name, one.what.replace("\N{NO-BREAK SPACE}", " ")) for one in step.changes
    ] == [
        Changed("Miejsca pracy", "najwyżej 8 → 12 pkt; zmieniono zasady przyznawania punktów"),
        Changed("Nowość", "dodano, najwyżej 4 pkt"),
        Changed("Innowacyjność", "usunięto, dawało najwyżej 8 pkt"),
        Changed("Minimum", "0 pkt → 5 pkt"),
    ]


def test_a_set_beside_itself_has_changed_nothing(tmp_path: Path):
    one = ruleset(tmp_path, FIRST)
    assert compare([one, one]).steps == (Step(0, 1, ()),)


def test_sets_of_different_scopes_are_no_versions_of_each_other(tmp_path: Path):
    one, other = ruleset(tmp_path / "a", FIRST), ruleset(tmp_path / "b", FIRST, scope="inny")
    assert compare([one, other]).steps == ()


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(SETS)))
def test_of_every_set_the_kinds_add_up_to_the_whole_and_nothing_outweighs_it(file: Path):
    one = read_ruleset(file)[0]
    assert sum(weight.share for weight in weights(one, "kind").values()) == 1
    for aspect in ("fact", "premium"):
        assert all(0 < weight.share <= 1 for weight in weights(one, aspect).values())


def test_there_are_sets_to_compare_and_each_stands_in_the_json():
    assert len(FILES) > 1
    found = plain(compare([read_ruleset(file)[0] for file in FILES]))
    assert len(found["sets"]) == len(FILES)
    for lines in found["rewards"].values():
        assert all(len(line["weights"]) == len(FILES) for line in lines)
