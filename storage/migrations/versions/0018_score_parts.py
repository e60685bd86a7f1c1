"""Parts of tests"""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Moment

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "score_part",
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("term", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("strand", sa.String(length=10), nullable=False),
        sa.Column("tenths", sa.Integer(), nullable=False),
        sa.Column("entered_by", sa.Integer(), nullable=False),
        sa.Column("entered_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["class_id"], ["school_class.id"], name=op.f("fk_score_part_class_id_school_class")
        ),
        sa.ForeignKeyConstraint(
            ["entered_by"], ["person.id"], name=op.f("fk_score_part_entered_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["pupil_id"], ["pupil.id"], name=op.f("fk_score_part_pupil_id_pupil")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["subject.id"], name=op.f("fk_score_part_subject_id_subject")
        ),
        sa.PrimaryKeyConstraint(
            "class_id",
            "subject_id",
            "term",
            "kind",
            "pupil_id",
            "strand",
            name=op.f("pk_score_part"),
        ),
    )


def downgrade() -> None:
    op.drop_table("score_part")
