"""What a PDF carries inside: the decision as JSON and the criteria as they were written.

A public document carries only the applications that it prints, and of them only what may be
published: no personal facts, no points in single criteria (one that is hidden would follow from the
others and the sum) and no names of the council's members. An assessment card, which its applicant may be shown, carries
that one application only.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256

from scoring.canonical import Json, earlier, inputs, outcome
from scoring.decision import Assessment, Decision
from scoring.earlier_aid import Histories
from scoring.export import results
from scoring.ruleset import Ruleset
from scoring.running_costs.assess import Assessment as RunningCosts
from scoring.running_costs.assess import result
from templates.base.entry import personal
from templates.letterhead import Paper
from templates.press import Attached

NAME = "decision.json"
SHEET = "running-costs.json"
PAPER = "papier-firmowy.sha256"


class Carried:
    """What the documents of one decision carry; what they share is made once."""

    def __init__(self, decision: Decision) -> None:
        self._decision = decision

    @cached_property
    def _all(self) -> Json:
        return {"inputs": inputs(self._decision), "results": results(self._decision)}

    @cached_property
    def _histories(self) -> Histories:
        return Histories(self._decision.earlier_aid or ())

    @cached_property
    def whole(self) -> tuple[Attached, ...]:
        """All that went in and all that came out."""
        return _with_criteria(self._all, self._decision)

    def public(self, printed: Iterable[Assessment]) -> tuple[Attached, ...]:
        """What may be published of the applications that a public document prints."""
        numbers = {one.application.number for one in printed}
        given = inputs(self._decision, public=True)
        found = self._all["results"]
        kept = [one for one in given["applications"] if one["number"] in numbers]
        shown = [_public(one, self._decision) for one in found["applications"]]
        content = {
            "inputs": given | {"applications": kept},
            "results": found | {"applications": [one for one in shown if one["number"] in numbers]},
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
        if "earlier_aid" in content["inputs"]:
            content["inputs"]["earlier_aid"] = list(self._own_history(one))
        # The record of a sitting tells of every member and of all the others' operations.
        content["inputs"].pop("sitting", None)
        return _with_criteria(content, self._decision)

    def to_applicant(self, one: Assessment) -> tuple[Attached, ...]:
        """What the applicant wrote, for a letter sent before the decision: no cards, no findings."""
        return _with_criteria(self._of_applicant(one), self._decision)

    def told(self, one: Assessment) -> tuple[Attached, ...]:
        """What the applicant wrote and what became of it, for the letter with the result.

        No cards and no sitting: they name members of the council and other applications.
        """
        found = {"fingerprint": self._decision.fingerprint, "applications": [outcome(one)]}
        content = self._of_applicant(one) | {"results": found}
        return _with_criteria(content, self._decision)

    def _of_applicant(self, one: Assessment) -> Json:
        number = one.application.number
        given = inputs(self._decision, public=True)
        own = [found for found in self._all["inputs"]["applications"] if found["number"] == number]
        told = [{"number": found["number"], "facts": found["facts"]} for found in own]
        return {"inputs": given | {"applications": told}}

    def _own_history(self, one: Assessment) -> Iterator[Json]:
        """Go through the earlier aid that surely is of those who carry the operation out.

        What may be somebody else's stays in the office, and so do the numbers of other applications.
        """
        number = one.application.number
        for party in one.application.parties:
            for aid in self._histories.of(party, number).certain:
                mine = frozenset({number})
                yield earlier(replace(aid, same=aid.same & mine, other=aid.other & mine))


def criteria(ruleset: Ruleset) -> tuple[Attached, ...]:
    """Attach the files that the criteria were read from, letter for letter.

    A PDF knows no folders: some readers refuse a name with a slash, or drop what is before it.
    """
    return tuple(
        Attached(
            text.name.replace("/", "-"), text.text, "Source", "Kryteria, według których oceniano"
        )
        for text in sorted(ruleset.texts, key=lambda one: one.name)
    )


@dataclass(frozen=True, slots=True)
class Written:
    """A file that somebody wrote: its name without folders, and its text."""

    name: str
    text: str


def running_costs(assessment: RunningCosts, source: Written) -> tuple[Attached, ...]:
    """Attach what an LGD wrote of its running costs, letter for letter, and what came out."""
    text = json.dumps(result(assessment), ensure_ascii=False, indent=1, sort_keys=True)
    return (
        Attached(SHEET, f"{text}\n", "Data", "Obliczenie, z którego powstał dokument"),
        Attached(source.name, source.text, "Source", "Dane, z których obliczono"),
    )


def paper(used: Paper | None) -> tuple[Attached, ...]:
    """Attach what the paper was that a document is printed on: each file of it with its SHA-256."""
    if used is None:
        return ()
    lines = (f"{sha256(used.files[name]).hexdigest()}  {name}\n" for name in sorted(used.files))
    what = "Papier firmowy, na którym wydrukowano dokument"
    return (Attached(PAPER, "".join(lines), "Supplement", what),)


def _with_criteria(content: Json, decision: Decision) -> tuple[Attached, ...]:
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    what = "Rozstrzygnięcie, z którego powstał dokument"
    return (Attached(NAME, f"{text}\n", "Data", what), *criteria(decision.ruleset))


_PUBLIC = (
    "number",
    "outcome",
    "rank",
    "points",
    "requested",
    "granted",
    "within_limit",
)
"""What may be published of one application beside its names, if the names may."""


def _public(found: Json, decision: Decision) -> Json:
    catalogue = decision.ruleset.catalogue
    names = [name for name in ("applicant", "title") if not personal(name, catalogue)]
    return {name: found[name] for name in (*_PUBLIC, *names)}
