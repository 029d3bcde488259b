"""What the columns of a register mean: facts by their Polish headings, and a few that are not facts."""

import re
from collections.abc import Callable, Iterator

from intake.amounts import Unreadable, number_of, shown
from intake.cells import not_negative, text_of
from intake.header import Lookup, Meaning, headings, meaning_of, normal
from intake.identifiers import IDENTIFIERS, digits_of
from intake.sheet import Cell
from scoring.aid.reads import facts_of_programme
from scoring.call import Call
from scoring.facts import Catalogue, Fact
from scoring.indicators import NAME, VALUE
from scoring.population import FACT as POPULATION
from scoring.programme.edition import Programme
from scoring.ruleset import Ruleset

NUMBER = "number"
"""The case number: not a fact but the name of the application."""

HOUR = "hour"
"""The hour of receipt, where it has a column of its own beside the date."""

NUMBER_HEADING = "Znak sprawy"
"""How the column of the case number is called in blank forms."""

NUMBER_HEADINGS = (
    NUMBER_HEADING,
    "Numer sprawy",
    "Nr sprawy",
    "Oznaczenie sprawy",
    "Indywidualne oznaczenie sprawy",
    "Numer wniosku",
    "Nr wniosku",
    "Znak sprawy / numer wniosku",
    NUMBER,
)
_HOUR_HEADINGS = (
    "Godzina złożenia",
    "Godzina złożenia wniosku",
    "Godzina wpływu",
    "Godzina przyjęcia",
    "Godzina",
    "Godz.",
)
_INDICATOR_HEADINGS = ("Wskaźnik i wartość", "Wskaźnik i jego wartość", "Wskaźnik / wartość")

IGNORED = frozenset(map(normal, ("Lp.", "L.p.", "L. p.", "Poz.")))
"""Columns that every register has and no rule reads."""

_JOINERS = re.compile(r"[/,;]| i | oraz | lub | albo ")
_PLACE_PARTS = re.compile(r"\s*[,;/]\s*")
_WITH_VALUE = re.compile(
    r"(.*?[^\s,:;–-])[\s,:;–-]+([0-9][0-9 ]*(?:[.,][0-9]+)?)(?: ?[^\W\d]{1,5}\.?)?", re.DOTALL
)
_TOGETHER = (frozenset(IDENTIFIERS), frozenset({"gmina", "locality"}))


def register_lookup(catalogue: Catalogue) -> Lookup:
    """Return what tells the meaning of a register's heading, by the catalogue's names and ids."""
    known = headings(_names(catalogue))

    def lookup(text: str) -> Meaning | None:
        return meaning_of(known, text) or _joint(known, text)

    return lookup


def _names(catalogue: Catalogue) -> Iterator[tuple[str, Meaning]]:
    yield from ((name, (NUMBER,)) for name in NUMBER_HEADINGS)
    for fact in catalogue.values():
        yield from ((column, (fact.id,)) for column in fact.columns)
    for fact in catalogue.values():
        yield fact.id, (fact.id,)
        yield fact.name, (fact.id,)
    if "submitted_at" in catalogue:
        yield from ((name, (HOUR,)) for name in _HOUR_HEADINGS)
    if "indicator" in catalogue and "indicator_value" in catalogue:
        yield from ((name, ("indicator", "indicator_value")) for name in _INDICATOR_HEADINGS)


def _joint(known: dict[str, Meaning], text: str) -> Meaning | None:
    """Understand „REGON / PESEL” and „Gmina, miejscowość”: several facts in one column."""
    parts = [known.get(normal(part)) for part in _JOINERS.split(text)]
    names = [meaning[0] for meaning in parts if meaning is not None and len(meaning) == 1]
    together = any(kinds.issuperset(names) for kinds in _TOGETHER)
    if together and 1 < len(set(names)) == len(parts):
        return tuple(names)
    return None


Splitter = Callable[[Cell], dict[str, Cell]]
"""Takes a cell that holds several facts apart."""


def splitter_of(meaning: Meaning) -> Splitter:
    """Return what takes a joint cell apart; it raises :class:`Unreadable` where it cannot."""
    if set(meaning) <= set(IDENTIFIERS):
        return lambda cell: _one_identifier(meaning, cell)
    return (lambda cell: _place(meaning, cell)) if "gmina" in meaning else _indicator


def _one_identifier(meaning: Meaning, cell: Cell) -> dict[str, Cell]:
    """Tell by the number of digits which number it is."""
    digits = digits_of(cell)
    for fact in meaning:
        if len(digits) in IDENTIFIERS[fact].lengths:
            return {fact: digits}
    names = ", ".join(
        f"{one.name} ma {' albo '.join(map(str, one.lengths))} cyfr"
        for one in (IDENTIFIERS[fact] for fact in meaning)
    )
    raise Unreadable(f"nie wiadomo, jaki to numer: {shown(digits)}", f"sprawdź go: {names}")


def _place(meaning: Meaning, cell: Cell) -> dict[str, Cell]:
    parts = _PLACE_PARTS.split(text_of(cell), maxsplit=1)
    if len(parts) != len(meaning) or not all(parts):
        write = "wpisz gminę i miejscowość po przecinku, w kolejności z nagłówka"
        raise Unreadable(f"{shown(cell)} to nie gmina i miejscowość", write)
    return dict(zip(meaning, parts, strict=True))


def _indicator(cell: Cell) -> dict[str, Cell]:
    found = _WITH_VALUE.fullmatch(text_of(cell))
    if found is None:
        write = "wpisz nazwę wskaźnika i liczbę, np. „Liczba miejsc pracy: 2”"
        raise Unreadable(f"{shown(cell)} nie kończy się wartością wskaźnika", write)
    value = number_of(found[2])
    not_negative(value, found[2])
    return {"indicator": found[1], "indicator_value": value}


def facts_read(call: Call, ruleset: Ruleset, programme: Programme | None = None) -> list[str]:
    """Name the facts that decide, and those of indicators.

    Criteria, tie rules, conditions, the limit and the programme read them.
    """
    read = ruleset.facts_read()
    read += [fact for one in call.conditions for fact in one.require.facts_read()]
    if call.limit.policy == "partial":
        read.append("accepts_partial")
    if call.indicators:
        read += [NAME, VALUE]
    read += facts_of_programme(call, programme)
    return [fact for fact in dict.fromkeys(read) if fact in ruleset.catalogue]


def facts_to_ask(call: Call, ruleset: Ruleset, programme: Programme | None = None) -> list[Fact]:
    """Return the facts that a blank register asks for, in the order of the catalogue."""
    wanted = {*facts_read(call, ruleset, programme), "nip", "withdrawn"}
    if POPULATION in wanted:  # the call's file of inhabitants is found by these two
        wanted |= {"gmina", "locality"}
    facts = ruleset.catalogue.values()
    return [fact for fact in facts if fact.required or fact.id in wanted]


def heading_of(fact: Fact) -> str:
    """Return the heading under which blank forms ask for a fact."""
    return fact.columns[0] if fact.columns else fact.name
