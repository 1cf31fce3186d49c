"""What an office gives a visitor in the talk."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses
from desk_client.server.storage.migrations.rows import altering

revision = "0032"
down_revision = "0031"

_KEY = "fk_attachment_given_by"
_LOSSES = (Loss("documents that offices gave to visitors", "attachment", "given_by IS NOT NULL"),)


def upgrade() -> None:
    """All that is there was brought."""
    with altering("attachment") as batch:
        batch.add_column(sa.Column("given_by", sa.String(length=64), nullable=True))
        batch.create_foreign_key(op.f(_KEY), "office", ["given_by"], ["id"])


def downgrade() -> None:
    """An older program would take them for what the visitor brought."""
    refuse_losses(*_LOSSES)
    with altering("attachment") as batch:
        batch.drop_constraint(op.f(_KEY), type_="foreignkey")
        batch.drop_column("given_by")
