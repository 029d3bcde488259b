"""One fact of one application as a clerk names and writes it, outside any table."""

from difflib import get_close_matches

from intake.amounts import Unreadable
from intake.cells import is_blank, parser_of
from intake.header import normal
from intake.identifiers import IDENTIFIERS, digits_of, identifier_of
from reading.problems import Problem, Refused
from scoring.facts import Catalogue, Fact


def fact_called(written: str, catalogue: Catalogue) -> Fact:
    """Find a fact by its id, its name, or a heading of its column.

    Raises:
        Refused: there is none, or several are called so.
    """
    names: dict[str, list[Fact]] = {}
    for fact in catalogue.values():
        for name in dict.fromkeys(map(normal, (fact.id, fact.name, *fact.columns))):
            names.setdefault(name, []).append(fact)
    found = names.get(normal(written), [])
    if len(found) == 1:
        return found[0]
    if found:
        write = "wpisz jedno z: " + ", ".join(one.id for one in found)
        raise Refused([Problem("--fact", f"„{written}” to nazwa kilku informacji", write)])
    near = get_close_matches(normal(written), names, n=1)
    write = f"czy chodziło o „{names[near[0]][0].name}”?" if near else "wpisz nagłówek kolumny"
    raise Refused([Problem("--fact", f"rejestr nie ma kolumny „{written}”", write)])


def value_of(fact: Fact, written: str) -> str | bool | int | None:
    """Read a value as a register has it; return it as files write it, ``None`` for a dash.

    Raises:
        Refused: it is not a value of this fact.
    """
    if is_blank(written):
        return None
    try:
        if fact.id in IDENTIFIERS:
            return identifier_of(fact.id, digits_of(written))[0]
        return fact.plain(parser_of(fact)(written))
    except Unreadable as wrong:
        write = wrong.write or f"wpisz {fact.what_to_write}"
        raise Refused([Problem("--to", wrong.what, write)]) from None
