"""The rest of an appointment's life: offers of the waitlist, tickets that open one booking, what the queue was told."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses
from desk_client.server.storage.migrations.rows import altering, fill

revision = "0006"
down_revision = "0005"

_LOSSES = (Loss("services that are booked by request alone", "service", "by_request"),)
_OFFERED = "SELECT id FROM appointment WHERE state = 'held' AND offer_id IS NOT NULL"


def upgrade() -> None:
    """Every calendar is in its first version; every service goes on being booked directly."""
    op.add_column("office", sa.Column("calendar_version", sa.Integer(), nullable=True))
    op.add_column("service", sa.Column("by_request", sa.Boolean(), nullable=True))
    op.add_column("waitlist", sa.Column("unanswered", sa.Integer(), nullable=True))
    op.add_column("session", sa.Column("appointment_id", sa.String(length=64), nullable=True))
    op.add_column("appointment", sa.Column("offer_id", sa.String(length=64), nullable=True))
    fill("office", calendar_version=1)
    fill("service", by_request=sa.false())
    fill("waitlist", unanswered=0)
    for table, column in (("office", "calendar_version"), ("service", "by_request"), ("waitlist", "unanswered")):
        with altering(table) as batch:
            batch.alter_column(column, nullable=False)
    op.create_index("ix_waitlist_state", "waitlist", ["state"], unique=False)
    op.create_table(
        "queue_told",
        sa.Column("appointment_id", sa.String(length=64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("earliest_min", sa.Integer(), nullable=False),
        sa.Column("latest_min", sa.Integer(), nullable=False),
        sa.Column("told_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["appointment_id"], ["appointment.id"], name=op.f("fk_queue_told_appointment_id")),
        sa.PrimaryKeyConstraint("appointment_id", name=op.f("pk_queue_told")),
    )
    op.create_table(
        "heartbeat",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_heartbeat")),
    )


def downgrade() -> None:
    """Open offers lapse. Sessions that a ticket opened end: the older program would take them for whole ones."""
    refuse_losses(*_LOSSES)
    op.execute(f"DELETE FROM claim WHERE owner IN ({_OFFERED})")  # noqa: S608 - a constant of this file
    op.execute("UPDATE appointment SET state = 'cancelled', held_until = NULL WHERE state = 'held' AND offer_id <> ''")
    op.execute("UPDATE waitlist_offer SET state = 'expired' WHERE state = 'open'")
    op.execute("UPDATE waitlist SET state = 'waiting' WHERE state = 'offered'")
    op.execute("UPDATE session SET ended_at = created_at WHERE appointment_id IS NOT NULL AND ended_at IS NULL")
    op.drop_index("ix_waitlist_state", "waitlist")
    op.drop_table("heartbeat")
    op.drop_table("queue_told")
    for table, column in (
        ("appointment", "offer_id"),
        ("session", "appointment_id"),
        ("waitlist", "unanswered"),
        ("service", "by_request"),
        ("office", "calendar_version"),
    ):
        with altering(table) as batch:
            batch.drop_column(column)
