"""The blank cards of a call: a row for every application and every member of the council."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from intake.cards import (
    BESIDE,
    CHECKERS,
    EXCLUDED_HEADING,
    MEMBER_HEADING,
    POINTS,
    WHY,
    allowed,
    column_names,
    judged_criteria,
)
from intake.columns import NUMBER_HEADING
from intake.forms.workbook import Form, FormColumn, write_form
from scoring import polish
from scoring.application import Application
from scoring.call import Call
from scoring.facts import FactType
from scoring.points.judged import Judged
from scoring.ruleset import Ruleset

_LONGEST_LIST = 200


def write_cards_form(
    file: Path, call: Call, ruleset: Ruleset, applications: Sequence[Application]
) -> None:
    """Write the cards that members fill in; withdrawn applications need none."""
    titles = (
        f"Karty oceny – nabór nr {call.number}",
        f"{call.title} · {call.lgd.name} · wiersz to ocena jednego wniosku przez jednego członka",
    )
    columns = [*_fixed(call), *_judged(ruleset)]
    write_form(file, Form(call, titles, columns, list(_rows(call, applications))))


def _rows(call: Call, applications: Sequence[Application]) -> Iterator[tuple[str, ...]]:
    """Fill in every application × member, in the order of the alphabet within an application."""
    members = sorted(call.council.members, key=polish.alphabetical) or [""]
    for one in applications:
        if not one.withdrawn:
            for member in members:
                yield one.number, one.applicant, one.title, member


def _fixed(call: Call) -> Iterator[FormColumn]:
    text = FactType.TEXT
    applicant, title = BESIDE
    number = "znak sprawy z rejestru wniosków"
    yield FormColumn(NUMBER_HEADING, text, "Który wniosek", number, required=True)
    filled = "nic: ta kolumna tylko pomaga, program jej nie czyta"
    yield FormColumn(applicant, text, "Kto złożył wniosek", filled, width=28, required=True)
    yield FormColumn(title, text, "Czego dotyczy", filled, width=36, required=True)
    yield FormColumn(
        MEMBER_HEADING,
        text,
        "Kto ocenia",
        "imię i nazwisko członka Rady",
        options=call.council.members,
        width=24,
        required=True,
    )
    yield FormColumn(
        EXCLUDED_HEADING,
        FactType.YES_NO,
        "Czy członek jest wyłączony z oceny tego wniosku",
        "tak, jeśli jest wyłączony; puste: nie jest",
        options=("tak", "nie"),
        used_by="karta osoby wyłączonej się nie liczy",
        width=12,
        required=True,
    )
    for heading in CHECKERS.values():
        yield FormColumn(
            heading,
            text,
            "Kto sprawdził, że karta jest kompletna i poprawna",
            "imię i nazwisko osoby, która nie wypełniała tej karty; puste: nie sprawdzano",
            used_by="zasady pracy Rady (rules: card_check), jeśli wymagają sprawdzenia kart",
            width=24,
            required=True,
        )


def _judged(ruleset: Ruleset) -> Iterator[FormColumn]:
    names = column_names(judged_criteria(ruleset))
    for one in judged_criteria(ruleset):
        name = names[one.id]
        yield FormColumn(
            f"{name} – {POINTS}",
            FactType.DECIMAL,
            _scale(one),
            allowed(one),
            options=_values(one),
            evidence=one.evidence or "",
            used_by=f"kryterium „{one.name}”",
            width=14,
        )
        yield FormColumn(
            f"{name} – {WHY}",
            FactType.TEXT,
            "Dlaczego tyle punktów",
            "zdanie, które można przytoczyć w piśmie do wnioskodawcy",
            used_by=f"karta oceny, kryterium „{one.name}”",
            width=40,
        )


def _values(one: Judged) -> tuple[float, ...]:
    values = one.allowed
    return tuple(float(value) for value in values) if len(values) <= _LONGEST_LIST else ()


def _scale(one: Judged) -> str:
    said = [one.description or one.name]
    said += [f"{polish.number(step.points)} – {step.means}" for step in one.scale or ()]
    return "; ".join(said)
