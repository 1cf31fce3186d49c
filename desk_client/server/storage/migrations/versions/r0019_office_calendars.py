"""When offices do not receive, by their own word or their own calendars; and the feeds that those calendars read."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses

revision = "0019"
down_revision = "0018"

_LOSSES = (Loss("stretches in which offices do not receive", "busy_time"),)


def upgrade() -> None:
    """Nothing was blocked before, and no calendar read a feed."""
    op.create_table(
        "busy_time",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("office_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("starts_at", sa.BigInteger(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=False),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("made_by", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["made_by"], ["staff.id"], name=op.f("fk_busy_time_made_by")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_busy_time_office_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_busy_time")),
    )
    op.create_index("ix_busy_time_office_id_ends_at", "busy_time", ["office_id", "ends_at"], unique=False)
    op.create_table(
        "calendar_feed",
        sa.Column("staff_id", sa.String(length=64), nullable=False),
        sa.Column("office_id", sa.String(length=64), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("shows_names", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_calendar_feed_office_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_calendar_feed_staff_id")),
        sa.PrimaryKeyConstraint("staff_id", name=op.f("pk_calendar_feed")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_calendar_feed_token_hash")),
    )


def downgrade() -> None:
    """An older program would offer what is blocked; who reads a feed makes a new one some day."""
    refuse_losses(*_LOSSES)
    op.drop_table("calendar_feed")
    op.drop_index("ix_busy_time_office_id_ends_at", "busy_time")
    op.drop_table("busy_time")
