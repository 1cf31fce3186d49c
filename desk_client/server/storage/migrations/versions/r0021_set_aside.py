"""What was left at a kiosk and could not be done: of which kind it is, and who has seen to it."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses
from desk_client.server.storage.migrations.rows import altering

revision = "0021"
down_revision = "0020"

_KEY = "fk_deposit_settled_by"
_INDEX = "ix_deposit_set_aside"
_DONE = "('checked_in', 'already_here', 'made_good', 'answered', 'already_answered', 'requested', 'merged')"
_LOSSES = (
    Loss("entries set aside that an operator has dealt with", "deposit", "settled_by IS NOT NULL"),
    Loss("entries that a kiosk set aside by itself", "deposit", "verdict IN ('damaged', 'refused')"),
)


def upgrade() -> None:
    """What was done is settled; what was set aside is shown to the operator from now on."""
    with altering("deposit") as batch:
        batch.add_column(sa.Column("kind", sa.String(length=16), nullable=True))
        batch.add_column(sa.Column("settled_at", sa.BigInteger(), nullable=True))
        batch.add_column(sa.Column("settled_by", sa.String(length=64), nullable=True))
        batch.create_foreign_key(op.f(_KEY), "staff", ["settled_by"], ["id"])
    op.execute(f"UPDATE deposit SET settled_at = received_at WHERE verdict IN {_DONE}")  # noqa: S608 - our own words
    op.create_index(
        _INDEX,
        "deposit",
        ["kiosk_id"],
        unique=False,
        sqlite_where=sa.text("settled_at IS NULL"),
        postgresql_where=sa.text("settled_at IS NULL"),
    )


def downgrade() -> None:
    """An older program shows nobody what was set aside."""
    refuse_losses(*_LOSSES)
    op.drop_index(_INDEX, "deposit")
    with altering("deposit") as batch:
        batch.drop_constraint(op.f(_KEY), type_="foreignkey")
        batch.drop_column("settled_by")
        batch.drop_column("settled_at")
        batch.drop_column("kind")
