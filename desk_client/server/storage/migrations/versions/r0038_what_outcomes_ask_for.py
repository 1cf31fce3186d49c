"""What an outcome asks for lies in the work list of whoever is to do it, as a request."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses
from desk_client.server.storage.migrations.rows import altering

revision = "0038"
down_revision = "0037"

_LOSSES = (Loss("requests that outcomes of audiences ask for", "request", "decided_in IS NOT NULL"),)


def upgrade() -> None:
    """What was decided before stays words; nobody is given work by an update."""
    with altering("request") as batch:
        batch.add_column(sa.Column("decided_in", sa.String(length=64), nullable=True))
        batch.add_column(sa.Column("decided_as", sa.String(length=16), nullable=True))
        batch.add_column(sa.Column("decided_number", sa.Integer(), nullable=True))
    op.create_index("ix_request_decided_in", "request", ["decided_in"], unique=False)


def downgrade() -> None:
    """An older program would take them for what a citizen asked."""
    refuse_losses(*_LOSSES)
    op.drop_index("ix_request_decided_in", "request")
    with altering("request") as batch:
        batch.drop_column("decided_number")
        batch.drop_column("decided_as")
        batch.drop_column("decided_in")
