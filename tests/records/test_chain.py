"""Records are only added to: the database refuses changes, and the chain finds those made around it."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, select

from records.audit import Break, audit
from records.chain import link_after, seal_of_version
from records.guards import GUARDED, REFUSAL
from records.store import Because, Document, store, store_documents
from records.tables import ChainRow, CriteriaUseRow, OutcomeRow, VersionRow

MONDAY = datetime(2030, 4, 1, 8, 0, tzinfo=UTC)
CHANGES = {
    "call": "UPDATE call SET number = '2/2030'",
    "criteria_text": "UPDATE criteria_text SET text = text || ' '",
    "decision_version": "UPDATE decision_version SET reason = 'inny' WHERE version = 1",
    "outcome": "UPDATE outcome SET points = '19' WHERE number = 'A' AND version_id = 1",
    "criteria_use": "UPDATE criteria_use SET place = 7 WHERE version_id = 1 AND place = 0",
    "document": "UPDATE document SET pages = 2",
    "chain": "UPDATE chain SET content = '{}' WHERE id = 2",
}


@pytest.fixture
def kept(engine: Engine, decided) -> Engine:
    """A database with two versions of a call, documents of the first."""
    first = store(engine, decided(A=2, B=1), Because("pierwsze"), MONDAY)
    store_documents(engine, first.id, [Document("rejestr.pdf", "a" * 64, 1)])
    store(engine, decided(A=1, B=2), Because("korekta", "correction", "art. 21", "Biuro"), MONDAY)
    return engine


@pytest.fixture
def unguarded(kept: Engine) -> Iterator[Connection]:
    """A hand in the same database that has taken the guards away."""
    with kept.connect() as connection, connection.begin():
        for table in GUARDED:
            for name in _guards(connection, table):
                where = f" ON {table}" if connection.dialect.name == "postgresql" else ""
                connection.exec_driver_sql(f"DROP TRIGGER {name}{where}")
        yield connection


def _guards(connection: Connection, table: str) -> list[str]:
    kinds = {"sqlite": ("update", "delete", "insert"), "postgresql": ("change", "truncate")}
    return [f"{table}_no_{kind}" for kind in kinds[connection.dialect.name]]


def test_untouched_records_hold(kept):
    found = audit(kept)
    assert (found.holds, found.links, found.versions, found.documents) == (True, 3, 2, 1)
    assert found.guards_missing == ()


def test_an_empty_database_holds(engine):
    found = audit(engine)
    assert (found.holds, found.links, found.last) == (True, 0, None)


@pytest.mark.parametrize("table", GUARDED)
def test_the_database_refuses_to_change_or_remove_a_row(kept, table):
    for statement in (CHANGES[table], f"DELETE FROM {table}"):
        with kept.connect() as connection, pytest.raises(DBAPIError, match=REFUSAL):
            connection.exec_driver_sql(statement)
    assert audit(kept).holds


def test_sqlite_refuses_to_replace_a_row(kept):
    if kept.dialect.name != "sqlite":
        pytest.skip("only SQLite has INSERT OR REPLACE")
    for table in GUARDED:
        statement = f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"
        with kept.connect() as connection, pytest.raises(DBAPIError, match=REFUSAL):
            connection.exec_driver_sql(statement)


def test_sqlite_refuses_to_replace_a_row_by_its_place(kept):
    if kept.dialect.name != "sqlite":
        pytest.skip("only SQLite has rows by their place")
    statement = "INSERT OR REPLACE INTO outcome (rowid, version_id, number, outcome) VALUES (1, 1, 'C', 'x')"
    with kept.connect() as connection, pytest.raises(DBAPIError, match=REFUSAL):
        connection.exec_driver_sql(statement)


HARMLESS = """
CREATE TRIGGER outcome_no_update BEFORE UPDATE ON outcome WHEN 0
BEGIN SELECT RAISE(ABORT, 'x'); END
"""


def test_a_guard_that_is_there_and_guards_nothing_is_told(kept):
    disarmed = {
        "sqlite": ("DROP TRIGGER outcome_no_update", HARMLESS),
        "postgresql": ("ALTER TABLE outcome ENABLE REPLICA TRIGGER outcome_no_change",),
    }
    name = {"sqlite": "outcome_no_update", "postgresql": "outcome_no_change"}
    with kept.begin() as connection:
        for statement in disarmed[kept.dialect.name]:
            connection.exec_driver_sql(statement)
    assert audit(kept).guards_missing == (name[kept.dialect.name],)


def test_a_function_made_harmless_disarms_every_guard_and_all_are_told(kept):
    if kept.dialect.name != "postgresql":
        pytest.skip("only PostgreSQL guards by a function")
    with kept.begin() as connection:
        connection.exec_driver_sql(
            "CREATE OR REPLACE FUNCTION nabor_only_adds() RETURNS trigger LANGUAGE plpgsql"
            " AS $$ BEGIN RETURN NEW; END $$"
        )
    assert len(audit(kept).guards_missing) == 2 * len(GUARDED)


def test_postgresql_refuses_to_truncate(kept):
    if kept.dialect.name != "postgresql":
        pytest.skip("only PostgreSQL has TRUNCATE")
    with kept.connect() as connection, pytest.raises(DBAPIError, match=REFUSAL):
        connection.exec_driver_sql("TRUNCATE document")


BROKEN = {
    "call": (1, "wersja 1 naboru 2/2030: zmieniono LGD i numer naboru"),
    "criteria_text": (
        1,
        "wersja 1 naboru 1/2030: zmieniono treść pliku, według którego ją wydano",
    ),
    "decision_version": (1, "wersja 1 naboru 1/2030: zmieniono zapis wersji"),
    "outcome": (1, "wersja 1 naboru 1/2030: zmieniono wyniki wniosków"),
    "criteria_use": (1, "wersja 1 naboru 1/2030: zmieniono wskazanie kryteriów"),
    "document": (2, "wersja 1 naboru 1/2030: zmieniono zapis wydruku „rejestr.pdf”"),
    "chain": (2, "zmieniono samo ogniwo"),
}


@pytest.mark.parametrize("table", GUARDED)
def test_a_change_made_around_the_guards_is_found_and_named(kept, unguarded, table):
    unguarded.exec_driver_sql(CHANGES[table])
    unguarded.commit()
    found = audit(kept)
    assert found.broken is not None
    assert (found.broken.link, found.broken.what) == BROKEN[table]
    assert len(found.guards_missing) == len(GUARDED) * len(_guards(unguarded, "call"))


@pytest.mark.parametrize(
    ("statement", "link", "what"),
    [
        ("DELETE FROM chain WHERE id = 1", 2, "brakuje ogniwa 1"),
        ("DELETE FROM chain WHERE id = 3", None, "wersja 2 naboru 1/2030 nie ma ogniwa w łańcuchu"),
        ("DELETE FROM outcome WHERE version_id = 2", 3, None),
        (
            "INSERT INTO document VALUES (1, 'obcy.pdf', 'x', 1)",
            None,
            "wydruk „obcy.pdf” nie ma ogniwa w łańcuchu",
        ),
        ("UPDATE decision_version SET inputs = replace(inputs, '100000.00', '1.00')", 1, None),
        ("UPDATE decision_version SET results = replace(results, '20', '21')", 1, None),
        ("UPDATE outcome SET granted = granted + 1 WHERE granted > 0", 1, None),
        ("UPDATE outcome SET rank = 9 WHERE version_id = 2 AND number = 'B'", 3, None),
    ],
)
def test_what_is_taken_away_or_added_beside_the_program_is_found(
    kept, unguarded, statement, link, what
):
    unguarded.exec_driver_sql(statement)
    unguarded.commit()
    found = audit(kept)
    assert found.broken is not None
    assert found.broken.link == link
    assert what is None or found.broken.what == what


def test_a_link_forged_to_fit_a_changed_outcome_breaks_the_next_one(kept, unguarded):
    unguarded.exec_driver_sql(CHANGES["outcome"])
    with Session(unguarded) as session:
        version, link = session.get_one(VersionRow, 1), session.get_one(ChainRow, 1)
        outcomes = session.exec(select(OutcomeRow).where(OutcomeRow.version_id == 1)).all()
        uses = session.exec(select(CriteriaUseRow).where(CriteriaUseRow.version_id == 1)).all()
        seal = seal_of_version(version, ("przyklad", "1/2030"), outcomes, uses)
        forged = link_after(None, 1, seal)
        link.content, link.hash = forged["content"], forged["hash"]
        session.commit()
    unguarded.commit()
    assert audit(kept).broken == Break(2, "ogniwo nie wskazuje poprzedniego")


def test_a_tail_cut_off_is_seen_only_by_a_hash_that_was_handed_over(kept, unguarded):
    last = unguarded.exec_driver_sql("SELECT hash FROM chain WHERE id = 3").scalar_one()
    unguarded.exec_driver_sql("DELETE FROM chain WHERE id = 3")
    for table in ("outcome", "criteria_use"):
        unguarded.exec_driver_sql(f"DELETE FROM {table} WHERE version_id = 2")
    unguarded.exec_driver_sql("DELETE FROM decision_version WHERE version = 2")
    unguarded.commit()
    found = audit(kept)
    assert found.holds
    assert last not in found.hashes
