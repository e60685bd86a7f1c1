"""Class lists: discrepancies, reasons, remarks and the week's summary"""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Moment

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "discrepancy",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("roll_id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("said_by", sa.Integer(), nullable=True),
        sa.Column("said_at", Moment(), nullable=False),
        sa.Column("closed_by", sa.Integer(), nullable=True),
        sa.Column("closed_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["roll_id"], ["roll_call.id"], name=op.f("fk_discrepancy_roll_id_roll_call")
        ),
        sa.ForeignKeyConstraint(
            ["pupil_id"], ["pupil.id"], name=op.f("fk_discrepancy_pupil_id_pupil")
        ),
        sa.ForeignKeyConstraint(
            ["said_by"], ["person.id"], name=op.f("fk_discrepancy_said_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["closed_by"], ["person.id"], name=op.f("fk_discrepancy_closed_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_discrepancy")),
        sa.UniqueConstraint(
            "roll_id", "pupil_id", "kind", name=op.f("uq_discrepancy_roll_id_pupil_id_kind")
        ),
    )
    op.create_table(
        "absence_reason",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("roll_id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("given_by", sa.Integer(), nullable=False),
        sa.Column("given_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["roll_id"], ["roll_call.id"], name=op.f("fk_absence_reason_roll_id_roll_call")
        ),
        sa.ForeignKeyConstraint(
            ["pupil_id"], ["pupil.id"], name=op.f("fk_absence_reason_pupil_id_pupil")
        ),
        sa.ForeignKeyConstraint(
            ["given_by"], ["person.id"], name=op.f("fk_absence_reason_given_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence_reason")),
        sa.UniqueConstraint("roll_id", "pupil_id", name=op.f("uq_absence_reason_roll_id_pupil_id")),
    )
    op.create_table(
        "remark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("text", sa.String(length=300), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.Column("part_of", sa.Integer(), nullable=True),
        sa.Column("withdrawn_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["class_id"], ["school_class.id"], name=op.f("fk_remark_class_id_school_class")
        ),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_remark_pupil_id_pupil")),
        sa.ForeignKeyConstraint(
            ["author_id"], ["person.id"], name=op.f("fk_remark_author_id_person")
        ),
        sa.ForeignKeyConstraint(["part_of"], ["remark.id"], name=op.f("fk_remark_part_of_remark")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remark")),
    )
    with op.batch_alter_table("remark", schema=None) as batch_op:
        batch_op.create_index("ix_remark_class_day", ["class_id", "day"], unique=False)
        batch_op.create_index(batch_op.f("ix_remark_pupil_id"), ["pupil_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_remark_part_of"), ["part_of"], unique=False)
    op.create_table(
        "week_summary",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("monday", sa.Date(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["class_id"], ["school_class.id"], name=op.f("fk_week_summary_class_id_school_class")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_week_summary")),
        sa.UniqueConstraint("monday", "class_id", name=op.f("uq_week_summary_monday_class_id")),
    )


def downgrade() -> None:
    op.drop_table("week_summary")
    with op.batch_alter_table("remark", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_remark_part_of"))
        batch_op.drop_index(batch_op.f("ix_remark_pupil_id"))
        batch_op.drop_index("ix_remark_class_day")
    op.drop_table("remark")
    op.drop_table("absence_reason")
    op.drop_table("discrepancy")
