"""What both sides write beside a talk."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses

revision = "0023"
down_revision = "0022"

_LOSSES = (Loss("lines written beside talks", "chat_line"),)


def upgrade() -> None:
    """Nothing was written before."""
    op.create_table(
        "chat_line",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("appointment_id", sa.String(length=64), nullable=False),
        sa.Column("author", sa.String(length=16), nullable=False),
        sa.Column("text_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("sent_by", sa.String(length=64), nullable=True),
        sa.Column("sent_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["appointment_id"], ["appointment.id"], name=op.f("fk_chat_line_appointment_id")),
        sa.ForeignKeyConstraint(["sent_by"], ["staff.id"], name=op.f("fk_chat_line_sent_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chat_line")),
    )
    op.create_index("ix_chat_line_appointment_id", "chat_line", ["appointment_id"], unique=False)


def downgrade() -> None:
    """An older program has no place for them."""
    refuse_losses(*_LOSSES)
    op.drop_index("ix_chat_line_appointment_id", "chat_line")
    op.drop_table("chat_line")
