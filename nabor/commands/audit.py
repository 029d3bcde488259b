"""``nabor audit``: are the kept records as they were kept?"""

import json
import re
import sys
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from nabor import screen
from nabor.words import AsJson, CallFolder, Database
from reading.problems import Problem, Refused
from rounds.calls_of_office import database_beside
from scoring import polish

if TYPE_CHECKING:
    from rounds.audit_records import AuditedRecords


def run(
    call: CallFolder,
    link: Annotated[
        str | None,
        typer.Option(
            "--link",
            metavar="OGNIWO",
            help="Ogniwo z przekazanego pakietu albo z „nabor history”: czy jest w łańcuchu.",
        ),
    ] = None,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Sprawdza zapisy w bazie: czy nikt ich nie zmienił poza programem. Kod 1: zmienił.

    Przykład: nabor audit examples/trygon-2013
    """
    from rounds.audit_records import audit_records

    sought = None if link is None else _sought(link)
    audited = audit_records(call, database or database_beside(call))
    found = audited.chain
    there = sought is None or any(one.startswith(sought) for one in found.hashes)
    if as_json:
        said = {
            "holds": audited.holds and there,
            "links": found.links,
            "versions": found.versions,
            "documents": found.documents,
            "last": found.last,
            "broken": None
            if found.broken is None
            else {"link": found.broken.link, "what": found.broken.what},
            "decided_again": audited.decided_again,
            "otherwise": list(audited.otherwise),
            "guards_missing": list(found.guards_missing),
            **({} if link is None else {"link_found": there}),
        }
        sys.stdout.write(json.dumps(said, ensure_ascii=False, indent=2) + "\n")
    else:
        _show(audited, link, there=there)
    if not (audited.holds and there):
        raise typer.Exit(1)


def _sought(link: str) -> str:
    """Return the beginning of the hash that is looked for; a shorter one might fit by chance."""
    sought = link.strip().lower().replace(" ", "")
    if not _LINK.fullmatch(sought):
        write = "przepisz co najmniej 16 pierwszych znaków (cyfry i litery a–f)"
        raise Refused([Problem("--link", f"„{link}” nie jest ogniwem", write)])
    return sought


_LINK = re.compile(r"[0-9a-f]{16,64}")


def _show(audited: "AuditedRecords", link: str | None, *, there: bool) -> None:
    found = audited.chain
    counts = ", ".join(
        (
            polish.plural(found.links, "ogniwo", "ogniwa", "ogniw"),
            polish.plural(found.versions, "wersja", "wersje", "wersji"),
            polish.plural(found.documents, "wydruk", "wydruki", "wydruków"),
        )
    )
    if found.broken is None:
        screen.out.print(f"Zapisy są nienaruszone: {counts}.")
        screen.out.print(f"Ostatnie ogniwo: {found.last}", soft_wrap=True)
    else:
        where = "" if found.broken.link is None else f"Ogniwo {found.broken.link}: "
        screen.out.print(f"[bold red]Zapisy zmieniono poza programem.[/] Sprawdzono: {counts}.")
        screen.out.print(f"{where}{escape(found.broken.what)}.", soft_wrap=True)
    again = polish.plural(audited.decided_again, "wersję", "wersje", "wersji")
    if not found.holds:
        screen.out.print("Wersji nie policzono ponownie, bo zapisy są naruszone.")
    elif audited.otherwise:
        screen.out.print(f"[bold red]Z zapisów wynika co innego[/] (policzono ponownie {again}):")
        for said in audited.otherwise:
            screen.out.print(f"  {escape(said)}.", soft_wrap=True)
    else:
        screen.out.print(f"Policzono ponownie {again} naboru: wyniki takie, jak zapisano.")
    if found.guards_missing:
        count = polish.plural(len(found.guards_missing), "blokadę", "blokady", "blokad")
        names = ", ".join(found.guards_missing)
        screen.out.print(f"[bold yellow]Uwaga[/]: w bazie zdjęto {count} zmian: {names}.")
    if link is not None:
        said = "jest w łańcuchu" if there else "nie jest w łańcuchu: zapisy po nim usunięto"
        screen.out.print(f"Ogniwo {escape(link)} {said}.", soft_wrap=True)
