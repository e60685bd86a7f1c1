"""Pupils come and go: one who comes back keeps the list number; entries can be taken back

Nothing refers to `enrolment`, so SQLite may put a new table in its stead.
"""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Moment

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

OLD = "uq_enrolment_class_id_list_number"
NEW = "uq_enrolment_class_id_list_number_starts"


def _refers(column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=f"fk_pupil_move_{column}_{to}")


def upgrade() -> None:
    with op.batch_alter_table("enrolment", schema=None) as batch_op:
        batch_op.drop_constraint(OLD, type_="unique")
        batch_op.create_unique_constraint(NEW, ["class_id", "list_number", "starts"])
    op.add_column("activity_group", sa.Column("ends", sa.Date(), nullable=True))
    op.create_table(
        "pupil_move",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("from_class_id", sa.Integer(), nullable=True),
        sa.Column("to_class_id", sa.Integer(), nullable=True),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("undone_at", Moment(), nullable=True),
        _refers("pupil_id", "pupil"),
        _refers("from_class_id", "school_class"),
        _refers("to_class_id", "school_class"),
        _refers("made_by", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pupil_move")),
    )
    op.create_index(op.f("ix_pupil_move_pupil_id"), "pupil_move", ["pupil_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_pupil_move_pupil_id"), "pupil_move")
    op.drop_table("pupil_move")
    op.drop_column("activity_group", "ends")
    with op.batch_alter_table("enrolment", schema=None) as batch_op:
        batch_op.drop_constraint(NEW, type_="unique")
        batch_op.create_unique_constraint(OLD, ["class_id", "list_number"])
