"""``nabor lgd``: the public directory of LGDs, organisations and institutions, and what they announce."""

import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from rich.markup import escape

from criteria.directory.entry import (
    KIND_NAMES,
    NEWS_NAMES,
    SECTOR_NAMES,
    Announcement,
    Entry,
    in_force,
)
from criteria.directory.find import Found, find, nearest
from criteria.directory.read import LGDS, Directory, read_directory
from intake.amounts import Unreadable
from intake.moments import date_of
from nabor import screen
from nabor.words import AsJson
from reading.problems import Problem, Refused
from scoring import polish


def run(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SZUKANE…]", help="Nazwa, jej część albo gmina; puste: wszystkie."),
    ] = None,
    news: Annotated[
        bool, typer.Option("--news", help="Wypisuje ogłoszenia aktualne w danym dniu.")
    ] = False,
    day: Annotated[
        str | None,
        typer.Option(metavar="DZIEŃ", help="Na który dzień, np. 5.05.2030; zwykle dziś."),
    ] = None,
    directory: Annotated[
        Path, typer.Option(metavar="FOLDER", help="Folder z katalogiem; zwykle ten z programu.")
    ] = LGDS,
    as_json: AsJson = False,
) -> None:
    """Pokazuje katalog LGD: siedziby, telefony, gminy, a z --news ogłoszenia.

    Przykład: nabor lgd Suraż
    """
    known = read_directory(directory)
    on = _day(day)
    asked = " ".join(words or ())
    found = (
        _found(known, asked, directory) if asked.strip() else [Found(one) for one in known.entries]
    )
    if news:
        ids = {one.entry.id for one in found}
        current = [one for one in in_force(known.announcements, on) if one.by in ids]
        _show_news(known, current, on, as_json=as_json)
    elif as_json:
        _write({"on": on.isoformat(), "entries": [_entry(one, on) for one in found]})
    elif asked.strip():
        for one in found:
            _show_whole(one, on)
    else:
        for one in found:
            _show_line(one.entry, on)


def _day(written: str | None) -> date:
    """Read the day that was asked for; otherwise it is today in Poland."""
    if written is None:
        return datetime.now(ZoneInfo("Europe/Warsaw")).date()  # noqa: TID251 - the door's clock
    try:
        return date_of(written)
    except Unreadable as wrong:
        write = wrong.write or "wpisz np. 5.05.2030"
        raise Refused([Problem("--day", wrong.what, write)]) from None


def _found(known: Directory, asked: str, directory: Path) -> list[Found]:
    """Find what was asked for.

    Raises:
        Refused: there is nothing like it; the nearest names are told.
    """
    found = find(known, asked)
    if found:
        return found
    near = " albo ".join(f"„{one}”" for one in nearest(known, asked))
    what = f"w katalogu nie ma LGD, organizacji ani gminy „{asked}”"
    write = f"czy chodziło o {near}?" if near else "wszystkie wpisy pokazuje „nabor lgd”"
    raise Refused([Problem(str(directory), what, write)])


def _show_line(entry: Entry, on: date) -> None:
    gminas = polish.plural(len(entry.area), "gmina", "gminy", "gmin") if entry.area else None
    stale = entry.freshness(on) if entry.is_stale(on) else None
    telephone = entry.telephone and f"tel. {entry.telephone}"
    said = " · ".join(one for one in (entry.seat, telephone, gminas, stale) if one)
    screen.out.print(f"[bold]{escape(entry.name)}[/]", soft_wrap=True)
    if said:
        screen.out.print(f"  {escape(said)}", soft_wrap=True)


def _show_whole(found: Found, on: date) -> None:
    entry = found.entry
    screen.out.print(f"[bold]{escape(entry.name)}[/]", soft_wrap=True)
    kind = KIND_NAMES[entry.kind] + (f" {SECTOR_NAMES[entry.sector]}" if entry.sector else "")
    lines = [
        ("", f"{kind}, id: {entry.id}"),
        ("Siedziba", entry.seat),
        ("Telefon", entry.telephone),
        ("Strona", entry.href),
        ("Znaleziono", ", ".join(found.gminas)),
        (
            f"Obszar ({polish.plural(len(entry.area), 'gmina', 'gminy', 'gmin')})",
            ", ".join(entry.area),
        ),
        ("Źródło", f"{entry.source}; {entry.freshness(on)}"),
    ]
    for name, said in lines:
        if said:
            screen.out.print(
                f"  {name}: {escape(said)}" if name else f"  {escape(said)}", soft_wrap=True
            )


def _show_news(known: Directory, current: list[Announcement], on: date, *, as_json: bool) -> None:
    if as_json:
        said = [one.model_dump(mode="json") for one in current]
        _write({"on": on.isoformat(), "announcements": said})
        return
    if not current:
        screen.out.print(f"Na {polish.day(on)} katalog nie ma żadnego ogłoszenia.")
    for one in current:
        by = known.entry(one.by)
        screen.out.print(
            f"[bold]{escape(f'{NEWS_NAMES[one.kind]}: {one.title}')}[/]", soft_wrap=True
        )
        term = polish.day(one.starts_on)
        if one.ends_on != one.starts_on:
            term += f" – {polish.day(one.ends_on)}"
        for line in (one.by if by is None else by.name, term, one.href, f"Źródło: {one.source}"):
            if line:
                screen.out.print(f"  {escape(line)}", soft_wrap=True)


def _entry(found: Found, on: date) -> dict[str, object]:
    said = found.entry.model_dump(mode="json")
    return {**said, "stale": found.entry.is_stale(on), "found_by": list(found.gminas)}


def _write(said: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(said, ensure_ascii=False, indent=2) + "\n")
