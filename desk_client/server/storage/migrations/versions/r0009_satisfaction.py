"""How satisfied people were with their audiences."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses

revision = "0009"
down_revision = "0008"

_LOSSES = (Loss("answers to the satisfaction survey", "satisfaction"),)


def upgrade() -> None:
    """Nobody was asked before."""
    op.create_table(
        "satisfaction",
        sa.Column("appointment_id", sa.String(length=64), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("reasons", sa.String(length=200), nullable=False),
        sa.Column("answered_at", sa.BigInteger(), nullable=False),
        sa.Column("session_id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["appointment_id"], ["appointment.id"], name=op.f("fk_satisfaction_appointment_id")),
        sa.PrimaryKeyConstraint("appointment_id", name=op.f("pk_satisfaction")),
    )
    op.create_index("ix_satisfaction_answered_at", "satisfaction", ["answered_at"], unique=False)


def downgrade() -> None:
    """An older program has no place for them."""
    refuse_losses(*_LOSSES)
    op.drop_index("ix_satisfaction_answered_at", "satisfaction")
    op.drop_table("satisfaction")
