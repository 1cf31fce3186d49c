"""Agencies, offices, services and halls are changed under a version, and close from a day."""

from typing import Final

import sqlalchemy as sa

from desk_client.server.storage.migrations.losses import Loss, refuse_losses
from desk_client.server.storage.migrations.rows import altering, fill

revision = "0029"
down_revision = "0025"

_PLACES: Final = ("agency", "office", "service", "site")


def upgrade() -> None:
    """All are open, and were changed by nobody yet."""
    for place in _PLACES:
        with altering(place) as batch:
            batch.add_column(sa.Column("version", sa.Integer(), nullable=True))
            batch.add_column(sa.Column("closed_from", sa.String(length=10), nullable=True))
        fill(place, version=1)
        with altering(place) as batch:
            batch.alter_column("version", existing_type=sa.Integer(), nullable=False)


def downgrade() -> None:
    """An older program would open again what is closed."""
    refuse_losses(*(Loss(f"places that are closed ({each})", each, "closed_from IS NOT NULL") for each in _PLACES))
    for place in _PLACES:
        with altering(place) as batch:
            batch.drop_column("closed_from")
            batch.drop_column("version")
