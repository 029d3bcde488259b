"""Who made a version and on what basis; the chain that holds the records; guards against changes."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from records.chain import link_after, seal_of_version
from records.guards import guard_tables

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the columns, link what is there already, and guard the tables."""
    kind = sa.Column("kind", sa.String, nullable=False, server_default="round")
    op.add_column("decision_version", kind)
    op.add_column("decision_version", sa.Column("basis", sa.String))
    op.add_column("decision_version", sa.Column("author", sa.String))
    op.create_table(
        "chain",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("version_id", sa.Integer, sa.ForeignKey("decision_version.id"), nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("previous", sa.String, nullable=False),
        sa.Column("hash", sa.String, nullable=False),
    )
    _link_what_is_there(op.get_bind())
    guard_tables(op.get_bind())


def _link_what_is_there(connection: sa.Connection) -> None:
    """Link the versions and documents that were kept before there was a chain.

    The tables are read as they stand now, not as the program will know them one day.
    """
    names = ("call", "decision_version", "outcome", "criteria_use", "document", "chain")
    tables = {name: sa.Table(name, sa.MetaData(), autoload_with=connection) for name in names}
    before = None
    for version_id, content in _contents(connection, tables):
        link = link_after(before, version_id, content)
        connection.execute(tables["chain"].insert().values(link))
        before = (link["id"], link["hash"])


def _contents(
    connection: sa.Connection, tables: dict[str, sa.Table]
) -> Iterator[tuple[int, dict[str, Any]]]:
    versions, calls = tables["decision_version"], tables["call"]
    for version in connection.execute(versions.select().order_by(versions.c.id)).all():
        call = connection.execute(calls.select().where(calls.c.id == version.call_id)).one()
        outcomes, uses, documents = (
            connection.execute(table.select().where(table.c.version_id == version.id)).all()
            for table in (tables["outcome"], tables["criteria_use"], tables["document"])
        )
        yield version.id, seal_of_version(version, (call.lgd, call.number), outcomes, uses)
        if documents:
            found = sorted([row.name, row.sha256, row.pages] for row in documents)
            yield version.id, {"documents": found}


def downgrade() -> None:
    """Refuse: records are only added to, and there is no way back."""
    raise NotImplementedError
