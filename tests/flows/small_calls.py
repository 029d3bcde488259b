"""Calls of one application each, which are decided and printed in seconds."""

from pathlib import Path

from intake.call import read_call
from scoring.call import Call
from tests.small_criteria import CRITERIA

CALL = """
number: {number}/2030
title: Nabór przykładowy
lgd: {{id: przyklad, name: LGD Przykład}}
regime: "2023"
scope: start-of-business
announced_on: 2030-02-01
opens_at: 2030-03-01T08:00
closes_at: 2030-03-15T12:00
limit: {{pln: 150000, policy: stop, source: ogłoszenie}}
criteria: {{file: kryteria.yaml}}
"""

REGISTER = """
Znak sprawy;Data i godzina złożenia;Wnioskodawca;Tytuł operacji;Koszt całkowity;Wnioskowana kwota;Liczba tworzonych miejsc pracy
A/{number}/2030;2.03.2030 10:10;Stolarnia Domyślna;Meble z odzysku;120000;60000;2
"""


def small_calls(storage: Path, count: int, first: int = 1) -> list[Call]:
    """Lay small calls into a folder, alike but for their numbers; nobody knows of a council."""
    found = []
    for number in range(first, first + count):
        folder = storage / f"nabor-{number}"
        folder.mkdir(parents=True)
        (folder / "call.yaml").write_text(CALL.format(number=number), encoding="utf-8")
        (folder / "kryteria.yaml").write_text(CRITERIA, encoding="utf-8")
        register = REGISTER.format(number=number).lstrip()
        (folder / "applications.csv").write_text(register, encoding="utf-8")
        found.append(read_call(folder).call)
    return found
