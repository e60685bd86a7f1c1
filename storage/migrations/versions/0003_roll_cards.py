"""Roll cards: the roll of a class is asked for once a session"""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Moment

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "roll_card",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("half", sa.String(length=10), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.Column("holder_id", sa.Integer(), nullable=True),
        sa.Column("handed_at", Moment(), nullable=True),
        sa.Column("step", sa.String(length=10), nullable=False),
        sa.Column("next_at", Moment(), nullable=True),
        sa.Column("closed_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["class_id"], ["school_class.id"], name=op.f("fk_roll_card_class_id_school_class")
        ),
        sa.ForeignKeyConstraint(
            ["holder_id"], ["person.id"], name=op.f("fk_roll_card_holder_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roll_card")),
        sa.UniqueConstraint("day", "half", "class_id", name=op.f("uq_roll_card_day_half_class_id")),
    )
    with op.batch_alter_table("roll_card", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_roll_card_next_at"), ["next_at"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("roll_card", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_roll_card_next_at"))

    op.drop_table("roll_card")
