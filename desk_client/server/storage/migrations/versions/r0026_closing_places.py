"""Agencies, offices, services and halls are changed under a version, and close from a day; delegates have rights."""

from typing import Final

import sqlalchemy as sa

from desk_client.server.storage.migrations.losses import Loss, refuse_losses
from desk_client.server.storage.migrations.rows import altering, fill

revision = "0026"
down_revision = "0025"

_PLACES: Final = ("agency", "office", "service", "site")


def upgrade() -> None:
    """All are open, and were changed by nobody yet; every delegate may what the role may."""
    with altering("staff") as batch:
        batch.add_column(sa.Column("delegated", sa.Text(), nullable=True))
        batch.add_column(sa.Column("delegated_first", sa.String(length=10), nullable=True))
        batch.add_column(sa.Column("delegated_last", sa.String(length=10), nullable=True))
        batch.add_column(sa.Column("delegation_version", sa.Integer(), nullable=True))
    for place in _PLACES:
        with altering(place) as batch:
            batch.add_column(sa.Column("version", sa.Integer(), nullable=True))
            batch.add_column(sa.Column("closed_from", sa.String(length=10), nullable=True))
        fill(place, version=1)
        with altering(place) as batch:
            batch.alter_column("version", existing_type=sa.Integer(), nullable=False)


def downgrade() -> None:
    """An older program would open again what is closed, and let delegates do what was kept from them."""
    narrowed = Loss("delegates whose rights are narrowed", "staff", "delegated IS NOT NULL")
    closed = (Loss(f"places that are closed ({each})", each, "closed_from IS NOT NULL") for each in _PLACES)
    refuse_losses(narrowed, *closed)
    with altering("staff") as batch:
        for column in ("delegation_version", "delegated_last", "delegated_first", "delegated"):
            batch.drop_column(column)
    for place in _PLACES:
        with altering(place) as batch:
            batch.drop_column("closed_from")
            batch.drop_column("version")
