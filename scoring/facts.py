"""Facts: what an application says, each with a type, a unit and a Polish name.

Values in the house are exact: money is whole grosze, a share is a Decimal number of per cent.
A fact that is not known is absent; it is never zero and never an empty text.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from scoring import polish
from scoring.numbers import exact, plain
from scoring.source_text import SourceText
from scoring.value import Value

FactValue = bool | int | Decimal | str | date | datetime
"""One known fact: money in grosze, a share in per cent, a choice as the id of its option."""

Written = Any
"""A value as a rule file has it; once bound to its fact, a FactValue in the unit of the house."""

Facts = Mapping[str, FactValue]
"""The known facts of one application, by fact id."""


class FactType(StrEnum):
    """What kind of value a fact holds."""

    YES_NO = "yes_no"
    WHOLE = "whole"
    DECIMAL = "decimal"
    MONEY = "money"
    SHARE = "share"
    DATE = "date"
    MOMENT = "moment"
    CHOICE = "choice"
    TEXT = "text"


NUMERIC = frozenset({FactType.WHOLE, FactType.DECIMAL, FactType.MONEY, FactType.SHARE})
TIME = frozenset({FactType.DATE, FactType.MOMENT})
ORDERED = NUMERIC | TIME

WHAT_TO_WRITE = {
    FactType.YES_NO: "tak albo nie",
    FactType.WHOLE: "liczbę całkowitą, np. 2",
    FactType.DECIMAL: "liczbę, np. 1,5",
    FactType.MONEY: "kwotę w złotych, np. 1 234,56",
    FactType.SHARE: "liczbę procent, np. 36,84",
    FactType.DATE: "datę, np. 5.05.2022",
    FactType.MOMENT: "datę i godzinę, np. 5.05.2022 10:15",
    FactType.CHOICE: "jedną z podanych możliwości",
    FactType.TEXT: "tekst",
}
"""For each type, what a clerk is asked to write."""

_IN_A_FILE = {
    FactType.DECIMAL: "liczbę z kropką, np. 1.5",
    FactType.MONEY: "kwotę w złotych, np. 1234.56",
    FactType.SHARE: "liczbę procent, np. 36.84",
    FactType.DATE: "datę, np. 2022-05-05",
    FactType.MOMENT: "datę i godzinę, np. 2022-05-05T10:15",
}
"""What is written otherwise in a YAML or JSON file than in a register."""


class Fact(Value):
    """An entry of the fact catalogue.

    ``columns`` are the headings under which offices' registers carry the fact; ``personal`` facts
    never leave the office in a public document. ``of_office`` facts are found out by the office
    itself: no applicant is asked for them.
    """

    id: str
    name: str
    type: FactType
    unit: str | None = None
    options: dict[str, str] = {}
    columns: tuple[str, ...] = ()
    evidence: str | None = None
    personal: bool = False
    of_office: bool = False
    required: bool = False

    def from_file(self, written: object) -> FactValue:
        """Return a value written in a YAML or JSON file in the unit of the house.

        Raises:
            ValueError: the value is not of this fact's type; the message says what to write.
        """
        known = _FROM_FILE[self.type](written)
        if known is None or (self.type is FactType.CHOICE and known not in self.options):
            advice = _IN_A_FILE.get(self.type, self.what_to_write)
            raise ValueError(f"„{written}” nie pasuje; wpisz {advice}")
        return known

    @property
    def what_to_write(self) -> str:
        """Say what a clerk is to write, with the options of a choice."""
        if self.type is FactType.CHOICE and self.options:
            names = ", ".join(f"{name} ({key})" for key, name in self.options.items())
            return f"jedną z możliwości: {names}"
        return WHAT_TO_WRITE[self.type]

    def plain(self, value: FactValue) -> str | bool | int:
        """Return the value for JSON: money as ``"1234.56"``, dates in ISO form."""
        if self.type is FactType.MONEY:
            return f"{Decimal(int(value)) / 100:.2f}"  # type: ignore[arg-type]
        if isinstance(value, bool | int):
            return value
        if isinstance(value, Decimal):
            return plain(exact(value))
        return value.isoformat() if isinstance(value, date) else value

    def from_plain(self, written: str | bool | int) -> FactValue:
        """Return the value that :meth:`plain` wrote so.

        Raises:
            ValueError: a text that no value of this type is written as.
        """
        if not isinstance(written, str):
            return written
        match self.type:
            case FactType.MONEY:
                return int(Decimal(written) * 100)
            case FactType.DECIMAL | FactType.SHARE:
                return Decimal(written)
            case FactType.DATE:
                return date.fromisoformat(written)
            case FactType.MOMENT:
                return datetime.fromisoformat(written)
            case _:
                return written

    def show(self, value: FactValue) -> str:
        """Return the value as a Pole would read it."""
        match self.type:
            case FactType.MONEY:
                return polish.money(int(value))  # type: ignore[arg-type]
            case FactType.YES_NO:
                return "tak" if value else "nie"
            case FactType.CHOICE:
                return self.options.get(str(value), str(value))
            case FactType.SHARE:
                return polish.percent(Decimal(str(value)))
            case _:
                return self._show_plain(value)

    def _show_plain(self, value: FactValue) -> str:
        if isinstance(value, datetime):
            return polish.moment(value)
        if isinstance(value, date):
            return polish.day(value)
        if isinstance(value, int | Decimal):
            unit = f"{polish.NARROW}{self.unit}" if self.unit else ""
            return f"{polish.number(value)}{unit}"
        return value


def _yes_no(written: object) -> bool | None:
    if isinstance(written, bool):
        return written
    return {"tak": True, "nie": False}.get(str(written).strip().casefold())


def _decimal(written: object) -> Decimal | None:
    if isinstance(written, bool) or not isinstance(written, int | Decimal | str):
        return None
    try:
        value = Decimal(written)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def _whole(written: object) -> int | None:
    value = _decimal(written)
    return int(value) if value is not None and value == value.to_integral_value() else None


def _grosze(written: object) -> int | None:
    value = _decimal(written)
    return None if value is None else _whole(value * 100)


def _date(written: object) -> date | None:
    if isinstance(written, date):
        return None if isinstance(written, datetime) else written
    try:
        return date.fromisoformat(str(written))
    except ValueError:
        return None


def _moment(written: object) -> datetime | None:
    """Read a moment in Polish time; one with a zone could not be compared with ours."""
    try:
        moment = datetime.fromisoformat(str(written))
    except ValueError:
        return None
    return moment if moment.tzinfo is None else None


def _text(written: object) -> str | None:
    text = written.strip() if isinstance(written, str) else ""
    return text or None


_FROM_FILE = {
    FactType.YES_NO: _yes_no,
    FactType.WHOLE: _whole,
    FactType.DECIMAL: _decimal,
    FactType.MONEY: _grosze,
    FactType.SHARE: _decimal,
    FactType.DATE: _date,
    FactType.MOMENT: _moment,
    FactType.CHOICE: _text,
    FactType.TEXT: _text,
}


class Catalogue(Mapping[str, Fact]):
    """All facts that criteria may read, by id.

    ``texts`` are those of the files that the facts of every LGD were read from; an LGD's own facts
    stand in its criteria.
    """

    def __init__(self, facts: Iterable[Fact] = (), texts: tuple[SourceText, ...] = ()) -> None:
        """Collect the facts; a later one with the same id replaces the earlier."""
        self._facts = {fact.id: fact for fact in facts}
        self.texts = texts

    def __getitem__(self, key: str) -> Fact:
        """Return the fact of this id."""
        return self._facts[key]

    def __iter__(self) -> Iterator[str]:
        """Go through the ids in the order of the catalogue."""
        return iter(self._facts)

    def __len__(self) -> int:
        """Count the facts."""
        return len(self._facts)

    def fact(self, key: str) -> Fact:
        """Return the fact of this id; one that no catalogue has is called by its id."""
        return self._facts.get(key) or Fact(id=key, name=key, type=FactType.TEXT)

    def with_facts(self, more: Iterable[Fact]) -> "Catalogue":
        """Return a catalogue that knows the LGD's own facts too."""
        return Catalogue([*self.values(), *more], self.texts)
