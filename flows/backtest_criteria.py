"""Proposed criteria tried on every past call, and printed for the board that is asked to consent.

    try_all ─► print_results
    folders      one PDF

The number of tasks is the same however many calls there are: trying one takes a second or less.
"""

from dataclasses import dataclass
from pathlib import Path

from prefect import flow

from flows.steps import Whole, as_it_is, step
from rounds.backtest import Which, backtest
from scoring.difference.backtest import Backtest
from templates.alone import print_backtest
from templates.printing import Printed


@dataclass(frozen=True, slots=True)
class BacktestResult:
    """What the criteria would have done, and the document that says so."""

    backtest: Backtest
    printed: Printed


@flow(name="próba kryteriów", persist_result=False)
def backtest_criteria(
    folder: Path, criteria: Path, out: Path, which: Which
) -> Whole[BacktestResult]:
    """Try the criteria on every call below ``folder``, and print the results into ``out``.

    Raises:
        Refused: the criteria have mistakes, or there is no call.
    """
    tried = try_all(folder, criteria, which)
    return Whole(BacktestResult(tried, print_results(as_it_is(tried), out)))


@step("próba na dotychczasowych naborach")
def try_all(folder: Path, criteria: Path, which: Which) -> Backtest:
    """Decide every call both ways."""
    return backtest(folder, criteria, which)


@step("wydruk wyników")
def print_results(tried: Backtest, out: Path) -> Printed:
    """Print what the criteria would have done."""
    return print_backtest(tried, out)
