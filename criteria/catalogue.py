"""The fact catalogue of the house: ``criteria/facts.yaml`` as a value."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from pydantic import Field

from criteria.places import FACTS, IDENTIFIER
from reading.models import read_model
from reading.problems import Problem, Refused, refuse_if_errors
from reading.yaml_file import Plain, YamlFile, parse_yaml, read_yaml
from scoring.facts import Catalogue, Fact, FactType
from scoring.flaws import Flaw
from scoring.flaws import Path as Place
from scoring.source_text import SourceText
from scoring.value import Value


class _CatalogueFile(Value):
    """The file of the catalogue; its facts are read one by one, to tell all mistakes at once."""

    format: int = Field(ge=1, le=1)
    facts: tuple[Plain, ...]


@cache
def standard_catalogue() -> Catalogue:
    """Return the facts that every LGD's criteria may read and every register may carry."""
    return read_catalogue(FACTS)


def read_catalogue(path: Path) -> Catalogue:
    """Read a file of facts.

    Raises:
        Refused: with everything that is wrong in it.
    """
    file = read_yaml(path)
    catalogue, problems = _catalogue(file, path.name)
    refuse_if_errors(problems)
    return catalogue


@lru_cache(maxsize=16)
def catalogue_again(texts: tuple[SourceText, ...]) -> Catalogue:
    """Make a catalogue again from the texts that it was read from.

    It is not checked again: a later check may ask for more, and what was decided stays so.

    Raises:
        Refused: a text is not such a file.
    """
    catalogue = Catalogue()
    for text in texts:
        more, _ = _catalogue(parse_yaml(text.text, text.name), text.name)
        catalogue = Catalogue([*catalogue.values(), *more.values()], texts)
    return catalogue


def _catalogue(file: YamlFile, name: str) -> tuple[Catalogue, list[Problem]]:
    head = read_model(file, _CatalogueFile)
    facts, problems = read_facts(file, head.facts, Catalogue())
    return Catalogue(facts, (SourceText(name, file.text),)), problems


def is_catalogue(value: Plain) -> bool:
    """Say whether the content of a file is a fact catalogue, not a set of criteria."""
    return isinstance(value, dict) and "facts" in value and "criteria" not in value


def read_facts(
    file: YamlFile, written: Iterable[Plain], known: Catalogue
) -> tuple[list[Fact], list[Problem]]:
    """Read the facts of one file beside those already ``known``; tell all that is wrong."""
    facts: list[Fact] = []
    problems: list[Problem] = []
    for position, one in enumerate(written):
        place = ("facts", position)
        try:
            fact = read_model(file, Fact, one, place)
        except Refused as refused:
            problems += refused.problems
            continue
        before = known.with_facts(facts)
        problems += [
            file.problem((*place, *flaw.path), flaw.what, flaw.write, flaw.level)
            for flaw in _flaws(fact, before)
        ]
        facts.append(fact)
    return facts, problems


def _flaws(fact: Fact, before: Catalogue) -> Iterator[Flaw]:
    """Tell what is wrong in one fact, given those that stand before it."""
    if not IDENTIFIER.fullmatch(fact.id):
        what = f"„{fact.id}” nie nadaje się na nazwę faktu"
        yield Flaw(("id",), what, "wpisz małe litery bez polskich znaków, cyfry i _")
    if fact.id in before:
        what = f"fakt „{fact.id}” już jest: {before[fact.id].name}"
        yield Flaw(("id",), what, "użyj tamtego faktu albo nadaj inną nazwę")
    if fact.type is FactType.CHOICE and len(fact.options) < 2:  # noqa: PLR2004 - one is no choice
        write = "dopisz options: {nazwa: opis po polsku, …}"
        yield Flaw((), "fakt typu choice potrzebuje co najmniej dwóch możliwości", write)
    if fact.type is not FactType.CHOICE and fact.options:
        yield Flaw(("options",), "możliwości ma tylko fakt typu choice", "zmień type albo usuń")
    yield from _column_flaws(fact, before)


def _column_flaws(fact: Fact, before: Catalogue) -> Iterator[Flaw]:
    """One heading must lead to one fact, or the register could not be read."""
    taken = {_heading(column): one for one in before.values() for column in one.columns}
    for position, column in enumerate(fact.columns):
        place: Place = ("columns", position)
        owner = taken.get(_heading(column))
        if owner is not None and owner.id != fact.id:
            what = f"kolumna „{column}” należy już do faktu „{owner.id}”"
            yield Flaw(place, what, "nazwij kolumnę inaczej albo użyj tamtego faktu")


def _heading(column: str) -> str:
    return " ".join(column.split()).casefold()
