"""The votes of a sitting as they are written down, by name or by count."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from intake.people import Known
from intake.sitting_clock import Clock
from intake.sitting_text import ALL, REST, SittingText, VoteText, Way
from reading.problems import Problem
from reading.yaml_file import Path, YamlFile
from scoring.council.chamber import Chamber
from scoring.council.vote import ABOUT_NAMES, Tally, Vote

_ON_OPERATIONS = frozenset({"conformity", "points", "amount", "selection"})
"""Votes that must say on which operations they are."""

_KEYS = ("for", "against", "abstained")
_LEAST = 2
"""An order is given to at least two."""


def votes(
    text: SittingText, clock: Clock, chamber: Chamber, members: Known, numbers: Known
) -> tuple[list[Vote], list[Problem]]:
    """Read the votes; return them with everything that is wrong."""
    taken: list[Vote] = []
    problems: list[Problem] = []
    for position, one in enumerate(text.votes):
        path: Path = ("votes", position)
        found = [*_names(one, path, clock.yaml, members, numbers)]
        found += [*_subject(one, path, clock.yaml)]
        at = clock.moment(one.at, one.part, (*path, "at"))
        problems += found
        if at is not None and not found:
            taken.append(_vote(one, at, chamber, members, numbers))
    return taken, problems


def _names(
    one: VoteText, path: Path, yaml: YamlFile, members: Known, numbers: Known
) -> Iterator[Problem]:
    """Tell of names and case numbers that nobody knows, and of ways that exclude each other."""
    ways = dict(zip(_KEYS, (one.in_favour, one.against, one.abstained), strict=True))
    for key, way in ways.items():
        if isinstance(way, tuple):
            yield from members.problems(yaml, (*path, key), *way)
        elif isinstance(way, int) and way < 0:
            yield yaml.problem((*path, key), "liczba głosów jest ujemna", "wpisz liczbę od 0")
    everybody = [key for key, way in ways.items() if way in (ALL, REST)]
    others = [key for key, way in ways.items() if key not in everybody and way not in (0, ())]
    for key in everybody:
        if ways[key] == ALL and others:
            what = "„all” (wszyscy), a są też inne głosy"
            yield yaml.problem((*path, key), what, "wpisz rest (pozostali) albo nazwiska")
        elif any(isinstance(ways[other], int) for other in others) or len(everybody) > 1:
            what = "nie wiadomo, kim są pozostali"
            yield yaml.problem((*path, key), what, "wpisz przy innych głosach nazwiska, nie liczby")
    yield from members.problems(yaml, (*path, "left_out"), *one.left_out)
    if one.led_by is not None:
        yield from members.problems(yaml, (*path, "led_by"), one.led_by)
    if one.application is not None:
        yield from numbers.problems(yaml, (*path, "application"), one.application)
    for key, some in (("concerns", one.concerns), ("order", one.order)):
        yield from numbers.problems(yaml, (*path, key), *some)


def _subject(one: VoteText, path: Path, yaml: YamlFile) -> Iterator[Problem]:
    """Tell of a vote of which nobody could say on what it was."""
    name = ABOUT_NAMES[one.about]
    if one.about in _ON_OPERATIONS and one.application is None and not one.concerns:
        what = f"głosowanie „{name}” bez znaku sprawy"
        yield yaml.problem(path, what, "dopisz application: znak sprawy")
    if one.application is not None and one.concerns:
        what = "głosowanie ma i znak sprawy, i listę wniosków"
        yield yaml.problem((*path, "concerns"), what, "zostaw jedno z nich")
    if one.about == "tie" and len(set(one.order)) < _LEAST:
        what = "głosowanie nad kolejnością, a nie podano kolejności"
        write = "dopisz order: znaki spraw od najwyższego miejsca"
        yield yaml.problem((*path, "order"), what, write)
    if one.about != "tie" and one.order:
        what = f"kolejność podano przy głosowaniu „{name}”"
        yield yaml.problem((*path, "order"), what, "wpisz about: tie albo usuń kolejność")
    if len(set(one.order)) < len(one.order):
        yield yaml.problem((*path, "order"), "wniosek stoi w kolejności dwa razy", "popraw listę")


def _vote(one: VoteText, at: datetime, chamber: Chamber, members: Known, numbers: Known) -> Vote:
    """Make the vote, with „all” and „rest” turned into the names of the entitled."""
    application = None if one.application is None else numbers.find(one.application)
    vote = Vote(
        one.about,
        one.subject or _said(one, application),
        at,
        Tally(0),
        Tally(0),
        Tally(0),
        application=application,
        concerns=numbers.all(one.concerns or one.order),
        left_out=members.all(one.left_out),
        led_by=None if one.led_by is None else members.find(one.led_by),
    )
    ways = (one.in_favour, one.against, one.abstained)
    named = {name for way in ways if isinstance(way, tuple) for name in members.all(way)}
    rest = [member.name for member in chamber.entitled(vote) if member.name not in named]
    favour, against, abstained = (_tally(way, rest, members) for way in ways)
    return replace(vote, in_favour=favour, against=against, abstained=abstained)


def _tally(way: Way, rest: Sequence[str], members: Known) -> Tally:
    if isinstance(way, int):
        return Tally(way)
    return Tally.of(members.all(way) if isinstance(way, tuple) else rest)


def _said(one: VoteText, application: str | None) -> str:
    """Say what was voted on where nobody wrote it down."""
    name = ABOUT_NAMES[one.about]
    return name if application is None else f"{name}: wniosek {application}"
