"""Links by which an official receives from a browser."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses

revision = "0034"
down_revision = "0033"

_LOSSES = (Loss("links that officials made for a browser", "browser_link"),)


def upgrade() -> None:
    """Nobody has made one yet."""
    op.create_table(
        "browser_link",
        sa.Column("staff_id", sa.String(length=64), nullable=False),
        sa.Column("session_id", sa.String(length=64), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_browser_link_staff_id")),
        sa.PrimaryKeyConstraint("staff_id", name=op.f("pk_browser_link")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_browser_link_token_hash")),
    )


def downgrade() -> None:
    """An older program has no page that they lead to. They live for minutes."""
    refuse_losses(*_LOSSES)
    op.drop_table("browser_link")
