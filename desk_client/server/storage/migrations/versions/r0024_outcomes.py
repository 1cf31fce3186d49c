"""Outcomes have directives, tasks and follow-ups, and are amended; services bring their usual wordings."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses
from desk_client.server.storage.migrations.rows import altering

revision = "0024"
down_revision = "0023"

_LOSSES = (
    Loss("outcomes with directives, tasks or follow-ups", "outcome", "follows_sealed IS NOT NULL"),
    Loss("amendments of outcomes", "outcome_amendment"),
    Loss("services with usual wordings", "service", "wordings IS NOT NULL"),
)


def upgrade() -> None:
    """What was recorded before stands as it is, with nothing that follows."""
    with altering("outcome") as batch:
        batch.add_column(sa.Column("follows_sealed", sa.LargeBinary(), nullable=True))
    with altering("service") as batch:
        batch.add_column(sa.Column("wordings", sa.Text(), nullable=True))
    op.create_table(
        "outcome_amendment",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("appointment_id", sa.String(length=64), nullable=False),
        sa.Column("text_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("amended_by", sa.String(length=64), nullable=False),
        sa.Column("amended_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointment.id"], name=op.f("fk_outcome_amendment_appointment_id")
        ),
        sa.ForeignKeyConstraint(["amended_by"], ["staff.id"], name=op.f("fk_outcome_amendment_amended_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcome_amendment")),
    )
    op.create_index("ix_outcome_amendment_appointment_id", "outcome_amendment", ["appointment_id"], unique=False)


def downgrade() -> None:
    """An older program has no place for them."""
    refuse_losses(*_LOSSES)
    op.drop_index("ix_outcome_amendment_appointment_id", "outcome_amendment")
    op.drop_table("outcome_amendment")
    with altering("service") as batch:
        batch.drop_column("wordings")
    with altering("outcome") as batch:
        batch.drop_column("follows_sealed")
