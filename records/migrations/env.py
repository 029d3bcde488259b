"""Alembic's entry: runs on the connection that records.database hands over."""

from alembic import context
from sqlmodel import SQLModel

import records.tables  # noqa: F401 - fills the metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
