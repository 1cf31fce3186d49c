"""Recorded talks."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses

revision = "0028"
down_revision = "0027"

_LOSSES = (
    Loss("recorded talks, or talks that were to be", "recording"),
    Loss("offices of which somebody said whether they record", "recording_rule"),
)


def upgrade() -> None:
    """Nothing was recorded before."""
    op.create_table(
        "recording_rule",
        sa.Column("office_id", sa.String(length=64), nullable=False),
        sa.Column("allowed", sa.Boolean(), nullable=False),
        sa.Column("kept_days", sa.Integer(), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_recording_rule_office_id")),
        sa.PrimaryKeyConstraint("office_id", name=op.f("pk_recording_rule")),
    )
    op.create_table(
        "recording",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("appointment_id", sa.String(length=64), nullable=False),
        sa.Column("office_id", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("asked_by", sa.String(length=64), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.Column("text_version", sa.String(length=16), nullable=True),
        sa.Column("began_at", sa.BigInteger(), nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("end_reason", sa.String(length=16), nullable=True),
        sa.Column("kept_at", sa.BigInteger(), nullable=True),
        sa.Column("expires_at", sa.BigInteger(), nullable=True),
        sa.Column("key_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("size", sa.BigInteger(), nullable=True),
        sa.Column("duration_ms", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["appointment_id"], ["appointment.id"], name=op.f("fk_recording_appointment_id")),
        sa.ForeignKeyConstraint(["asked_by"], ["staff.id"], name=op.f("fk_recording_asked_by")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_recording_office_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recording")),
    )
    for column in ("appointment_id", "office_id", "state"):
        op.create_index(f"ix_recording_{column}", "recording", [column], unique=False)
    op.create_table(
        "recording_block",
        sa.Column("recording_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["recording_id"], ["recording.id"], name=op.f("fk_recording_block_recording_id")),
        sa.PrimaryKeyConstraint("recording_id", "number", name=op.f("pk_recording_block")),
    )


def downgrade() -> None:
    """An older program has no place for them."""
    refuse_losses(*_LOSSES)
    op.drop_table("recording_block")
    for column in ("appointment_id", "office_id", "state"):
        op.drop_index(f"ix_recording_{column}", "recording")
    op.drop_table("recording")
    op.drop_table("recording_rule")
