"""What a PDF carries inside: the decision as JSON and the criteria as they were written.

A public document carries no personal facts: neither the facts themselves, nor the points and
sentences that follow from them. An assessment card, which its applicant may be shown, carries
that one application only.
"""

import json
from typing import Any

from scoring.canonical import Json, inputs
from scoring.decision import Assessment, Decision
from scoring.export import results
from scoring.ruleset import Ruleset
from templates.base.entry import personal
from templates.press import Attached

NAME = "decision.json"


def whole(decision: Decision) -> tuple[Attached, ...]:
    """Attach all that went in and all that came out."""
    return (
        _decision({"inputs": inputs(decision), "results": results(decision)}),
        *criteria(decision.ruleset),
    )


def public(decision: Decision) -> tuple[Attached, ...]:
    """Attach what may be published."""
    found = results(decision)
    hidden = _hidden(decision.ruleset)
    found["applications"] = [_public(one, decision, hidden) for one in found["applications"]]
    content = {"inputs": inputs(decision, public=True), "results": found}
    return (_decision(content), *criteria(decision.ruleset))


def of_one(decision: Decision, one: Assessment) -> tuple[Attached, ...]:
    """Attach what concerns one application; the fingerprint is that of the whole decision."""
    number = one.application.number
    content = {"inputs": inputs(decision), "results": results(decision)}
    for part, key, name in (
        ("inputs", "applications", "number"),
        ("inputs", "cards", "application"),
        ("results", "applications", "number"),
    ):
        content[part][key] = [found for found in content[part][key] if found[name] == number]
    return (_decision(content), *criteria(decision.ruleset))


def criteria(ruleset: Ruleset) -> tuple[Attached, ...]:
    """Attach the files that the criteria were read from, letter for letter."""
    return tuple(
        Attached(text.name, text.text, "Source", "Kryteria, według których oceniano")
        for text in sorted(ruleset.texts, key=lambda one: one.name)
    )


def _decision(content: Json) -> Attached:
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    return Attached(NAME, text + "\n", "Data", "Rozstrzygnięcie, z którego powstał dokument")


def _hidden(ruleset: Ruleset) -> set[str]:
    """Name the criteria whose points tell something personal."""
    return {
        criterion.id
        for criterion in ruleset.criteria
        if any(personal(fact, ruleset.catalogue) for fact in criterion.facts_read())
    }


_PUBLIC = (
    "number",
    "outcome",
    "rank",
    "points",
    "maximum",
    "requested",
    "granted",
    "within_limit",
)
"""What may be published of one application beside its names, if the names may."""


def _public(found: Json, decision: Decision, hidden: set[str]) -> Json:
    catalogue = decision.ruleset.catalogue
    names = [name for name in ("applicant", "title") if not personal(name, catalogue)]
    kept: dict[str, Any] = {name: found[name] for name in (*_PUBLIC, *names)}
    kept["criteria"] = [
        {name: one[name] for name in ("id", "points", "maximum", "source")}
        for one in found["criteria"]
        if one["id"] not in hidden
    ]
    return kept
