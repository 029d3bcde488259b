"""The set of criteria read aloud: plain lines in Polish, for the screen."""

from collections.abc import Iterator
from dataclasses import dataclass

from scoring import polish
from scoring.facts import Catalogue
from scoring.points import Criterion
from scoring.points.case import Row
from scoring.read_aloud import head_of, terms_of, tie_words
from scoring.ruleset import Ruleset


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One criterion: ``lines`` say its points, then its rules, source, evidence and gaps."""

    position: str
    id: str
    name: str
    lines: tuple[str, ...]
    maximum: str


@dataclass(frozen=True, slots=True)
class CriteriaTable:
    """A set of criteria as it is read aloud.

    ``header`` says whose it is and since when, ``footer`` the minimum, the order of equals and
    what the source leaves open.
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[CriterionRow, ...]
    footer: tuple[str, ...]


def criteria_table(ruleset: Ruleset) -> CriteriaTable:
    """Read a set of criteria aloud, numbers and dates written as Poles write them."""
    catalogue = ruleset.catalogue
    rows = (
        CriterionRow(
            position=str(position),
            id=one.id,
            name=one.name,
            lines=tuple(_lines(one, catalogue)),
            maximum=polish.points(one.maximum),
        )
        for position, one in enumerate(ruleset.criteria, start=1)
    )
    return CriteriaTable(
        title=ruleset.title,
        header=tuple(_header(ruleset)),
        rows=tuple(rows),
        footer=tuple(_footer(ruleset)),
    )


def _header(ruleset: Ruleset) -> Iterator[str]:
    if ruleset.notice is not None:
        yield ruleset.notice
    yield f"LGD: {ruleset.lgd}, zakres: {ruleset.scope}"
    yield from (f"{name}: {words}" for name, words in head_of(ruleset))


def _footer(ruleset: Ruleset) -> Iterator[str]:
    if ties := tie_words(ruleset):
        steps = "; ".join(f"{place}) {step}" for place, step in enumerate(ties, start=1))
        yield f"Kolejność przy równej liczbie punktów: {steps}."
    for gap in ruleset.gaps:
        yield f"Luka w źródle: {gap}"


def _lines(criterion: Criterion, catalogue: Catalogue) -> Iterator[str]:
    if criterion.description is not None:
        yield criterion.description
    yield from (_row(row) for row in criterion.rows(catalogue))
    if criterion.weight != 1:
        yield f"Waga: {polish.number(criterion.weight)}"
    yield from terms_of(criterion, catalogue)
    if criterion.evidence is not None:
        yield f"Weryfikacja: {criterion.evidence}"
    if criterion.source is not None:
        yield f"Źródło: {criterion.source}"


def _row(row: Row) -> str:
    return f"{row.text} – {row.points} pkt" if row.points else row.text
