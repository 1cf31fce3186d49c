"""People who sign in at a computer of their own."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.rows import altering

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """A sign-in may begin without a kiosk."""
    with altering("challenge") as batch:
        batch.alter_column("kiosk_id", existing_type=sa.String(length=64), nullable=True)


def downgrade() -> None:
    """Sign-ins that began without a kiosk are forgotten: they live five minutes."""
    op.execute("DELETE FROM challenge WHERE kiosk_id IS NULL")
    with altering("challenge") as batch:
        batch.alter_column("kiosk_id", existing_type=sa.String(length=64), nullable=False)
