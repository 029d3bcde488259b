"""The gate before scoring: time of submission, the conditions of the call, the programme's rules.

A rule answers met, not met, unknown, or that it has no bearing; its sentence is made when somebody
wants to read it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from scoring import polish
from scoring.aid.exact import ExactRate, exact_rules
from scoring.answer import SAID, Answer, Finding, Lacks, Verdict, lacking
from scoring.application import Application
from scoring.call import Call, GateCondition
from scoring.conditions import missing_facts
from scoring.council.resolving import conformity
from scoring.council.sitting import HeldSitting
from scoring.facts import Catalogue, Facts
from scoring.points.missing import Missing
from scoring.programme.operation import Operation, Surroundings, Under, surroundings
from scoring.programme.regime import GateQuestion, questions_of
from scoring.programme.rule import ProgrammeRule
from scoring.programme.sheet import rules_of_call


class Rule(Protocol):
    """One condition that an operation must meet."""

    def ask(self, application: Application) -> Finding:
        """Answer for one application."""


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

    def ask(self, application: Application) -> Finding:
        """Compare the moment of receipt with the term, and say both."""
        source = TERM_SOURCE[self.call.regime]
        answer = self._answer(application)
        return Finding("in_time", "Złożenie w terminie", source, answer, ("submitted_at",))

    def _answer(self, application: Application) -> Answer:
        moment = application.submitted_at
        if moment is None:
            missing = lacking("submitted_at").missing
            return Answer("unknown", "Brak daty i godziny złożenia.", missing)
        met = self.call.opens_at <= moment <= self.call.closes_at
        return Answer("met" if met else "not_met", _Received(moment, self.call, met))


@dataclass(frozen=True, slots=True)
class _Received:
    """When an application was received, beside the term."""

    moment: datetime
    call: Call
    in_time: bool

    def __str__(self) -> str:
        place = "w terminie naboru" if self.in_time else "poza terminem naboru"
        term = f"{polish.moment(self.call.opens_at)} – {polish.moment(self.call.closes_at)}"
        return f"Złożono {polish.moment(self.moment)}, {place} ({term})."


@dataclass(frozen=True, slots=True)
class OfCall:
    """A condition that the call itself states."""

    condition: GateCondition
    catalogue: Catalogue

    def ask(self, application: Application) -> Finding:
        """Ask the condition."""
        require, facts = self.condition.require, application.facts
        verdict = _VERDICTS[require.answer(facts)]
        absent = missing_facts(require, facts) if verdict == "unknown" else ()
        answer = Answer(
            verdict,
            _Condition(self, facts, verdict),
            tuple(Missing("fact", fact) for fact in absent),
        )
        one = self.condition
        return Finding(
            one.id, one.name, one.source, answer, tuple(dict.fromkeys(require.facts_read()))
        )


@dataclass(frozen=True, slots=True)
class _Condition:
    """The sentence of a condition: what it asks, and what is missing, if anything."""

    of: OfCall
    facts: Facts
    verdict: Verdict

    def __str__(self) -> str:
        require, catalogue = self.of.condition.require, self.of.catalogue
        asked = require.sentence(catalogue)
        said = f"{SAID[self.verdict]} (wymaga się: {asked})."
        if self.verdict == "unknown":
            said = f"{SAID[self.verdict]}: {asked}."
            absent = missing_facts(require, self.facts)
            names = (Missing("fact", fact).sentence(catalogue) for fact in absent)
            said += f" {polish.capital('; '.join(names))}."
        return said


@dataclass(frozen=True, slots=True)
class OfProgramme:
    """A rule of the programme or a question of the act, asked in the surroundings of the call."""

    rule: ProgrammeRule | GateQuestion | ExactRate
    around: Surroundings

    def ask(self, application: Application) -> Finding:
        """Ask the rule."""
        return self.rule.ask(Operation(application, self.around))


@dataclass(frozen=True, slots=True)
class OfCouncil:
    """What the council voted on conformity, where a sitting was held."""

    call: Call
    sitting: HeldSitting

    def ask(self, application: Application) -> Finding:
        """Look at the vote."""
        found = conformity(self.sitting, application.number, self.call.regime)
        answer = found.answer
        if answer.said is None:
            answer = replace(answer, said=Lacks(answer.missing, Catalogue()))
        return replace(found, answer=answer)


def rules_of(
    call: Call,
    catalogue: Catalogue,
    around: Surroundings | None = None,
    sitting: HeldSitting | None = None,
) -> tuple[Rule, ...]:
    """Return the rules of a call's gate, in the order of the preliminary-assessment sheet."""
    of_council = () if sitting is None else (OfCouncil(call, sitting),)
    conditions = tuple(OfCall(one, catalogue) for one in call.conditions)
    if around is None:
        return (InTime(call), *conditions, *of_council)
    questions = questions_of(call.regime, around.procedure)
    of_act = (OfProgramme(one, around) for one in questions)
    programme: tuple[ProgrammeRule | ExactRate, ...] = (
        *rules_of_call(around.of_call, around.programme),
        *exact_rules(around),
    )
    of_programme = (OfProgramme(one, around) for one in programme)
    return (InTime(call), *conditions, *of_act, *of_programme, *of_council)


def findings(rules: Sequence[Rule], application: Application) -> tuple[Finding, ...]:
    """Ask every rule about one application."""
    return tuple(rule.ask(application) for rule in rules)


def stopped(
    call: Call, catalogue: Catalogue, under: Under | None, applications: Iterable[Application]
) -> frozenset[str]:
    """Name by case number the applications that some rule stops: nothing more is to be found of them."""
    rules = rules_of(call, catalogue, surroundings(call, catalogue, under))
    return frozenset(
        one.number for one in applications if any(finding.stops for finding in findings(rules, one))
    )


_VERDICTS: dict[bool | None, Verdict] = {True: "met", False: "not_met", None: "unknown"}
