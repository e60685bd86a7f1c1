"""Signatures under the gradebook's pages, monthly remarks"""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Moment

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "book_check",
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("text", sa.String(length=1000), nullable=False),
        sa.Column("checked_by", sa.Integer(), nullable=False),
        sa.Column("checked_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["checked_by"], ["person.id"], name=op.f("fk_book_check_checked_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["class_id"], ["school_class.id"], name=op.f("fk_book_check_class_id_school_class")
        ),
        sa.PrimaryKeyConstraint("class_id", "month", name=op.f("pk_book_check")),
    )
    op.create_table(
        "score_page_signature",
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("page", sa.String(length=16), nullable=False),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("signed_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["class_id"],
            ["school_class.id"],
            name=op.f("fk_score_page_signature_class_id_school_class"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_score_page_signature_person_id_person")
        ),
        sa.PrimaryKeyConstraint(
            "class_id", "page", "role", "person_id", name=op.f("pk_score_page_signature")
        ),
    )


def downgrade() -> None:
    op.drop_table("score_page_signature")
    op.drop_table("book_check")
