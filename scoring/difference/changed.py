"""What changed of a criterion between two decisions: its rule, a fact, a card, the whole call."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from scoring import polish
from scoring.application import Application
from scoring.cards import Card
from scoring.decision import Decision
from scoring.facts import Fact, FactValue
from scoring.numbers import Points, exact
from scoring.points import Criterion
from scoring.points.case import Score, Spread
from scoring.points.judged import Judged
from scoring.points.lookup import Lookup
from scoring.points.parts import Parts, Simple
from scoring.saying import Said

What = Literal[
    "added",
    "removed",
    "rule",
    "weight",
    "fact",
    "cards",
    "card_rule",
    "table",
    "comparison",
    "assessors",
    "engine",
    "call",
]
"""Through what the points of a criterion change."""

WORDING = ("name", "description", "source", "evidence", "serves", "gap")
"""What a criterion says of itself without any bearing on its points."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing that changed; ``about`` names it, ``before`` and ``after`` are as JSON has them.

    ``personal`` values never leave the office: what an application says, and what members gave.
    """

    what: What
    said: Said
    about: str = ""
    before: str | bool | int | None = None
    after: str | bool | int | None = None

    @property
    def personal(self) -> bool:
        """Whether its values are those of an application or of a member of the council."""
        return self.what in ("fact", "cards")


@dataclass(frozen=True, slots=True)
class Side:
    """A decision with one of its applications, as it is looked at for what changed."""

    decision: Decision
    application: Application
    cards: tuple[Card, ...]

    def fact(self, key: str) -> Fact:
        """Return what the catalogue of this decision says of a fact."""
        return self.decision.ruleset.catalogue.fact(key)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A criterion with what it gave on one side."""

    criterion: Criterion
    score: Score
    side: Side

    @property
    def given(self) -> Points | None:
        """What it adds to the total: 0 where it does not apply, ``None`` while it is not known."""
        return self.score.points if self.score.applies else 0

    @property
    def explained(self) -> str:
        """The sentence of the criterion itself: which value gave the points, or what is missing."""
        facts, catalogue = self.side.application.facts, self.side.decision.ruleset.catalogue
        return self.criterion.explain(self.score, facts, catalogue)


Rules = Mapping[str, tuple[Changed, ...]]
"""What changed of the rule of each criterion, by its id."""


def rules_that_changed(before: Decision, after: Decision) -> Rules:
    """Compare every criterion that both decisions have, once for all applications."""
    old = {one.id: one for one in before.ruleset.criteria}
    new = {one.id: one for one in after.ruleset.criteria}
    return {key: tuple(_rule(old[key], one)) for key, one in new.items() if key in old}


def what_changed(
    was: Judgement | None, now: Judgement | None, rule: tuple[Changed, ...]
) -> tuple[Changed, ...]:
    """Name everything behind a criterion that is not as it was; ``rule`` is what changed of itself.

    Two things may have changed at once; both are named then, for nobody can say how the points
    would divide between them.
    """
    if was is None or now is None:
        return (Changed("added", _ADDED),) if was is None else (Changed("removed", _REMOVED),)
    found = rule + tuple(_read(was, now))
    return found or (_otherwise(was, now),)


def _rule(was: Criterion, now: Criterion) -> Iterator[Changed]:
    """Compare the criterion itself."""
    if weightless(was) != weightless(now):
        yield Changed("rule", Said("zmieniono zasady kryterium"))
    if was.weight != now.weight:
        before, after = (polish.points(exact(one.weight)) for one in (was, now))
        said = Said(
            "zmieniono wagę kryterium z {before} na {after}", {"before": before, "after": after}
        )
        yield Changed("weight", said, before=str(was.weight), after=str(now.weight))


def weightless(criterion: Criterion) -> dict[str, object]:
    """Return all of a criterion that has a bearing on its points, without its weight."""
    rule = {key: value for key, value in criterion if key not in (*WORDING, "weight")}
    if isinstance(criterion, Parts):
        rule["parts"] = [(weightless(part), part.weight) for part in criterion.parts]
    return rule


