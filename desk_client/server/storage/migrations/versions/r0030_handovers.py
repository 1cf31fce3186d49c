"""That a talk was handed over to another office, while it went on."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses

revision = "0030"
down_revision = "0029"

_LOSSES = (Loss("talks that were handed over, or were to be", "handover"),)


def upgrade() -> None:
    """None was before."""
    op.create_table(
        "handover",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("appointment_id", sa.String(length=64), nullable=False),
        sa.Column("room_id", sa.String(length=64), nullable=False),
        sa.Column("party", sa.String(length=16), nullable=False),
        sa.Column("called_at", sa.BigInteger(), nullable=False),
        sa.Column("from_office_id", sa.String(length=64), nullable=False),
        sa.Column("to_office_id", sa.String(length=64), nullable=False),
        sa.Column("offered_by", sa.String(length=64), nullable=False),
        sa.Column("offered_to", sa.String(length=64), nullable=False),
        sa.Column("note_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("done_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["appointment_id"], ["appointment.id"], name=op.f("fk_handover_appointment_id")),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_handover_room_id")),
        sa.ForeignKeyConstraint(["from_office_id"], ["office.id"], name=op.f("fk_handover_from_office_id")),
        sa.ForeignKeyConstraint(["to_office_id"], ["office.id"], name=op.f("fk_handover_to_office_id")),
        sa.ForeignKeyConstraint(["offered_by"], ["staff.id"], name=op.f("fk_handover_offered_by")),
        sa.ForeignKeyConstraint(["offered_to"], ["staff.id"], name=op.f("fk_handover_offered_to")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover")),
    )
    op.create_index("ix_handover_appointment_id", "handover", ["appointment_id"], unique=False)
    op.create_index("ix_handover_room_id", "handover", ["room_id"], unique=False)


def downgrade() -> None:
    """An older program has no place for them."""
    refuse_losses(*_LOSSES)
    op.drop_index("ix_handover_room_id", "handover")
    op.drop_index("ix_handover_appointment_id", "handover")
    op.drop_table("handover")
