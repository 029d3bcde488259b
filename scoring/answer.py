"""What a rule answers about an operation, and the finding that is written down of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from scoring import polish
from scoring.facts import Catalogue
from scoring.points.missing import Missing
from scoring.saying import Said

Verdict = Literal["met", "not_met", "unknown", "not_applicable"]

SAID: dict[Verdict, str] = {
    "met": "Warunek spełniony",
    "not_met": "Warunek niespełniony",
    "unknown": "Nie wiadomo",
    "not_applicable": "Nie dotyczy",
}
"""How each verdict reads at the beginning of a sentence."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Met, not met, unknown or without bearing; a sentence that can be printed; what is missing.

    ``said`` is anything whose ``str()`` is the sentence: it is put together only when it is read.
    """

    verdict: Verdict
    said: object
    missing: tuple[Missing, ...] = ()


def met(text: str, **values: object) -> Answer:
    """Answer that the rule is met, and why."""
    return Answer("met", Said(text, values))


def not_met(text: str, **values: object) -> Answer:
    """Answer that the rule is not met, and why."""
    return Answer("not_met", Said(text, values))


def unknown(text: str, **values: object) -> Answer:
    """Answer that nobody knows, in words of one's own; what is missing is named elsewhere."""
    return Answer("unknown", Said(text, values))


def not_applicable(text: str, **values: object) -> Answer:
    """Answer that the rule has no bearing on the operation, and why."""
    return Answer("not_applicable", Said(f"Nie dotyczy: {text}", values))


def lacking(*facts: str) -> Answer:
    """Answer that nobody knows, for these facts are not known."""
    return open_while(*(Missing("fact", fact) for fact in facts))


def open_while(*missing: Missing) -> Answer:
    """Answer that nobody knows while these things are to be found out; they are the sentence."""
    return Answer("unknown", None, missing)


@dataclass(frozen=True, slots=True)
class Lacks:
    """The sentence of an answer that is open: what has to be found out."""

    missing: tuple[Missing, ...]
    catalogue: Catalogue

    def __str__(self) -> str:
        """Name everything that is missing."""
        said = "; ".join(one.sentence(self.catalogue) for one in self.missing)
        return f"{polish.capital(said)}."


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer of one rule, as it stands in the sheet of preliminary assessment.

    ``facts`` are those that the rule reads; ``read`` are names and values where it reads no facts
    of an application. ``decides`` is false for a warning: it is shown with its evidence and stops
    nothing.
    """

    id: str
    name: str
    source: str
    answer: Answer
    facts: tuple[str, ...] = ()
    decides: bool = True
    read: tuple[tuple[str, str], ...] = ()

    @property
    def verdict(self) -> Verdict:
        """Met, not met, unknown or without bearing."""
        return self.answer.verdict

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What leaves the answer unknown."""
        return self.answer.missing

    @property
    def sentence(self) -> str:
        """The answer as a sentence that can be printed."""
        return str(self.answer.said)

    @property
    def stops(self) -> bool:
        """Whether the operation goes no further."""
        return self.decides and self.verdict == "not_met"

    @property
    def waits(self) -> bool:
        """Whether nobody can say yet if the operation goes further."""
        return self.decides and self.verdict == "unknown"

    @property
    def wanted(self) -> tuple[str, ...]:
        """What leaves the answer unknown, in the words in which it was said."""
        return tuple(one.detail for one in self.missing)


VERDICT_NAMES: dict[Verdict, str] = {
    "met": "spełniona",
    "not_met": "niespełniona",
    "unknown": "nie wiadomo",
    "not_applicable": "nie dotyczy",
}
"""How each verdict on a rule (zasada) reads in documents."""

UNKNOWN = "nie wiadomo"
"""How a value that nobody knows is written."""


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


def found_of(
    rule: str,
    name: str,
    verdict: Verdict,
    sentence: str,
    source: str,
    *,
    read: tuple[tuple[str, str], ...] = (),
    wanted: Iterable[str] = (),
) -> Finding:
    """Make a finding about what is no application: the values it read, and what is wanted."""
    missing = tuple(Missing("said", one) for one in wanted)
    return Finding(rule, name, source, Answer(verdict, sentence, missing), read=read)
