"""Every single value of every row, changed alone beside the program, is found by the audit."""

import re
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from records.audit import audit
from records.database import open_database
from records.guards import GUARDED
from records.store import Because, Document, store, store_documents
from tests.records.conftest import decide_for

MONDAY = datetime(2030, 4, 1, 8, 0, tzinfo=UTC)


def test_every_value_of_every_row_changed_alone_is_found(tmp_path: Path):
    file = tmp_path / "nabor.sqlite"
    engine = open_database(f"sqlite:///{file}")
    first = store(engine, decide_for(A=2, B=1), Because("pierwsze"), MONDAY)
    store_documents(engine, first.id, [Document("rejestr.pdf", "a" * 64, 1)])
    store(engine, decide_for(A=1, B=2), Because("korekta", "correction", "§ 12", "Biuro 1"), MONDAY)
    assert audit(engine).holds
    engine.dispose()
    whole, tried, missed = file.read_bytes(), 0, []
    for table, row, column, value in values_in(file):
        for changed in otherwise(value):
            file.write_bytes(whole)
            with sqlite3.connect(file) as connection:
                unguard(connection)
                statement = f"UPDATE {table} SET {column} = ? WHERE rowid = ?"
                connection.execute(statement, (changed, row))
            tried += 1
            engine = open_database(f"sqlite:///{file}")
            if audit(engine).holds:
                missed.append((table, row, column, value, changed))
            engine.dispose()
    assert tried > 100
    # The name of a criteria file is a label beside its text; the decisions name it themselves.
    assert [one for one in missed if one[:3:2] != ("criteria_text", "name")] == []


def values_in(file: Path) -> list[tuple[str, int, str, object]]:
    found = []
    with sqlite3.connect(file) as connection:
        for table in GUARDED:
            cursor = connection.execute(f"SELECT rowid, * FROM {table}")
            names = [one[0] for one in cursor.description][1:]
            for row, *values in cursor.fetchall():
                found += [(table, row, *one) for one in zip(names, values, strict=True)]
    return found


def otherwise(value: object) -> list[object]:
    """Say how a value may be changed: one figure of a text, each of the first twenty alone."""
    if value is None:
        return [1]
    if isinstance(value, int):
        return [value + 1000]
    text = str(value)
    places = [one.start() for one in re.finditer(r"\d", text)][:20]
    found = [f"{text[:at]}{(int(text[at]) + 1) % 10}{text[at + 1 :]}" for at in places]
    return list(found or [f"{text}x"])


def unguard(connection: sqlite3.Connection) -> None:
    for table in GUARDED:
        for kind in ("update", "delete", "insert"):
            connection.execute(f"DROP TRIGGER {table}_no_{kind}")
