"""Closures: lessons called off, made up, or held by another day's timetable"""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Moment

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def _person(table: str, column: str, *, nullable: bool) -> tuple[sa.Column[int], sa.Constraint]:
    name = op.f(f"fk_{table}_{column}_person")
    constraint = sa.ForeignKeyConstraint([column], ["person.id"], name=name)
    return sa.Column(column, sa.Integer(), nullable=nullable), constraint


def upgrade() -> None:
    op.create_table(
        "closure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("scope", sa.String(length=8), nullable=False),
        sa.Column("ids", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("half", sa.String(length=10), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=True),
        sa.Column("undone", sa.JSON(none_as_null=True), nullable=True),
        *_person("closure", "made_by", nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        *_person("closure", "withdrawn_by", nullable=True),
        sa.Column("withdrawn_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closure")),
    )
    op.create_index(op.f("ix_closure_ends"), "closure", ["ends"])
    op.create_table(
        "makeup_day",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("closure_id", sa.Integer(), nullable=False),
        sa.Column("for_day", sa.Date(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        *_person("makeup_day", "made_by", nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        *_person("makeup_day", "withdrawn_by", nullable=True),
        sa.Column("withdrawn_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["closure_id"], ["closure.id"], name=op.f("fk_makeup_day_closure_id_closure")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_makeup_day")),
    )
    op.create_index(op.f("ix_makeup_day_closure_id"), "makeup_day", ["closure_id"])
    op.add_column("day_override", sa.Column("follows", sa.Integer(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("day_override", schema=None) as batch_op:
        batch_op.drop_column("follows")
    op.drop_table("makeup_day")
    op.drop_table("closure")
