"""Where an operation is: whether its gmina lies in the LGD's area, how many people live there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from intake.amounts import shown
from intake.header import Header
from intake.localities import Localities, Row
from intake.rows import Columns, Line
from intake.sheet import Sheet
from reading.problems import Problem
from scoring import polish
from scoring.area import Area, Gmina, gminas_in, owners
from scoring.call import Call
from scoring.population import FACT, Population, numbers, of_day, reference_day


@dataclass(frozen=True, slots=True)
class Places:
    """What is known of the places of a call.

    ``area`` is that of the call's LGD, ``areas`` those of every LGD that is known (a gmina may
    belong to two), ``localities`` the call's file of inhabitants. What is absent is not checked.
    ``own_warnings`` tell what does not fit between these sources.
    """

    area: Area | None = None
    areas: tuple[Area, ...] = ()
    localities: Localities | None = None
    own_warnings: tuple[Problem, ...] = ()

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What to look at before the first row of the register."""
        of_file = () if self.localities is None else self.localities.warnings
        return (*self.own_warnings, *of_file)

    @property
    def gives(self) -> frozenset[str]:
        """The facts that are known without a column of the register."""
        return frozenset() if self.localities is None else frozenset({FACT})


NOWHERE = Places()
"""Of a call of which no area and no number of inhabitants is known."""


def header_gaps(sheet: Sheet, header: Header, places: Places) -> Iterator[Problem]:
    """Warn of the columns without which nothing can be said of the places."""
    if sheet.plain:
        return
    if places.area is not None and "gmina" not in header.meanings:
        what = "brak kolumny „Gmina”, więc nie sprawdzono, czy operacje leżą na obszarze LGD"
        yield sheet.problem(header.row, None, what, "dodaj ją do tabeli", "warning")
    if places.localities is not None and "locality" not in header.meanings:
        what = "brak kolumny „Miejscowość”, więc nie wiadomo, ilu mieszkańców ma która"
        yield sheet.problem(header.row, None, what, "dodaj ją do tabeli", "warning")


def check_area(columns: Columns, line: Line, places: Places) -> None:
    """Warn of a gmina outside the area of the call's LGD, and of one that two LGDs have."""
    if places.area is None:
        return
    written = line.facts.get("gmina")
    if written is None:
        if "gmina" in columns.of_fact and not _said(columns, line, "gmina"):
            what = "brak gminy, więc nie sprawdzono, czy operacja leży na obszarze LGD"
            columns.problem(line, "gmina", what, "wpisz gminę, np. Gmina Suraż", "warning")
        return
    for gmina in gminas_in(written):
        if not places.area.gminas_meant(gmina):
            what, write = _outside(gmina, places)
            columns.problem(line, "gmina", what, write, "warning")
            continue
        shared = owners(places.areas, gmina)
        if len(shared) > 1:
            names = " i ".join(one.name for one in shared)
            what = (
                f"gminę {shown(gmina.written)} ma na swoim obszarze więcej niż jedna LGD: {names}"
            )
            write = "sprawdź w LSR, do której LGD należy miejsce operacji"
            columns.problem(line, "gmina", what, write, "warning")


def _outside(gmina: Gmina, places: Places) -> tuple[str, str]:
    """Say that a gmina lies outside, and what may have been meant or whose it is."""
    name = "" if places.area is None else places.area.name
    what = f"gmina {shown(gmina.written)} leży poza obszarem LGD ({name})"
    near = [] if places.area is None else places.area.of_this_name(gmina)
    others = owners(places.areas, gmina)
    if near:
        what += f"; na obszarze jest {', '.join(f'„{one}”' for one in near)}"
    elif others:
        what += f"; ma ją na obszarze {others[0].name}"
    return what, "popraw gminę albo sprawdź, czy operacja będzie na obszarze LSR"


def inhabitants(columns: Columns, line: Line, places: Places, call: Call) -> tuple[Population, ...]:
    """Find the locality of a row in the call's file; return everything that the file says of it.

    Where the register says nothing, the number of the reference day becomes the fact
    ``locality_population``; what cannot be told apart stays unknown and is warned of.
    """
    if places.localities is None or FACT not in columns.catalogue:
        return ()
    locality = line.facts.get("locality")
    if locality is None:
        if "locality" in columns.of_fact and not _said(columns, line, "locality"):
            what = "brak miejscowości, więc nie wiadomo, ilu ma mieszkańców"
            columns.problem(line, "locality", what, "wpisz miejscowość operacji", "warning")
        return ()
    found = places.localities.found(line.facts.get("gmina"), locality)
    if len(found) == 1:
        populations = tuple(one.population for one in found[0])
        _compare(columns, line, found[0], call)
        return populations
    if not found:
        what = (
            f"miejscowości {shown(locality)} nie ma w pliku {Path(places.localities.file).name}; "
            + (
                "liczba z rejestru nie ma więc dnia ani źródła"
                if FACT in line.facts
                else "liczba mieszkańców pozostaje nieznana"
            )
        )
        write = "dopisz ją do pliku z dniem i źródłem albo popraw gminę lub miejscowość"
    else:
        gminas = ", ".join(f"„{rows[0].gmina.written}”" for rows in found)
        what = (
            f"miejscowość {shown(locality)} jest w kilku gminach: {gminas}; nie wiadomo, w której"
        )
        write = "wpisz w rejestrze gminę, całą nazwą, np. „Miasto Brańsk” albo „Gmina Brańsk”"
    columns.problem(line, "locality", what, write, "warning")
    return ()


def _compare(columns: Columns, line: Line, rows: tuple[Row, ...], call: Call) -> None:
    """Fill the fact from the reference day, or compare with it what the register says."""
    day = reference_day(call)
    populations = [one.population for one in rows]
    taken = of_day(populations, day)
    said = line.facts.get(FACT)
    name = shown(rows[0].locality)
    if said is None and taken is not None and not _said(columns, line, FACT):
        line.facts[FACT] = taken.inhabitants
    elif said is None and taken is None:
        why = (
            "podano na ten dzień różne liczby"
            if any(one.on == day for one in populations)
            else "nie ma liczby na ten dzień"
        )
        what = (
            f"{name}: dzień, który się liczy, to {polish.day(day)}, a w pliku {why} "
            f"({numbers(populations)}); liczba mieszkańców pozostaje nieznana"
        )
        write = (
            "dopisz wiersz na ten dzień, zostaw jedno źródło albo wpisz population_on w call.yaml"
        )
        columns.problem(line, "locality", what, write, "warning")
    elif said is not None and all(one.inhabitants != said for one in _counting(populations, day)):
        what = (
            f"{name}: rejestr podaje {polish.number(said)}, a plik {numbers(populations)}; "
            "przyjęto liczbę z rejestru"
        )
        where = FACT if FACT in columns.of_fact else "locality"
        columns.problem(line, where, what, "popraw rejestr albo plik", "warning")


def _counting(populations: list[Population], day: date) -> list[Population]:
    """Return the numbers of the reference day, or all where there is none of that day."""
    return [one for one in populations if one.on == day] or populations


def _said(columns: Columns, line: Line, fact: str) -> bool:
    """Say whether the cell of a fact was found unreadable: then it is not blank."""
    return any(one.column == columns.heading(fact) for one in line.problems)
