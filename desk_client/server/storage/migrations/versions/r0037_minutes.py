"""The minutes of a talk, while they are written."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses

revision = "0037"
down_revision = "0036"

_LOSSES = (Loss("minutes of talks whose outcome is still to be recorded", "outcome_draft"),)


def upgrade() -> None:
    """Until now nobody could write them down before the talk was over."""
    op.create_table(
        "outcome_draft",
        sa.Column("appointment_id", sa.String(length=64), nullable=False),
        sa.Column("text_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("written_by", sa.String(length=64), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["appointment_id"], ["appointment.id"], name=op.f("fk_outcome_draft_appointment_id")),
        sa.ForeignKeyConstraint(["written_by"], ["staff.id"], name=op.f("fk_outcome_draft_written_by")),
        sa.PrimaryKeyConstraint("appointment_id", name=op.f("pk_outcome_draft")),
    )


def downgrade() -> None:
    """An older program has no place for them."""
    refuse_losses(*_LOSSES)
    op.drop_table("outcome_draft")
