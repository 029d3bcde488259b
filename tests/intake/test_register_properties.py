"""What holds of every register: order never matters, no row is lost."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.register import Rows
from tests.intake.office import (
    GOOD,
    HEADINGS,
    row,
    table,
    write_csv,
)
from tests.intake.registers import read, refused_of

USUAL = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


ROWS = [row(Znak_sprawy=f"PD/{place}/2022", Wnioskowana_kwota=place * 10) for place in range(1, 8)]


@USUAL
@given(order=st.permutations(range(len(ROWS))), columns=st.permutations(HEADINGS))
def test_the_order_of_rows_and_columns_never_matters(tmp_path, order, columns):
    file = write_csv(
        tmp_path / "r.csv", table(*(ROWS[one] for one in order), headings=tuple(columns))
    )
    straight = read(write_csv(tmp_path / "s.csv", table(*ROWS))).applications
    found = read(file).applications
    assert sorted(found, key=lambda one: one.number) == list(straight)


KINDS = st.sampled_from(["good", "blank", "note", "header", "sum", "bad"])


@USUAL
@given(kinds=st.lists(KINDS, max_size=25), above=st.integers(0, 5))
def test_every_row_that_came_in_is_accounted_for(tmp_path, kinds, above):
    rows = {
        "blank": {},
        "note": {"Lp.": "Uwaga: sprawdzono"},
        "header": dict(zip(HEADINGS, HEADINGS, strict=True)),
        "sum": {"Znak sprawy": "RAZEM"},
    }
    cells = [
        {
            "good": row(Znak_sprawy=f"PD/{place}"),
            "bad": row(Znak_sprawy=f"PD/{place}", NIP="x"),
        }.get(kind)
        or rows.get(kind, {})
        for place, kind in enumerate(kinds)
    ]
    file = write_csv(tmp_path / "r.csv", [["tytuł"]] * above + table(*cells))
    count = kinds.count
    if "bad" in kinds:
        problems = refused_of(file)
        refused = [one.row for one in problems if one.level == "error"]
        assert refused == [above + 2 + at for at, kind in enumerate(kinds) if kind == "bad"]
    else:
        assert read(file).rows == Rows(
            count("good"), count("blank"), count("sum"), count("note"), above + 1 + count("header")
        )


MANY = 100_000


def test_a_hundred_thousand_rows_are_read_or_refused_whole(tmp_path):
    line = ";".join(str(GOOD[name]).replace("PD/1/2022", "{}") for name in HEADINGS)
    lines = [";".join(HEADINGS), *(line.format(f"PD/{place}/2022") for place in range(MANY))]
    file = tmp_path / "rejestr.csv"
    file.write_text("\n".join(lines), "cp1250")
    assert read(file).rows == Rows(accepted=MANY, titles=1)
    file.write_text("\n".join(lines).replace("856-734-62-15", "1"), "cp1250")
    assert len(refused_of(file)) == MANY
