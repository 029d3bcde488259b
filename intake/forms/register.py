"""The blank register of a call: exactly the columns that its criteria read, and those it needs."""

from collections.abc import Iterator
from pathlib import Path

from intake.columns import NUMBER_HEADING, facts_to_ask, heading_of
from intake.forms.workbook import Form, FormColumn, write_form
from intake.identifiers import IDENTIFIERS
from intake.strays import LOCALITIES
from scoring.aid.reads import read_by
from scoring.call import Call
from scoring.facts import Fact, FactType
from scoring.population import FACT as POPULATION
from scoring.programme.edition import Programme
from scoring.ruleset import Ruleset

_WIDTHS = {FactType.TEXT: 28, FactType.YES_NO: 14, FactType.WHOLE: 14, FactType.DECIMAL: 14}
_ALWAYS = {
    "submitted_at": "ocena, czy wniosek złożono w terminie",
    "applicant": "wszystkie dokumenty",
    "nip": "rejestr wniosków",
    "title": "wszystkie dokumenty",
    "total_cost": "sprawdzenie kwot",
    "requested": "limit naboru",
    "withdrawn": "wycofany wniosek traktuje się tak, jakby nie został złożony",
}
"""What reads the columns that every register has."""


def write_register_form(
    file: Path, call: Call, ruleset: Ruleset, programme: Programme | None = None
) -> None:
    """Write the register that the office fills in for this call."""
    titles = (
        f"Rejestr wniosków – nabór nr {call.number}",
        f"{call.title} · {call.lgd.name} · co wpisać w każdej kolumnie, mówi arkusz „Legenda”",
    )
    number = FormColumn(
        NUMBER_HEADING,
        FactType.TEXT,
        "Znak, pod którym biuro prowadzi wniosek",
        "znak sprawy; każdy wniosek ma inny",
        used_by="wszystkie dokumenty",
        required=True,
    )
    columns = [
        _column(fact, call, ruleset, programme) for fact in facts_to_ask(call, ruleset, programme)
    ]
    write_form(file, Form(call, titles, [number, *columns]))


def _column(fact: Fact, call: Call, ruleset: Ruleset, programme: Programme | None) -> FormColumn:
    return FormColumn(
        heading_of(fact),
        fact.type,
        fact.name + (f" ({fact.unit})" if fact.unit else ""),
        _what_to_write(fact),
        options=_options(fact),
        evidence=fact.evidence or "",
        used_by="; ".join(_used_by(fact, call, ruleset, programme)),
        width=_WIDTHS.get(fact.type, 20),
        required=fact.required or fact.id == "withdrawn",
    )


def _what_to_write(fact: Fact) -> str:
    if fact.id == "withdrawn":
        return "tak, jeśli wniosek wycofano; puste: nie wycofano"
    if fact.id == POPULATION:
        return f"{fact.what_to_write}; puste: z pliku {LOCALITIES[1]} w folderze naboru"
    if fact.id in IDENTIFIERS:
        lengths = " albo ".join(map(str, IDENTIFIERS[fact.id].lengths))
        return f"numer {IDENTIFIERS[fact.id].name} ({lengths} cyfr); kreski nie przeszkadzają"
    if fact.type is FactType.CHOICE:
        return "jedną z możliwości: " + ", ".join(fact.options.values())
    if fact.type is FactType.SHARE:
        return "liczbę procent ze znakiem, np. 36,84 %"
    return fact.what_to_write


def _options(fact: Fact) -> tuple[str, ...]:
    if fact.type is FactType.YES_NO:
        return ("tak", "nie")
    return tuple(fact.options.values()) if fact.type is FactType.CHOICE else ()


def _used_by(
    fact: Fact, call: Call, ruleset: Ruleset, programme: Programme | None
) -> Iterator[str]:
    """Name every criterion, tie rule, condition and rule of the programme that reads the fact."""
    for criterion in ruleset.criteria:
        if fact.id in criterion.facts_read():
            yield f"kryterium „{criterion.name}”"
    if any(rule.fact == fact.id for rule in ruleset.ties):
        yield "kolejność przy równej liczbie punktów"
    for condition in call.conditions:
        if fact.id in condition.require.facts_read():
            yield f"warunek „{condition.name}”"
    if fact.id == "accepts_partial" and call.limit.policy == "partial":
        yield "kwota na granicy limitu"
    if fact.id in ("gmina", "locality") and POPULATION in ruleset.facts_read():
        yield "liczba mieszkańców miejscowości"
    yield from read_by(fact.id, call, programme)
    if fact.id in _ALWAYS:
        yield _ALWAYS[fact.id]
