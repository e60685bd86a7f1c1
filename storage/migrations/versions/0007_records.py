"""The minimum record, papers with leave, and the quiet question to a family"""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Moment

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{target}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)


def upgrade() -> None:
    op.create_table(
        "record_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("field", sa.String(length=12), nullable=False),
        sa.Column("old", sa.String(length=250), nullable=True),
        sa.Column("value", sa.String(length=250), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.Column("asked_at", Moment(), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", Moment(), nullable=True),
        _to("record_change", "pupil_id", "pupil"),
        _to("record_change", "person_id", "person"),
        _to("record_change", "asked_by", "person"),
        _to("record_change", "decided_by", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_record_change")),
    )
    for column in ("pupil_id", "person_id", "status"):
        op.create_index(op.f(f"ix_record_change_{column}"), "record_change", [column])
    op.create_table(
        "leave_paper",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("leave_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("ending", sa.String(length=5), nullable=False),
        sa.Column("sent_by", sa.Integer(), nullable=False),
        sa.Column("sent_at", Moment(), nullable=False),
        _to("leave_paper", "leave_id", "leave_request"),
        _to("leave_paper", "sent_by", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leave_paper")),
        sa.UniqueConstraint("leave_id", "digest", name=op.f("uq_leave_paper_leave_id_digest")),
    )
    op.create_index(op.f("ix_leave_paper_leave_id"), "leave_paper", ["leave_id"])
    op.create_table(
        "excused_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("roll_id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("marked_by", sa.Integer(), nullable=False),
        sa.Column("asked_at", Moment(), nullable=False),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("answered_at", Moment(), nullable=True),
        sa.Column("settled_by", sa.Integer(), nullable=True),
        sa.Column("settled_at", Moment(), nullable=True),
        _to("excused_question", "roll_id", "roll_call"),
        _to("excused_question", "pupil_id", "pupil"),
        _to("excused_question", "class_id", "school_class"),
        _to("excused_question", "marked_by", "person"),
        _to("excused_question", "answered_by", "person"),
        _to("excused_question", "settled_by", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_excused_question")),
        sa.UniqueConstraint(
            "roll_id", "pupil_id", name=op.f("uq_excused_question_roll_id_pupil_id")
        ),
    )
    for column in ("pupil_id", "day"):
        op.create_index(op.f(f"ix_excused_question_{column}"), "excused_question", [column])


def downgrade() -> None:
    for table in ("excused_question", "leave_paper", "record_change"):
        op.drop_table(table)
