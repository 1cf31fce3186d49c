"""People at computers of their own, and people who say no."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses
from desk_client.server.storage.migrations.rows import altering

revision = "0007"
down_revision = "0006"

_LOSSES = (Loss("refusals of what nobody had agreed to", "consent", "given_at IS NULL"),)


def upgrade() -> None:
    """A sign-in may begin without a kiosk; a no needs no yes before it."""
    with altering("challenge") as batch:
        batch.alter_column("kiosk_id", existing_type=sa.String(length=64), nullable=True)
    with altering("consent") as batch:
        batch.alter_column("given_at", existing_type=sa.BigInteger(), nullable=True)


def downgrade() -> None:
    """Sign-ins that began without a kiosk are forgotten: they live five minutes."""
    refuse_losses(*_LOSSES)
    op.execute("DELETE FROM challenge WHERE kiosk_id IS NULL")
    with altering("consent") as batch:
        batch.alter_column("given_at", existing_type=sa.BigInteger(), nullable=False)
    with altering("challenge") as batch:
        batch.alter_column("kiosk_id", existing_type=sa.String(length=64), nullable=False)
