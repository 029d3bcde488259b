"""What is laid ready for the sitting when a call has closed: forms, blank cards, the dates.

A form is made where somebody has to fill it in; where not, it is said why.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from intake.forms import (
    write_cards_form,
    write_council_form,
    write_rulings_form,
    write_sitting_form,
)
from intake.rulings import rulings_needed
from intake.sitting import find_sitting
from reading.problems import Refused
from rounds.call_deadlines import CallDeadlines
from rounds.forms_of_call import Material
from rounds.office_calendar import office_calendar
from rounds.open_call import OpenedCall, PreparedCall
from rounds.open_sitting import council_of
from scoring import polish
from scoring.programme.operation import Under
from templates.alone import print_blank_cards
from templates.base.signature import is_cooperation
from templates.intake_report.view import Prepared
from templates.letterhead import Paper


@dataclass(frozen=True, slots=True)
class Found:
    """What could be read of a call; ``None`` is what could not."""

    prepared: PreparedCall | None
    opened: OpenedCall | None
    deadlines: CallDeadlines
    paper: Paper | None

    def needed_prepared(self) -> PreparedCall:
        """Return the call with its criteria and council.

        Raises:
            NotMade: they could not be read.
        """
        if self.prepared is None:
            raise NotMade("Nie odczytano naboru, kryteriów albo Rady: najpierw popraw błędy.")
        return self.prepared

    def needed_opened(self) -> OpenedCall:
        """Return the call with at least one application to assess.

        Raises:
            NotMade: it could not be read, or there is none.
        """
        if self.opened is None:
            raise NotMade("Nie odczytano wniosków: najpierw popraw błędy.")
        if all(one.withdrawn for one in self.opened.register.applications):
            raise NotMade("W rejestrze nie ma wniosku do oceny.")
        return self.opened


class NotMade(Exception):  # noqa: N818 - it is no error of the program but an answer to the clerk
    """Why a form is not made, as a sentence."""


def lay_ready(folder: Path, found: Found) -> tuple[Prepared, ...]:
    """Write into a folder every form that somebody has to fill in, and say why not the others."""
    return tuple(_laid(title, folder / name, write, found) for title, name, write in _FORMS)


def _laid(title: str, file: Path, write: Callable[[Path, Found], str], found: Found) -> Prepared:
    try:
        return Prepared(title, file.name, write(file, found))
    except NotMade as why:
        return Prepared(title, None, str(why))
    except Refused as refused:
        return Prepared(title, None, f"{polish.capital(refused.problems[0].what)}.")


def _sitting(file: Path, found: Found) -> str:
    opened = found.needed_opened()
    prepared = opened.prepared
    _refuse_cooperation(prepared)
    council = council_of(prepared).council
    sat = find_sitting(prepared.folder)
    if sat is not None:
        raise NotMade(f"Posiedzenie jest już zapisane: {sat.name}.")
    write_sitting_form(file, prepared.call, council, opened.register.applications)
    return (
        "Są w nim członkowie Rady, wnioski, propozycje wyłączeń i porządek obrad. Wypełnij go na "
        "posiedzeniu i zapisz w folderze naboru jako sitting.xlsx."
    )


def _cards(file: Path, found: Found) -> str:
    opened = found.needed_opened()
    prepared = opened.prepared
    _material(opened).needed_cards()
    if prepared.call_file.cards is not None:
        name = prepared.call_file.cards.name
        raise NotMade(f"Karty są już w pliku {name}; brakujące oceny dopisz tam.")
    if not prepared.call.council.members:
        raise NotMade("Nie wiadomo, kto ocenia: najpierw wypełnij formularz Rady.")
    write_cards_form(file, prepared.call, prepared.ruleset, opened.register.applications)
    return (
        "Wiersz to ocena jednego wniosku przez jednego członka Rady. Przepisz do niego karty i "
        "zapisz go w folderze naboru jako cards.xlsx."
    )


def _printed_cards(file: Path, found: Found) -> str:
    opened = found.needed_opened()
    cards = _material(opened).needed_cards()
    if opened.prepared.call_file.cards is not None:
        raise NotMade(f"Karty są już w pliku {opened.prepared.call_file.cards.name}.")
    print_blank_cards(cards, file, found.paper)
    return "Wydrukuj tyle razy, ilu członków Rady ocenia; każdy wypełnia i podpisuje swoje karty."


def _rulings(file: Path, found: Found) -> str:
    opened = found.needed_opened()
    prepared, material = opened.prepared, _material(opened)
    material.needed_rulings()
    under = Under(material.needed_programme(), opened.earlier_aid)
    catalogue = prepared.ruleset.catalogue
    needed = rulings_needed(prepared.call, catalogue, under, material.applications)
    missing = [(one, rule) for one, rule in needed if rule.number not in one.rulings]
    known = prepared.call_file.rulings
    if not missing:
        there = "" if known is None else f" ({known.name})"
        raise NotMade(f"Nie brakuje żadnego ustalenia, od którego zależy wynik{there}.")
    write_rulings_form(file, prepared.call, missing)
    if known is None:
        return "Wpisz ustalenia z uzasadnieniem i zapisz plik w folderze naboru jako rulings.xlsx."
    return f"Wpisz brakujące ustalenia z uzasadnieniem i dopisz te wiersze do pliku {known.name}."


def _council(file: Path, found: Found) -> str:
    prepared = found.needed_prepared()
    _refuse_cooperation(prepared)
    if prepared.council is not None:
        raise NotMade(f"Rada jest już zapisana: {prepared.council.file.name}.")
    write_council_form(file, prepared.call)
    return (
        "Wpisz członków Rady, ich powiązania i zasady pracy, zapisz w folderze naboru jako "
        "council.xlsx. Dopiero wtedy może powstać formularz posiedzenia."
    )


def _calendar(file: Path, found: Found) -> str:
    if all(one.due is None for one in found.deadlines.deadlines):
        raise NotMade("Żaden termin nie ma jeszcze ostatniego dnia.")
    file.write_bytes(office_calendar(found.deadlines))
    return "Otwórz w kalendarzu biura: każdy termin stanie w swoim ostatnim dniu."


_FORMS: tuple[tuple[str, str, Callable[[Path, Found], str]], ...] = (
    ("Formularz posiedzenia Rady", "posiedzenie-szablon.xlsx", _sitting),
    ("Formularz kart oceny", "karty-szablon.xlsx", _cards),
    ("Karty oceny do wypełnienia ręką", "karty-do-wypelnienia.pdf", _printed_cards),
    ("Formularz ustaleń", "ustalenia-szablon.xlsx", _rulings),
    ("Formularz Rady", "rada-szablon.xlsx", _council),
    ("Terminy do kalendarza", "terminy.ics", _calendar),
)
"""What each is called, the name of its file (as the commands call it), and who writes it."""


def _material(opened: OpenedCall) -> Material:
    return Material(opened.prepared, opened.register.applications)


def _refuse_cooperation(prepared: PreparedCall) -> None:
    if is_cooperation(prepared.call):
        raise NotMade("Projekty współpracy ocenia zarząd województwa, a nie Rada.")
