"""Links by which people join their audience from a browser of their own."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses

revision = "0020"
down_revision = "0019"

_LOSSES = (Loss("links that guests were sent", "guest_link"),)


def upgrade() -> None:
    """Nobody was sent one yet."""
    op.create_table(
        "guest_link",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("appointment_id", sa.String(length=64), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("starts_at", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.Column("session_id", sa.String(length=64), nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["appointment_id"], ["appointment.id"], name=op.f("fk_guest_link_appointment_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guest_link")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_guest_link_token_hash")),
    )
    op.create_index(op.f("ix_guest_link_appointment_id"), "guest_link", ["appointment_id"], unique=False)


def downgrade() -> None:
    """An older program has no page that they lead to: whoever was sent one could not come. They live for hours."""
    refuse_losses(*_LOSSES)
    op.drop_index(op.f("ix_guest_link_appointment_id"), "guest_link")
    op.drop_table("guest_link")
