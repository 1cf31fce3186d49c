"""Agencies say where their transactions are found; outcomes are found by the transaction that they name."""

import json

import sqlalchemy as sa
from alembic import op

from desk_client.server.security.vault import SealBrokenError
from desk_client.server.storage.migrations.losses import Loss, refuse_losses
from desk_client.server.storage.migrations.rows import altering, batches, change, vault

revision = "0039"
down_revision = "0038"

_LOSSES = (Loss("agencies that say where their transactions are found", "agency", "transaction_link IS NOT NULL"),)


def upgrade() -> None:
    """What was decided before is found by its transaction as well."""
    with altering("agency") as batch:
        batch.add_column(sa.Column("transaction_link", sa.Text(), nullable=True))
    with altering("outcome") as batch:
        batch.add_column(sa.Column("transaction_index", sa.LargeBinary(length=32), nullable=True))
    op.create_index("ix_outcome_transaction_index", "outcome", ["transaction_index"], unique=False)
    for rows in batches("outcome", ("appointment_id",), ("follows_sealed",)):
        found = [((row.appointment_id,), _index(row.appointment_id, row.follows_sealed)) for row in rows]
        change("outcome", ("appointment_id",), [(key, {"transaction_index": index}) for key, index in found if index])


def downgrade() -> None:
    """The numbers stay where they are, sealed: only what finds them goes."""
    refuse_losses(*_LOSSES)
    op.drop_index("ix_outcome_transaction_index", "outcome")
    with altering("outcome") as batch:
        batch.drop_column("transaction_index")
    with altering("agency") as batch:
        batch.drop_column("transaction_link")


def _index(appointment_id: str, sealed: bytes | None) -> bytes | None:
    if sealed is None:
        return None
    try:
        follows = json.loads(vault().open("outcome.follows", appointment_id, sealed))
    except SealBrokenError:  # nobody can read it anyway
        return None
    number = follows.get("transaction_number", "").strip().casefold()
    return vault().index("outcome.transaction", number) if number else None
