"""The ten criteria as decision tables of zen-engine, one a criterion, in one graph."""

import json
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

import zen

from scoring.application import Application
from tests.bench.ten import GMINA, SECTOR, Given

Cells = tuple[str, ...]
"""The cells of a row: what must hold of each input, then the points; an empty one always holds."""

TABLES: dict[str, tuple[Cells, Sequence[Cells]]] = {
    "innovative": (("innovative",), [("null", "null"), ("true", "5"), ("", "0")]),
    "small": (
        ("inhabitants", "branch"),
        [
            (">= 5000", "", "0"),
            ("", "true", "0"),
            ("null", "", "null"),
            ("", "null", "null"),
            ("", "", "4"),
        ],
    ),
    "jobs": (
        ("jobs",),
        [("null", "null"), (">= 4", "10"), (">= 2", "5"), (">= 1", "2"), ("", "0")],
    ),
    "amount": (
        ("requested",),
        [("null", "null"), ("> 15000000", "1"), ("> 5000000", "5"), ("", "8")],
    ),
    "sector": (
        ("sector",),
        [("null", "null"), *((f'"{one}"', f"{points}") for one, points in SECTOR.items())],
    ),
    "advice": (
        ("advised", "trained"),
        [
            ("null", "", "null"),
            ("", "null", "null"),
            ("true", ">= 3", "6"),
            ("true", ">= 1", "5"),
            ("true", "", "3"),
            ("", ">= 3", "4"),
            ("", ">= 1", "2"),
            ("", "", "0"),
        ],
    ),
    "partners": (("partners",), [("null", "null"), ("", "min([partners * 2, 8])")]),
    "own": (
        ("own", "total_cost", "own * 100 / total_cost"),
        [
            ("null", "", "", "null"),
            ("", "null", "", "null"),
            ("", "", ">= 50", "7"),
            ("", "", ">= 35", "4"),
            ("", "", ">= 20", "2"),
            ("", "", "", "0"),
        ],
    ),
    "gmina": (
        ("gmina",),
        [("null", "null"), *((f'"{one}"', f"{points}") for one, points in GMINA.items())],
    ),
    "months": (
        ("resident", "months"),
        [
            ("null", "", "null"),
            ("false", "", "0"),
            ("", "null", "null"),
            ("", ">= 36", "6"),
            ("", ">= 12", "2"),
            ("", "", "0"),
        ],
    ),
}
"""Of each criterion what its table reads, and its rows; the first that holds counts."""


def decision() -> zen.ZenDecision:
    """Return the graph, ready to be evaluated."""
    ends = [
        {"id": "in", "name": "in", "type": "inputNode"},
        {"id": "out", "name": "out", "type": "outputNode"},
    ]
    nodes = [_table(name, *table) for name, table in TABLES.items()]
    edges = [
        {"id": f"{start}-{end}", "type": "edge", "sourceId": start, "targetId": end}
        for name in TABLES
        for start, end in (("in", name), (name, "out"))
    ]
    graph = json.dumps({"nodes": [*ends, *nodes], "edges": edges})
    return zen.ZenEngine().create_decision(graph)


def _table(name: str, inputs: Cells, rows: Iterable[Cells]) -> dict[str, object]:
    columns = [{"id": f"i{place}", "name": one, "field": one} for place, one in enumerate(inputs)]
    keys = [*(column["id"] for column in columns), "o"]
    content = {
        "hitPolicy": "first",
        "inputs": columns,
        "outputs": [{"id": "o", "name": name, "field": name}],
        "rules": [
            {"_id": f"{name}{place}", **dict(zip(keys, cells, strict=True))}
            for place, cells in enumerate(rows)
        ],
    }
    return {"id": name, "name": name, "type": "decisionTableNode", "content": content}


def contexts(some: Iterable[Application]) -> list[dict[str, object]]:
    """Return the facts of each application as zen-engine reads them."""
    return [
        {
            key: float(value) if isinstance(value, Decimal) else value
            for key, value in one.facts.items()
            if key != "submitted_at"
        }
        for one in some
    ]


def by_tables(graph: zen.ZenDecision, facts: Iterable[dict[str, object]]) -> list[Given]:
    """Give the points of each application by the tables, and add them up."""
    given = []
    for one in facts:
        found = graph.evaluate(one)["result"]
        points: list[Any] = [found.get(name) for name in TABLES]
        given.append((points, None if None in points else sum(points)))
    return given
