"""The blank findings: a row for every application and every rule on which a person finds."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from intake.columns import NUMBER
from intake.forms.workbook import Form, FormColumn, write_form
from intake.rulings import MET_NAMES, RULING_NAMES, RULING_NOTES
from scoring.application import Application
from scoring.call import Call
from scoring.facts import WHAT_TO_WRITE, FactType
from scoring.programme.rule import ProgrammeRule
from scoring.ruling import BY_NAMES

_TEXT = FactType.TEXT


def write_rulings_form(
    file: Path, call: Call, wanted: Sequence[tuple[Application, ProgrammeRule]]
) -> None:
    """Write the findings that are wanted, for the office and the council to fill in."""
    titles = (
        f"Ustalenia – nabór nr {call.number}",
        f"{call.title} · {call.lgd.name} · wiersz to ustalenie jednej reguły w jednym wniosku",
    )
    rows = [(one.number, one.applicant, one.title, rule.number, rule.name) for one, rule in wanted]
    rules = tuple(dict.fromkeys(rule.number for _, rule in wanted))
    write_form(file, Form(call, titles, [*_fixed(rules), *_asked()], rows))


def _fixed(rules: tuple[str, ...]) -> Iterator[FormColumn]:
    applicant, title, what = RULING_NOTES
    number = RULING_NAMES[NUMBER][0]
    write = "znak sprawy z rejestru wniosków"
    yield FormColumn(number, _TEXT, "Który wniosek", write, required=True)
    helps = "nic: ta kolumna tylko pomaga, program jej nie czyta"
    yield FormColumn(applicant, _TEXT, "Kto złożył wniosek", helps, width=28, required=True)
    yield FormColumn(title, _TEXT, "Czego dotyczy", helps, width=32, required=True)
    yield FormColumn(
        RULING_NAMES["rule"][0],
        _TEXT,
        "Którą regułę Programu rozstrzyga człowiek",
        "numer reguły, np. E1",
        options=rules,
        width=10,
        required=True,
    )
    yield FormColumn(what, _TEXT, "Czego wymaga reguła", helps, width=40, required=True)


def _asked() -> Iterator[FormColumn]:
    used_by = "warunki Programu; bez ustalenia wniosek jest nierozstrzygnięty"
    heads = {key: names[0] for key, names in RULING_NAMES.items()}
    yield FormColumn(
        heads["met"],
        _TEXT,
        "Czy warunek jest spełniony",
        " albo ".join(MET_NAMES.values()),
        options=tuple(MET_NAMES.values()),
        used_by=used_by,
        width=14,
    )
    yield FormColumn(
        heads["justification"],
        _TEXT,
        "Z czego to wynika",
        "zdanie, które można przytoczyć w piśmie do wnioskodawcy; ustalenie bez niego się nie liczy",
        used_by="arkusz oceny wstępnej i pisma",
        width=48,
        required=True,
    )
    yield FormColumn(
        heads["by"],
        _TEXT,
        "Kto rozstrzygnął",
        " albo ".join(BY_NAMES.values()),
        options=tuple(BY_NAMES.values()),
        used_by="arkusz oceny wstępnej i pisma",
        required=True,
    )
    yield FormColumn(
        heads["on"], FactType.DATE, "Dzień ustalenia", WHAT_TO_WRITE[FactType.DATE], width=14
    )
