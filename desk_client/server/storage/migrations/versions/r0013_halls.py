"""What each kiosk last said of itself, and what its operator asked of it."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses

revision = "0013"
down_revision = "0012"

_LOSSES = (Loss("kiosks that their operator has closed", "kiosk_report", "locked"),)


def upgrade() -> None:
    """No kiosk has said anything before."""
    op.create_table(
        "kiosk_report",
        sa.Column("kiosk_id", sa.String(length=64), nullable=False),
        sa.Column("heard_at", sa.BigInteger(), nullable=False),
        sa.Column("activity", sa.String(length=16), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("locked", sa.Boolean(), nullable=False),
        sa.Column("program", sa.String(length=32), nullable=False),
        sa.Column("uptime_s", sa.Integer(), nullable=False),
        sa.Column("printer", sa.String(length=16), nullable=False),
        sa.Column("failed", sa.String(length=64), nullable=False),
        sa.Column("checked_at", sa.BigInteger(), nullable=True),
        sa.Column("round_trip_ms", sa.Integer(), nullable=True),
        sa.Column("unsent", sa.Integer(), nullable=False),
        sa.Column("error", sa.String(length=48), nullable=True),
        sa.Column("error_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["kiosk_id"], ["kiosk.id"], name=op.f("fk_kiosk_report_kiosk_id")),
        sa.PrimaryKeyConstraint("kiosk_id", name=op.f("pk_kiosk_report")),
    )
    op.create_table(
        "kiosk_order",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("kiosk_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("failure", sa.String(length=16), nullable=True),
        sa.Column("failed", sa.String(length=64), nullable=False),
        sa.Column("text_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("ends_visit", sa.Boolean(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["kiosk_id"], ["kiosk.id"], name=op.f("fk_kiosk_order_kiosk_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kiosk_order")),
    )
    op.create_index("ix_kiosk_order_kiosk_id", "kiosk_order", ["kiosk_id", "asked_at"])


def downgrade() -> None:
    """An older program would let visitors use a kiosk that is closed; what else is here passes by itself."""
    refuse_losses(*_LOSSES)
    op.drop_table("kiosk_order")
    op.drop_table("kiosk_report")
