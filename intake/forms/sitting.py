"""The form of a sitting: its members, the proposed exclusions, and the votes that lie ahead."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from intake.forms.book import Filled, write_book
from intake.sitting_sheets import ATTENDANCE, EXCLUSIONS, MOTIONS, SITTING, VOTES
from scoring import polish
from scoring.application import Application
from scoring.call import Call
from scoring.council.sitting import Council
from scoring.council.ties import proposals
from scoring.council.vote import ABOUT_NAMES, About

AGENDA = (
    "Otwarcie posiedzenia, stwierdzenie kworum i parytetu grup interesu",
    "Wybór sekretarza posiedzenia i komisji skrutacyjnej",
    "Przyjęcie porządku obrad",
    "Deklaracje bezstronności i poufności, rejestr powiązań",
    "Informacja o naborze i o wynikach wstępnej weryfikacji wniosków",
    "Wyłączenia członków Rady z oceny operacji",
    "Ocena i wybór operacji",
    "Lista rankingowa, lista operacji wybranych i niewybranych",
    "Wolne wnioski i zamknięcie posiedzenia",
)
"""The points of a usual sitting, in their order."""

_OF_EACH: tuple[About, ...] = ("conformity", "points", "amount", "selection")


def write_sitting_form(
    file: Path, call: Call, council: Council, applications: Sequence[Application]
) -> None:
    """Write the form of a sitting about a call."""
    members = sorted((one.name for one in council.members), key=polish.alphabetical)
    ordered = sorted(applications, key=lambda one: polish.natural(one.number))
    given = [one for one in ordered if not one.withdrawn]
    lists = {"Członek Rady": tuple(members)}
    numbers = {"Znak sprawy": tuple(one.number for one in given)} if given else {}
    chair = {"Przewodniczy": tuple(members)}
    fields = {"Porządek obrad": "\n".join(AGENDA)}
    present = [{"Członek Rady": name} for name in members]
    proposed = [*_proposed(council, given)]
    votes = [*_votes(given)]
    title = f"Posiedzenie Rady – nabór nr {call.number} – {call.lgd.name}"
    sheets = (
        Filled(SITTING, "co powiedziano raz o całym posiedzeniu", [fields], chair),
        Filled(
            ATTENDANCE, "wiersz to obecność; kto wyszedł i wrócił, ma dwa wiersze", present, lists
        ),
        Filled(
            EXCLUSIONS,
            "propozycje z rejestru powiązań; rozstrzyga człowiek",
            proposed,
            lists | numbers,
        ),
        Filled(VOTES, "wiersz to głosowanie, w kolejności posiedzenia", votes, numbers),
        Filled(MOTIONS, "wiersz to wniosek formalny; bez wniosków arkusz zostaje pusty", [], lists),
    )
    write_book(file, call, title, sheets)


def _proposed(council: Council, applications: Sequence[Application]) -> Iterator[dict[str, str]]:
    """Write what the ties suggest; whether somebody is excluded is left blank."""
    for one in proposals(council.members, council.ties, applications):
        why = f"{one.why}" if one.certain else f"{one.why} (do wyjaśnienia)"
        yield {"Członek Rady": one.member, "Znak sprawy": one.application, "Powód": why}


def _votes(applications: Sequence[Application]) -> Iterator[dict[str, str]]:
    """Write the votes of a usual sitting."""
    yield _vote("order", "Wybór sekretarza i komisji skrutacyjnej")
    yield _vote("order", "Przyjęcie porządku obrad")
    yield _vote("exclusion", "Wyłączenia członków Rady z oceny operacji")
    for one in applications:
        for about in _OF_EACH:
            yield _vote(about, one.title, one.number)
    yield _vote("list", "Przyjęcie listy rankingowej oraz listy operacji wybranych")


def _vote(about: About, subject: str, number: str = "") -> dict[str, str]:
    return {"Czego dotyczy": ABOUT_NAMES[about], "Treść": subject, "Znak sprawy": number}
