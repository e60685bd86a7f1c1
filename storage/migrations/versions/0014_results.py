"""Results of a term and a year"""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Moment

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "average_check",
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("term", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("checked_by", sa.Integer(), nullable=False),
        sa.Column("checked_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["checked_by"], ["person.id"], name=op.f("fk_average_check_checked_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["class_id"], ["school_class.id"], name=op.f("fk_average_check_class_id_school_class")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["subject.id"], name=op.f("fk_average_check_subject_id_subject")
        ),
        sa.PrimaryKeyConstraint("class_id", "subject_id", "term", name=op.f("pk_average_check")),
    )
    op.create_table(
        "class_result",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("views_asked_at", Moment(), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=True),
        sa.Column("asked_by", sa.Integer(), nullable=True),
        sa.Column("asked_at", Moment(), nullable=True),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", Moment(), nullable=True),
        sa.Column("why", sa.String(length=500), nullable=True),
        sa.ForeignKeyConstraint(
            ["asked_by"], ["person.id"], name=op.f("fk_class_result_asked_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["class_id"], ["school_class.id"], name=op.f("fk_class_result_class_id_school_class")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["person.id"], name=op.f("fk_class_result_decided_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_class_result")),
        sa.UniqueConstraint("class_id", "stage", name=op.f("uq_class_result_class_id_stage")),
    )
    op.create_table(
        "own_view",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("term", sa.Integer(), nullable=False),
        sa.Column("voice", sa.String(length=6), nullable=False),
        sa.Column("text", sa.String(length=1000), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("said_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["class_id"], ["school_class.id"], name=op.f("fk_own_view_class_id_school_class")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_own_view_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["pupil_id"], ["pupil.id"], name=op.f("fk_own_view_pupil_id_pupil")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_view")),
        sa.UniqueConstraint(
            "class_id",
            "pupil_id",
            "term",
            "voice",
            "person_id",
            name=op.f("uq_own_view_class_id_pupil_id_term_voice_person_id"),
        ),
    )
    with op.batch_alter_table("own_view", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_own_view_pupil_id"), ["pupil_id"], unique=False)

    op.create_table(
        "pupil_outcome",
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.Integer(), nullable=False),
        sa.Column("results", sa.Integer(), nullable=True),
        sa.Column("conduct", sa.Integer(), nullable=True),
        sa.Column("absent", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=12), nullable=True),
        sa.Column("title", sa.String(length=12), nullable=True),
        sa.Column("facts", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("tell_at", Moment(), nullable=False),
        sa.Column("told_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["class_id"], ["school_class.id"], name=op.f("fk_pupil_outcome_class_id_school_class")
        ),
        sa.ForeignKeyConstraint(
            ["pupil_id"], ["pupil.id"], name=op.f("fk_pupil_outcome_pupil_id_pupil")
        ),
        sa.PrimaryKeyConstraint("class_id", "pupil_id", "stage", name=op.f("pk_pupil_outcome")),
    )
    with op.batch_alter_table("pupil_outcome", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pupil_outcome_pupil_id"), ["pupil_id"], unique=False)
        batch_op.create_index("ix_pupil_outcome_tell", ["told_at", "tell_at"], unique=False)

    op.create_table(
        "pupil_term",
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("term", sa.Integer(), nullable=False),
        sa.Column("conduct", sa.Integer(), nullable=True),
        sa.Column("remark", sa.String(length=1000), nullable=True),
        sa.Column("changed_by", sa.Integer(), nullable=False),
        sa.Column("changed_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["changed_by"], ["person.id"], name=op.f("fk_pupil_term_changed_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["class_id"], ["school_class.id"], name=op.f("fk_pupil_term_class_id_school_class")
        ),
        sa.ForeignKeyConstraint(
            ["pupil_id"], ["pupil.id"], name=op.f("fk_pupil_term_pupil_id_pupil")
        ),
        sa.PrimaryKeyConstraint("class_id", "pupil_id", "term", name=op.f("pk_pupil_term")),
    )
    with op.batch_alter_table("pupil_term", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pupil_term_pupil_id"), ["pupil_id"], unique=False)

    op.create_table(
        "result_decision",
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=12), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=False),
        sa.Column("decided_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["class_id"], ["school_class.id"], name=op.f("fk_result_decision_class_id_school_class")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["person.id"], name=op.f("fk_result_decision_decided_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["pupil_id"], ["pupil.id"], name=op.f("fk_result_decision_pupil_id_pupil")
        ),
        sa.PrimaryKeyConstraint("class_id", "pupil_id", "stage", name=op.f("pk_result_decision")),
    )
    op.create_table(
        "subject_remark",
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("term", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=1000), nullable=False),
        sa.Column("changed_by", sa.Integer(), nullable=False),
        sa.Column("changed_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["changed_by"], ["person.id"], name=op.f("fk_subject_remark_changed_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["class_id"], ["school_class.id"], name=op.f("fk_subject_remark_class_id_school_class")
        ),
        sa.ForeignKeyConstraint(
            ["pupil_id"], ["pupil.id"], name=op.f("fk_subject_remark_pupil_id_pupil")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["subject.id"], name=op.f("fk_subject_remark_subject_id_subject")
        ),
        sa.PrimaryKeyConstraint(
            "class_id", "subject_id", "pupil_id", "term", name=op.f("pk_subject_remark")
        ),
    )
    with op.batch_alter_table("subject_remark", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_subject_remark_pupil_id"), ["pupil_id"], unique=False)

    op.create_table(
        "summer_task",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=1000), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("set_by", sa.Integer(), nullable=False),
        sa.Column("set_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["class_id"], ["school_class.id"], name=op.f("fk_summer_task_class_id_school_class")
        ),
        sa.ForeignKeyConstraint(
            ["pupil_id"], ["pupil.id"], name=op.f("fk_summer_task_pupil_id_pupil")
        ),
        sa.ForeignKeyConstraint(
            ["set_by"], ["person.id"], name=op.f("fk_summer_task_set_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_summer_task")),
    )
    with op.batch_alter_table("summer_task", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_summer_task_pupil_id"), ["pupil_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("summer_task", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_summer_task_pupil_id"))

    op.drop_table("summer_task")
    with op.batch_alter_table("subject_remark", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_subject_remark_pupil_id"))

    op.drop_table("subject_remark")
    op.drop_table("result_decision")
    with op.batch_alter_table("pupil_term", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_pupil_term_pupil_id"))

    op.drop_table("pupil_term")
    with op.batch_alter_table("pupil_outcome", schema=None) as batch_op:
        batch_op.drop_index("ix_pupil_outcome_tell")
        batch_op.drop_index(batch_op.f("ix_pupil_outcome_pupil_id"))

    op.drop_table("pupil_outcome")
    with op.batch_alter_table("own_view", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_own_view_pupil_id"))

    op.drop_table("own_view")
    op.drop_table("class_result")
    op.drop_table("average_check")
