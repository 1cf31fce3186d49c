"""What the calls of an audience were like, as each end tells it."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses

revision = "0008"
down_revision = "0007"

_LOSSES = (Loss("summaries of calls", "call_summary"),)


def upgrade() -> None:
    """Nothing is known of the calls before."""
    op.create_table(
        "call_summary",
        sa.Column("token_id", sa.String(length=64), nullable=False),
        sa.Column("appointment_id", sa.String(length=64), nullable=False),
        sa.Column("party", sa.String(length=16), nullable=False),
        sa.Column("sent_at", sa.BigInteger(), nullable=False),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["appointment_id"], ["appointment.id"], name=op.f("fk_call_summary_appointment_id")),
        sa.PrimaryKeyConstraint("token_id", name=op.f("pk_call_summary")),
    )
    op.create_index("ix_call_summary_appointment_id", "call_summary", ["appointment_id"], unique=False)


def downgrade() -> None:
    """An older program has no place for them."""
    refuse_losses(*_LOSSES)
    op.drop_index("ix_call_summary_appointment_id", "call_summary")
    op.drop_table("call_summary")
