"""How Alembic reaches the database: over the connection that `storage.upgrade` hands it."""

from typing import Any, Literal

from alembic import context

from storage.tables import Base
from storage.tables.base import Moment


def render_item(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Write our instants by their own name."""
    return "Moment()" if kind == "type" and isinstance(item, Moment) else False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=True,  # SQLite alters a table by copying it
    compare_type=True,
    render_item=render_item,
)
with context.begin_transaction():
    context.run_migrations()
