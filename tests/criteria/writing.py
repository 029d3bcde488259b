"""Small files of criteria for tests: only what a test is about is written in it."""

from pathlib import Path
from textwrap import dedent

from criteria.read import read_ruleset
from scoring.ruleset import Ruleset

HEAD = {
    "format": "1",
    "lgd": "przyklad",
    "scope": "zakres",
    "scope_kind": "other",
    "title": "Kryteria",
    "in_force_from": "2030-01-01",
    "status": "model",
    "minimum": "{points: 0}",
    "still_tied": "council_vote",
}
"""What every file says unless a test says otherwise, as YAML."""

EXAMPLE = """
- id: example
  name: Przykład
  kind: yes_no
  fact: innovative
  points: 30
  source: LSR
"""
"""A criterion for files that are about something else."""


def write(path: Path, criteria: str = EXAMPLE, **keys: str | None) -> Path:
    """Write a file of criteria; a key that is ``None`` is left out."""
    usual: dict[str, str | None] = {**HEAD, **keys}
    lines = [f"{key}: {value}" for key, value in usual.items() if value is not None]
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "\n".join([*lines, "criteria:", dedent(criteria).strip("\n"), ""])
    path.write_text(text, encoding="utf-8")
    return path


def ruleset(folder: Path, criteria: str = EXAMPLE, **keys: str | None) -> Ruleset:
    """Make a set of the criteria in a snippet of YAML and of other keys."""
    return read_ruleset(write(folder / "kryteria.yaml", criteria, **keys))[0]
