"""Halls have a telephone."""

import sqlalchemy as sa

from desk_client.server.storage.migrations.losses import Loss, refuse_losses
from desk_client.server.storage.migrations.rows import altering

revision = "0018"
down_revision = "0017"

_LOSSES = (Loss("telephones of halls", "site", "phone IS NOT NULL"),)


def upgrade() -> None:
    """No number is known before a region's file says one."""
    with altering("site") as batch:
        batch.add_column(sa.Column("phone", sa.Text(), nullable=True))


def downgrade() -> None:
    """An older program has no place for them."""
    refuse_losses(*_LOSSES)
    with altering("site") as batch:
        batch.drop_column("phone")
