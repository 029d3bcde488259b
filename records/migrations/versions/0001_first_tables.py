"""The first tables: calls, criteria texts, versions of decisions, outcomes, documents."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "call",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("lgd", sa.String, nullable=False),
        sa.Column("number", sa.String, nullable=False),
        sa.UniqueConstraint("lgd", "number"),
    )
    op.create_table(
        "criteria_text",
        sa.Column("sha256", sa.String, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "decision_version",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("call_id", sa.Integer, sa.ForeignKey("call.id"), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("parent_id", sa.Integer, sa.ForeignKey("decision_version.id")),
        sa.Column("fingerprint", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("engine", sa.String, nullable=False),
        sa.Column("scope", sa.String, nullable=False),
        sa.Column("criteria_in_force_from", sa.Date, nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("inputs", sa.Text, nullable=False),
        sa.Column("results", sa.Text, nullable=False),
        sa.UniqueConstraint("call_id", "version"),
    )
    _create_what_hangs_on_a_version()


def _create_what_hangs_on_a_version() -> None:
    version = sa.ForeignKey("decision_version.id")
    op.create_table(
        "outcome",
        sa.Column("version_id", sa.Integer, version, primary_key=True),
        sa.Column("number", sa.String, primary_key=True),
        sa.Column("outcome", sa.String, nullable=False),
        sa.Column("rank", sa.Integer),
        sa.Column("points", sa.String),
        sa.Column("requested", sa.BigInteger),
        sa.Column("granted", sa.BigInteger),
    )
    op.create_table(
        "criteria_use",
        sa.Column("version_id", sa.Integer, sa.ForeignKey("decision_version.id"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("sha256", sa.String, sa.ForeignKey("criteria_text.sha256"), nullable=False),
    )
    op.create_table(
        "document",
        sa.Column("version_id", sa.Integer, sa.ForeignKey("decision_version.id"), primary_key=True),
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("sha256", sa.String, primary_key=True),
        sa.Column("pages", sa.Integer, nullable=False),
    )


def downgrade() -> None:
    for table in ("document", "criteria_use", "outcome", "decision_version"):
        op.drop_table(table)
    op.drop_table("criteria_text")
    op.drop_table("call")
