"""Makes docs/reguly.md: every rule of the programme text, what runs it, and what shows it.

``make rules`` (or ``python -m tests.docs.rules_table``) writes the file anew.
"""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from inspect import getdoc
from pathlib import Path

from reading.yaml_file import read_yaml
from scoring.answer import Verdict
from scoring.rule_ids import RULES, run_by

ROOT = Path(__file__).parents[2]
FILE = ROOT / "docs" / "reguly.md"
SCENARIOS = ROOT / "tests" / "scenarios"
PACKAGES = ("scoring", "criteria", "intake", "records", "templates", "rounds", "flows", "nabor")
DECORATORS = ("@runs(", "@rule(")

SIDES: dict[Verdict, str] = {
    "met": "spełniona",
    "not_met": "niespełniona",
    "unknown": "nie wiadomo",
    "not_applicable": "nie dotyczy",
}
"""How each side of a rule reads in the table."""

HEAD = """\
# Reguły Programu

Każda reguła tekstu Programu ma numer, funkcję, która ją stosuje, i scenariusze, które ją pokazują
po obu stronach jej granicy. Tę stronę zapisuje `make rules` z programu i z `tests/scenarios`;
test pilnuje, żeby się z nimi nie rozeszła.

Reguła odpowiada: spełniona, niespełniona, nie wiadomo, nie dotyczy. Reguła, która tylko obniża
kwotę, jest „niespełniona”, gdy coś odjęła, a „spełniona”, gdy nie było czego odjąć.

| nr | o co pyta | co ją stosuje | jak | scenariusze |
| --- | --- | --- | --- | --- |
"""


@cache
def load() -> None:
    """Import every module that says of some function which rule it runs."""
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            text = path.read_text("utf-8")
            if any(one in text for one in DECORATORS):
                parts = path.relative_to(ROOT).with_suffix("").parts
                import_module(".".join(part for part in parts if part != "__init__"))


def functions(number: str) -> list[Callable[..., object]]:
    """Return the functions that run a rule, by their names."""
    load()
    return sorted(run_by(number), key=name_of)


def name_of(function: Callable[..., object]) -> str:
    """Return the dotted name of a function."""
    return f"{function.__module__}.{function.__qualname__}"


@cache
def shown() -> dict[str, list[tuple[Verdict, str, str]]]:
    """Return for each rule its scenarios: the side, the file, and the sentence."""
    found: dict[str, list[tuple[Verdict, str, str]]] = {number: [] for number in RULES}
    for path in sorted(SCENARIOS.rglob("*.yaml")):
        value = read_yaml(path).value
        for scenario in value.get("scenarios", ()) if isinstance(value, dict) else ():
            for number, side in scenario.get("shows", {}).items():
                found[number].append((side, str(path.relative_to(SCENARIOS)), scenario["name"]))
    return found


def table() -> str:
    """Return the whole page."""
    return HEAD + "\n".join((*map(_row, RULES), "", "## Scenariusze", "", *_scenarios(), ""))


def _row(number: str) -> str:
    some = functions(number)
    names = "<br>".join(f"`{name_of(one)}`" for one in some) or "–"
    said = "<br>".join(_first_line(one) for one in some) or "–"
    sides = [side for side, _, _ in shown()[number]]
    counts = [f"{name}: {sides.count(side)}" for side, name in SIDES.items() if side in sides]
    return f"| {number} | {RULES[number]} | {names} | {said} | {', '.join(counts) or '–'} |"


def _first_line(function: Callable[..., object]) -> str:
    return (getdoc(function) or "").partition("\n")[0].replace("|", "\\|")


def _scenarios() -> Iterator[str]:
    order = list(SIDES)
    for number, question in RULES.items():
        some = sorted(shown()[number], key=lambda one: order.index(one[0]))
        if some:
            yield f"### {number}: {question}\n"
            yield from (f"- {SIDES[side]}: {name} (`{file}`)" for side, file, name in some)
            yield ""


if __name__ == "__main__":
    FILE.write_text(table(), "utf-8")
