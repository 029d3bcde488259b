"""A range of a number or of a date, with its points, and what can be wrong with several in a row."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

from pydantic import Field

from scoring import polish
from scoring.facts import Fact, Written
from scoring.flaws import Flaw
from scoring.value import Value


class Band(Value):
    """One range: it begins at ``from`` (included) or ``above`` (not included).

    It ends at ``to`` (included) or ``below`` (not included); without an end it reaches to where
    the next band begins, and the last one has no end.
    """

    from_: Written = Field(default=None, alias="from")
    above: Written = None
    to: Written = None
    below: Written = None
    points: Decimal

    def begins_by(self, value: Written) -> bool:
        """Say whether the value is past the beginning of the range."""
        if self.above is not None:
            return bool(value > self.above)
        return self.from_ is None or bool(value >= self.from_)

    def reaches(self, value: Written) -> bool:
        """Say whether the value is still before the end of the range."""
        if self.below is not None:
            return bool(value < self.below)
        return self.to is None or bool(value <= self.to)

    @property
    def limits(self) -> dict[str, Written]:
        """Those of its limits that are stated, by name."""
        names = ("from_", "above", "to", "below")
        return {name: getattr(self, name) for name in names if getattr(self, name) is not None}

    @property
    def has_end(self) -> bool:
        """Say whether the range ends by its own words."""
        return self.to is not None or self.below is not None

    def ending_before(self, upper: "Band") -> "Band":
        """Return the same range with its end where the next one begins."""
        end = {"to": upper.above} if upper.above is not None else {"below": upper.from_}
        return self.model_copy(update=end)

    @property
    def start(self) -> Written:
        """The number at which the range begins."""
        return self.above if self.above is not None else self.from_

    def text(self, fact: Fact) -> str:
        """Read the range aloud in Polish."""
        if self.from_ is not None and self.from_ == self.to:
            return f"dokładnie {fact.show(self.from_)}"
        words = (
            ("od", self.from_),
            ("powyżej", self.above),
            ("do", self.to),
            ("poniżej", self.below),
        )
        said = [f"{word} {fact.show(limit)}" for word, limit in words if limit is not None]
        return " ".join(said) or "każda wartość"


def bound_band(band: Band, fact: Fact) -> tuple[Band, list[Flaw]]:
    """Turn the limits of a range into the unit of the fact; tell what does not fit."""
    limits: dict[str, object] = {}
    flaws: list[Flaw] = []
    for name, written in band.limits.items():
        try:
            limits[name] = fact.from_file(written)
        except ValueError as wrong:
            flaws.append(Flaw((name.rstrip("_"),), str(wrong), "popraw granicę przedziału"))
    if "from_" in limits and "above" in limits:
        flaws.append(Flaw((), "przedział ma i „from”, i „above”", "zostaw jedno z nich"))
    if "to" in limits and "below" in limits:
        flaws.append(Flaw((), "przedział ma i „to”, i „below”", "zostaw jedno z nich"))
    return band.model_copy(update=limits), flaws


def order_flaws(bands: tuple[Band, ...]) -> Iterator[Flaw]:
    """Tell ranges out of order, overlapping, or with a hole between them."""
    if not bands:
        yield Flaw(("bands",), "kryterium nie ma ani jednego przedziału", "dopisz przedział")
    for position, (lower, upper) in enumerate(pairwise(bands), start=1):
        where = ("bands", position)
        if upper.start is None or (lower.start is not None and upper.start < lower.start):
            yield Flaw(where, "przedziały nie idą od najmniejszego", "ułóż je rosnąco")
        elif upper.start == lower.start and _both_start_alike(lower, upper):
            yield Flaw(where, "dwa przedziały zaczynają się w tym samym miejscu", "usuń jeden")
        elif lower.has_end:
            yield from _meeting_flaws(where, lower, upper)


def _both_start_alike(lower: Band, upper: Band) -> bool:
    return (lower.above is None) == (upper.above is None) or upper.above is None


def _meeting_flaws(where: tuple[str | int, ...], lower: Band, upper: Band) -> Iterator[Flaw]:
    end = lower.below if lower.below is not None else lower.to
    end_included = lower.to is not None
    start_included = upper.above is None
    if end > upper.start or (end == upper.start and end_included and start_included):
        yield Flaw(where, "przedziały zachodzą na siebie", "popraw koniec albo początek przedziału")
    elif end < upper.start and not _next_whole(lower, upper):
        what = "między przedziałami jest dziura"
        write = "dopisz przedział albo usuń koniec poprzedniego"
        yield Flaw(where, what, write, "warning")
    elif end == upper.start and not end_included and not start_included:
        yield Flaw(
            where, f"wartość {_shown(end)} nie należy do żadnego przedziału", "popraw granicę"
        )


def _next_whole(lower: Band, upper: Band) -> bool:
    """Whole numbers leave no hole between 3 and 4, nor days between today and tomorrow."""
    end, start = lower.to, upper.from_
    if isinstance(end, int) and isinstance(start, int):
        return start - end == 1
    if isinstance(end, datetime) or not (isinstance(end, date) and isinstance(start, date)):
        return False
    return start - end == timedelta(days=1)


def _shown(value: object) -> str:
    return polish.number(value) if isinstance(value, int | Decimal) else str(value)
