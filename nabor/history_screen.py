"""The history of a call on the terminal, and as JSON."""

from dataclasses import asdict
from datetime import datetime
from fractions import Fraction
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from rich.markup import escape

from nabor.screen import out
from rounds.ranking import SHORT_NAMES
from scoring import polish
from scoring.changes import KIND_NAMES
from scoring.decision import Outcome
from scoring.numbers import exact

if TYPE_CHECKING:
    from records.store import KeptOutcome
    from rounds.history import Entry, History

WARSAW = ZoneInfo("Europe/Warsaw")


def show_history(found: "History") -> None:
    """Show each version with its reason, and every application that moved."""
    call = found.call
    out.print(f"[bold]Nabór {escape(call.number)} – {escape(call.title)}[/]", soft_wrap=True)
    for entry in found.entries:
        _show(entry)


def _show(entry: "Entry") -> None:
    version = entry.version
    because = version.because
    kind = KIND_NAMES.get(because.kind, "runda")
    when = polish.moment(_local(version.recorded_at))
    out.print()
    out.print(f"[bold]Wersja {version.version}[/]  {when}  {kind}", soft_wrap=True)
    out.print(f"  Powód: {escape(because.reason)}", soft_wrap=True)
    out.print(f"  Podstawa: {escape(because.basis or 'nie podano')}", soft_wrap=True)
    out.print(f"  Kto: {escape(because.author or 'nie podano')}", soft_wrap=True)
    out.print(f"  Odcisk: {version.fingerprint[:16]}, ogniwo {version.link[:16]}")
    for one in entry.moved:
        said = f"{one.number}: {_said(one.before)} → {_said(one.after)}"
        out.print(f"  {escape(said)}", soft_wrap=True)
    if version.version == 1:
        count = polish.plural(entry.applications, "wniosek", "wnioski", "wniosków")
        out.print(f"  Rozstrzygnięto: {count}.")
    else:
        count = polish.plural(entry.unchanged, "wniosek", "wnioski", "wniosków")
        out.print(f"  Bez zmian: {count}.")


def _local(moment: datetime) -> datetime:
    """Return a moment as clocks in Poland show it, to the second."""
    return moment.astimezone(WARSAW).replace(tzinfo=None, microsecond=0)


def _said(one: "KeptOutcome | None") -> str:
    if one is None:
        return "nie ma wniosku"
    said = [SHORT_NAMES[Outcome(one.outcome)]]
    if one.rank is not None:
        said.append(f"miejsce {one.rank}")
    if one.points is not None:
        said.append(f"{_points(one.points)}{polish.NARROW}pkt")
    if one.granted is not None:
        said.append(polish.money(one.granted))
    return ", ".join(said)


def _points(written: str) -> str:
    """Write points that were kept as text, exactly: ``53.39``, or ``13/3``."""
    return polish.points(exact(Fraction(written)))


def as_json(found: "History") -> dict[str, object]:
    """Return the history for scripts; amounts are grosze, points texts, moments in UTC."""
    return {
        "call": found.call.number,
        "versions": [
            {
                "version": one.version.version,
                "kind": one.version.because.kind,
                "reason": one.version.because.reason,
                "basis": one.version.because.basis,
                "author": one.version.because.author,
                "recorded_at": one.version.recorded_at.isoformat(),
                "fingerprint": one.version.fingerprint,
                "link": one.version.link,
                "moved": [
                    {
                        "number": step.number,
                        "before": None if step.before is None else asdict(step.before),
                        "after": None if step.after is None else asdict(step.after),
                    }
                    for step in one.moved
                ],
                "unchanged": one.unchanged,
            }
            for one in found.entries
        ],
    }
