"""Opening the database: SQLite by default, PostgreSQL by URL, migrated to the newest tables."""

import os
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError
from sqlalchemy.pool import NullPool
from sqlmodel import Session

from reading.problems import Unavailable

ENVIRONMENT = "NABOR_DATABASE"
"""The variable with the address of the database; a password in it is written nowhere."""

HIDDEN = "***"
"""What stands in the place of a password."""

MIGRATIONS = Path(__file__).with_name("migrations")


class DatabaseUnavailable(Unavailable):
    """The database cannot be opened; the message says what to do."""


def open_database(url: str) -> Engine:
    """Connect and bring the tables up to date.

    Raises:
        DatabaseUnavailable: the URL is wrong, the server is away, or the file cannot be written.
    """
    try:
        engine = create_engine(_address(url), **_MANNERS.get(url.split(":", maxsplit=1)[0], {}))
        _teach_sqlite(engine)
        answer_in_words(engine, url)
        _migrate(engine)
    except (ArgumentError, NoSuchModuleError):
        raise _no_address(url) from None
    except DBAPIError as error:
        message = f"to nie jest baza Naboru ({_safe(url)}): {_reason(error)}"
        raise DatabaseUnavailable(message, passes=False) from None
    return engine


def connection_to(url: str, application_name: str) -> Connection:
    """Connect to a PostgreSQL server without a pool or a transaction, under a name of one's own.

    Raises:
        DatabaseUnavailable: the server is away, then or at any later question.
    """
    named = {"application_name": application_name}
    engine = create_engine(
        _address(url), poolclass=NullPool, isolation_level="AUTOCOMMIT", connect_args=named
    )
    answer_in_words(engine, url)
    return engine.connect()


def check_address(url: str) -> None:
    """Make sure that an address can be one of a database, before anything is asked of it.

    Raises:
        DatabaseUnavailable: it cannot.
    """
    file_of(url)


def without_password(url: str) -> str:
    """Write an address for others to read; one without a password stays as it is."""
    try:
        has_password = _address(url).password is not None
    except ArgumentError:
        return url
    return _safe(url) if has_password else url


def with_password(url: str) -> str:
    """Return the address that ``without_password`` has written, from ``NABOR_DATABASE``.

    Raises:
        DatabaseUnavailable: the password is not there.
    """
    if f":{HIDDEN}@" not in url:
        return url
    own = os.environ.get(ENVIRONMENT, "")
    if without_password(own) != url:
        what = f"nie wiadomo, jakie hasło ma baza {url}; podaj jej adres w zmiennej {ENVIRONMENT}"
        raise DatabaseUnavailable(what, passes=False)
    return own


def file_of(url: str) -> Path | None:
    """Return the file of an SQLite database; ``None`` for one that a server keeps.

    Raises:
        DatabaseUnavailable: the URL is wrong.
    """
    try:
        address = _address(url)
    except ArgumentError:
        raise _no_address(url) from None
    return Path(address.database or "") if address.get_backend_name() == "sqlite" else None


def answer_in_words(engine: Engine, url: str) -> None:
    """Tell the clerk in words when the database goes away, at whichever question that is."""

    @event.listens_for(engine, "handle_error")
    def _(context: ExceptionContext) -> None:
        error = context.sqlalchemy_exception
        lost = isinstance(error, OperationalError) or context.is_disconnect
        if lost and isinstance(error, DBAPIError):
            raise unavailable(error, url) from None


def unavailable(error: DBAPIError, url: str = "") -> DatabaseUnavailable:
    """Turn what the driver says into words for the clerk."""
    passes = not any(words in str(error.orig) for words in _STAYS)
    what = f"nie można użyć bazy {_safe(url) or 'danych'}: {_reason(error)}"
    return DatabaseUnavailable(what, passes=passes)


def _no_address(url: str) -> DatabaseUnavailable:
    advice = "wpisz sqlite:///plik albo postgresql://użytkownik@komputer/baza"
    return DatabaseUnavailable(f"„{_safe(url)}” nie jest adresem bazy; {advice}")


def lock(session: Session, name: str) -> None:
    """Let one round at a time write about ``name``, until the transaction ends.

    In SQLite every transaction already begins by locking the file.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.connection().exec_driver_sql(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (name,)
        )


_MANNERS: dict[str, dict[str, Any]] = {"sqlite": {"connect_args": {"timeout": 60}}}
"""How long to wait for another round that is writing, in seconds."""


def _address(url: str) -> URL:
    """Read the address; the part after ``sqlite:///`` is a path as it stands, with any letter."""
    if url.startswith("sqlite:///"):
        return URL.create("sqlite", database=url.removeprefix("sqlite:///"))
    for scheme in ("postgresql://", "postgres://"):
        if url.startswith(scheme):
            return make_url("postgresql+psycopg://" + url.removeprefix(scheme))
    raise ArgumentError(url)


def _teach_sqlite(engine: Engine) -> None:
    """SQLite checks references only when asked to, and locks only when told at the beginning."""
    if engine.dialect.name != "sqlite":
        return

    @event.listens_for(engine, "connect")
    def _(connection: Any, _: object) -> None:  # noqa: ANN401 - the driver's own connection
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def _(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


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
    said = str(error.orig).strip()
    for words, polish in _REASONS.items():
        if words in said:
            return polish
    return said.splitlines()[0] if said else "nieznany powód"


_AWAY = "serwer nie odpowiada; sprawdź, czy działa, i powtórz polecenie"
_ROOM = "brak miejsca na dysku; zwolnij je i powtórz polecenie"
_REASONS = {
    "unable to open database file": "nie można utworzyć pliku; sprawdź folder i uprawnienia",
    "file is not a database": "ten plik nie jest bazą SQLite; podaj inny",
    "database is locked": "zapisuje do niej inna runda; powtórz polecenie za chwilę",
    "readonly database": "plik jest tylko do odczytu; sprawdź uprawnienia",
    "disk is full": _ROOM,
    "No space left on device": _ROOM,
    "Connection refused": _AWAY,
    "server closed the connection": _AWAY,
    "the connection is lost": _AWAY,
    "the connection is closed": _AWAY,
    "terminating connection": _AWAY,
    "the database system is": _AWAY,
    "timeout expired": _AWAY,
    "could not translate host name": "nie ma takiego serwera; sprawdź nazwę",
    "failed to resolve host": "nie ma takiego serwera; sprawdź nazwę",
    "password authentication failed": "złe hasło albo użytkownik",
    "does not exist": "nie ma takiej bazy albo użytkownika",
}
"""What drivers say, and what a clerk can do about it."""

_STAYS = (
    "unable to open database file",
    "file is not a database",
    "readonly database",
    "password authentication failed",
    "does not exist",
)
"""What stays as it is until somebody mends it."""
