"""The answer of one rule of the programme: met, not met or unknown, with what was read."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Verdict = Literal["met", "not_met", "unknown", "not_applicable"]

VERDICT_NAMES: dict[Verdict, str] = {
    "met": "spełniona",
    "not_met": "niespełniona",
    "unknown": "nie wiadomo",
    "not_applicable": "nie dotyczy",
}
"""How each verdict on a rule (zasada) reads in documents."""

UNKNOWN = "nie wiadomo"
"""How a value that nobody knows is written."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one rule says of one case.

    ``rule`` is the number of the catalogue (``L1``), or a name of the house where the rule has
    none. ``sentence`` can be printed; ``read`` holds the names and values that the rule looked at;
    ``missing`` names what has to become known before an unknown answer can be settled.
    """

    rule: str
    name: str
    verdict: Verdict
    sentence: str
    source: str
    read: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()


def together(verdicts: Iterable[Verdict]) -> Verdict:
    """Join verdicts: one that is not met settles it, and then one that is unknown."""
    found = set(verdicts)
    if "not_met" in found:
        return "not_met"
    if "unknown" in found:
        return "unknown"
    return "met" if "met" in found else "not_applicable"


def yes_no(value: bool | None) -> str:
    """Write a truth value, or that it is not known."""
    return UNKNOWN if value is None else "tak" if value else "nie"
