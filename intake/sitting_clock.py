"""The hours of a sitting: its parts, who was there when, and the moment of each vote."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time
from itertools import pairwise

from intake.amounts import Unreadable
from intake.moments import moment_of, time_of
from intake.people import Known
from intake.sitting_text import AttendanceText, Hour, PartText, SittingText
from reading.problems import Problem
from reading.yaml_file import Path, YamlFile
from scoring import polish
from scoring.council.attendance import Part, Presence

_LONGEST_HOUR = len("10:15:00")


class Clock:
    """The parts of a sitting, and what turns an hour into a moment of one of them.

    ``problems`` gathers what is wrong with the hours that were asked for.
    """

    def __init__(self, parts: Sequence[PartText], yaml: YamlFile) -> None:
        """Keep the parts as they are written."""
        self.parts = tuple(Part(one.opened_at, one.closed_at, one.place, one.form) for one in parts)
        self.yaml = yaml
        self.problems: list[Problem] = [*self._parts()]

    def _parts(self) -> Iterator[Problem]:
        if not self.parts:
            what = "posiedzenie nie ma ani jednej części"
            yield self.yaml.problem(("parts",), what, "wpisz otwarcie, zamknięcie i miejsce")
        for place, one in enumerate(self.parts):
            if one.closed_at <= one.opened_at:
                what = "posiedzenie zamknięto, zanim je otwarto"
                path: Path = ("parts", place, "closed_at")
                yield self.yaml.problem(path, what, "popraw godziny")
        for place, (one, other) in enumerate(pairwise(self.parts), start=1):
            if other.opened_at <= one.closed_at:
                what = f"część {place + 1} zaczyna się, zanim skończyła się część {place}"
                yield self.yaml.problem(("parts", place, "opened_at"), what, "popraw godziny")

    def moment(self, hour: Hour, part: int | None, path: Path) -> datetime | None:
        """Return the moment of an hour; note a problem where it is none, or of no part."""
        if not self.parts:
            return None
        try:
            if isinstance(hour, datetime):
                found: datetime | None = hour
            elif len(hour.strip()) > _LONGEST_HOUR:
                found = moment_of(hour)
            else:
                found = self._of_day(time_of(hour), part, path)
        except Unreadable as wrong:
            self._note(path, wrong.what, wrong.write or "wpisz np. 10:15")
            return None
        if found is None or any(one.at(found) for one in self.parts):
            return found
        said = "; ".join(
            f"{polish.moment(one.opened_at)} – {one.closed_at:%H:%M}" for one in self.parts
        )
        what = f"{polish.moment(found)} jest poza godzinami posiedzenia ({said})"
        self._note(path, what, "popraw godzinę albo godziny posiedzenia")
        return None

    def _of_day(self, hour: time, part: int | None, path: Path) -> datetime | None:
        days = {one.opened_at.date() for one in self.parts}
        if part is not None:
            if not 1 <= part <= len(self.parts):
                self.no_part(part, path)
                return None
            days = {self.parts[part - 1].opened_at.date()}
        if len(days) != 1:
            what = f"nie wiadomo, w której części posiedzenia była godzina {hour:%H:%M}"
            self._note(path, what, "dopisz część, np. part: 1, albo wpisz także dzień")
            return None
        return datetime.combine(days.pop(), hour)

    def no_part(self, part: int, path: Path) -> None:
        """Note that the sitting has no such part."""
        count = polish.plural(len(self.parts), "część", "części", "części")
        self._note(path, f"nie ma części {part}", f"posiedzenie ma {count}")

    def _note(self, path: Path, what: str, write: str) -> None:
        self.problems.append(self.yaml.problem(path, what, write))

    def until(self, part: int) -> datetime | None:
        """Return to when somebody stays who stays to the end of a part: the next one's beginning."""
        return self.parts[part].opened_at if part < len(self.parts) else None


def presences(text: SittingText, clock: Clock, known: Known) -> list[Presence]:
    """Read who was there and when; mistakes are noted by the clock."""
    found: list[Presence] = []
    stretches: dict[str, list[tuple[int, Presence]]] = {}
    for position, one in enumerate(text.attendance):
        path: Path = ("attendance", position)
        clock.problems += known.problems(clock.yaml, (*path, "member"), one.member)
        presence = _presence(one, clock, known, path) if one.present else None
        if presence is not None:
            found.append(presence)
            stretches.setdefault(presence.member, []).append((position, presence))
    for some in stretches.values():
        clock.problems += _overlaps(some, clock)
    return found


def _presence(one: AttendanceText, clock: Clock, known: Known, path: Path) -> Presence | None:
    """Read one stretch; without hours it is all of the part, or of the whole sitting."""
    if not clock.parts:
        return None
    count = len(clock.parts)
    if one.part is not None and not 1 <= one.part <= count:
        clock.no_part(one.part, (*path, "part"))
        return None
    came = clock.parts[(one.part or 1) - 1].opened_at
    if one.came is not None:
        moment = clock.moment(one.came, one.part, (*path, "came"))
        if moment is None:
            return None
        came = moment
    whole = one.part is None and one.came is None
    part = count if whole else _part_of(came, clock)
    left = clock.until(part)
    if one.left is not None:
        left = clock.moment(one.left, one.part or (part if not whole else None), (*path, "left"))
        if left is None:
            return None
        if left <= came:
            what = f"{one.member}: wyjście o {left:%H:%M} nie jest późniejsze niż przyjście o {came:%H:%M}"
            problem = clock.yaml.problem((*path, "left"), what, "popraw godziny")
            clock.problems.append(problem)
            return None
    return Presence(known.find(one.member) or one.member, came, left)


def _part_of(moment: datetime, clock: Clock) -> int:
    """Return the number of the part that a moment falls in."""
    return next(
        (place for place, one in enumerate(clock.parts, start=1) if one.at(moment)),
        len(clock.parts),
    )


def _overlaps(stretches: Sequence[tuple[int, Presence]], clock: Clock) -> Iterator[Problem]:
    """Tell of a member who was there twice at once."""
    ordered = sorted(stretches, key=lambda one: (one[1].came, one[0]))
    for (_, one), (position, other) in pairwise(ordered):
        if one.left is None or other.came < one.left:
            what = f"{one.member}: ta obecność zachodzi na wcześniejszą (od {one.came:%H:%M})"
            write = "podaj przy wcześniejszej godzinę wyjścia albo zostaw jeden wpis"
            yield clock.yaml.problem(("attendance", position), what, write)
