"""Decided calls that are kept for ever: what each was made of, its fingerprint, what came out.

``python -m tests.golden.kept`` adds those that are not there yet, for the engine of today. It never
changes one that is there: a call was decided so, and must come out so with every later program.
"""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rounds.changed import with_changes
from rounds.open_call import OpenedCall, open_call
from rounds.rederive import texts_of
from scoring import ENGINE
from scoring.canonical import canonical, inputs
from scoring.decision import Decision
from scoring.export import results
from tests.rounds.demo_changes import CHANGES

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"

WORDS = frozenset({"reason", "reasons", "sentence", "name", "source", "value"})
"""What results say in words: these may be bettered, the rest is what was decided."""


def files() -> list[Path]:
    """List every kept call of every engine."""
    return sorted(HERE.glob("engine-*/*.json.gz"))


def read(file: Path) -> dict[str, Any]:
    """Read a kept call."""
    found: dict[str, Any] = json.loads(gzip.decompress(file.read_bytes()))
    return found


def without_words(value: Any) -> Any:
    """Return results without their sentences."""
    if isinstance(value, dict):
        return {key: without_words(one) for key, one in value.items() if key not in WORDS}
    return [without_words(one) for one in value] if isinstance(value, list) else value


def decided(decision: Decision) -> dict[str, Any]:
    """Return what was decided, in the form that is kept."""
    return {
        "fingerprint": decision.fingerprint,
        "outcomes": canonical(decision)["outcomes"],
        "results": without_words(results(decision)),
    }


def keep() -> None:
    """Add what is not kept yet for the engine of today: the examples, and those that changed later."""
    folder = HERE / f"engine-{ENGINE}"
    folder.mkdir(exist_ok=True)
    for name, opened in _calls():
        file = folder / f"{name}.json.gz"
        if not file.exists():
            decision = opened.decide()
            kept = {"inputs": inputs(decision), "texts": texts_of(decision)} | decided(decision)
            text = json.dumps(kept, ensure_ascii=False, sort_keys=True)
            file.write_bytes(gzip.compress(text.encode(), mtime=0))


def _calls() -> Iterator[tuple[str, OpenedCall]]:
    for call in sorted(one.parent for one in EXAMPLES.glob("*/call.yaml")):
        yield call.name, open_call(call)
    for name, changes in CHANGES.items():
        yield f"{name}-po-zmianach", with_changes(open_call(EXAMPLES / name), changes)


if __name__ == "__main__":
    keep()
