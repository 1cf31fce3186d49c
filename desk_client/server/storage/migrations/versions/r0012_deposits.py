"""What kiosks hand in that were without a line: deposits, and people who have proved nothing yet."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses
from desk_client.server.storage.migrations.rows import altering, fill

revision = "0012"
down_revision = "0011"

_LOSSES = (
    Loss("deposits of kiosks", "deposit"),
    Loss("requests that were left at a kiosk", "request", "left_sealed IS NOT NULL"),
    Loss("persons who proved nothing", "person", "unverified"),
)


def upgrade() -> None:
    """Nothing was handed in later before."""
    op.add_column("request", sa.Column("left_sealed", sa.LargeBinary(), nullable=True))
    op.add_column("person", sa.Column("unverified", sa.Boolean(), nullable=True))
    fill("person", unverified=sa.false())
    with altering("person") as batch:
        batch.alter_column("unverified", nullable=False)
    op.create_table(
        "deposit",
        sa.Column("kiosk_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("claimed_at", sa.BigInteger(), nullable=False),
        sa.Column("counted_at", sa.BigInteger(), nullable=False),
        sa.Column("plausible", sa.Boolean(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("verdict", sa.String(length=24), nullable=False),
        sa.Column("subject", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["kiosk_id"], ["kiosk.id"], name=op.f("fk_deposit_kiosk_id")),
        sa.PrimaryKeyConstraint("kiosk_id", "id", name=op.f("pk_deposit")),
    )
    op.create_index("ix_deposit_received_at", "deposit", ["received_at"], unique=False)
    op.create_index("ix_deposit_subject", "deposit", ["subject"], unique=False)


def downgrade() -> None:
    """An older program takes everybody for somebody who has proved who they are."""
    refuse_losses(*_LOSSES)
    op.drop_index("ix_deposit_subject", "deposit")
    op.drop_index("ix_deposit_received_at", "deposit")
    op.drop_table("deposit")
    with altering("person") as batch:
        batch.drop_column("unverified")
    with altering("request") as batch:
        batch.drop_column("left_sealed")
