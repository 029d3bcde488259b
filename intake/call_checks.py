"""What must hold within ``call.yaml`` beyond the form of its values."""

from collections.abc import Callable, Hashable, Iterable, Iterator

from intake.header import normal
from reading.problems import Problem
from reading.yaml_file import Path, YamlFile
from scoring.call import Call
from scoring.flaws import Flaw


def call_problems(call: Call, yaml: YamlFile) -> list[Problem]:
    """Tell everything that does not hold together in a call, with its line."""
    flaws = [flaw for check in _CHECKS for flaw in check(call)]
    return [yaml.problem(one.path, one.what, one.write, one.level) for one in flaws]


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


_CHECKS = (_texts, _announcement, _council, _conditions, _tables, _area)
