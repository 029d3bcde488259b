"""A form of several sheets as a workbook: what it writes, ``intake.book`` reads back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from pathlib import Path
from typing import Any

import xlsxwriter

from intake.book import FIELD, VALUE, WRITE, Entry, FormSheet
from scoring.call import Call

HEADER = 3
"""The row of the headings, counted from 0: titles stand above it."""

SPARE = 200
"""For how many rows below the headings a table has its drop-downs ready."""

_LEGEND = ("Arkusz", "Kolumna lub pole", "Co oznacza", "Co wpisać")
_MESSAGE = 255


@dataclass(frozen=True, slots=True)
class Filled:
    """A sheet of a form with what is filled in beforehand, by heading, and its own drop-downs."""

    form: FormSheet
    title: str
    rows: Sequence[Mapping[str, str]] = ()
    options: Mapping[str, Sequence[str]] = field(default_factory=dict)


def write_book(file: Path, call: Call, title: str, sheets: Sequence[Filled]) -> None:
    """Write a form as XLSX; the same form is the same bytes on every day."""
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(file), settings) as book:
        created = datetime.combine(call.announced_on, time(12))
        book.set_properties({"title": title, "author": call.lgd.name, "created": created})
        _Book(book, title).write(sheets)


class _Book:
    """Writes the sheets of one form."""

    def __init__(self, book: Any, title: str) -> None:  # noqa: ANN401 - xlsxwriter has no types
        self.book = book
        self.title = title
        self.listed: list[Sequence[str]] = []
        look = {
            "bold": True,
            "text_wrap": True,
            "valign": "top",
            "bg_color": "#DDE8F3",
            "border": 1,
        }
        self.head = book.add_format(look)
        self.bold = book.add_format({"bold": True, "font_size": 14})
        self.text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})

    def write(self, sheets: Sequence[Filled]) -> None:
        """Write every sheet, the legend, and the hidden lists."""
        for one in sheets:
            sheet = self.book.add_worksheet(one.form.name)
            sheet.write_string(0, 0, self.title, self.bold)
            sheet.write_string(1, 0, one.title)
            sheet.set_landscape()
            sheet.fit_to_pages(1, 0)
            sheet.freeze_panes(HEADER + 1, 1)
            (self._fields if one.form.key is None else self._table)(sheet, one)
        self._legend(sheets)
        self._lists()

    def _table(self, sheet: Any, one: Filled) -> None:  # noqa: ANN401
        sheet.repeat_rows(HEADER)
        last = HEADER + max(SPARE, len(one.rows))
        for position, entry in enumerate(one.form.entries):
            sheet.set_column(position, position, entry.width, self.text)
            sheet.write_string(HEADER, position, entry.heading, self.head)
            rule = self._rule(entry, one)
            sheet.data_validation(HEADER + 1, position, last, position, rule)
            for row, values in enumerate(one.rows, start=HEADER + 1):
                if values.get(entry.heading):
                    sheet.write_string(row, position, values[entry.heading], self.text)

    def _fields(self, sheet: Any, one: Filled) -> None:  # noqa: ANN401
        for position, (head, width) in enumerate(((FIELD, 38), (VALUE, 60), (WRITE, 60))):
            sheet.set_column(position, position, width, self.text)
            sheet.write_string(HEADER, position, head, self.head)
        values = one.rows[0] if one.rows else {}
        for row, entry in enumerate(one.form.entries, start=HEADER + 1):
            sheet.write_string(row, 0, entry.heading, self.text)
            sheet.write_string(row, 1, values.get(entry.heading, ""), self.text)
            sheet.write_string(row, 2, entry.write, self.text)
            sheet.data_validation(row, 1, row, 1, self._rule(entry, one))

    def _rule(self, entry: Entry, one: Filled) -> dict[str, Any]:
        """Return what the spreadsheet says and checks while the form is filled in."""
        said = {
            "input_title": entry.heading[:32],
            "input_message": f"Wpisz {entry.write}."[:_MESSAGE],
            "ignore_blank": True,
        }
        options = tuple(one.options.get(entry.heading, entry.options))
        if not options:
            return {"validate": "any", **said}
        if options not in self.listed:
            self.listed.append(options)
        letters = xlsxwriter.utility.xl_col_to_name(self.listed.index(options), col_abs=True)
        source = f"=Listy!{letters}$1:{letters}${len(options)}"
        return {"validate": "list", "source": source, "error_type": "warning", **said}

    def _legend(self, sheets: Sequence[Filled]) -> None:
        legend = self.book.add_worksheet("Legenda")
        for position, (head, width) in enumerate(zip(_LEGEND, (18, 34, 50, 60), strict=True)):
            legend.set_column(position, position, width)
            legend.write_string(0, position, head, self.head)
        entries = [(one.form.name, entry) for one in sheets for entry in one.form.entries]
        for row, (name, entry) in enumerate(entries, start=1):
            texts = (name, entry.heading, entry.means, entry.write)
            for position, text in enumerate(texts):
                legend.write_string(row, position, text, self.text)

    def _lists(self) -> None:
        lists = self.book.add_worksheet("Listy")
        lists.hide()
        for column, options in enumerate(self.listed):
            for row, option in enumerate(options):
                lists.write_string(row, column, option)
