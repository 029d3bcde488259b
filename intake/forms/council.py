"""The form of the council's records, with what is known of it filled in."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from intake.book import FormSheet
from intake.council import CouncilFile
from intake.council_sheets import MEMBERS, RULES, SHEETS, STATEMENTS, TIES
from intake.forms.book import Filled, write_book
from scoring.call import Call

_TITLES = {
    MEMBERS.name: "wiersz to członek Rady",
    TIES.name: "wiersz to powiązanie członka Rady z wnioskodawcą albo wnioskiem",
    STATEMENTS.name: "deklaracja bezstronności i poufności: jedna na członka i nabór",
    RULES.name: "zasady pracy Rady, każda ze źródłem",
}


def write_council_form(file: Path, call: Call, known: CouncilFile | None = None) -> None:
    """Write the form of the council's records: blank, or with the council as it is known."""
    rows: dict[str, list[dict[str, str]]] = {one.name: [] for one in SHEETS}
    names = list(call.council.members)
    if known is not None:
        council = known.council
        names = [one.name for one in council.members]
        rows[RULES.name] = [_row(RULES, {"rules": council.rules})]
        rows[TIES.name] = [_row(TIES, one) for one in council.ties]
        rows[MEMBERS.name] = [_row(MEMBERS, one) for one in council.members]
    else:
        rows[MEMBERS.name] = [{"Imię i nazwisko": name} for name in names]
    rows[STATEMENTS.name] = [*_statements(names, call, known)]
    title = f"Rada – nabór nr {call.number} – {call.lgd.name}"
    lists = {"Członek Rady": tuple(names)} if names else {}
    sheets = [Filled(one, _TITLES[one.name], rows[one.name], lists) for one in SHEETS]
    write_book(file, call, title, sheets)


def _statements(
    names: list[str], call: Call, known: CouncilFile | None
) -> Iterator[dict[str, str]]:
    """Prepare a statement for every member; those signed already stay so."""
    signed = {} if known is None else known.signed_on
    for name in names:
        on = signed.get(name)
        row = {"Członek Rady": name, "Nabór": call.number}
        row["Podpisana"] = "tak" if name in signed else ""
        row["Data podpisania"] = "" if on is None else f"{on.day}.{on.month:02}.{on.year}"
        yield row


def _row(form: FormSheet, value: object) -> dict[str, str]:
    """Write a value as the form takes it, column by column."""
    found: dict[str, str] = {}
    for entry in form.entries:
        one: Any = value
        for step in entry.path:
            one = _step(one, str(step))
        if one is not None:
            found[entry.heading] = _written(one, entry.words)
    return found


def _step(value: Any, key: str) -> Any:  # noqa: ANN401 - a model, a mapping or nothing
    if isinstance(value, BaseModel):
        return getattr(value, key)
    return value.get(key) if isinstance(value, dict) else None


def _written(value: Any, words: dict[Any, str]) -> str:  # noqa: ANN401 - any plain value
    """Write a plain value as people do; what has a Polish word by it."""
    if isinstance(value, bool):
        return "tak" if value else "nie"
    if value in words:
        return words[value]
    if isinstance(value, tuple):
        return "; ".join(value)
    if hasattr(value, "isoformat"):
        return f"{value.day}.{value.month:02}.{value.year}"
    return str(value).replace(".", ",") if hasattr(value, "as_tuple") else str(value)
