"""A set of selection criteria in force: the LSR's annex as a value."""

import hashlib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from scoring.facts import Catalogue, Facts
from scoring.flaws import Flaw
from scoring.numbers import Points, exact, raised_to_step
from scoring.points import Criterion
from scoring.points.judged import Judged
from scoring.points.parts import Parts
from scoring.points.relative import Relative
from scoring.source_text import SourceText
from scoring.value import Value


class Minimum(Value):
    """The minimum: a number of points, or a share of the maximum; where both stand they agree.

    A share is of the maximum of the application, raised to a multiple of ``raise_to_step``
    (50 % of 33 with step 1 is 17). ``unknown`` says why the published source gives no minimum:
    nobody can then be said to have reached it.
    """

    points: Decimal | None = None
    percent: Decimal | None = None
    of: Literal["maximum"] = "maximum"
    raise_to_step: Decimal | None = None
    unknown: str | None = None

    def required(self, maximum: Points) -> Points | None:
        """Return the points that an application with this maximum must reach, if they are known."""
        if self.unknown is not None or (self.points is None and self.percent is None):
            return None
        if self.points is not None:
            return exact(self.points)
        share = exact(Fraction(maximum) * Fraction(self.percent or 0) / 100)
        if self.raise_to_step is None:
            return share
        return raised_to_step(share, exact(self.raise_to_step))


class TieRule(Value):
    """One step of the ladder that orders applications with equal points."""

    criterion: str | None = None
    fact: str | None = None
    prefer: Literal["higher", "lower", "earlier", "later"]

    @property
    def descending(self) -> bool:
        """Whether the larger value goes first."""
        return self.prefer in ("higher", "later")


class Consent(Value):
    """The voivodeship board's consent to a set of criteria (rule S2)."""

    body: str
    date: date


class Adoption(Value):
    """The act by which the criteria were adopted, or the page that published them."""

    title: str
    href: str | None = None
    consent: Consent | None = None


ScopeKind = Literal["business", "infrastructure", "cooperation", "other"]
"""What the scope is for the programme: rule S4 binds business, rule S5 infrastructure."""

Status = Literal["adopted", "model", "proposal"]
"""Whether an LGD adopted the criteria, or they are a model or a proposal that bind nobody."""

STATUS_NAMES: dict[Status, str] = {
    "adopted": "przyjęte",
    "model": "model",
    "proposal": "projekt",
}
"""How each status is called in documents (of criteria, so in the plural)."""

_NOTICES: dict[Status, str] = {
    "model": "Kryteria modelowe: nie przyjęła ich żadna LGD i nikogo nie wiążą.",
    "proposal": "Projekt kryteriów: nie obowiązuje i nikogo nie wiąże.",
}


class Ruleset(Value):
    """One complete set of criteria of an LGD, for one scope, from one day on.

    ``catalogue`` and ``texts`` do not come from the file: the reader adds the facts that the
    criteria may read, and the text of every file the set was read from.
    """

    lgd: str
    scope: str
    title: str
    in_force_from: date
    status: Status
    adopted_by: Adoption | None = None
    scope_kind: ScopeKind
    maximum: Decimal | None = None
    minimum: Minimum
    ties: tuple[TieRule, ...] = ()
    still_tied: Literal["council_vote"] | None = None
    gaps: tuple[str, ...] = ()
    criteria: tuple[Criterion, ...]
    catalogue: Catalogue = Catalogue()
    texts: tuple[SourceText, ...] = ()

    model_config = {"arbitrary_types_allowed": True}

    @property
    def notice(self) -> str | None:
        """What every document must say of criteria that nobody adopted."""
        return _NOTICES.get(self.status)

    @property
    def highest(self) -> Points:
        """The sum of the maxima of all criteria."""
        return exact(Fraction(sum(criterion.maximum for criterion in self.criteria)))

    @property
    def sha256(self) -> str:
        """One hash over all the texts that the set was read from."""
        joined = "\n".join(f"{text.sha256}  {text.name}" for text in self.texts)
        return hashlib.sha256(joined.encode()).hexdigest()

    def simple(self) -> Iterator[Criterion]:
        """Go through the criteria with those that have parts taken apart."""
        for criterion in self.criteria:
            yield from criterion.parts if isinstance(criterion, Parts) else (criterion,)

    def judged_of(self, facts: Facts) -> Iterator[Judged]:
        """Go through what members judge of an application with these facts, parts too."""
        for criterion in self.criteria:
            if criterion.asked_of(facts):
                some = criterion.parts if isinstance(criterion, Parts) else (criterion,)
                yield from (one for one in some if isinstance(one, Judged) and one.asked_of(facts))

    def relative(self) -> Iterator[tuple[Relative, Parts | None]]:
        """Go through the criteria that depend on the whole call, each with what it is a part of."""
        for criterion in self.criteria:
            whole = criterion if isinstance(criterion, Parts) else None
            for one in (criterion,) if whole is None else whole.parts:
                if isinstance(one, Relative):
                    yield one, whole

    def facts_read(self) -> list[str]:
        """Every fact that the criteria or the tie ladder read, each once, in order."""
        read = [fact for criterion in self.criteria for fact in criterion.facts_read()]
        read += [rule.fact for rule in self.ties if rule.fact is not None]
        return list(dict.fromkeys(read))

    def bound(self, catalogue: Catalogue) -> tuple["Ruleset", list[Flaw]]:
        """Bind every criterion to the facts it reads; tell what does not fit."""
        criteria: list[Criterion] = []
        flaws: list[Flaw] = []
        for position, criterion in enumerate(self.criteria):
            one, wrong = criterion.bound(catalogue)
            criteria.append(one)
            flaws += [flaw.under("criteria", position) for flaw in wrong]
        update = {"criteria": tuple(criteria), "catalogue": catalogue}
        return self.model_copy(update=update), flaws
