"""The operator's PIN of each hall, for its kiosks."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses

revision = "0011"
down_revision = "0010"

_LOSSES = (Loss("operator's PINs of halls", "kiosk_pin"),)


def upgrade() -> None:
    """No hall has one before somebody sets it."""
    op.create_table(
        "kiosk_pin",
        sa.Column("site_id", sa.String(length=64), nullable=False),
        sa.Column("pin_hash", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_kiosk_pin_site_id")),
        sa.PrimaryKeyConstraint("site_id", name=op.f("pk_kiosk_pin")),
    )


def downgrade() -> None:
    """An older program has no place for them."""
    refuse_losses(*_LOSSES)
    op.drop_table("kiosk_pin")
