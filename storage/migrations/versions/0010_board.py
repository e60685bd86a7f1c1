"""The live board of the day, and the days whose summary was sent"""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Moment

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "live_board",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("half", sa.String(length=10), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.Column("shown", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("shown_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_live_board_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["row_id"], ["outbox.id"], name=op.f("fk_live_board_row_id_outbox")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_live_board")),
    )
    op.create_table(
        "day_summary",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_day_summary")),
    )


def downgrade() -> None:
    op.drop_table("day_summary")
    op.drop_table("live_board")
