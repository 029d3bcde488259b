"""Decisions that hang on one thing: taken away, the call is decided again and outcomes differ."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from scoring.decision import Decision, Outcome
from scoring.flips.change import again
from scoring.read_aloud import tie_words
from scoring.sensitivity.near import cards_that_may_turn

What = Literal["card", "tie", "rounding"]


@dataclass(frozen=True, slots=True)
class Turned:
    """An application whose outcome would be another one."""

    number: str
    before: Outcome
    after: Outcome


@dataclass(frozen=True, slots=True)
class Hinge:
    """One thing that outcomes hang on. ``name`` says in Polish which; ``turned`` is never empty."""

    what: What
    name: str
    turned: tuple[Turned, ...]


def hinges(decision: Decision) -> tuple[Hinge, ...]:
    """Name every card, every step of the tie ladder and the rounding that an outcome hangs on."""
    tried = (*_cards(decision), *_ties(decision), *_rounding(decision))
    found = (
        Hinge(what, name, tuple(_turned(before, after, ignored)))
        for what, name, before, after, ignored in tried
    )
    return tuple(hinge for hinge in found if hinge.turned)


_Tried = tuple[What, str, Decision, Decision, frozenset[str]]
"""What was taken away, its name, the call with it and without it, and whose outcomes do not count."""


def _cards(decision: Decision) -> Iterator[_Tried]:
    """Decide without each card in turn; the others are combined by the same rule.

    The number of cards that the rule asks for is not asked then: else every application would hang
    on every card. One whose only card is taken away is not counted.
    """
    rule = decision.call.council.cards
    if rule is None:
        return
    fewer = rule.model_copy(update={"at_least": 1})
    council = decision.call.council.model_copy(update={"cards": fewer})
    call = decision.call.model_copy(update={"council": council})
    asked = again(decision, call=call)
    for card, alone in cards_that_may_turn(decision, asked):
        others = [one for one in decision.cards if one is not card]
        ignored = frozenset({card.application}) if alone else frozenset()
        name = f"karta: {card.member}, wniosek {card.application}"
        yield "card", name, asked, again(decision, call=call, cards=others), ignored


def _ties(decision: Decision) -> Iterator[_Tried]:
    """Decide without each step of the ladder in turn, then without the council's vote on equals.

    Where a step is taken away the steps below it move up.
    """
    ladder = decision.ruleset.ties
    for place, words in enumerate(tie_words(decision.ruleset)[: len(ladder)]):
        without = (*ladder[:place], *ladder[place + 1 :])
        ruleset = decision.ruleset.model_copy(update={"ties": without})
        name = f"reguła remisu {place + 1}: {words}"
        yield "tie", name, decision, again(decision, ruleset=ruleset), frozenset()
    held = decision.sitting
    if held is not None and held.settled:
        unordered = replace(held, sitting=replace(held.sitting, tie_orders=()))
        unvoted = again(decision, sitting=unordered)
        yield "tie", "głosowanie Rady nad remisem", decision, unvoted, frozenset()


def _rounding(decision: Decision) -> Iterator[_Tried]:
    """Decide with the points as they are."""
    if decision.call.rounding is not None:
        exactly = decision.call.model_copy(update={"rounding": None})
        name = f"zaokrąglanie punktów ({decision.call.rounding.source})"
        yield "rounding", name, decision, again(decision, call=exactly), frozenset()


def _turned(before: Decision, after: Decision, ignored: Iterable[str]) -> Iterator[Turned]:
    for one in before.assessments:
        number = one.application.number
        other = after.find(number)
        if other is not None and other.outcome is not one.outcome and number not in ignored:
            yield Turned(number, one.outcome, other.outcome)
