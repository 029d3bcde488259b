"""Calls that were decided once come out the same with every later version of the program."""

from pathlib import Path
from typing import Any

import pytest

from rounds.rederive import ENGINES, rederive
from scoring import ENGINE
from tests.golden.kept import EXAMPLES, HERE, decided, files, read

CHANGED = (
    "A call that was decided by engine {engine} comes out otherwise. Somebody may hold a signed "
    "protocol of such a call, so what was decided must stay: give the new meaning a new ENGINE in "
    "scoring/__init__.py, keep the old behaviour under the old one in ENGINES of rounds/rederive.py, "
    "and add the calls of the new engine with `python -m tests.golden.kept`. Never change a kept call. If only the "
    "fingerprint differs, a key was added to scoring/canonical.py: leave it out where it says nothing."
)


@pytest.mark.parametrize("file", files(), ids=lambda one: f"{one.parent.name}/{one.name}")
def test_a_kept_call_comes_out_as_it_did(file: Path) -> None:
    kept = read(file)
    texts = {sha256: (name, text) for sha256, (name, text) in kept["texts"].items()}
    again = decided(rederive(kept["inputs"], texts))
    wanted = {key: kept[key] for key in again}
    assert of_the_same_keys(again, wanted) == wanted, CHANGED.format(
        engine=kept["inputs"]["engine"]
    )


def of_the_same_keys(value: Any, like: Any) -> Any:
    """Leave out keys that results have got since: they may say more, never otherwise."""
    if isinstance(value, dict) and isinstance(like, dict):
        return {key: of_the_same_keys(value[key], like[key]) for key in value if key in like}
    if isinstance(value, list) and isinstance(like, list) and len(value) == len(like):
        return [of_the_same_keys(one, other) for one, other in zip(value, like, strict=True)]
    return value


def test_every_example_is_kept_for_the_engine_of_today() -> None:
    names = {one.parent.name for one in EXAMPLES.glob("*/call.yaml")}
    kept = {
        one.name.removesuffix(".json.gz")
        for one in files()
        if one.parent.name == f"engine-{ENGINE}"
    }
    assert names <= kept, "run `python -m tests.golden.kept`"


def test_every_engine_that_decided_a_kept_call_is_still_known() -> None:
    engines = {one.name.removeprefix("engine-") for one in HERE.glob("engine-*")}
    assert engines <= ENGINES.keys()
    assert ENGINE in ENGINES
