"""A re-scoring that is printed: decide twice → compare → print.

    compare ─► print_changes ─► show
     files       one PDF       artifact

The number of tasks is always the same. What is only looked at, on the screen or as JSON, is the
plain computation of ``rounds.rescore`` and needs no Prefect.
"""

from dataclasses import dataclass
from pathlib import Path

from prefect import flow

from flows.steps import Whole, as_it_is, key_of, show_table, step
from rounds.paper import paper_of
from rounds.ranking import SHORT_NAMES
from rounds.rescore import Rescored, rescore
from scoring import polish
from scoring.difference.summary import counted, money
from templates.alone import print_difference
from templates.base.frame import Variant
from templates.printing import Printed


@dataclass(frozen=True, slots=True)
class RescoreResult:
    """What moved, and the document that says so."""

    rescored: Rescored
    printed: Printed


@flow(name="przeliczenie", persist_result=False)
def rescore_call(
    folder: Path, criteria: Path, out: Path, variant: Variant = "internal"
) -> Whole[RescoreResult]:
    """Decide the call in ``folder`` under other criteria too, and print what moved into ``out``.

    Nothing of the call changes.

    Raises:
        Refused: the criteria or the call have mistakes.
    """
    rescored = compare(folder, criteria)
    printed = print_changes(as_it_is(rescored), out, variant)
    show(as_it_is(rescored))
    return Whole(RescoreResult(rescored, printed))


@step("dwa rozstrzygnięcia")
def compare(folder: Path, criteria: Path) -> Rescored:
    """Decide the call under its own criteria and under the others."""
    return rescore(folder, criteria)


@step("wydruk zestawienia zmian")
def print_changes(rescored: Rescored, out: Path, variant: Variant) -> Printed:
    """Print what moved, on the paper of the LGD."""
    paper = paper_of(rescored.before.prepared.call_file)
    return print_difference(rescored.difference, out, variant, paper=paper)


@step("pokazanie zmian")
def show(rescored: Rescored) -> None:
    """Show those that moved in Prefect, without their names."""
    found = rescored.difference
    rows = [
        {
            "Znak sprawy": one.number,
            "Zmiana": "nieznana" if one.change is None else polish.change(one.change),
            "Było": SHORT_NAMES[one.was.outcome],
            "Jest": SHORT_NAMES[one.now.outcome],
        }
        for one in found.moved
    ]
    description = f"Nabór {found.after.call.number}, symulacja. {counted(found)} {money(found)}"
    key = f"zmiany-{key_of(found.after.call)}"
    show_table(rows, key, description)
