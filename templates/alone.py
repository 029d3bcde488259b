"""Documents that stand by themselves, each in one file, outside the folder of any version."""

from dataclasses import replace
from pathlib import Path

from scoring.comparison.compare import Comparison
from scoring.council.sitting import HeldSitting
from scoring.decision import Decision
from scoring.difference import Difference
from scoring.difference.backtest import Backtest
from scoring.how_calls_stand import HowCallsStand
from scoring.ruleset import Ruleset
from scoring.running_costs.assess import Assessment as RunningCosts
from scoring.sensitivity.report import Sensitivity
from templates import attachments
from templates.backtest.view import view as backtest_view
from templates.base.frame import Variant
from templates.blank_card.view import TITLE as BLANK_CARDS
from templates.blank_card.view import CardsOf
from templates.blank_card.view import view as blank_cards
from templates.council_documents import minutes_alone
from templates.criteria_annex.view import view_alone
from templates.criteria_comparison.view import view as comparison
from templates.difference.view import TITLE as CHANGES
from templates.difference.view import view as changes
from templates.document import Document
from templates.how_calls_stand.view import view as how_calls_stand_page
from templates.intake_report.view import TITLE as INTAKE
from templates.intake_report.view import IntakeOf
from templates.intake_report.view import view as intake_report
from templates.letterhead import Paper
from templates.press import press
from templates.printing import NO_VERSION, Printed, print_alone, print_one
from templates.running_costs.view import view as running_costs_sheet
from templates.sensitivity.view import view as sensitivity_page


def print_minutes(
    decision: Decision, held: HeldSitting, file: Path, paper: Paper | None = None
) -> Printed:
    """Print the minutes of a sitting by themselves, before a version is kept, into one file."""
    return print_alone(print_one(minutes_alone(decision, held), NO_VERSION, paper), file)


def print_blank_cards(made_from: CardsOf, file: Path, paper: Paper | None = None) -> Printed:
    """Print the blank assessment cards of a call, one an application, into one file."""
    document = Document(
        "karty-do-wypelnienia.pdf",
        BLANK_CARDS,
        "blank_card",
        lambda _: blank_cards(made_from),
        lambda: attachments.criteria(made_from.ruleset),
    )
    return print_alone(print_one(document, NO_VERSION, paper), file)


def print_intake_report(made_from: IntakeOf, file: Path, paper: Paper | None = None) -> Printed:
    """Print what a call has brought in, for the office, into one file."""
    document = Document(
        "raport-przyjecia.pdf", INTAKE, "intake_report", lambda _: intake_report(made_from), tuple
    )
    return print_alone(print_one(document, NO_VERSION, paper), file)


def print_difference(
    found: Difference,
    file: Path,
    variant: Variant = "internal",
    *,
    versions: tuple[int, int] | None = None,
    reason: str | None = None,
    paper: Paper | None = None,
) -> Printed:
    """Print what moved between two decisions of a call into one file.

    Args:
        found: what is printed, and carried inside as JSON.
        file: where it goes.
        variant: for the office with everything, or for publication.
        versions: the numbers of both versions of the call; without them it is a simulation.
        reason: why the later version was made.
        paper: the LGD's own letterhead and templates.
    """
    document = Document(
        "zestawienie-zmian.pdf",
        CHANGES,
        "difference",
        lambda _: changes(found, variant, versions, reason),
        lambda: attachments.difference(found, public=variant == "public"),
    )
    return print_alone(print_one(document, NO_VERSION, paper), file)


def print_backtest(found: Backtest, file: Path) -> Printed:
    """Print what proposed criteria would have done in past calls into one file."""
    pages = press("backtest", backtest_view(found), attachments.backtest(found))
    return print_alone(pages, file)


def print_sensitivity(decision: Decision, found: Sensitivity, file: Path) -> Printed:
    """Print what the decisions of a call hang on, for the council's own use, into one file."""
    return print_alone(press("sensitivity", sensitivity_page(decision, found)), file)


def print_how_calls_stand(found: HowCallsStand, file: Path) -> Printed:
    """Print how all calls stand, of however many LGDs, for the office's own use, into one file."""
    return print_alone(press("how_calls_stand", how_calls_stand_page(found)), file)


def print_comparison(found: Comparison, file: Path) -> Printed:
    """Print several sets of criteria side by side, into one file."""
    carried = [
        replace(one, name=f"{place}-{one.name}")
        for place, ruleset in enumerate(found.rulesets, start=1)
        for one in attachments.criteria(ruleset)
    ]
    return print_alone(press("criteria_comparison", comparison(found), carried), file)


def print_criteria(ruleset: Ruleset, file: Path) -> Printed:
    """Print a set of criteria by itself, as the annex of the strategy, into one file."""
    pages = press("criteria_annex", view_alone(ruleset), attachments.criteria(ruleset))
    return print_alone(pages, file)


def print_running_costs(
    assessment: RunningCosts, source: attachments.Written, file: Path
) -> Printed:
    """Print the sheet of an LGD's running costs into one file.

    Args:
        assessment: what is printed, and carried inside as JSON.
        source: the file that it was read from, carried inside letter for letter.
        file: where the sheet goes.
    """
    carried = attachments.running_costs(assessment, source)
    return print_alone(press("running_costs", running_costs_sheet(assessment), carried), file)
