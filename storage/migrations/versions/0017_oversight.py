"""Findings about marks, targets"""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Moment

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "score_finding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("facts", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("teacher_id", sa.Integer(), nullable=True),
        sa.Column("found_at", Moment(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=True),
        sa.Column("asked_at", Moment(), nullable=True),
        sa.Column("question", sa.String(length=500), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("answer", sa.String(length=1000), nullable=True),
        sa.Column("answered_at", Moment(), nullable=True),
        sa.Column("raised_at", Moment(), nullable=True),
        sa.Column("closed_by", sa.Integer(), nullable=True),
        sa.Column("closed_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["asked_by"], ["person.id"], name=op.f("fk_score_finding_asked_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["closed_by"], ["person.id"], name=op.f("fk_score_finding_closed_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["teacher_id"], ["person.id"], name=op.f("fk_score_finding_teacher_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["year_id"], ["school_year.id"], name=op.f("fk_score_finding_year_id_school_year")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_score_finding")),
        sa.UniqueConstraint("key", name=op.f("uq_score_finding_key")),
    )
    with op.batch_alter_table("score_finding", schema=None) as batch_op:
        batch_op.create_index("ix_score_finding_status", ["status"], unique=False)

    op.create_table(
        "score_target",
        sa.Column("year_id", sa.Integer(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("grade", sa.Integer(), nullable=False),
        sa.Column("bound", sa.Integer(), nullable=False),
        sa.Column("share", sa.Integer(), nullable=False),
        sa.Column("set_by", sa.Integer(), nullable=False),
        sa.Column("set_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["set_by"], ["person.id"], name=op.f("fk_score_target_set_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["subject.id"], name=op.f("fk_score_target_subject_id_subject")
        ),
        sa.ForeignKeyConstraint(
            ["year_id"], ["school_year.id"], name=op.f("fk_score_target_year_id_school_year")
        ),
        sa.PrimaryKeyConstraint("year_id", "subject_id", "grade", name=op.f("pk_score_target")),
    )


def downgrade() -> None:
    op.drop_table("score_target")
    with op.batch_alter_table("score_finding", schema=None) as batch_op:
        batch_op.drop_index("ix_score_finding_status")

    op.drop_table("score_finding")
