"""Opening a database: what a clerk is told when it cannot be opened."""

import hashlib
import re
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import create_engine
from sqlmodel import SQLModel

from records.audit import audit
from records.database import (
    ENVIRONMENT,
    MIGRATIONS,
    DatabaseUnavailable,
    _address,
    open_database,
    with_password,
    without_password,
)
from records.store import versions


def test_the_migrations_make_exactly_the_tables_of_the_models(engine):
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, SQLModel.metadata) == []


def test_opening_twice_changes_nothing(database):
    for _ in range(2):
        open_database(database).dispose()


def test_a_version_kept_before_there_was_a_salt_gets_one_of_its_own(database):
    older = create_engine(_address(database))
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with older.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.exec_driver_sql("INSERT INTO call (id, lgd, number) VALUES (1, 'a', '1')")
        for version in (1, 2):
            connection.exec_driver_sql(
                "INSERT INTO decision_version (id, call_id, version, fingerprint, reason, engine, "
                "scope, criteria_in_force_from, recorded_at, inputs, results) VALUES "
                f"({version}, 1, {version}, 'f', 'r', '1', 's', '2030-01-01', "
                "'2030-04-01 08:00:00', '{}', '{}')"
            )
    older.dispose()
    newer = open_database(database)
    with newer.connect() as connection:
        salts = [row[0] for row in connection.exec_driver_sql("SELECT salt FROM decision_version")]
    newer.dispose()
    assert len(set(salts)) == 2
    assert all(re.fullmatch("[0-9a-f]{64}", one) for one in salts)


@pytest.mark.parametrize("url", ["bzdura", "foo://x", ""])
def test_what_is_no_address_is_told_so(url):
    with pytest.raises(DatabaseUnavailable, match="nie jest adresem bazy"):
        open_database(url)


def test_a_folder_that_is_not_there_is_told_so(tmp_path: Path):
    with pytest.raises(DatabaseUnavailable, match="nie można użyć bazy"):
        open_database(f"sqlite:///{tmp_path / 'nie-ma' / 'x.sqlite'}")


def test_a_file_that_is_no_database_is_told_so(tmp_path: Path):
    file = tmp_path / "x.sqlite"
    file.write_text("to nie baza " * 1000, encoding="utf-8")
    with pytest.raises(DatabaseUnavailable, match="nie jest baza Naboru"):
        open_database(f"sqlite:///{file}")


def test_other_databases_are_told_what_can_be_used():
    with pytest.raises(DatabaseUnavailable, match="sqlite:///plik albo postgresql://"):
        open_database("mysql://localhost/nabor")


def test_a_path_with_strange_letters_is_the_file_of_that_name(tmp_path: Path):
    file = tmp_path / "a?b%20c" / "nabor.sqlite"
    file.parent.mkdir()
    open_database(f"sqlite:///{file}").dispose()
    assert file.is_file()


def test_a_password_never_shows_in_a_message():
    with pytest.raises(DatabaseUnavailable) as told:
        open_database("postgresql://jan:tajne@127.0.0.1:1/x")
    assert "tajne" not in str(told.value)


def test_what_was_kept_before_there_was_a_chain_is_linked_when_the_database_is_opened(database):
    old = create_engine(database.replace("postgresql://", "postgresql+psycopg://"))
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with old.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for statement in BEFORE_THE_CHAIN:
            connection.exec_driver_sql(statement)
    old.dispose()
    engine = open_database(database)
    found = audit(engine)
    kept = versions(engine, "przyklad", "1/2030")
    engine.dispose()
    assert (found.holds, found.links, found.versions, found.documents) == (True, 3, 2, 1)
    assert [(one.version, one.because.kind, one.because.author) for one in kept] == [
        (1, "round", None),
        (2, "round", None),
    ]


BEFORE_THE_CHAIN = (
    "INSERT INTO call (id, lgd, number) VALUES (1, 'przyklad', '1/2030')",
    f"INSERT INTO criteria_text VALUES ('{hashlib.sha256(b'x').hexdigest()}', 'k.yaml', 'x')",
    *(
        "INSERT INTO decision_version (id, call_id, version, fingerprint, reason, engine, scope,"
        " criteria_in_force_from, recorded_at, inputs, results) VALUES"
        f" ({one}, 1, {one}, 'f{one}', 'zmiana', '1', 's', '2030-01-01',"
        " '2030-04-01 08:00:00.250000', '{}', '{}')"
        for one in (1, 2)
    ),
    "INSERT INTO outcome VALUES (1, 'A', 'selected', 1, '20', 100, 100)",
    f"INSERT INTO criteria_use VALUES (1, 0, '{hashlib.sha256(b'x').hexdigest()}')",
    f"INSERT INTO document VALUES (1, 'rejestr.pdf', '{'a' * 64}', 1)",
)
"""Two versions as a database held them before the chain."""


SECRET = "postgresql://biuro:tajne@baza.example.pl/nabor"
SHOWN = "postgresql://biuro:***@baza.example.pl/nabor"


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:////srv/Zażółć 100%/nabor.sqlite",
        "postgresql://biuro@baza.example.pl/nabor",
        "bzdura",
    ],
)
def test_an_address_without_a_password_stays_as_it_is(url, monkeypatch):
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    assert with_password(without_password(url)) == url


def test_a_password_is_hidden_and_found_again_in_the_environment_alone(monkeypatch):
    assert without_password(SECRET) == SHOWN
    monkeypatch.setenv(ENVIRONMENT, SECRET)
    assert with_password(SHOWN) == SECRET
    monkeypatch.setenv(ENVIRONMENT, "postgresql://biuro:tajne@inna.example.pl/nabor")
    with pytest.raises(DatabaseUnavailable, match="nie wiadomo, jakie hasło") as told:
        with_password(SHOWN)
    assert "tajne" not in str(told.value)
