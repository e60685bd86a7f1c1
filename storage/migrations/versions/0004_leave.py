"""Leave in full: late and early, several parts, long ones, taken back, disputed

Every column is added in place: other tables refer to `leave_request`, so that SQLite cannot put a
new table in its stead while their rows stand.
"""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Moment

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

NEW = ("kind", "at", "period", "part_of", "is_long", "talked_by", "talked_at", "disputed_by")


def _person(column: str) -> sa.Column[int]:
    return sa.Column(
        column,
        sa.Integer(),
        sa.ForeignKey("person.id", name=f"fk_leave_request_{column}_person"),
        nullable=True,
    )


def upgrade() -> None:
    first = sa.ForeignKey("leave_request.id", name="fk_leave_request_part_of_leave_request")
    for column in (
        sa.Column("kind", sa.String(length=8), server_default="leave", nullable=False),
        sa.Column("at", sa.String(length=5), nullable=True),
        sa.Column("period", sa.Integer(), nullable=True),
        sa.Column("part_of", sa.Integer(), first, nullable=True),
        sa.Column("is_long", sa.Boolean(), server_default=sa.false(), nullable=False),
        _person("talked_by"),
        sa.Column("talked_at", Moment(), nullable=True),
        _person("disputed_by"),
        sa.Column("ended_at", Moment(), nullable=True),
    ):
        op.add_column("leave_request", column, inline_references=True)
    op.create_index(op.f("ix_leave_request_part_of"), "leave_request", ["part_of"])


def downgrade() -> None:
    with op.batch_alter_table("leave_request", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_leave_request_part_of"))
        for column in ("ended_at", *reversed(NEW)):
            batch_op.drop_column(column)
