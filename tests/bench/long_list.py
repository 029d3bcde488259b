"""A ranking list of many rows: a view to print, made of the fictitious example of the template."""

from typing import cast

from scoring.value import Value
from templates.proof import example_of
from templates.ranking_list.view import PointsTable, Reason, Row, View


def view(size: int) -> Value:
    """Return a ranking list with so many operations, all of them with points and reasons."""
    made = cast("View", example_of("ranking_list"))
    operations = [one for one in made.rows if isinstance(one, Row)]
    rows = []
    for place in range(1, size + 1):
        one = operations[place % len(operations)]
        entry = one.entry.model_copy(update={"number": f"1/2022/{place:04}"})
        rows.append(one.model_copy(update={"place": str(place), "entry": entry}))
    tables = tuple(_table(one, size) for one in made.points_tables)
    reasons = tuple(_reason(made.reasons[place % len(made.reasons)], place) for place in range(size))
    return made.model_copy(
        update={"rows": tuple(rows), "points_tables": tables, "reasons": reasons}
    )


def _table(made: PointsTable, size: int) -> PointsTable:
    some = [
        made.operations[place % len(made.operations)].model_copy(
            update={"number": f"1/2022/{place + 1:04}"}
        )
        for place in range(size)
    ]
    return made.model_copy(update={"operations": tuple(some)})


def _reason(made: Reason, place: int) -> Reason:
    return made.model_copy(update={"number": f"1/2022/{place + 1:04}"})
