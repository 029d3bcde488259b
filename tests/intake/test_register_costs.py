"""Parts of the eligible costs are at most the whole."""

import pytest

from reading.problems import Refused
from scoring.facts import Fact, FactType
from tests.intake.office import (
    HEADINGS,
    RULESET,
    catalogue,
    row,
    table,
    write_xlsx,
)
from tests.intake.registers import read

COSTS = (
    ("general_cost", "Koszty ogólne"),
    ("transport_cost", "Środki transportu"),
    ("used_equipment_cost", "Sprzęt używany"),
    ("employment_cost", "Koszty zatrudnienia"),
    ("in_kind_contribution", "Wkład niepieniężny"),
    ("partner_search_cost", "Koszty poszukiwania partnerów"),
)
WITH_COSTS = RULESET.model_copy(
    update={
        "catalogue": catalogue(
            *(Fact(id=one, name=name, type=FactType.MONEY, columns=(name,)) for one, name in COSTS)
        )
    }
)


def costs_told(tmp_path, **costs):
    """What is wrong with the parts of an eligible cost of 1 000 zł, and in which column."""
    headings = (*HEADINGS, "Koszty kwalifikowalne", *(name for _, name in COSTS))
    names = dict(COSTS)
    values = {names[one]: value for one, value in costs.items()}
    good = row(Wnioskowana_kwota=500)
    cells = table({**good, "Koszty kwalifikowalne": 1000, **values}, headings=headings)
    file = write_xlsx(tmp_path / "rejestr.xlsx", cells)
    try:
        read(file, WITH_COSTS)
    except Refused as refused:
        found = [one for one in refused.problems if one.level == "error"]
        return [(one.column, one.what.replace("\N{NO-BREAK SPACE}", " ")) for one in found]
    return []


@pytest.mark.parametrize(("cost", "name"), COSTS)
def test_a_part_of_the_eligible_costs_is_at_most_the_whole(tmp_path, cost, name):
    assert costs_told(tmp_path, **{cost: 1000}) == []
    whole = "Koszty kwalifikowalne (1 000,00 zł)"
    assert costs_told(tmp_path, **{cost: 1000.01}) == [
        (name, f"{name} (1 000,01 zł) to więcej niż {whole}")
    ]


def test_all_parts_together_are_at_most_the_whole(tmp_path):
    assert costs_told(tmp_path, general_cost=100, transport_cost=900, employment_cost=0) == []
    assert costs_told(tmp_path, general_cost=100.01, transport_cost=900, employment_cost=0) == [
        (
            "Koszty kwalifikowalne",
            (
                "Koszty ogólne + Środki transportu (razem 1 000,01 zł) to więcej niż "
                "Koszty kwalifikowalne (1 000,00 zł)"
            ),
        )
    ]


def test_each_part_that_is_too_large_is_told_alone(tmp_path):
    told = costs_told(tmp_path, general_cost=2000, transport_cost=3000, employment_cost=1)
    assert [column for column, _ in told] == ["Koszty ogólne", "Środki transportu"]
