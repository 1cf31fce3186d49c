"""A word among those of the house: since when it goes on in a room, and whose end keeps to it."""

import sqlalchemy as sa

from desk_client.server.storage.migrations.losses import Loss, refuse_losses
from desk_client.server.storage.migrations.rows import altering, fill

revision = "0035"
down_revision = "0034"

_LOSSES = (Loss("talks whose officials have a word among themselves", "room", "aside_since IS NOT NULL"),)


def upgrade() -> None:
    """None goes on, and no end that is in a room now knows of them."""
    with altering("room") as batch:
        batch.add_column(sa.Column("aside_since", sa.BigInteger(), nullable=True))
    with altering("room_member") as batch:
        batch.add_column(sa.Column("asides", sa.Boolean(), nullable=True))
    fill("room_member", asides=False)
    with altering("room_member") as batch:
        batch.alter_column("asides", existing_type=sa.Boolean(), nullable=False)


def downgrade() -> None:
    """An older program would open the talk to the visitor in the middle of one; each is over with its talk."""
    refuse_losses(*_LOSSES)
    with altering("room_member") as batch:
        batch.drop_column("asides")
    with altering("room") as batch:
        batch.drop_column("aside_since")
