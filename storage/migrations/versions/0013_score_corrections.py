"""Corrections of marks with their evidence"""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Moment

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "score_correction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year_id", sa.Integer(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("term", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("column_number", sa.Integer(), nullable=False),
        sa.Column("old", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("new", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.Column("asked_at", Moment(), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", Moment(), nullable=True),
        sa.Column("decided_why", sa.String(length=500), nullable=True),
        sa.Column("teacher_at", Moment(), nullable=True),
        sa.Column("admin_by", sa.Integer(), nullable=True),
        sa.Column("admin_at", Moment(), nullable=True),
        sa.Column("written_at", Moment(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.Column("teacher_signed_at", Moment(), nullable=True),
        sa.Column("admin_signed_by", sa.Integer(), nullable=True),
        sa.Column("admin_signed_at", Moment(), nullable=True),
        sa.Column("principal_signed_by", sa.Integer(), nullable=True),
        sa.Column("principal_signed_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["admin_by"], ["person.id"], name=op.f("fk_score_correction_admin_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["admin_signed_by"],
            ["person.id"],
            name=op.f("fk_score_correction_admin_signed_by_person"),
        ),
        sa.ForeignKeyConstraint(
            ["asked_by"], ["person.id"], name=op.f("fk_score_correction_asked_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["class_id"],
            ["school_class.id"],
            name=op.f("fk_score_correction_class_id_school_class"),
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["person.id"], name=op.f("fk_score_correction_decided_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["principal_signed_by"],
            ["person.id"],
            name=op.f("fk_score_correction_principal_signed_by_person"),
        ),
        sa.ForeignKeyConstraint(
            ["pupil_id"], ["pupil.id"], name=op.f("fk_score_correction_pupil_id_pupil")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["subject.id"], name=op.f("fk_score_correction_subject_id_subject")
        ),
        sa.ForeignKeyConstraint(
            ["year_id"], ["school_year.id"], name=op.f("fk_score_correction_year_id_school_year")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_score_correction")),
    )
    with op.batch_alter_table("score_correction", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_score_correction_pupil_id"), ["pupil_id"], unique=False
        )
        batch_op.create_index("ix_score_correction_status", ["status"], unique=False)

    op.create_table(
        "score_evidence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("correction_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("ending", sa.String(length=5), nullable=False),
        sa.Column("sent_by", sa.Integer(), nullable=False),
        sa.Column("sent_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["correction_id"],
            ["score_correction.id"],
            name=op.f("fk_score_evidence_correction_id_score_correction"),
        ),
        sa.ForeignKeyConstraint(
            ["sent_by"], ["person.id"], name=op.f("fk_score_evidence_sent_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_score_evidence")),
    )
    with op.batch_alter_table("score_evidence", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_score_evidence_correction_id"), ["correction_id"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("score_evidence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_score_evidence_correction_id"))

    op.drop_table("score_evidence")
    with op.batch_alter_table("score_correction", schema=None) as batch_op:
        batch_op.drop_index("ix_score_correction_status")
        batch_op.drop_index(batch_op.f("ix_score_correction_pupil_id"))

    op.drop_table("score_correction")
