"""Whether a call and the criteria it names belong together."""

from collections.abc import Iterator
from datetime import date

from intake.call import CallFile
from reading.problems import Problem
from scoring import polish
from scoring.call import Call
from scoring.points.judged import Judged
from scoring.points.lookup import Lookup
from scoring.programme.edition import Programme
from scoring.ruleset import Ruleset


def mismatches(
    call_file: CallFile, call: Call, ruleset: Ruleset, programme: Programme | None = None
) -> Iterator[Problem]:
    """Name everything that does not fit between a call and its criteria, with its line."""
    problem = call_file.yaml.problem
    if ruleset.scope != call.scope:
        what = f"kryteria są dla zakresu „{ruleset.scope}”, a nabór dla „{call.scope}”"
        yield problem(("scope",), what, "popraw zakres albo wskaż inne kryteria")
    if ruleset.in_force_from > _last_day(call_file):
        since = polish.day(ruleset.in_force_from)
        what = f"kryteria obowiązują od {since}, a nabór ogłoszono wcześniej"
        yield problem(("announced_on",), what, "wskaż kryteria obowiązujące w dniu ogłoszenia")
    judged = [one for one in ruleset.simple() if isinstance(one, Judged)]
    if judged and call.council.cards is None:
        names = ", ".join(f"„{one.name}”" for one in judged)
        what = f"kryteria {names} ocenia Rada, a nabór nie mówi, jak łączyć karty"
        yield problem(("council",), what, "dopisz council: cards: {combine: mean, …}")
    if programme is not None and call.regime not in programme.regimes:
        what = f"edycja „{programme.id}” nie obowiązuje w brzmieniu ustawy „{call.regime}”"
        write = f"popraw regime (dla tej edycji: {', '.join(programme.regimes)}) albo edycję"
        yield problem(("programme", "edition"), what, write)
    yield from _tables(call_file, call, ruleset)


def _last_day(call_file: CallFile) -> date:
    """Return the last day on which the criteria of a call may come into force.

    In the wording of 2023 those that the call names may be newer than its announcement: they
    could change while nobody had applied (art. 19a sec. 6-7).
    """
    call = call_file.call
    changed = call.regime == "2023" and call_file.criteria is not None
    return call.closes_at.date() if changed else call.announced_on


def of_proposal(call_file: CallFile, ruleset: Ruleset) -> Iterator[Problem]:
    """Warn of criteria that are only proposed; before a call is announced rule S2 asks about it."""
    if ruleset.status == "proposal":
        what = "kryteria są dopiero projektem; nie można na ich podstawie wybierać operacji"
        yield call_file.yaml.problem(
            ("criteria",), what, "wskaż kryteria przyjęte", level="warning"
        )


def _tables(call_file: CallFile, call: Call, ruleset: Ruleset) -> Iterator[Problem]:
    """Every table that a criterion expects of the call must be there, and none besides."""
    named = {one.table: one for one in ruleset.simple() if isinstance(one, Lookup) and one.table}
    for table, criterion in named.items():
        if table not in call.tables:
            what = f"kryterium „{criterion.name}” korzysta z tabeli „{table}”, której tu nie ma"
            yield call_file.yaml.problem(("tables",), what, f"dopisz tables: {table}: …")
    for table in call.tables:
        if table not in named:
            what = f"żadne kryterium nie korzysta z tabeli „{table}”"
            write = "usuń ją albo popraw nazwę"
            yield call_file.yaml.problem(("tables", table), what, write, level="warning")
