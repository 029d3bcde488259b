"""The findings of rules as the sheets show them: what was asked, the verdict, why, who found it."""

from collections.abc import Iterable
from typing import Literal

from scoring import polish
from scoring.answer import Finding, Verdict
from scoring.application import Application
from scoring.decision import Decision
from scoring.rule_ids import RULES
from scoring.ruling import BY_NAMES
from scoring.value import Value
from templates.base.entry import NONE

VERDICTS: dict[Verdict, str] = {
    "met": "spełniony",
    "not_met": "niespełniony",
    "unknown": "brak danych",
    "not_applicable": "nie dotyczy",
}
"""How the verdict of a condition reads on a sheet."""

WARNINGS: dict[Verdict, str] = {
    "met": "spełniony",
    "not_met": "ostrzeżenie",
    "unknown": "ostrzeżenie – brak danych",
    "not_applicable": "nie dotyczy",
}
"""How the verdict of a rule that only warns reads: it stops nothing."""

FROM_DATA = "z danych naboru"
"""Who found what no person had to judge."""

Mark = Literal["met", "not_met", "unknown", "not_applicable", "warning"]
"""How a row looks."""


class Found(Value):
    """A rule and what was found; ``number`` is that of the programme text, where it has one."""

    number: str
    name: str
    verdict: str
    mark: Mark
    sentence: str
    source: str
    by: str = NONE


def found(finding: Finding, application: Application | None = None) -> Found:
    """Return a finding as a row; ``application`` is the one whose rulings may stand behind it."""
    words = VERDICTS if finding.decides else WARNINGS
    return Found(
        number=finding.id if finding.id in RULES else NONE,
        name=finding.name,
        verdict=words[finding.verdict],
        mark=_mark(finding),
        sentence=finding.sentence,
        source=finding.source,
        by=NONE if application is None else _by(finding, application),
    )


def found_of_call(decision: Decision) -> tuple[Found, ...]:
    """Return what was found of the call as a whole; nothing outside a programme."""
    return tuple(found(one) for one in decision.findings)


def verdict(findings: Iterable[Finding]) -> Literal["met", "not_met", "unknown"]:
    """Put the findings of the gate together: one that is not met stops, one unknown waits."""
    some = tuple(findings)
    if any(one.stops for one in some):
        return "not_met"
    return "unknown" if any(one.waits for one in some) else "met"


def _mark(finding: Finding) -> Mark:
    warns = not finding.decides and finding.verdict in ("not_met", "unknown")
    return "warning" if warns else finding.verdict


def _by(finding: Finding, application: Application) -> str:
    """Say who found it: a person, with the day, or the rule from the data of the application."""
    ruling = application.rulings.get(finding.id)
    if finding.verdict == "unknown":
        return NONE
    if ruling is None or finding.verdict == "not_applicable":
        return FROM_DATA
    on = "" if ruling.on is None else f", {polish.day(ruling.on)}"
    return f"{BY_NAMES[ruling.by]}{on}"
