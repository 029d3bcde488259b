"""An operation as the rules of the programme look at it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import cast

from scoring.application import Application
from scoring.call import Call
from scoring.earlier_aid import EarlierAid, Histories, History, in_order
from scoring.facts import Catalogue, FactValue
from scoring.party import Partner, Party
from scoring.programme.edition import Programme, Since
from scoring.programme.of_call import BUSINESS, CallProgramme, OperationKind, Procedure


@dataclass(frozen=True)
class Surroundings:
    """What is the same for every operation of a call: the call, its programme, earlier aid.

    ``earlier`` is ``None`` where nobody has looked for earlier aid.
    """

    call: Call
    of_call: CallProgramme
    programme: Programme
    catalogue: Catalogue
    earlier: Sequence[EarlierAid] | None = None

    @property
    def procedure(self) -> Procedure:
        """Who is chosen in the call."""
        return self.of_call.procedure

    @property
    def day(self) -> date:
        """The day whose figures bind the call: that of its announcement."""
        return self.call.announced_on

    @cached_property
    def histories(self) -> Histories | None:
        """The earlier aid by party; ``None`` where nobody has looked for it."""
        return None if self.earlier is None else Histories(self.earlier)

    def figure(self, name: str) -> Since:
        """Return a figure of the programme.

        Raises:
            KeyError: this edition has none; the rule that reads it should not have been asked.
        """
        found = self.programme.figure(name, self.day)
        if found is None:
            raise KeyError(name)
        return found

    def has(self, name: str) -> bool:
        """Say whether the edition has a figure on the day of the announcement."""
        return self.programme.figure(name, self.day) is not None

    def grosze(self, name: str) -> int:
        """Return a figure that is an amount in PLN, in grosze."""
        return int(self.figure(name).value * 100)


@dataclass(frozen=True, slots=True)
class Under:
    """The programme that a call runs under, and the aid that was granted earlier.

    ``earlier_aid`` is ``None`` where nobody has looked for it; rules that ask stay unknown then.
    """

    programme: Programme
    earlier_aid: tuple[EarlierAid, ...] | None = None

    def __post_init__(self) -> None:
        """Put earlier aid in the order of its days: that of rows in a file never matters."""
        if self.earlier_aid is not None:
            object.__setattr__(self, "earlier_aid", in_order(self.earlier_aid))


def surroundings(call: Call, catalogue: Catalogue, under: Under | None) -> Surroundings | None:
    """Put together what the rules look at beside each application; nothing outside a programme.

    Raises:
        ValueError: a call names a programme that is not given, or the other way round.
    """
    if (call.programme is None) != (under is None):
        raise ValueError("a call and its programme are given together")
    if call.programme is None or under is None:
        return None
    return Surroundings(call, call.programme, under.programme, catalogue, under.earlier_aid)


@dataclass(frozen=True, slots=True)
class Operation:
    """One application seen with its call, its programme and its history."""

    application: Application
    around: Surroundings

    def fact(self, name: str) -> FactValue | None:
        """Return what the application says, or ``None`` while it is not known."""
        return self.application.facts.get(name)

    def name_of(self, name: str) -> str:
        """Return the Polish name of a fact."""
        return self.around.catalogue.fact(name).name

    def says(self, name: str) -> bool | None:
        """Return a yes or no of the application, or ``None`` while it is not known."""
        return cast("bool | None", self.fact(name))

    def grosze(self, name: str) -> int | None:
        """Return an amount of the application in grosze, or ``None`` while it is not known."""
        return cast("int | None", self.fact(name))

    def number(self, name: str) -> Decimal | None:
        """Return a number of the application, or ``None`` while it is not known."""
        value = self.fact(name)
        return None if value is None else Decimal(cast("int | Decimal", value))

    @property
    def kind(self) -> OperationKind | None:
        """What the operation is for: as the call says of all, else as the register says."""
        said = self.around.of_call.operation or self.fact("operation_kind")
        return cast("OperationKind | None", said)

    @property
    def is_business(self) -> bool | None:
        """Whether the operation starts or develops a business; unknown while its kind is."""
        return None if self.kind is None else self.kind in BUSINESS

    @property
    def is_public(self) -> bool | None:
        """Whether the applicant is a unit of the public finance sector."""
        said = self.fact("applicant_kind")
        return None if said is None else said in ("public_unit", "voivodeship")

    @property
    def carriers(self) -> tuple[Partner, ...]:
        """All who carry the operation out, each with its share; the applicant alone has all.

        One party that is written down twice has one limit, and both of its shares.
        """
        found: list[Partner] = []
        for one in self.application.partners:
            twin = next((other for other in found if other.party.is_surely(one.party)), None)
            if twin is None:
                found.append(one)
            else:
                found[found.index(twin)] = Partner(twin.party, twin.share + one.share)
        return tuple(found) or (Partner(self.application.party, Fraction(1)),)

    @property
    def history(self) -> History | None:
        """The earlier aid of all who carry the operation out; ``None`` where nobody has looked."""
        found = [self.history_of(one.party) for one in self.carriers]
        known = [one for one in found if one is not None]
        if not known:
            return None
        certain = dict.fromkeys(aid for one in known for aid in one.certain)
        doubtful = dict.fromkeys(aid for one in known for aid in one.doubtful if aid not in certain)
        return History(in_order(certain), in_order(doubtful))

    def history_of(self, party: Party) -> History | None:
        """The earlier aid of one of those who carry the operation out.

        The list of partners may give a number of the applicant that the register does not.
        """
        one = self.application
        histories = self.around.histories
        if histories is None:
            return None
        known = next((each for each in one.parties if each.is_surely(party)), party)
        return histories.of(known, one.number, one.parties)
