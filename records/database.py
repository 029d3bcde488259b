"""Opening the database: SQLite by default, PostgreSQL by URL, migrated to the newest tables."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from reading.problems import Unavailable

MIGRATIONS = Path(__file__).with_name("migrations")


class DatabaseUnavailable(Unavailable):
    """The database cannot be opened; the message says what to do."""


def open_database(url: str) -> Engine:
    """Connect and bring the tables up to date.

    Raises:
        DatabaseUnavailable: the URL is wrong, the server is away, or the file cannot be written.
    """
    try:
        engine = create_engine(_with_driver(url))
        _let_sqlite_keep_references(engine)
        _migrate(engine)
    except (ArgumentError, NoSuchModuleError):
        message = f"„{_safe(url)}” nie jest adresem bazy; wpisz np. sqlite:///nabor.sqlite"
        raise DatabaseUnavailable(message) from None
    except OperationalError as error:
        message = f"nie można otworzyć bazy {_safe(url)}: {_reason(error)}"
        raise DatabaseUnavailable(message) from None
    except DBAPIError as error:
        message = f"to nie jest baza Naboru ({_safe(url)}): {_reason(error)}"
        raise DatabaseUnavailable(message) from None
    return engine


def _with_driver(url: str) -> str:
    """Let people write ``postgresql://…``; the driver is ours to know."""
    for scheme in ("postgresql://", "postgres://"):
        if url.startswith(scheme):
            return "postgresql+psycopg://" + url.removeprefix(scheme)
    return url


def _let_sqlite_keep_references(engine: Engine) -> None:
    """SQLite checks foreign keys only when it is asked to, on each connection."""
    if engine.dialect.name != "sqlite":
        return

    @event.listens_for(engine, "connect")
    def _(connection: object, _: object) -> None:
        connection.execute("PRAGMA foreign_keys = ON")  # type: ignore[attr-defined]


def _migrate(engine: Engine) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            # Two rounds may open a new database at once; the second waits for the first.
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(20150220)")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _safe(url: str) -> str:
    """Write a URL without its password."""
    try:
        return make_url(url).render_as_string(hide_password=True)
    except ArgumentError:
        return url.rsplit("@", 1)[-1]


def _reason(error: DBAPIError) -> str:
    return str(error.orig).strip().splitlines()[0]
