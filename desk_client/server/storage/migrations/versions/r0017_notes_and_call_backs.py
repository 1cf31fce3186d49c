"""What an office writes to somebody during their audience's hour, and the calls by phone that it owes."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses

revision = "0017"
down_revision = "0016"

_LOSSES = (Loss("notes of offices", "office_note"), Loss("calls that offices owed", "call_back"))


def upgrade() -> None:
    """Nothing was written before, and nobody was owed a call."""
    op.create_table(
        "office_note",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("appointment_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("text_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("prepared", sa.String(length=24), nullable=True),
        sa.Column("sent_by", sa.String(length=64), nullable=False),
        sa.Column("sent_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["appointment_id"], ["appointment.id"], name=op.f("fk_office_note_appointment_id")),
        sa.ForeignKeyConstraint(["sent_by"], ["staff.id"], name=op.f("fk_office_note_sent_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_note")),
    )
    op.create_index("ix_office_note_appointment_id", "office_note", ["appointment_id"], unique=False)
    op.create_table(
        "call_back",
        sa.Column("appointment_id", sa.String(length=64), nullable=False),
        sa.Column("way", sa.String(length=16), nullable=False),
        sa.Column("wanted_at", sa.BigInteger(), nullable=False),
        sa.Column("result", sa.String(length=16), nullable=True),
        sa.Column("result_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["appointment_id"], ["appointment.id"], name=op.f("fk_call_back_appointment_id")),
        sa.PrimaryKeyConstraint("appointment_id", name=op.f("pk_call_back")),
    )


def downgrade() -> None:
    """An older program has no place for them."""
    refuse_losses(*_LOSSES)
    op.drop_table("call_back")
    op.drop_index("ix_office_note_appointment_id", "office_note")
    op.drop_table("office_note")
