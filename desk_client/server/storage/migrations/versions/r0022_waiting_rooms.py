"""How an office runs its waiting room: breaks, who is received before whom, and how much longer it takes."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses
from desk_client.server.storage.migrations.rows import altering

revision = "0022"
down_revision = "0021"

_LOSSES = (Loss("notes that say how many minutes more", "office_note", "minutes IS NOT NULL"),)


def upgrade() -> None:
    """Everybody's turn was that of their own hour, and no office had said that it takes a break."""
    with altering("appointment") as batch:
        batch.add_column(sa.Column("turn_at", sa.BigInteger(), nullable=True))
    with altering("office_note") as batch:
        batch.add_column(sa.Column("minutes", sa.Integer(), nullable=True))
    op.create_table(
        "office_break",
        sa.Column("office_id", sa.String(length=64), nullable=False),
        sa.Column("began_at", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_office_break_office_id")),
        sa.PrimaryKeyConstraint("office_id", name=op.f("pk_office_break")),
    )


def downgrade() -> None:
    """Breaks and places in line live for an hour: everybody's turn is that of their own hour again."""
    refuse_losses(*_LOSSES)
    op.drop_table("office_break")
    with altering("office_note") as batch:
        batch.drop_column("minutes")
    with altering("appointment") as batch:
        batch.drop_column("turn_at")
