"""A password that an administrator has set has to be changed by its owner."""

import sqlalchemy as sa

from desk_client.server.storage.migrations.losses import Loss, refuse_losses
from desk_client.server.storage.migrations.rows import altering

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    """Whose password is whose own was not known before: nobody has to change what they have."""
    with altering("staff") as batch:
        batch.add_column(sa.Column("password_is_first", sa.Boolean(), nullable=True))


def downgrade() -> None:
    """An older program would let them in with what somebody else knows."""
    refuse_losses(Loss("members of staff who have to change their first password", "staff", "password_is_first"))
    with altering("staff") as batch:
        batch.drop_column("password_is_first")
