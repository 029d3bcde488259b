"""The demo call's files read cell by cell, without the readers and the scoring under test."""

import re
from fractions import Fraction
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

Raw = dict[str, Any]
"""One row: its cells by heading."""


def rows_of(file: Path, header_row: int) -> list[Raw]:
    """Return the rows under the header that have a case number."""
    sheet = load_workbook(file, data_only=True).worksheets[0]
    rows = list(sheet.iter_rows(min_row=header_row, values_only=True))
    names = [" ".join(str(name).split()) for name in rows[0]]
    raw = [dict(zip(names, row, strict=True)) for row in rows[1:]]
    return [row for row in raw if row["Znak sprawy"]]


def applications_of(folder: Path) -> dict[str, Raw]:
    """Return the demo call's register by case number."""
    rows = rows_of(folder / "applications.xlsx", header_row=6)
    return {row["Znak sprawy"].strip(): row for row in rows}


def said_yes(cell: str) -> bool:
    """Read tak or nie."""
    return cell.strip().lower() == "tak"


def zloty(cell: float | str) -> Fraction:
    """Read an amount, a number or a text such as „1 234,56 zł”."""
    if isinstance(cell, str):
        return Fraction(re.sub(r"[^0-9,]", "", cell).replace(",", "."))
    return Fraction(str(cell))


def level(cell: str) -> int:
    """Read „poziom oceniany na 10 pkt”."""
    return 0 if cell == "brak" else int(re.findall(r"\d+", cell)[0])


def points_by_hand(application: Raw, cards: list[Raw]) -> Fraction:
    """Add up the published criteria of 2022 from the cells of one application."""
    points = Fraction(0)
    points += 2 * said_yes(application["Konsultacja wniosku"])
    points += 5 * (zloty(application["Koszty kwalifikowalne"]) >= 110_000)
    points += 5 * said_yes(application["Promocja obszaru"])
    points += level(application["Grupy defaworyzowane (poziom)"])
    points += 1 * said_yes(application["Kobieta powracająca na rynek pracy"])
    points += level(application["Miejsca pracy (poziom)"])
    points += 5 * said_yes(application["Przetwórstwo produktów rolnych"])
    points += 5 * said_yes(application["Wskaźniki LSR"])
    counted = [card for card in cards if not (card["Wyłączony"] and said_yes(card["Wyłączony"]))]
    for heading in [name for name in counted[0] if name.endswith("– punkty")]:
        points += Fraction(sum(int(card[heading]) for card in counted), len(counted))
    return points
