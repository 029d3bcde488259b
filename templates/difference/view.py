"""The difference of two decisions as plain data: a simulation, or two versions of a call."""

from collections.abc import Iterator

from scoring import polish
from scoring.decision import Assessment, Decision
from scoring.difference import Difference, Moved
from scoring.difference.aside import notes
from scoring.difference.rules import changed_rules
from scoring.difference.summary import counted, crossings, money
from scoring.explain import OUTCOME_NAMES
from scoring.read_aloud import minimum_words
from scoring.ruleset import STATUS_NAMES, Ruleset
from scoring.value import Value
from templates.base.entry import NONE, Entry, entry, points
from templates.base.frame import Frame, Variant, frame, grouped
from templates.base.rules_text import approximation_note
from templates.base.signature import OFFICE

TITLE = "Zestawienie zmian"
SIMULATION = (
    "Symulacja: w naborze niczego nie zmieniono. Zestawienie pokazuje tylko, co by było, gdyby "
    "obowiązywały inne kryteria."
)
NO_RULES = "Kryteria i zasady naboru są te same."


class Row(Value):
    """An application that moved; ``points``, ``place``, ``outcome`` and ``granted`` are both sides."""

    entry: Entry
    points: str
    change: str
    place: str
    outcome: str
    granted: str
    granted_change: str
    why: tuple[str, ...]


class Alone(Value):
    """An application that only one of the two decisions has."""

    where: str
    entry: Entry


class View(Value):
    """Everything in the document."""

    frame: Frame
    internal: bool
    figures: tuple[tuple[str, str], ...]
    sides: tuple[tuple[str, str], ...]
    reason: str | None = None
    rules: tuple[str, ...]
    notes: tuple[str, ...]
    counted: str
    money: str
    crossings: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    alone: tuple[Alone, ...]
    approximate: str | None = None
    signatures: tuple[str, ...]


def view(
    found: Difference,
    variant: Variant,
    versions: tuple[int, int] | None = None,
    reason: str | None = None,
) -> View:
    """Return the difference.

    ``versions`` are the numbers of the two versions of the call; without them it is a simulation,
    and says so. ``reason`` tells why the later one was made.
    """
    rows = tuple(_row(found, one, variant) for one in found.moved)
    shown = (text for row in rows for text in (row.points, row.change, *row.why))
    return View(
        frame=_frame(found, variant, versions),
        internal=variant == "internal",
        figures=_figures(found),
        sides=(*_side("Przed zmianą", found.before), *_side("Po zmianie", found.after)),
        reason=reason,
        rules=changed_rules(found.before, found.after) or (NO_RULES,),
        notes=notes(found) if versions is None else (),
        counted=counted(found),
        money=money(found),
        crossings=tuple(crossings(found)),
        rows=rows,
        alone=tuple(_alone(found, variant)),
        approximate=approximation_note(found.after.call, shown),
        signatures=OFFICE,
    )


def _frame(found: Difference, variant: Variant, versions: tuple[int, int] | None) -> Frame:
    """Return the frame of the later decision, with the fingerprints of both."""
    said = (SIMULATION,) if versions is None else ()
    made = frame(found.after, None, TITLE, variant, moves=False, warnings=said)
    both = f"{grouped(found.before.fingerprint)} → {grouped(found.after.fingerprint)}"
    version = "symulacja" if versions is None else f"wersje {versions[0]} i {versions[1]}"
    return made.model_copy(update={"fingerprint": both, "version": version})


def _figures(found: Difference) -> tuple[tuple[str, str], ...]:
    return (
        ("Wnioski ze zmianą", str(len(found.moved))),
        ("Wnioski bez zmian", str(len(found.unchanged))),
        ("W limicie przed zmianą", polish.money(found.before.granted)),
        ("W limicie po zmianie", polish.money(found.after.granted)),
        ("Różnica", polish.money_change(found.granted_change)),
    )


def _side(name: str, decision: Decision) -> Iterator[tuple[str, str]]:
    ruleset = decision.ruleset
    yield name, f"{ruleset.title} ({STATUS_NAMES[ruleset.status]})"
    yield (
        f"{name} – pliki",
        f"{_files(ruleset)}; {_totals(ruleset)}; odcisk {grouped(decision.fingerprint)}",
    )


def _files(ruleset: Ruleset) -> str:
    return "; ".join(f"{one.name}, SHA-256 {grouped(one.sha256)}…" for one in ruleset.texts)


def _totals(ruleset: Ruleset) -> str:
    most = polish.with_points(ruleset.highest)
    return f"maksimum {most}, minimum {minimum_words(ruleset.minimum, ruleset.highest)}"


def _row(found: Difference, one: Moved, variant: Variant) -> Row:
    return Row(
        entry=entry(found.after, one.now, variant),
        points=_both(points(one.was.points), points(one.now.points)),
        change=_change(one),
        place=_both(_place(one.was), _place(one.now)),
        outcome=_both(OUTCOME_NAMES[one.was.outcome], OUTCOME_NAMES[one.now.outcome]),
        granted=_both(_granted(one.was), _granted(one.now)),
        granted_change=_money_change(one),
        why=tuple(_why(one, variant)),
    )


def _both(before: str, after: str) -> str:
    return after if before == after else f"{before} → {after}"


def _change(one: Moved) -> str:
    if one.change is None:
        return "" if one.withdrawn else "zmiana nieznana"
    return polish.change(one.change) if one.change else ""


def _money_change(one: Moved) -> str:
    change = one.granted_change
    if change is None:
        return "zmiana nieznana"
    return polish.money_change(change) if change else ""


def _place(one: Assessment) -> str:
    return NONE if one.rank is None else str(one.rank)


def _granted(one: Assessment) -> str:
    return NONE if one.granted is None else polish.money(one.granted)


def _why(one: Moved, variant: Variant) -> Iterator[str]:
    """Say through what an application moved; publicly without points in single criteria."""
    if variant == "internal":
        yield from (cause.told for cause in one.causes)
        yield from (reason.sentence for reason in one.reasons)
        return
    yield from (cause.named for cause in one.causes)
    yield from (reason.public for reason in one.reasons)


def _alone(found: Difference, variant: Variant) -> Iterator[Alone]:
    for where, decision, some in (
        ("tylko przed zmianą", found.before, found.only_before),
        ("tylko po zmianie", found.after, found.only_after),
    ):
        for one in some:
            yield Alone(where=where, entry=entry(decision, one, variant))
