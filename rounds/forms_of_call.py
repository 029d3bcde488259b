"""What the blank forms of a call are made from, and why one of them would be of no use."""

from dataclasses import dataclass
from pathlib import Path

from intake.register import read_register
from intake.rulings import rulings_wanted
from intake.strays import CALL
from reading.problems import Problem, Refused
from rounds.open_call import PreparedCall, prepare_call
from scoring.application import Application
from scoring.programme.edition import Programme
from scoring.programme.rule import ProgrammeRule
from templates.blank_card.view import CardsOf


@dataclass(frozen=True, slots=True)
class Material:
    """A call with the applications of its register, if the form names any; and what to look at."""

    prepared: PreparedCall
    applications: tuple[Application, ...] = ()
    warnings: tuple[Problem, ...] = ()

    def needed_programme(self) -> Programme:
        """Return the programme that the call runs under.

        Raises:
            Refused: it runs under none, so that nobody would read the form.
        """
        if self.prepared.programme is None:
            what = "nabór nie ma klucza „programme”, więc tego formularza nikt by nie czytał"
            file = str(self.prepared.folder / CALL)
            raise Refused([Problem(file, what, "dopisz programme: {edition: …}")])
        return self.prepared.programme

    def needed_rulings(self) -> list[tuple[Application, ProgrammeRule]]:
        """Return every application with each rule on which a person has to find.

        Raises:
            Refused: the call runs under no programme, or no person has to find anything.
        """
        programme, prepared = self.needed_programme(), self.prepared
        catalogue = prepared.ruleset.catalogue
        wanted = rulings_wanted(prepared.call, catalogue, programme, self.applications)
        if not wanted:
            what = "w tym naborze nie ma reguły, którą rozstrzyga człowiek"
            raise Refused([Problem(str(prepared.folder), what, "ustaleń nie trzeba wpisywać")])
        return wanted

    def needed_cards(self) -> CardsOf:
        """Return what the blank cards to be filled in by hand are made from.

        Raises:
            Refused: there is nothing that members judge, or nobody to assess.
        """
        prepared, council = self.prepared, self.prepared.council
        check = None if council is None else council.council.rules.card_check
        cards = CardsOf(prepared.call, prepared.ruleset, self.applications, check)
        if not cards.judged:
            what = "kryteria tego naboru wylicza się z danych wniosku, więc kart nikt nie wypełnia"
            write = "karty z policzonymi punktami wydrukuje „nabor round”"
            raise Refused([Problem(str(prepared.criteria_file), what, write)])
        if all(one.withdrawn for one in self.applications):
            register = str(prepared.call_file.needed_register())
            what = "w rejestrze nie ma wniosku do oceny"
            raise Refused([Problem(register, what, "wpisz wnioski, potem drukuj karty")])
        return cards


def read_material(folder: Path, *, applications: bool) -> Material:
    """Read what a form is made from.

    ``applications``: whether the form names those of the register, which must then be there.

    Raises:
        Refused: the call, or the register, cannot be used.
    """
    prepared = prepare_call(folder)
    if not applications:
        return Material(prepared, (), prepared.warnings)
    file = prepared.call_file.needed_register()
    register = read_register(file, prepared.call, prepared.ruleset, prepared.programme)
    return Material(prepared, register.applications, (*prepared.warnings, *register.warnings))
