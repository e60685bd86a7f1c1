"""The roll book: pages with their steps, families' answers, corrections of locked months"""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Moment

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "book_page",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("shown_by", sa.Integer(), nullable=True),
        sa.Column("shown_at", Moment(), nullable=True),
        sa.Column("confirmed_by", sa.Integer(), nullable=True),
        sa.Column("confirmed_at", Moment(), nullable=True),
        sa.Column("signed_by", sa.Integer(), nullable=True),
        sa.Column("signed_at", Moment(), nullable=True),
        sa.Column("filed_by", sa.Integer(), nullable=True),
        sa.Column("filed_at", Moment(), nullable=True),
        sa.Column("approved_by", sa.Integer(), nullable=True),
        sa.Column("approved_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["class_id"], ["school_class.id"], name=op.f("fk_book_page_class_id_school_class")
        ),
        sa.ForeignKeyConstraint(
            ["shown_by"], ["person.id"], name=op.f("fk_book_page_shown_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["confirmed_by"], ["person.id"], name=op.f("fk_book_page_confirmed_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["signed_by"], ["person.id"], name=op.f("fk_book_page_signed_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["filed_by"], ["person.id"], name=op.f("fk_book_page_filed_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["approved_by"], ["person.id"], name=op.f("fk_book_page_approved_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_book_page")),
        sa.UniqueConstraint(
            "class_id", "kind", "first", name=op.f("uq_book_page_class_id_kind_first")
        ),
    )
    op.create_table(
        "book_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("said", sa.String(length=8), nullable=False),
        sa.Column("words", sa.String(length=500), nullable=True),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("settled_by", sa.Integer(), nullable=True),
        sa.Column("settled_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["page_id"], ["book_page.id"], name=op.f("fk_book_answer_page_id_book_page")
        ),
        sa.ForeignKeyConstraint(
            ["pupil_id"], ["pupil.id"], name=op.f("fk_book_answer_pupil_id_pupil")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_book_answer_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["settled_by"], ["person.id"], name=op.f("fk_book_answer_settled_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_book_answer")),
        sa.UniqueConstraint(
            "page_id",
            "pupil_id",
            "person_id",
            name=op.f("uq_book_answer_page_id_pupil_id_person_id"),
        ),
    )
    op.create_table(
        "book_correction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("roll_id", sa.Integer(), nullable=False),
        sa.Column("pupil_id", sa.Integer(), nullable=False),
        sa.Column("old", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("new", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.Column("asked_at", Moment(), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", Moment(), nullable=True),
        sa.Column("decided_why", sa.String(length=500), nullable=True),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["page_id"], ["book_page.id"], name=op.f("fk_book_correction_page_id_book_page")
        ),
        sa.ForeignKeyConstraint(
            ["roll_id"], ["roll_call.id"], name=op.f("fk_book_correction_roll_id_roll_call")
        ),
        sa.ForeignKeyConstraint(
            ["pupil_id"], ["pupil.id"], name=op.f("fk_book_correction_pupil_id_pupil")
        ),
        sa.ForeignKeyConstraint(
            ["asked_by"], ["person.id"], name=op.f("fk_book_correction_asked_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["person.id"], name=op.f("fk_book_correction_decided_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_book_correction")),
    )
    with op.batch_alter_table("book_correction", schema=None) as batch_op:
        batch_op.create_index("ix_book_correction_page", ["page_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("book_correction", schema=None) as batch_op:
        batch_op.drop_index("ix_book_correction_page")
    op.drop_table("book_correction")
    op.drop_table("book_answer")
    op.drop_table("book_page")
