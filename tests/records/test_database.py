"""Opening a database: what a clerk is told when it cannot be opened."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlmodel import SQLModel

from records.database import DatabaseUnavailable, open_database


def test_the_migrations_make_exactly_the_tables_of_the_models(engine):
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, SQLModel.metadata) == []


def test_opening_twice_changes_nothing(database):
    for _ in range(2):
        open_database(database).dispose()


@pytest.mark.parametrize("url", ["bzdura", "foo://x", ""])
def test_what_is_no_address_is_told_so(url):
    with pytest.raises(DatabaseUnavailable, match="nie jest adresem bazy"):
        open_database(url)


def test_a_folder_that_is_not_there_is_told_so(tmp_path: Path):
    with pytest.raises(DatabaseUnavailable, match="nie można otworzyć bazy"):
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
