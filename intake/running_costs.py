"""The file of an LGD's running costs (19.4), as the office writes it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path as FilePath
from typing import Any

from intake.amounts import Unreadable, grosze_of, number_of, whole_of
from intake.cells import is_blank, yes_no_of
from intake.header import normal
from intake.moments import date_of
from reading.models import read_model
from reading.problems import Problem, Refused, refuse_if_errors
from reading.yaml_file import Path, Plain, YamlFile, read_yaml
from scoring import polish
from scoring.facts import WHAT_TO_WRITE, FactType, FactValue
from scoring.flaws import Flaw
from scoring.running_costs.given import Gmina, PaidTranche, RunningCosts

Parser = Callable[[Any], FactValue]

MONEY = ("funds_19_2", "funds_19_4", "non_public", "public", "amount", "requested")
DAYS = ("as_of", "paid_on", "planned_on", "state_on")
ANSWERS = ("selected", "eafrd_leads", "granted")

KINDS: dict[str, tuple[Parser, FactType]] = {
    **dict.fromkeys(MONEY, (grosze_of, FactType.MONEY)),
    **dict.fromkeys(DAYS, (date_of, FactType.DATE)),
    **dict.fromkeys(ANSWERS, (yes_no_of, FactType.YES_NO)),
    "inhabitants": (whole_of, FactType.WHOLE),
    "posts_filled": (partial(number_of, unit="etatu"), FactType.DECIMAL),
}
"""How the value of each key is read; a blank one, or a dash, is not known."""


@dataclass(frozen=True, slots=True)
class RunningCostsFile:
    """What a file of running costs says; ``warnings`` stop nothing."""

    given: RunningCosts
    yaml: YamlFile
    warnings: tuple[Problem, ...]


def read_running_costs(file: FilePath) -> RunningCostsFile:
    """Read a file of running costs.

    Raises:
        Refused: with everything that is wrong in it, each with its line.
    """
    return running_costs_of(read_yaml(file))


def running_costs_of(yaml: YamlFile) -> RunningCostsFile:
    """Make the running costs of a YAML text that was read.

    Raises:
        Refused: with everything that is wrong in it, each with its line.
    """
    problems: list[Problem] = []
    plain = _read(yaml, yaml.value, (), problems)
    try:
        given = read_model(yaml, RunningCosts, plain)
    except Refused as refused:
        told = {one.line for one in problems}
        more = [one for one in refused.problems if one.line not in told]
        raise Refused([*problems, *more]) from None
    flaws = [flaw for check in _CHECKS for flaw in check(given)]
    problems += [yaml.problem(one.path, one.what, one.write, one.level) for one in flaws]
    return RunningCostsFile(given, yaml, tuple(refuse_if_errors(problems)))


def _read(yaml: YamlFile, value: Plain, path: Path, problems: list[Problem]) -> Plain:
    """Read amounts, days and answers at any depth; one that cannot be read becomes a problem."""
    if isinstance(value, dict):
        return {key: _read(yaml, one, (*path, key), problems) for key, one in value.items()}
    if isinstance(value, list):
        return [_read(yaml, one, (*path, place), problems) for place, one in enumerate(value)]
    if is_blank(value):
        return None
    kind = KINDS.get(str(path[-1])) if path else None
    if kind is None:
        return value
    try:
        return kind[0](value)
    except Unreadable as mistake:
        write = mistake.write or f"wpisz {WHAT_TO_WRITE[kind[1]]}; nieznane zostaw puste"
        problems.append(yaml.problem(path, mistake.what, write))
        return None


def _names(given: RunningCosts) -> Iterator[Flaw]:
    seen: set[str] = set()
    for place, gmina in enumerate(given.area.gminas):
        if normal(gmina.name) in seen:
            what = f"gmina „{gmina.name}” jest wpisana dwa razy"
            yield Flaw(("area", "gminas", place, "name"), what, "zostaw jeden wpis")
        seen.add(normal(gmina.name))


def _towns(given: RunningCosts) -> Iterator[Flaw]:
    for place, gmina in enumerate(given.area.gminas):
        living = _in_towns(gmina)
        if gmina.inhabitants is not None and living > gmina.inhabitants:
            what = (
                f"miasta gminy „{gmina.name}” mają {polish.number(living)} mieszkańców, a cała "
                f"gmina {polish.number(gmina.inhabitants)}"
            )
            yield Flaw(("area", "gminas", place), what, "popraw jedną z liczb")


def _in_towns(gmina: Gmina) -> int:
    return sum(town.inhabitants or 0 for town in gmina.towns or ())


def _days(given: RunningCosts) -> Iterator[Flaw]:
    dated = [(place, one.paid_on) for place, one in enumerate(given.tranches or ()) if one.paid_on]
    for (_, earlier), (place, later) in pairwise(dated):
        if later < earlier:
            what = "transze nie stoją w kolejności wypłat"
            write = f"przestaw tę transzę przed wypłaconą {polish.day(earlier)}"
            yield Flaw(("tranches", place, "paid_on"), what, write)
    for place, day in dated:
        if day > given.as_of:
            what = f"transza wypłacona po dniu stanu ({polish.day(given.as_of)})"
            yield Flaw(("tranches", place, "paid_on"), what, "popraw datę albo „as_of”")
    planned = None if given.next is None else given.next.planned_on
    if planned is not None and dated and planned < max(day for _, day in dated):
        what = "następna transza jest wcześniejsza niż ostatnia wypłacona"
        yield Flaw(("next", "planned_on"), what, "popraw datę")


def _falling(given: RunningCosts) -> Iterator[Flaw]:
    """Aid that has been paid does not shrink, unless somebody paid it back."""
    now = PaidTranche(non_public=given.paid.non_public, public=given.paid.public)
    states = [*(given.tranches or ()), now]
    for place, (earlier, later) in enumerate(pairwise(states)):
        last = place + 1 == len(states) - 1
        where: Path = ("paid",) if last else ("tranches", place + 1)
        for key in ("non_public", "public"):
            before, after = getattr(earlier, key), getattr(later, key)
            if before is not None and after is not None and after < before:
                what = f"„{key}” maleje: {polish.money(before)}, a potem {polish.money(after)}"
                write = "sprawdź, czy to zwrot pomocy, a nie pomyłka"
                yield Flaw((*where, key), what, write, level="warning")


_CHECKS = (_names, _towns, _days, _falling)
