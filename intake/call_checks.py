"""What must hold within ``call.yaml`` beyond the form of its values."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date

from intake.header import normal
from reading.problems import Problem
from reading.yaml_file import Path, YamlFile
from scoring import polish
from scoring.announcement import BEFORE_OPENING, Events
from scoring.call import Call
from scoring.flaws import Flaw
from scoring.indicators import indicator_flaws


def call_problems(call: Call, yaml: YamlFile) -> list[Problem]:
    """Tell everything that does not hold together in a call, with its line."""
    flaws = [flaw for check in _CHECKS for flaw in check(call)]
    return [yaml.problem(one.path, one.what, one.write, one.level) for one in flaws]


def event_problems(call: Call, events: Events, yaml: YamlFile) -> list[Problem]:
    """Tell days of events that cannot be: before the call has closed, or in an impossible order."""
    flaws = [*_event_flaws(call, events), *_year_flaws(call, events)]
    return [yaml.problem(one.path, one.what, one.write, one.level) for one in flaws]


FIRST_YEAR, LAST_YEAR = 1990, 2100
"""No call of a LEADER programme lies outside these years; another year is a slip of the pen."""


def _year_flaws(call: Call, events: Events) -> Iterator[Flaw]:
    """A slip such as 2202 for 2022 would send every date that follows from it astray."""
    of_call = ("announced_on", "opens_at", "closes_at")
    days: list[tuple[Path, date | None]] = [((name,), getattr(call, name)) for name in of_call]
    days += [(("events", name), getattr(events, name)) for name in Events.model_fields]
    days += [(("population_on",), call.population_on), *_days_of_programme(call)]
    for where, day in days:
        if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
            yield Flaw(where, f"rok {day.year} to pomyłka", "popraw rok")


def _days_of_programme(call: Call) -> Iterator[tuple[Path, date | None]]:
    """Tell every day that a call states of its programme, with its place."""
    of_call = call.programme
    if of_call is None:
        return
    own, wage, rate = of_call.own_operation, of_call.average_wage, of_call.eur_rate
    yield ("programme", "own_operation", "published_on"), None if own is None else own.published_on
    yield ("programme", "average_wage", "on"), None if wage is None else wage.on
    yield ("programme", "eur_rate", "on"), None if rate is None else rate.on


def _event_flaws(call: Call, events: Events) -> Iterator[Flaw]:
    closes = call.closes_at.date()
    for name in Events.model_fields:
        day = getattr(events, name)
        if day is not None and name not in BEFORE_OPENING and day < closes:
            what = f"ten dzień ({polish.day(day)}) jest przed zakończeniem naboru"
            yield Flaw(("events", name), what, "popraw datę")
    selected = events.selected_on
    for name in ("notified_on", "published_on", "handed_over_on"):
        day = getattr(events, name)
        if selected is not None and day is not None and closes <= day < selected:
            what = f"ten dzień ({polish.day(day)}) jest przed wyborem operacji (selected_on)"
            yield Flaw(("events", name), what, "popraw jedną z dat")


def _indicators(call: Call) -> Iterator[Flaw]:
    yield from indicator_flaws(call.indicators or ())


def _announcement(call: Call) -> Iterator[Flaw]:
    if call.announced_on > call.opens_at.date():
        what = "nabór ogłoszono po jego rozpoczęciu"
        yield Flaw(("announced_on",), what, "popraw datę ogłoszenia albo rozpoczęcia")


def _council(call: Call) -> Iterator[Flaw]:
    members = call.council.members
    yield from _twice(
        members, normal, ("council", "members"), "członek Rady „{}” jest wpisany dwa razy"
    )
    for position, member in enumerate(members):
        if not member.strip():
            write = "wpisz imię i nazwisko albo usuń wiersz"
            yield Flaw(("council", "members", position), "pusty wiersz zamiast członka", write)
    rule = call.council.cards
    if rule is None or rule.at_least == "all":
        return
    where: Path = ("council", "cards", "at_least")
    if rule.at_least < 1:
        yield Flaw(where, "liczba kart musi być większa od zera", "wpisz np. at_least: 3")
    elif members and rule.at_least > len(members):
        what = f"wymagane karty ({rule.at_least}) to więcej niż członków Rady ({len(members)})"
        yield Flaw(where, what, "zmniejsz at_least albo dopisz członków")


def _conditions(call: Call) -> Iterator[Flaw]:
    ids = [one.id for one in call.conditions]
    yield from _twice(ids, str, ("conditions",), "warunek „{}” jest wpisany dwa razy")


def _tables(call: Call) -> Iterator[Flaw]:
    for name, table in call.tables.items():
        if len({len(row.key) for row in table.rows}) > 1:
            what = "wiersze tabeli mają różną liczbę nazw"
            write = "podaj w każdym wierszu tyle samo nazw"
            yield Flaw(("tables", name, "rows"), what, write)


def _twice(
    names: Iterable[str], key: Callable[[str], Hashable], where: Path, said: str
) -> Iterator[Flaw]:
    seen: set[Hashable] = set()
    for position, name in enumerate(names):
        if key(name) in seen:
            yield Flaw((*where, position), said.format(name), "zostaw jeden wpis")
        seen.add(key(name))


def _texts(call: Call) -> Iterator[Flaw]:
    """A name that is only spaces would print as nothing."""
    for key in ("number", "title", "scope"):
        if not getattr(call, key).strip():
            yield Flaw((key,), f"„{key}” jest puste", "wpisz treść")


def _area(call: Call) -> Iterator[Flaw]:
    gminas = call.lgd.area or ()
    yield from _twice(gminas, normal, ("lgd", "area"), "gmina „{}” jest wpisana dwa razy")
    for position, gmina in enumerate(gminas):
        if not gmina.strip():
            write = "wpisz gminę albo usuń wiersz"
            yield Flaw(("lgd", "area", position), "pusty wiersz zamiast gminy", write)


_CHECKS = (_texts, _announcement, _council, _conditions, _tables, _area, _indicators)
