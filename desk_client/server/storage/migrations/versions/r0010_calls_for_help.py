"""Kiosks that call for help, and what does not serve there."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses
from desk_client.server.storage.migrations.rows import altering

revision = "0010"
down_revision = "0009"

_LOSSES = (Loss("calls for help from kiosks", "incident", "kiosk_id IS NOT NULL"),)
_KEY = "fk_incident_kiosk_id"


def upgrade() -> None:
    """No incident before came from a kiosk."""
    with altering("incident") as batch:
        batch.add_column(sa.Column("kiosk_id", sa.String(length=64), nullable=True))
        batch.add_column(sa.Column("failed", sa.String(length=64), nullable=True))
        batch.create_foreign_key(op.f(_KEY), "kiosk", ["kiosk_id"], ["id"])


def downgrade() -> None:
    """An older program takes every incident for a fault that excuses."""
    refuse_losses(*_LOSSES)
    with altering("incident") as batch:
        batch.drop_constraint(op.f(_KEY), type_="foreignkey")
        batch.drop_column("failed")
        batch.drop_column("kiosk_id")
