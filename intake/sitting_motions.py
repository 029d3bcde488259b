"""The formal motions of a sitting as they are written down; what became of them follows from votes."""

from collections.abc import Sequence
from datetime import datetime

from intake.people import Known
from intake.sitting_clock import Clock
from intake.sitting_text import MotionText, SittingText, VoteNamed
from reading.problems import Problem
from reading.yaml_file import Path
from scoring import polish
from scoring.council.chamber import Chamber
from scoring.council.counting import check_vote
from scoring.council.motion import FATE_NAMES, Motion
from scoring.council.vote import ABOUT_NAMES, Vote


class Votes:
    """The votes of a sitting among which a motion finds its own, and how each of them ended."""

    def __init__(self, text: SittingText, taken: Sequence[Vote], chamber: Chamber) -> None:
        """Keep the votes that could be read."""
        self.taken, self.chamber = taken, chamber
        self.all_read = len(taken) == len(text.votes)

    def found(self, named: VoteNamed, at: datetime) -> list[int]:
        """Return the positions of the votes of that minute, and about that where it is said."""
        return [
            place
            for place, one in enumerate(self.taken)
            if one.at == at and named.about in (None, one.about)
        ]

    def ended(self, place: int) -> str:
        """Say how a vote ended."""
        passed = check_vote(self.taken[place], self.chamber).passed
        return {True: "przyjęto", False: "nie przyjęto", None: "głosowanie nieważne"}[passed]


def motions(
    text: SittingText, clock: Clock, votes: Votes, members: Known
) -> tuple[list[Motion], list[Problem]]:
    """Read the motions; return them with everything that is wrong. Hours are noted by the clock."""
    reader = _Reader(clock, votes, members)
    return [reader.motion(*one) for one in enumerate(text.motions)], reader.problems


class _Reader:
    """Reads one motion after another; ``problems`` gathers what is wrong with them."""

    def __init__(self, clock: Clock, votes: Votes, members: Known) -> None:
        self.clock, self.votes, self.members = clock, votes, members
        self.problems: list[Problem] = []

    def motion(self, position: int, one: MotionText) -> Motion:
        """Read one motion."""
        path: Path = ("motions", position)
        if not one.text.strip():
            self._note((*path, "text"), "wniosek formalny bez treści", "wpisz treść wniosku")
        name = self._mover(one, path)
        at, place = None, None
        if one.part is not None and not 1 <= one.part <= len(self.clock.parts):
            self.clock.no_part(one.part, (*path, "part"))
        else:
            at = None if one.at is None else self.clock.moment(one.at, one.part, (*path, "at"))
            place = self._vote(one, at, path)
        if at is not None and one.member is not None:
            self._there(name, at, path)
        self._fate(one, place, path)
        part = one.part if at is None else None
        return Motion(name, one.text.strip(), at, part, place, one.fate)

    def _mover(self, one: MotionText, path: Path) -> str:
        """Tell of a motion of nobody or of two, of no member, of a member put down as a guest."""
        known, person = self.members, (one.person or "").strip()
        if one.member is not None and one.person is not None:
            what = "wniosek formalny zgłosił i członek Rady, i inna osoba"
            self._note((*path, "person"), what, "zostaw jedno z nich")
        elif one.member is None and not person:
            what = "nie zapisano, kto zgłosił wniosek formalny"
            self._note(path, what, "dopisz member: członek Rady albo person: inna osoba")
        if person and known.find(person) is not None:
            what = f"„{person}” zasiada w Radzie"
            self._note((*path, "person"), what, "wpisz to nazwisko przy member")
        if one.member is None:
            return person
        self.problems += known.problems(self.clock.yaml, (*path, "member"), one.member)
        return known.find(one.member) or one.member

    def _there(self, name: str, at: datetime, path: Path) -> None:
        """Tell of a member who moved something while away."""
        known, there = self.members.find(name), self.votes.chamber.present(at)
        if known is not None and known not in {each.name for each in there}:
            what = f"{name}: wniosek formalny o {at:%H:%M}, a według obecności nie było tej osoby"
            self._note((*path, "at"), what, "popraw godzinę albo obecność")

    def _vote(self, one: MotionText, at: datetime | None, path: Path) -> int | None:
        """Find the vote that decided on a motion; there must be one, and not before it was moved."""
        if one.vote is None:
            return None
        where = (*path, "vote")
        when = self.clock.moment(one.vote.at, one.part, where)
        if when is None:
            return None
        if at is not None and when < at:
            what = f"głosowano o {when:%H:%M}, a wniosek formalny zgłoszono o {at:%H:%M}"
            self._note(where, what, "popraw jedną z godzin")
        found = self.votes.found(one.vote, when)
        if len(found) == 1:
            return found[0]
        about = "" if one.vote.about is None else f" „{ABOUT_NAMES[one.vote.about]}”"
        said = polish.moment(when)
        if found:
            write = "dopisz, czego dotyczyło, np. vote: {at: '10:10', about: order}"
            if about:
                write = "wpisz przy głosowaniach różne godziny, choćby z sekundami"
            what = f"{said}: głosowań{about} o tej godzinie jest kilka ({len(found)})"
            self._note(where, what, write)
        elif self.votes.all_read:
            write = "wpisz godzinę, która stoi przy głosowaniu, albo dopisz to głosowanie"
            self._note(where, f"{said}: nie ma głosowania{about} o tej godzinie", write)
        return None

    def _fate(self, one: MotionText, place: int | None, path: Path) -> None:
        """Tell of a motion of which nobody says what became, or somebody says it beside a vote."""
        if one.vote is None and one.fate is None:
            what = "nie zapisano, co się stało z wnioskiem formalnym"
            names = ", ".join(f"{key} ({name})" for key, name in FATE_NAMES.items())
            self._note(path, what, f"dopisz vote: godzina głosowania albo fate: {names}")
        if one.vote is not None and one.fate is not None:
            what = f"wniosek formalny głosowano, a wpisano też: {FATE_NAMES[one.fate]}"
            counted = "" if place is None else f" (policzono: {self.votes.ended(place)})"
            write = f"usuń fate; o wyniku rozstrzygają policzone głosy{counted}"
            self._note((*path, "fate"), what, write)

    def _note(self, path: Path, what: str, write: str) -> None:
        self.problems.append(self.clock.yaml.problem(path, what, write))
