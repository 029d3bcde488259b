"""What a PDF carries inside: the decision as JSON and the criteria as they were written.

A public document carries no personal facts: neither the facts themselves, nor the points and
sentences that follow from them. An assessment card, which its applicant may be shown, carries
that one application only.
"""

import json
from functools import cached_property
from typing import Any

from scoring.canonical import Json, inputs
from scoring.decision import Assessment, Decision
from scoring.export import results
from scoring.ruleset import Ruleset
from templates.base.entry import personal
from templates.press import Attached

NAME = "decision.json"


class Carried:
    """What the documents of one decision carry; what they share is made once."""

    def __init__(self, decision: Decision) -> None:
        self._decision = decision

    @cached_property
    def _all(self) -> Json:
        return {"inputs": inputs(self._decision), "results": results(self._decision)}

    @cached_property
    def whole(self) -> tuple[Attached, ...]:
        """All that went in and all that came out."""
        return _with_criteria(self._all, self._decision)

    @cached_property
    def public(self) -> tuple[Attached, ...]:
        """What may be published."""
        found = self._all["results"]
        hidden = _hidden(self._decision.ruleset)
        shown = [_public(one, self._decision, hidden) for one in found["applications"]]
        content = {
            "inputs": inputs(self._decision, public=True),
            "results": found | {"applications": shown},
        }
        return _with_criteria(content, self._decision)

    def of_one(self, one: Assessment) -> tuple[Attached, ...]:
        """What concerns one application; the fingerprint is that of the whole decision."""
        number = one.application.number
        content = {name: dict(part) for name, part in self._all.items()}
        for part, key, name in (
            ("inputs", "applications", "number"),
            ("inputs", "cards", "application"),
            ("results", "applications", "number"),
        ):
            content[part][key] = [found for found in content[part][key] if found[name] == number]
        return _with_criteria(content, self._decision)


def criteria(ruleset: Ruleset) -> tuple[Attached, ...]:
    """Attach the files that the criteria were read from, letter for letter."""
    return tuple(
        Attached(text.name, text.text, "Source", "Kryteria, według których oceniano")
        for text in sorted(ruleset.texts, key=lambda one: one.name)
    )


def _with_criteria(content: Json, decision: Decision) -> tuple[Attached, ...]:
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    what = "Rozstrzygnięcie, z którego powstał dokument"
    return (Attached(NAME, f"{text}\n", "Data", what), *criteria(decision.ruleset))


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
