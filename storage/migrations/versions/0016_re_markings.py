"""Re-markings of tests"""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Moment

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "re_marking",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year_id", sa.Integer(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("term", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("old", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("new", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.Column("asked_at", Moment(), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", Moment(), nullable=True),
        sa.Column("decided_why", sa.String(length=500), nullable=True),
        sa.Column("marker_id", sa.Integer(), nullable=True),
        sa.Column("written_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["asked_by"], ["person.id"], name=op.f("fk_re_marking_asked_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["class_id"], ["school_class.id"], name=op.f("fk_re_marking_class_id_school_class")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["person.id"], name=op.f("fk_re_marking_decided_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["marker_id"], ["person.id"], name=op.f("fk_re_marking_marker_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["pupil_id"], ["pupil.id"], name=op.f("fk_re_marking_pupil_id_pupil")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["subject.id"], name=op.f("fk_re_marking_subject_id_subject")
        ),
        sa.ForeignKeyConstraint(
            ["year_id"], ["school_year.id"], name=op.f("fk_re_marking_year_id_school_year")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_re_marking")),
    )
    with op.batch_alter_table("re_marking", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_re_marking_pupil_id"), ["pupil_id"], unique=False)
        batch_op.create_index("ix_re_marking_status", ["status"], unique=False)

    op.create_table(
        "re_marking_paper",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("re_marking_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("ending", sa.String(length=5), nullable=False),
        sa.Column("sent_by", sa.Integer(), nullable=False),
        sa.Column("sent_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["re_marking_id"],
            ["re_marking.id"],
            name=op.f("fk_re_marking_paper_re_marking_id_re_marking"),
        ),
        sa.ForeignKeyConstraint(
            ["sent_by"], ["person.id"], name=op.f("fk_re_marking_paper_sent_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_re_marking_paper")),
    )
    with op.batch_alter_table("re_marking_paper", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_re_marking_paper_re_marking_id"), ["re_marking_id"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("re_marking_paper", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_re_marking_paper_re_marking_id"))

    op.drop_table("re_marking_paper")
    with op.batch_alter_table("re_marking", schema=None) as batch_op:
        batch_op.drop_index("ix_re_marking_status")
        batch_op.drop_index(batch_op.f("ix_re_marking_pupil_id"))

    op.drop_table("re_marking")
