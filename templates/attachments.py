"""What a PDF carries inside: the decision as JSON and the criteria as they were written.

What a document can prove by itself hangs on what it may carry (``carries`` in ``decision.json``):

- ``whole``: the office's own lists, minutes, register, summary and resolutions on lists carry all
  that the decision was made of, with the salt of the version. They prove everything by themselves.
- ``public``: only the applications that the document prints, and of them only what may be published:
  no personal facts, no points in single criteria (one that is hidden would follow from the others
  and the sum), no names of the council's members. In the place of each value that is withheld stands
  a salted commitment (:mod:`scoring.commitments`). It proves that order, minimum, limit and amounts
  follow from the points that it states; why the points are so an internal document proves.
- ``one``: an assessment card, a sheet, a calculation, a resolution on one operation, which its
  applicant may be shown, carry that one application. ``told``: a letter carries what its applicant
  wrote and what became of it; no cards, no sitting. Points of one application may hang on all
  others, so these prove only that nobody changed the page; an internal document proves the rest.
- nothing: papers that show records (attendance, statements, ties) and the criteria alone.

What every document carries beside that, and how it is sealed: :mod:`templates.seal`.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from scoring.aid.purse import CALL_LIMIT
from scoring.canonical import Json, earlier, inputs, outcome, pln, points
from scoring.commitments import commitments
from scoring.decision import Assessment, Decision
from scoring.difference import Difference
from scoring.difference.backtest import Backtest, backtest_json
from scoring.difference.export import as_json
from scoring.earlier_aid import Histories
from scoring.export import results
from scoring.ruleset import Ruleset
from scoring.running_costs.assess import Assessment as RunningCosts
from scoring.running_costs.assess import result
from scoring.source_text import SourceText
from templates.base.entry import personal
from templates.press import Attached

NAME = "decision.json"
BACKTEST = "backtest.json"
DIFFERENCE = "difference.json"
SHEET = "running-costs.json"

FORMAT = 1
"""Version of what stands in ``decision.json`` beside inputs and results."""

NO_SALT = ""
"""The salt of a decision that is not kept: it commits to nothing."""


class Carried:
    """What the documents of one decision carry; what they share is made once."""

    def __init__(self, decision: Decision, salt: str = NO_SALT) -> None:
        """Take the decision, and the salt of the version that it is kept as."""
        self._decision = decision
        self._salt = salt

    @cached_property
    def _all(self) -> Json:
        return {"inputs": inputs(self._decision), "results": results(self._decision)}

    @cached_property
    def _histories(self) -> Histories:
        return Histories(self._decision.earlier_aid or ())

    @cached_property
    def whole(self) -> tuple[Attached, ...]:
        """All that went in and all that came out, with every text that rules were read from."""
        salted = {"salt": self._salt} if self._salt else {}
        return _with_texts(self._all | salted, "whole", self._decision, self._decision.texts)

    def public(self, printed: Iterable[Assessment]) -> tuple[Attached, ...]:
        """What may be published of the applications that a public document prints."""
        numbers = [one.application.number for one in printed]
        given = inputs(self._decision, public=True)
        found = self._all["results"]
        kept = [one for one in given["applications"] if one["number"] in numbers]
        shown = [_public(one, self._decision) for one in found["applications"]]
        content = {
            "inputs": given | {"applications": kept},
            "results": found
            | {
                "applications": [one for one in shown if one["number"] in numbers],
                "minimum": _common_minimum(self._decision),
            },
        }
        if self._salt:
            content["commitments"] = commitments(self._decision, self._salt, numbers)
        return _with_texts(content, "public", self._decision, self._decision.texts)

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
        return _with_criteria(content, "one", self._decision)

    def to_applicant(self, one: Assessment) -> tuple[Attached, ...]:
        """What the applicant wrote, for a letter sent before the decision: no cards, no findings."""
        return _with_criteria(self._of_applicant(one), "told", self._decision)

    def told(self, one: Assessment) -> tuple[Attached, ...]:
        """What the applicant wrote and what became of it, for the letter with the result.

        No cards and no sitting: they name members of the council and other applications.
        """
        found = {"fingerprint": self._decision.fingerprint, "applications": [outcome(one)]}
        content = self._of_applicant(one) | {"results": found}
        return _with_criteria(content, "told", self._decision)

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
    return _sources(ruleset.texts, "Kryteria, według których oceniano")


def _sources(texts: Iterable[SourceText], what: str) -> tuple[Attached, ...]:
    return tuple(
        Attached(text.name.replace("/", "-"), text.text, "Source", what)
        for text in sorted(texts, key=lambda one: one.name)
    )


def difference(found: Difference, *, public: bool) -> tuple[Attached, ...]:
    """Attach what moved between two decisions, and the criteria of both; once where they are one."""
    text = json.dumps(as_json(found, public=public), ensure_ascii=False, indent=1, sort_keys=True)
    what = "Zestawienie, z którego powstał dokument"
    before, after = criteria(found.before.ruleset), criteria(found.after.ruleset)
    kept = {one.name: one for one in before}
    for one in after:
        same = kept.get(one.name)
        if same is None:
            kept[one.name] = one
        elif same.text != one.text:
            kept[f"po-{one.name}"] = replace(one, name=f"po-{one.name}")
    return (Attached(DIFFERENCE, f"{text}\n", "Data", what), *kept.values())


def backtest(found: Backtest) -> tuple[Attached, ...]:
    """Attach what proposed criteria would have done, and the criteria themselves."""
    text = json.dumps(backtest_json(found), ensure_ascii=False, indent=1, sort_keys=True)
    what = "Zestawienie, z którego powstał dokument"
    return (Attached(BACKTEST, f"{text}\n", "Data", what), *criteria(found.ruleset))


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


def _with_criteria(content: Json, carries: str, decision: Decision) -> tuple[Attached, ...]:
    return (_decision(content, carries), *criteria(decision.ruleset))


def _with_texts(
    content: Json, carries: str, decision: Decision, texts: Sequence[SourceText]
) -> tuple[Attached, ...]:
    others = [one for one in texts if one not in decision.ruleset.texts]
    what = "Katalog faktów i edycja Programu, według których rozstrzygnięto"
    return (*_with_criteria(content, carries, decision), *_sources(others, what))


def _decision(content: Json, carries: str) -> Attached:
    said = {"format": FORMAT, "carries": carries} | content
    text = json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True)
    return Attached(NAME, f"{text}\n", "Data", "Rozstrzygnięcie, z którego powstał dokument")


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
    one = decision.find(found["number"])
    entitled = None if one is None or one.rank is None else pln(_entitled(one))
    return {name: found[name] for name in (*_PUBLIC, *names)} | {"entitled": entitled}


def _entitled(one: Assessment) -> int | None:
    """Return what an operation with a place claims of the limit, in grosze."""
    if one.aid is None or one.aid.amount is None:
        return one.application.requested
    return one.aid.amount + sum(cut.amount for cut in one.aid.cuts if cut.id == CALL_LIMIT)


def _common_minimum(decision: Decision) -> str | None:
    """Return the minimum that all applications must reach, where it is one for all."""
    found = {one.minimum for one in decision.assessments if one.minimum is not None}
    return points(found.pop()) if len(found) == 1 else None
