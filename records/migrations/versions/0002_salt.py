"""The salt of a version, by which its public documents commit to what they do not show."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Give every version a salt of its own; those kept before get one now."""
    with op.batch_alter_table("decision_version") as table:
        table.add_column(sa.Column("salt", sa.String, nullable=False, server_default=""))
    versions = sa.table("decision_version", sa.column("id"), sa.column("salt"))
    connection = op.get_bind()
    for (number,) in connection.execute(sa.select(versions.c.id)).all():
        salted = versions.update().where(versions.c.id == number)
        connection.execute(salted.values(salt=secrets.token_hex(32)))


def downgrade() -> None:
    with op.batch_alter_table("decision_version") as table:
        table.drop_column("salt")
