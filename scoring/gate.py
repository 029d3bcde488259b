"""The gate before scoring: time of submission and the conditions of the call."""

from dataclasses import dataclass
from typing import Literal

from scoring import polish
from scoring.application import Application
from scoring.call import Call, GateCondition
from scoring.conditions import missing_facts
from scoring.facts import Catalogue
from scoring.points.base import Missing

Verdict = Literal["met", "not_met", "unknown"]


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer to one condition for one application, with a sentence that can be printed."""

    id: str
    name: str
    verdict: Verdict
    sentence: str
    facts: tuple[str, ...]
    source: str
    missing: tuple[Missing, ...] = ()


TERM_SOURCE = {
    "2015": "art. 21 ust. 2 ustawy o rozwoju lokalnym z udziałem lokalnej społeczności (2015)",
    "2019": "art. 21 ust. 2 ustawy o rozwoju lokalnym z udziałem lokalnej społeczności (2019)",
    "2023": "art. 21 ust. 1 ustawy o rozwoju lokalnym z udziałem lokalnej społeczności (2023)",
}
"""Where the condition of timely submission stands, by regime."""


def findings(call: Call, application: Application, catalogue: Catalogue) -> tuple[Finding, ...]:
    """Answer every condition of the gate, in the order of the preliminary-assessment sheet."""
    conditions = (_condition(one, application, catalogue) for one in call.conditions)
    return (_in_time(call, application), *conditions)


def _in_time(call: Call, application: Application) -> Finding:
    moment = application.submitted_at
    name, source = "Złożenie w terminie", TERM_SOURCE[call.regime]
    if moment is None:
        missing = (Missing("fact", "submitted_at"),)
        sentence = "Brak daty i godziny złożenia."
        return Finding("in_time", name, "unknown", sentence, ("submitted_at",), source, missing)
    met = call.opens_at <= moment <= call.closes_at
    term = f"{polish.moment(call.opens_at)} – {polish.moment(call.closes_at)}"
    place = "w terminie naboru" if met else "poza terminem naboru"
    sentence = f"Złożono {polish.moment(moment)}, {place} ({term})."
    return Finding("in_time", name, _verdict(met), sentence, ("submitted_at",), source)


def _condition(one: GateCondition, application: Application, catalogue: Catalogue) -> Finding:
    answer = one.require.answer(application.facts)
    read = tuple(dict.fromkeys(one.require.facts_read()))
    absent = missing_facts(one.require, application.facts) if answer is None else ()
    missing = tuple(Missing("fact", fact) for fact in absent)
    said = {True: "Warunek spełniony", False: "Warunek niespełniony", None: "Nie wiadomo"}[answer]
    sentence = f"{said}: {one.require.sentence(catalogue)}."
    if missing:
        sentence += " W danych: " + "; ".join(one.sentence(catalogue) for one in missing) + "."
    return Finding(one.id, one.name, _verdict(answer), sentence, read, one.source, missing)


def _verdict(answer: bool | None) -> Verdict:
    return "unknown" if answer is None else "met" if answer else "not_met"
