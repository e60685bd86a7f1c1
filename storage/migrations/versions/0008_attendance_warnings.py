"""Early warnings about absences, each told once"""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Moment

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "attendance_warning",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("occasion", sa.String(length=8), nullable=True),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("raised_at", Moment(), nullable=False),
        sa.Column("withdrawn_at", Moment(), nullable=True),
        sa.Column("talked_by", sa.Integer(), nullable=True),
        sa.Column("talked_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["pupil_id"], ["pupil.id"], name=op.f("fk_attendance_warning_pupil_id_pupil")
        ),
        sa.ForeignKeyConstraint(
            ["talked_by"], ["person.id"], name=op.f("fk_attendance_warning_talked_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance_warning")),
        sa.UniqueConstraint(
            "pupil_id", "kind", "code", name=op.f("uq_attendance_warning_pupil_id_kind_code")
        ),
    )
    op.create_table(
        "attendance_recheck",
        sa.Column("pupil_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("due_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["pupil_id"], ["pupil.id"], name=op.f("fk_attendance_recheck_pupil_id_pupil")
        ),
        sa.PrimaryKeyConstraint("pupil_id", name=op.f("pk_attendance_recheck")),
    )
    op.create_index(op.f("ix_attendance_recheck_due_at"), "attendance_recheck", ["due_at"])


def downgrade() -> None:
    op.drop_index(op.f("ix_attendance_recheck_due_at"), table_name="attendance_recheck")
    op.drop_table("attendance_recheck")
    op.drop_table("attendance_warning")
