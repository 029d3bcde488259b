"""The gate before scoring: time of submission and the conditions of the call.

A rule answers met, not met or unknown; its sentence is made when somebody wants to read it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from scoring import polish
from scoring.application import Application
from scoring.call import Call, GateCondition
from scoring.conditions import missing_facts
from scoring.facts import Catalogue
from scoring.points.missing import Missing

Verdict = Literal["met", "not_met", "unknown"]

SAID = {
    "met": "Warunek spełniony",
    "not_met": "Warunek niespełniony",
    "unknown": "Nie wiadomo",
}
"""How each verdict reads at the beginning of a sentence."""


class Rule(Protocol):
    """One condition that an operation must meet."""

    @property
    def id(self) -> str:
        """The name of the rule in data."""

    @property
    def name(self) -> str:
        """The name of the rule in documents."""

    @property
    def source(self) -> str:
        """The act, regulation or announcement that the rule stands in."""

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that the rule reads."""

    def answer(self, application: Application) -> bool | None:
        """Say whether the rule is met; ``None`` while a fact is unknown."""

    def sentence(self, application: Application, verdict: Verdict) -> str:
        """Say the answer in Polish, with what was read."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer of one rule for one application."""

    rule: Rule
    application: Application
    verdict: Verdict

    @property
    def id(self) -> str:
        """The name of the rule in data."""
        return self.rule.id

    @property
    def name(self) -> str:
        """The name of the rule in documents."""
        return self.rule.name

    @property
    def source(self) -> str:
        """Where the rule stands."""
        return self.rule.source

    @property
    def missing(self) -> tuple[Missing, ...]:
        """The facts whose absence leaves the answer unknown."""
        if self.verdict != "unknown":
            return ()
        absent = (fact for fact in self.rule.facts if fact not in self.application.facts)
        return tuple(Missing("fact", fact) for fact in absent)

    @property
    def sentence(self) -> str:
        """The answer as a sentence that can be printed."""
        return self.rule.sentence(self.application, self.verdict)


TERM_SOURCE = {
    "2015": "art. 21 ust. 2 ustawy o rozwoju lokalnym z udziałem lokalnej społeczności (2015)",
    "2019": "art. 21 ust. 2 ustawy o rozwoju lokalnym z udziałem lokalnej społeczności (2019)",
    "2023": "art. 21 ust. 1 ustawy o rozwoju lokalnym z udziałem lokalnej społeczności (2023)",
}
"""Where the condition of timely submission stands, by regime."""


@dataclass(frozen=True, slots=True)
class InTime:
    """The application was received from the opening to the closing of the call, both included."""

    call: Call
    id: str = "in_time"
    name: str = "Złożenie w terminie"
    facts: tuple[str, ...] = ("submitted_at",)

    @property
    def source(self) -> str:
        """The article of the act, by regime."""
        return TERM_SOURCE[self.call.regime]

    def answer(self, application: Application) -> bool | None:
        """Compare the moment of receipt with the term."""
        moment = application.submitted_at
        return None if moment is None else self.call.opens_at <= moment <= self.call.closes_at

    def sentence(self, application: Application, verdict: Verdict) -> str:
        """Say when it was received and when the term was."""
        moment = application.submitted_at
        if moment is None:
            return "Brak daty i godziny złożenia."
        place = "w terminie naboru" if verdict == "met" else "poza terminem naboru"
        term = f"{polish.moment(self.call.opens_at)} – {polish.moment(self.call.closes_at)}"
        return f"Złożono {polish.moment(moment)}, {place} ({term})."


@dataclass(frozen=True, slots=True)
class OfCall:
    """A condition that the call itself states."""

    condition: GateCondition
    catalogue: Catalogue
    facts: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id in ``call.yaml``."""
        return self.condition.id

    @property
    def name(self) -> str:
        """The name in ``call.yaml``."""
        return self.condition.name

    @property
    def source(self) -> str:
        """The source in ``call.yaml``."""
        return self.condition.source

    def answer(self, application: Application) -> bool | None:
        """Ask the condition."""
        return self.condition.require.answer(application.facts)

    def sentence(self, application: Application, verdict: Verdict) -> str:
        """Say the condition and what is missing, if anything."""
        said = f"{SAID[verdict]}: {self.condition.require.sentence(self.catalogue)}."
        if verdict == "unknown":
            absent = missing_facts(self.condition.require, application.facts)
            names = (Missing("fact", fact).sentence(self.catalogue) for fact in absent)
            said += f" {polish.capital('; '.join(names))}."
        return said


def rules_of(call: Call, catalogue: Catalogue) -> tuple[Rule, ...]:
    """Return the rules of a call's gate, in the order of the preliminary-assessment sheet."""
    conditions = (
        OfCall(one, catalogue, tuple(dict.fromkeys(one.require.facts_read())))
        for one in call.conditions
    )
    return (InTime(call), *conditions)


def findings(rules: Sequence[Rule], application: Application) -> tuple[Finding, ...]:
    """Ask every rule about one application."""
    return tuple(Finding(rule, application, _VERDICTS[rule.answer(application)]) for rule in rules)


_VERDICTS: dict[bool | None, Verdict] = {True: "met", False: "not_met", None: "unknown"}
