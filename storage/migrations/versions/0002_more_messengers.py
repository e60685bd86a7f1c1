"""More messengers: contacts, choices, links, ways and costs"""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Moment

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "channel_token",
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("access_token", sa.Text(), nullable=False),
        sa.Column("refresh_token", sa.Text(), nullable=False),
        sa.Column("access_until", Moment(), nullable=False),
        sa.Column("refresh_until", Moment(), nullable=False),
        sa.Column("first", sa.String(length=64), nullable=False),
        sa.Column("changed_at", Moment(), nullable=False),
        sa.Column("refused_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("channel", name=op.f("pk_channel_token")),
    )
    op.create_table(
        "messenger_contact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("native_id", sa.String(length=80), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=True),
        sa.Column("is_group", sa.Boolean(), nullable=False),
        sa.Column("follows", sa.Boolean(), nullable=True),
        sa.Column("first_seen_at", Moment(), nullable=False),
        sa.Column("heard_at", Moment(), nullable=True),
        sa.Column("window_shut_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_messenger_contact")),
        sa.UniqueConstraint(
            "channel", "native_id", name=op.f("uq_messenger_contact_channel_native_id")
        ),
    )
    op.create_table(
        "choice_list",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("chat", sa.String(length=80), nullable=False),
        sa.Column("root", sa.BigInteger(), nullable=False),
        sa.Column("tag", sa.String(length=4), nullable=True),
        sa.Column("options", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("marks", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.Column("shown_at", Moment(), nullable=True),
        sa.Column("doubtful", sa.Boolean(), nullable=False),
        sa.Column("closed_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["row_id"], ["outbox.id"], name=op.f("fk_choice_list_row_id_outbox")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_choice_list")),
        sa.UniqueConstraint("row_id", name=op.f("uq_choice_list_row_id")),
    )
    with op.batch_alter_table("choice_list", schema=None) as batch_op:
        batch_op.create_index("ix_choice_list_chat", ["channel", "chat", "id"], unique=False)

    op.create_table(
        "web_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("channel", sa.String(length=20), nullable=True),
        sa.Column("chat", sa.String(length=80), nullable=True),
        sa.Column("purpose", sa.String(length=60), nullable=False),
        sa.Column("params", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("expires_at", Moment(), nullable=False),
        sa.Column("used_at", Moment(), nullable=True),
        sa.Column("opened_at", Moment(), nullable=True),
        sa.Column("uses", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_web_link_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_web_link_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_web_link")),
    )
    with op.batch_alter_table("web_link", schema=None) as batch_op:
        batch_op.create_index("ix_web_link_expires", ["expires_at"], unique=False)
        batch_op.create_index("ix_web_link_purpose", ["purpose", "person_id"], unique=False)

    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.add_column(sa.Column("preferred_at", Moment(), nullable=True))

    with op.batch_alter_table("invite", schema=None) as batch_op:
        batch_op.add_column(sa.Column("short_hash", sa.String(length=64), nullable=True))
        batch_op.create_unique_constraint(batch_op.f("uq_invite_short_hash"), ["short_hash"])

    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("way", sa.String(length=12), nullable=True))
        batch_op.add_column(sa.Column("cost", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("parts", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("tried", sa.JSON(none_as_null=True), nullable=True))
        batch_op.add_column(sa.Column("sent_on", sa.String(length=20), nullable=True))
        batch_op.add_column(sa.Column("native_id", sa.String(length=80), nullable=True))
        batch_op.create_index("ix_outbox_native", ["native_id"], unique=False)
        batch_op.create_index("ix_outbox_spent", ["channel", "settled_at"], unique=False)

    # what was on its way when the program was upgraded could only go by one messenger
    op.execute("UPDATE outbox SET sent_on = 'telegram' WHERE status = 'sending'")


def downgrade() -> None:
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index("ix_outbox_spent")
        batch_op.drop_index("ix_outbox_native")
        batch_op.drop_column("native_id")
        batch_op.drop_column("sent_on")
        batch_op.drop_column("tried")
        batch_op.drop_column("parts")
        batch_op.drop_column("cost")
        batch_op.drop_column("way")

    with op.batch_alter_table("invite", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_invite_short_hash"), type_="unique")
        batch_op.drop_column("short_hash")

    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.drop_column("preferred_at")

    with op.batch_alter_table("web_link", schema=None) as batch_op:
        batch_op.drop_index("ix_web_link_purpose")
        batch_op.drop_index("ix_web_link_expires")

    op.drop_table("web_link")
    with op.batch_alter_table("choice_list", schema=None) as batch_op:
        batch_op.drop_index("ix_choice_list_chat")

    op.drop_table("choice_list")
    op.drop_table("messenger_contact")
    op.drop_table("channel_token")
