"""The back-test of proposed criteria as plain data; it names applications by their numbers alone."""

from collections.abc import Iterable, Iterator

from scoring import polish
from scoring.decision import Outcome
from scoring.difference import Difference, Moved
from scoring.difference.aside import notes
from scoring.difference.backtest import Backtest, NotOpened, Separation
from scoring.difference.summary import left_out, remark
from scoring.read_aloud import head_of
from scoring.value import Value
from templates.base.entry import NONE
from templates.base.frame import Frame, frame_of_criteria
from templates.base.signature import OFFICE

TITLE = "Wyniki dotychczasowych naborów według projektu kryteriów"
SIMULATION = (
    "Symulacja: w naborach niczego nie zmieniono. Zestawienie pokazuje tylko, co by było, gdyby "
    "obowiązywały w nich podane kryteria."
)


class Tried(Value):
    """A past call: as it was decided, and as it would have been."""

    call: str
    lgd: str
    announced: str
    counted: str
    funded: str
    gain: str
    lose: str
    undecided: str
    granted: str
    change: str
    elsewhere: str
    notes: tuple[str, ...] = ()


class Told(Value):
    """A criterion: whether it told applications apart, and in how many calls."""

    position: str
    name: str
    maximum: str
    separates: str
    remark: str


class View(Value):
    """Everything in the document."""

    frame: Frame
    figures: tuple[tuple[str, str], ...]
    head: tuple[tuple[str, str], ...]
    calls: tuple[Tried, ...]
    funded: str
    granted: str
    change: str
    elsewhere: str
    criteria: tuple[Told, ...]
    not_opened: tuple[tuple[str, str], ...] = ()
    others: str | None = None
    signatures: tuple[str, ...]


def view(found: Backtest) -> View:
    """Return the back-test, the calls in the order of their announcement."""
    before, after = found.granted
    change = polish.money_change(after - before)
    made = frame_of_criteria(found.ruleset, TITLE)
    return View(
        frame=made.model_copy(
            update={"notices": (*made.notices, SIMULATION), "version": "symulacja"}
        ),
        figures=(
            ("Nabory", str(len(found.calls))),
            ("Operacje z pomocą", _both(*map(str, found.funded))),
            ("W limicie było", polish.money(before)),
            ("Byłoby", polish.money(after)),
            ("Różnica", change),
            ("Trafiłoby gdzie indziej", polish.money(found.given)),
        ),
        head=(("Kryteria", found.ruleset.title), *head_of(found.ruleset)),
        calls=tuple(_tried(one) for one in found.calls),
        funded=_both(*map(str, found.funded)),
        granted=_both(polish.money(before), polish.money(after)),
        change=change,
        elsewhere=polish.money(found.given),
        criteria=tuple(_told(place, one) for place, one in enumerate(found.separations, start=1)),
        not_opened=tuple(_not_opened(found.not_opened)),
        others=left_out(found) or None,
        signatures=OFFICE,
    )


def _tried(found: Difference) -> Tried:
    call = found.after.call
    funded = [len(one.of(Outcome.SELECTED)) for one in (found.before, found.after)]
    return Tried(
        call=f"{call.number} – {call.title}",
        lgd=call.lgd.name,
        announced=polish.short_day(call.announced_on),
        counted=f"{len(found.moved)} z {len(found.moved) + len(found.unchanged)}",
        funded=_both(*map(str, funded)),
        gain=_numbers(one for one in found.moved if one.funded),
        lose=_numbers(one for one in found.moved if one.unfunded),
        undecided=", ".join(one.application.number for one in found.unsettled) or NONE,
        granted=_both(polish.money(found.before.granted), polish.money(found.after.granted)),
        change=polish.money_change(found.granted_change),
        elsewhere=polish.money(found.given),
        notes=notes(found),
    )


def _both(before: str, after: str) -> str:
    return f"{before} → {after}"


def _numbers(some: Iterable[Moved]) -> str:
    return ", ".join(one.number for one in some) or NONE


def _told(place: int, one: Separation) -> Told:
    return Told(
        position=str(place),
        name=one.criterion.name,
        maximum=polish.points(one.criterion.maximum),
        separates=f"{one.separates} z {one.known}" if one.known else NONE,
        remark=remark(one),
    )


def _not_opened(some: Iterable[NotOpened]) -> Iterator[tuple[str, str]]:
    for one in some:
        yield one.name, "; ".join(one.why)
