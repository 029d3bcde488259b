from collections.abc import Iterable
from pathlib import Path

from criteria.places import SETS
from criteria.read import read_ruleset
from criteria.table import criteria_table
from tests.criteria.writing import ruleset


def plain(lines: Iterable[str]) -> list[str]:
    """Return lines with ordinary spaces."""
    return [line.replace("\N{NO-BREAK SPACE}", " ") for line in lines]


def test_a_set_is_read_aloud_with_everything_that_it_says(tmp_path: Path):
    rules = ruleset(
        tmp_path,
        """
- id: jobs
  name: Miejsca pracy
  description: Liczą się pełne etaty.
  kind: bands
  fact: jobs_created
  bands: [{from: 1, points: 5}, {from: 2, points: 10}]
  weight: 2
  minimum: 10
  applies_to: {fact: business_stage, is: growth}
  when_not_applicable: shrink_maximum
  when: {fact: innovative, is: true}
  evidence: Biznesplan
  source: LSR, kryterium 1
  gap: nie wiadomo, jak liczyć pół etatu
""",
        minimum="{percent: 33, raise_to_step: 1}",
        ties="[{criterion: jobs, prefer: higher}, {fact: innovative, prefer: higher}]",
        gaps='["nie wiadomo, od kiedy"]',
    )

    table = criteria_table(rules)
    growth = "Etap działalności: rozwijanie działalności"

    assert table.title == "Kryteria"
    assert plain(table.header[:-1]) == [
        "Kryteria modelowe: nie przyjęła ich żadna LGD i nikogo nie wiążą.",
        "LGD: przyklad, zakres: zakres",
        "Obowiązują od: 1 stycznia 2030 r.",
        "Status: model",
        "Maksimum: 20 pkt",
        "Minimum: 7 pkt (33 % maksimum, w górę do pełnego punktu)",
    ]
    (row,) = table.rows
    assert (row.position, row.id, row.name, row.maximum) == ("1", "jobs", "Miejsca pracy", "20")
    assert plain(row.lines) == [
        "Liczą się pełne etaty.",
        "Liczba tworzonych miejsc pracy (w etatach): od 1 – 5 pkt",
        "Liczba tworzonych miejsc pracy (w etatach): od 2 – 10 pkt",
        "Waga: 2",
        "Minimum w kryterium: 10 pkt",
        f"Dotyczy, gdy: {growth}; inaczej maksimum wniosku jest mniejsze",
        "Punkty tylko wtedy, gdy: Operacja innowacyjna: tak",
        "Luka w źródle: nie wiadomo, jak liczyć pół etatu",
        "Weryfikacja: Biznesplan",
        "Źródło: LSR, kryterium 1",
    ]
    assert plain(table.footer) == [
        (
            "Kolejność przy równej liczbie punktów: 1) punkty w kryterium „Miejsca pracy” – wyżej "
            "operacja z większą wartością; 2) operacja innowacyjna – wyżej „tak”; 3) głosowanie Rady."
        ),
        "Luka w źródle: nie wiadomo, od kiedy",
    ]
    assert (
        table.header[-1] == f"Plik: przyklad/zakres/kryteria.yaml, SHA-256 {rules.texts[0].sha256}"
    )


def test_a_minimum_that_is_not_known_is_said_to_be_not_known():
    rules, _ = read_ruleset(SETS / "zalacznik-2a/diversification/2007-01-01.yaml")

    assert (
        "Minimum: nieznane (w opublikowanym dokumencie tekst urywa się przed minimum)"
        in criteria_table(rules).header
    )


def test_a_published_set_says_by_which_act_and_where():
    rules, _ = read_ruleset(SETS / "kraina-nocy-i-dni/start-of-business/2022-01-01.yaml")

    assert rules.adopted_by is not None
    assert criteria_table(rules).header[3:5] == (
        f"Akt: {rules.adopted_by.title}",
        f"Źródło: {rules.adopted_by.href}",
    )
