"""Why an application moved besides its points: the gate, the minimum, the limit, those above it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from scoring import polish
from scoring.answer import VERDICT_NAMES, Finding
from scoring.decision import Assessment, Decision, Outcome
from scoring.numbers import Points, plain
from scoring.points.case import Score
from scoring.points.missing import Missing
from scoring.saying import Said

Kind = Literal[
    "withdrawn",
    "gate",
    "missing",
    "found",
    "minimum",
    "criterion_minimum",
    "rounding",
    "ties",
    "above",
    "requested",
    "cut",
    "limit",
    "line",
    "call",
]
"""What moved an application: each kind is one of the questions below."""


PUBLIC_WORDS: dict[Kind, str] = {
    "gate": "Zmieniło się ustalenie co do warunków wyboru.",
    "missing": "Wniosek wymaga ustaleń, których jeszcze nie ma.",
    "found": "Rozstrzygnięto, co było nieznane.",
    "cut": "Zmieniła się kwota, która wynika z zasad pomocy.",
    "line": "Zmieniło się to, co z limitu pozostawało, gdy przyszła kolej na operację.",
}
"""How reasons read that quote what only the office may see."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that moved an application, though it is no criterion.

    ``about`` is the number of a rule, a fact, a criterion or a kind of cut; ``before`` and
    ``after`` are as JSON has them. ``personal`` sentences quote what an application says.
    """

    kind: Kind
    said: object
    about: str = ""
    before: str | bool | int | None = None
    after: str | bool | int | None = None
    personal: bool = False

    @property
    def sentence(self) -> str:
        """The reason as a sentence that can be printed."""
        return str(self.said)

    @property
    def public(self) -> str:
        """The reason for anybody: without what an application says, or who judged it."""
        return PUBLIC_WORDS[self.kind] if self.personal else self.sentence


@dataclass(frozen=True, slots=True)
class Pair:
    """An application in both decisions, with how many had its points in each."""

    was: Assessment
    now: Assessment
    before: Decision
    after: Decision
    equals: tuple[Mapping[Points, int], Mapping[Points, int]]

    @property
    def moved(self) -> bool:
        """Whether its outcome, points, place or amount is not what it was."""
        return _result(self.was) != _result(self.now)


def _result(one: Assessment) -> tuple[object, ...]:
    return one.outcome, one.points, one.rank, one.granted


def reasons_before_the_list(pair: Pair) -> Iterator[Reason]:
    """Name what moved an application before it came to its place, besides its points."""
    for question in (_withdrawn, _gate, _open, _minimum, _criterion_minimum, _rounding):
        yield from question(pair)


def _withdrawn(pair: Pair) -> Iterator[Reason]:
    was, now = (one.application.withdrawn for one in (pair.was, pair.now))
    if was != now:
        said = "Wniosek wycofano." if now else "Wniosek nie jest już wycofany."
        yield Reason("withdrawn", Said(said), before=was, after=now)


def _gate(pair: Pair) -> Iterator[Reason]:
    """Compare the findings of the gate; one side has none where the application was withdrawn."""
    if Outcome.WITHDRAWN in (pair.was.outcome, pair.now.outcome):
        return
    old: dict[str, Finding] = {one.id: one for one in pair.was.findings}
    new: dict[str, Finding] = {one.id: one for one in pair.now.findings}
    for key in dict.fromkeys((*new, *old)):
        was, now = old.get(key), new.get(key)
        before, after = (None if one is None else one.verdict for one in (was, now))
        if before != after:
            yield Reason("gate", _Verdicts(was, now), key, before, after, personal=True)


@dataclass(frozen=True, slots=True)
class _Verdicts:
    """What a rule of the gate answered before and answers now."""

    was: Finding | None
    now: Finding | None

    def __str__(self) -> str:
        one = self.now or self.was
        assert one is not None  # noqa: S101 - a rule was asked on one side at least
        words = (
            "niebadana" if each is None else VERDICT_NAMES[each.verdict]
            for each in (self.was, self.now)
        )
        return f"Zasada {polish.quoted(one.name)}: przedtem {next(words)}, teraz {next(words)}. {one.sentence}"


def _open(pair: Pair) -> Iterator[Reason]:
    """Tell what nobody knows any more, and what was found out."""
    old, new = dict.fromkeys(pair.was.missing), dict.fromkeys(pair.now.missing)
    for one in new:
        if one not in old:
            yield _of("missing", "Nie wiadomo: ", one, pair.after)
    if pair.now.outcome is Outcome.WITHDRAWN:
        return
    for one in old:
        if one not in new:
            yield _of("found", "Rozstrzygnięto, co było nieznane: ", one, pair.before)


def _of(kind: Kind, begins: str, missing: Missing, decision: Decision) -> Reason:
    """Make a reason of what is missing; its words may name people, a fact's do not."""
    about = missing.detail if missing.why == "fact" else ""
    return Reason(kind, _Lacks(begins, missing, decision), about, personal=True)


@dataclass(frozen=True, slots=True)
class _Lacks:
    """What is missing, or was."""

    begins: str
    missing: Missing
    decision: Decision

    def __str__(self) -> str:
        return f"{self.begins}{self.missing.sentence(self.decision.ruleset.catalogue)}."


def _minimum(pair: Pair) -> Iterator[Reason]:
    """Compare the minimum, and the points with it where the application crossed it."""
    was, now = pair.was, pair.now
    if was.minimum is None or now.minimum is None:
        return
    if _passes(was) == _passes(now) or None in (was.tested, now.tested):
        return
    values = {"was": was.minimum, "now": now.minimum}
    text = "Minimum punktowe wynosiło {was:pkt}, a wynosi {now:pkt}."
    if was.minimum == now.minimum:
        values = {"was": was.tested or 0, "now": now.tested or 0, "minimum": now.minimum}
        text = "Przy minimum {minimum:pkt} było {was:pkt}, a jest {now:pkt}."
    yield Reason("minimum", Said(text, values), "", plain(was.minimum), plain(now.minimum))


def _passes(one: Assessment) -> bool | None:
    if one.tested is None or one.minimum is None:
        return None
    return one.tested >= one.minimum


def _criterion_minimum(pair: Pair) -> Iterator[Reason]:
    old, new = (dict(_too_low(one.scores)) for one in (pair.was, pair.now))
    for key in dict.fromkeys((*new, *old)):
        was, now = key in old, key in new
        if was != now:
            decision = pair.after if now else pair.before
            names = {one.id: one.name for one in decision.ruleset.simple()}
            names |= {one.id: one.name for one in decision.ruleset.criteria}
            text = (
                "Nie osiągnięto minimum w kryterium {name}."
                if now
                else "Brak minimum w kryterium {name} nie jest już przeszkodą."
            )
            said = Said(text, {"name": polish.quoted(names[key])})
            yield Reason("criterion_minimum", said, key, not was, not now)


def _too_low(scores: tuple[Score, ...]) -> Iterator[tuple[str, Score]]:
    for score in scores:
        for one in (score, *score.parts):
            if one.too_low:
                yield one.criterion, one


def _rounding(pair: Pair) -> Iterator[Reason]:
    was, now = pair.before.call.rounding, pair.after.call.rounding
    if was != now and pair.was.scores and pair.now.scores:
        yield Reason("rounding", Said("Zmieniono zasadę zaokrąglania punktów."))
