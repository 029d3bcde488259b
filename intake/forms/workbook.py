"""A form as a workbook: a table to fill in, its legend, and the lists of its drop-downs.

Texts are written as texts, whatever they begin with: a title such as ``=1+1`` is never a formula.
The same form is the same bytes on every machine and on every day.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from pathlib import Path
from typing import Any

import xlsxwriter

from scoring.call import Call
from scoring.facts import FactType

TABLE, LEGEND, LISTS = "Tabela", "Legenda", "Listy"
"""The sheets of a form."""

HEADER = 3
"""The row of the header, counted from 0: titles stand above it."""

SPARE = 1000
"""For how many rows below the header a form has its formats and drop-downs ready."""

_FORMATS = {
    FactType.MONEY: '#,##0.00" zł"',
    FactType.MOMENT: "dd.mm.yyyy hh:mm",
    FactType.DATE: "dd.mm.yyyy",
    FactType.TEXT: "@",
    FactType.SHARE: "@",
    FactType.DECIMAL: "0.####",
    FactType.WHOLE: "0",
}
_TITLE_LENGTH, _MESSAGE_LENGTH = 32, 255


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of a form: its heading, what may be written in it, and its lines in the legend.

    ``options`` make a drop-down. ``used_by`` names what reads the column.
    """

    heading: str
    type: FactType
    means: str
    write: str
    options: tuple[str | float, ...] = ()
    evidence: str = ""
    used_by: str = ""
    width: int = 18
    required: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A form to be written: its titles, its columns, and the rows filled in beforehand."""

    call: Call
    titles: tuple[str, str]
    columns: Sequence[FormColumn]
    rows: Sequence[Sequence[str]] = field(default_factory=list)


def write_form(file: Path, form: Form) -> None:
    """Write a form as XLSX."""
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(file), options) as book:
        book.set_properties(
            {
                "title": form.titles[0],
                "author": form.call.lgd.name,
                "created": datetime.combine(form.call.announced_on, time(12)),
            }
        )
        _Writer(book, form).write()


class _Writer:
    """Writes the sheets of one form."""

    def __init__(self, book: Any, form: Form) -> None:  # noqa: ANN401 - xlsxwriter has no types
        self.book = book
        self.form = form
        self.table = book.add_worksheet(TABLE)
        self.legend = book.add_worksheet(LEGEND)
        self.lists: Any = None
        self.listed = 0
        self.head = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DDE8F3", "border": 1}
        )
        self.bold = book.add_format({"bold": True, "font_size": 14})
        self.wrap = book.add_format({"text_wrap": True, "valign": "top"})

    def write(self) -> None:
        """Write the whole sheet: titles, headings, widths, and what prints on every page."""
        for row, title in enumerate(self.form.titles):
            self.table.write_string(row, 0, title, self.bold if row == 0 else None)
        self.table.set_row(HEADER, 48)
        self.table.freeze_panes(HEADER + 1, 1)
        self.table.set_landscape()
        self.table.repeat_rows(HEADER)
        self.table.fit_to_pages(1, 0)
        for position, column in enumerate(self.form.columns):
            self._column(position, column)
        for row, cells in enumerate(self.form.rows, start=HEADER + 1):
            for position, cell in enumerate(cells):
                if cell:
                    self.table.write_string(row, position, cell)
        self._legend()

    def _column(self, position: int, column: FormColumn) -> None:
        shown = self.book.add_format({"num_format": _FORMATS.get(column.type, "General")})
        self.table.set_column(position, position, column.width, shown)
        self.table.write_string(HEADER, position, column.heading, self.head)
        last = HEADER + max(SPARE, len(self.form.rows))
        rule = {**self._rule(column), **_message(column), "ignore_blank": True}
        self.table.data_validation(HEADER + 1, position, last, position, rule)

    def _rule(self, column: FormColumn) -> dict[str, Any]:
        """Return what the spreadsheet itself checks while the form is filled in."""
        if column.options:
            return {"validate": "list", "source": self._list(column.options)}
        match column.type:
            case FactType.MONEY:
                return {"validate": "decimal", "criteria": ">=", "value": 0}
            case FactType.WHOLE:
                return {"validate": "integer", "criteria": ">=", "value": 0}
            case FactType.DECIMAL:
                return {"validate": "decimal", "criteria": ">=", "value": 0}
            case _:
                return {"validate": "any"}

    def _list(self, options: Sequence[str | float]) -> str:
        """Write the options of a drop-down on a hidden sheet; a list in the rule may be too long."""
        if self.lists is None:
            self.lists = self.book.add_worksheet(LISTS)
            self.lists.hide()
        column, self.listed = self.listed, self.listed + 1
        for row, option in enumerate(options):
            if isinstance(option, str):
                self.lists.write_string(row, column, option)
            else:
                self.lists.write_number(row, column, option)
        letters = xlsxwriter.utility.xl_col_to_name(column, col_abs=True)
        return f"={LISTS}!{letters}$1:{letters}${len(options)}"

    def _legend(self) -> None:
        heads = (
            ("Kolumna", 34),
            ("Co oznacza", 44),
            ("Co wpisać", 60),
            ("Gdzie jest potwierdzenie", 34),
            ("Co z tego korzysta", 44),
        )
        for position, (head, width) in enumerate(heads):
            self.legend.set_column(position, position, width)
            self.legend.write_string(0, position, head, self.head)
        self.legend.freeze_panes(1, 0)
        for row, one in enumerate(self.form.columns, start=1):
            texts = (one.heading, one.means, one.write, one.evidence, one.used_by)
            for position, text in enumerate(texts):
                self.legend.write_string(row, position, text, self.wrap)


def _message(column: FormColumn) -> dict[str, Any]:
    """Return what the spreadsheet says beside the cell, and when something else is written."""
    wanted = f"Wpisz {column.write}."
    if not column.required:
        wanted += " Puste: nie wiadomo."
    return {
        "input_title": _short(column.heading, _TITLE_LENGTH),
        "input_message": _short(wanted, _MESSAGE_LENGTH),
        "error_title": "To się nie odczyta",
        "error_message": _short(f"Wpisz {column.write}.", _MESSAGE_LENGTH),
    }


def _short(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
