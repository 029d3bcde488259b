"""The order of operations: by points, then by the tie ladder; what stays equal is shown equal."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from scoring.application import Application
from scoring.facts import Written
from scoring.numbers import Points
from scoring.points.case import Score
from scoring.ruleset import TieRule


@dataclass(frozen=True, slots=True)
class Contender:
    """An application that reached the minimum, with what its place depends on."""

    application: Application
    points: Points
    scores: tuple[Score, ...] = ()


Group = list[Contender]
"""Contenders that share a place."""


def ranked(
    contenders: Sequence[Contender],
    ladder: Sequence[TieRule],
    settled: Mapping[str, int] | None = None,
) -> list[tuple[int, Group]]:
    """Return the places in order, each with those who share it.

    After a shared place the numbering goes on with the number of those ahead: 1, 2, 2, 4. Those
    who share a place stay in the order in which they came, which means nothing. ``settled`` are places
    that the council gave by a vote to those whom the ladder leaves equal.
    """
    places: list[tuple[int, Group]] = []
    place = 1
    for _, equal in _split(list(contenders), lambda one: one.points, descending=True):
        groups = _by_ladder(equal, ladder)
        for group in (part for one in groups for part in _by_vote(one, settled or {})):
            places.append((place, group))
            place += len(group)
    return places


def _by_vote(group: Group, settled: Mapping[str, int]) -> list[Group]:
    """Order one group of equals as the council voted, where it voted on all of them."""
    if len(group) == 1 or any(one.application.number not in settled for one in group):
        return [group]
    split = _split(group, lambda one: settled[one.application.number], descending=False)
    return [equal for _, equal in split]


def _by_ladder(group: Group, ladder: Sequence[TieRule]) -> list[Group]:
    """Order one group of equals; a step that lacks a value for one of them ends the ladder."""
    if len(group) == 1 or not ladder:
        return [group]
    step, *rest = ladder
    if any(tie_value(one, step) is None for one in group):
        return [group]
    split = _split(group, lambda one: tie_value(one, step), descending=step.descending)
    return [part for _, equal in split for part in _by_ladder(equal, rest)]


def tie_value(contender: Contender, step: TieRule) -> Written:
    """Return the value that a step of the ladder compares; ``None`` where it is not known."""
    if step.criterion is not None:
        return next(
            (one.points for one in contender.scores if one.criterion == step.criterion), None
        )
    return contender.application.facts.get(step.fact or "")


def _split(
    group: Group, key: Callable[[Contender], Written], *, descending: bool
) -> list[tuple[Written, Group]]:
    ordered = sorted(group, key=key, reverse=descending)
    return [(value, list(equal)) for value, equal in groupby(ordered, key=key)]
