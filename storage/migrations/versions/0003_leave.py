"""Leave in full: late and early, several parts, long ones, taken back, disputed"""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Moment

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("leave_request", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("kind", sa.String(length=8), server_default="leave", nullable=False)
        )
        batch_op.add_column(sa.Column("at", sa.String(length=5), nullable=True))
        batch_op.add_column(sa.Column("period", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("part_of", sa.Integer(), nullable=True))
        batch_op.add_column(
            sa.Column("is_long", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch_op.add_column(sa.Column("talked_by", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("talked_at", Moment(), nullable=True))
        batch_op.add_column(sa.Column("disputed_by", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("ended_at", Moment(), nullable=True))
        batch_op.create_index(batch_op.f("ix_leave_request_part_of"), ["part_of"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_leave_request_part_of_leave_request"),
            "leave_request",
            ["part_of"],
            ["id"],
        )
        for column in ("talked_by", "disputed_by"):
            batch_op.create_foreign_key(
                batch_op.f(f"fk_leave_request_{column}_person"), "person", [column], ["id"]
            )


def downgrade() -> None:
    with op.batch_alter_table("leave_request", schema=None) as batch_op:
        for column in ("talked_by", "disputed_by"):
            batch_op.drop_constraint(
                batch_op.f(f"fk_leave_request_{column}_person"), type_="foreignkey"
            )
        batch_op.drop_constraint(
            batch_op.f("fk_leave_request_part_of_leave_request"), type_="foreignkey"
        )
        batch_op.drop_index(batch_op.f("ix_leave_request_part_of"))
        for column in (
            "ended_at",
            "disputed_by",
            "talked_at",
            "talked_by",
            "is_long",
            "part_of",
            "period",
            "at",
            "kind",
        ):
            batch_op.drop_column(column)
