"""Corrections of levels"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("score_correction", schema=None) as batch_op:
        batch_op.alter_column("subject_id", existing_type=sa.INTEGER(), nullable=True)


def downgrade() -> None:
    with op.batch_alter_table("score_correction", schema=None) as batch_op:
        batch_op.alter_column("subject_id", existing_type=sa.INTEGER(), nullable=False)
