"""What those who were called into a talk answered when it was to be recorded."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses

revision = "0036"
down_revision = "0035"

_LOSSES = (Loss("answers of members of staff about recordings", "recording_answer"),)


def upgrade() -> None:
    """Nobody but the citizen was asked before."""
    op.create_table(
        "recording_answer",
        sa.Column("recording_id", sa.String(length=64), nullable=False),
        sa.Column("staff_id", sa.String(length=64), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("agreed_at", sa.BigInteger(), nullable=True),
        sa.Column("text_version", sa.String(length=16), nullable=True),
        sa.Column("declined_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["recording_id"], ["recording.id"], name=op.f("fk_recording_answer_recording_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_recording_answer_staff_id")),
        sa.PrimaryKeyConstraint("recording_id", "staff_id", name=op.f("pk_recording_answer")),
    )


def downgrade() -> None:
    """An older program would take such a talk for one of two, and their yes for none."""
    refuse_losses(*_LOSSES)
    op.drop_table("recording_answer")
