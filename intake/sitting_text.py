"""What ``sitting.yaml`` may say, key by key; the form of a sitting is read into the same."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from scoring.call import Moment
from scoring.council.attendance import Form
from scoring.council.motion import Fate
from scoring.council.ties import ExclusionDecision
from scoring.council.vote import About
from scoring.value import Value


def _hour(written: object) -> object:
    """Refuse what is neither an hour nor a moment, in one sentence."""
    if isinstance(written, date) and not isinstance(written, datetime):
        raise ValueError("dzień bez godziny; wpisz np. 2022-04-14T12:00")
    if not isinstance(written, datetime | str):
        raise ValueError("to nie jest godzina; wpisz ją w cudzysłowie, np. '10:15'")
    if isinstance(written, datetime) and written.tzinfo is not None:
        raise ValueError("godzina ze strefą czasową; wpisz polską, np. '10:15'")
    return written


Hour = Annotated[datetime | str, BeforeValidator(_hour)]
"""An hour of the day of a part („10:15”), or a whole moment."""

ALL, REST = "all", "rest"


def _way(written: object) -> object:
    """Refuse what is neither a number of votes nor names, in one sentence."""
    names = isinstance(written, list) and all(isinstance(one, str) for one in written)
    if names or type(written) is int or written in (ALL, REST):
        return written
    raise ValueError("to nie są głosy; wpisz liczbę, all, rest albo listę nazwisk")


Way = Annotated[int | Literal["all", "rest"] | tuple[str, ...], BeforeValidator(_way)]
"""How many voted one way, or who: by name, all entitled, or all not named in the other ways."""


class PartText(Value):
    """A part of the sitting."""

    opened_at: Moment
    closed_at: Moment
    place: str
    form: Form = "in_person"


class AttendanceText(Value):
    """A stretch of time that a member was there; a name alone: all the time."""

    member: str
    present: bool = True
    part: int | None = None
    came: Hour | None = None
    left: Hour | None = None

    @model_validator(mode="before")
    @classmethod
    def _name(cls, written: Any) -> Any:  # noqa: ANN401 - pydantic gives what the file says
        return {"member": written} if isinstance(written, str) else written


class ExclusionText(ExclusionDecision):
    """What a person decided of an exclusion."""

    excluded: bool = True


class VoteText(Value):
    """A vote as it is written down."""

    about: About
    at: Hour
    in_favour: Way = Field(alias="for")
    against: Way = 0
    abstained: Way = 0
    subject: str | None = None
    part: int | None = None
    application: str | None = None
    concerns: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    led_by: str | None = None


class VoteNamed(Value):
    """Which vote decided on a motion: its hour, and what it was about where the hour is not enough."""

    at: Hour
    about: About | None = None

    @model_validator(mode="before")
    @classmethod
    def _bare_hour(cls, written: Any) -> Any:  # noqa: ANN401 - pydantic gives what the file says
        return written if isinstance(written, dict) else {"at": written}


class MotionText(Value):
    """A formal motion as it is written down: moved by a member of the council or another person."""

    text: str
    member: str | None = None
    person: str | None = None
    at: Hour | None = None
    part: int | None = None
    vote: VoteNamed | None = None
    fate: Fate | None = None


class SittingText(Value):
    """Everything that the file of a sitting may say."""

    number: str
    parts: tuple[PartText, ...]
    chair: str
    secretary: str | None = None
    committee: tuple[str, ...] = ()
    agenda: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    attendance: tuple[AttendanceText, ...] = ()
    exclusions: tuple[ExclusionText, ...] = ()
    votes: tuple[VoteText, ...] = ()
    consents: Literal["all"] | tuple[str, ...] = ()
    discussion: Mapping[str, str] = {}
    seed: str | None = None
    motions: tuple[MotionText, ...] = ()
    committee_chair: str | None = None
    committee_remarks: str | None = None