def _read(was: Judgement, now: Judgement) -> Iterator[Changed]:
    """Compare what the criterion reads."""
    facts = dict.fromkeys((*was.criterion.facts_read(), *now.criterion.facts_read()))
    for key in facts:
        yield from _fact(key, was.side, now.side)
    simple = _simple(now.criterion)
    for one in simple:
        if isinstance(one, Judged):
            yield from _cards(one.id, was.side, now.side)
    if any(isinstance(one, Judged) for one in simple):
        yield from _card_rule(was.side, now.side)
    for one in simple:
        if isinstance(one, Lookup) and one.table is not None:
            yield from _table(one.table, was.side, now.side)
    if list(_spreads(was.score)) != list(_spreads(now.score)):
        yield Changed("comparison", Said("zmieniło się porównanie z pozostałymi wnioskami naboru"))


def _simple(criterion: Criterion) -> tuple[Simple, ...]:
    return criterion.parts if isinstance(criterion, Parts) else (criterion,)


def _fact(key: str, was: Side, now: Side) -> Iterator[Changed]:
    before, after = was.application.facts.get(key), now.application.facts.get(key)
    if before == after:
        return
    old, new = was.fact(key), now.fact(key)
    values = {"name": new.name, "before": shown(old, before), "after": shown(new, after)}
    said = Said("zmieniła się wartość „{name}”: było {before}, jest {after}", values)
    yield Changed("fact", said, key, plain_fact(old, before), plain_fact(new, after))


def shown(fact: Fact, value: FactValue | None) -> str:
    """Write the value of a fact, or that nobody knows it."""
    return "nie wiadomo" if value is None else fact.show(value)


def plain_fact(fact: Fact, value: FactValue | None) -> str | bool | int | None:
    """Return the value of a fact as JSON has it."""
    return None if value is None else fact.plain(value)


def _cards(criterion: str, was: Side, now: Side) -> Iterator[Changed]:
    old, new = (_given(criterion, side) for side in (was, now))
    changed = sorted(
        (member for member in {*old, *new} if old.get(member) != new.get(member)),
        key=polish.alphabetical,
    )
    for member in changed:
        before, after = (_on_card(each.get(member)) for each in (old, new))
        values = {"member": member, "before": before, "after": after}
        said = Said("zmieniła się karta oceny ({member}): było {before}, jest {after}", values)
        yield Changed("cards", said, member, before, after)


def _given(criterion: str, side: Side) -> Mapping[str, tuple[Points | None, bool]]:
    reviewed = side.decision.reviewed(side.application.number, criterion)
    cards = side.cards if reviewed is None else reviewed
    return {card.member: (card.points.get(criterion), card.excluded) for card in cards}


def _on_card(given: tuple[Points | None, bool] | None) -> str:
    if given is None:
        return "brak karty"
    points, excluded = given
    if excluded:
        return "osoba wyłączona"
    return "bez oceny" if points is None else polish.with_points(points)


def _card_rule(was: Side, now: Side) -> Iterator[Changed]:
    if was.decision.call.council.cards != now.decision.call.council.cards:
        yield Changed("card_rule", Said("zmieniono sposób łączenia kart oceny"))


def _table(name: str, was: Side, now: Side) -> Iterator[Changed]:
    old, new = (side.decision.call.tables.get(name) for side in (was, now))
    if old != new:
        said = Said("zmieniono tabelę punktów naboru „{name}”", {"name": name})
        yield Changed("table", said, name)


def _spreads(score: Score) -> Iterator[object]:
    """Name the ends of the whole call that a score was measured against."""
    if isinstance(score.besides, Spread):
        yield score.besides
    yield from (one for one in score.missing if one.why.startswith(("rival", "no_rivals")))
    for part in score.parts:
        yield from _spreads(part)


def _otherwise(was: Judgement, now: Judgement) -> Changed:
    """Name what is left where neither the rule nor anything that it reads has changed."""
    if was.side.decision.engine != now.side.decision.engine:
        return Changed("engine", Said("zmieniła się wersja programu, który liczy punkty"))
    if any(isinstance(one, Judged) for one in _simple(now.criterion)):
        return Changed("assessors", Said("zmieniło się, ilu członków Rady ocenia operację"))
    return Changed("call", Said("zmieniły się dane naboru"))


_ADDED = Said("kryterium dodano")
_REMOVED = Said("kryterium usunięto")
