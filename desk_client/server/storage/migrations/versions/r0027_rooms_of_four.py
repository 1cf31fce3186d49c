"""A room of up to four: each two are a pair with negotiations of their own, and who was called in, by whom, as what."""

from typing import Final

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses
from desk_client.server.storage.migrations.rows import altering, fill

revision = "0027"
down_revision = "0026"

_LOSSES = (Loss("people who were called into audiences", "room_call"),)
_SETTLED: Final = ("settled_by_official", "settled_by_citizen")


def upgrade() -> None:
    """What a room's one pair had negotiated is that pair's: a running talk goes on."""
    op.create_table(
        "room_pair",
        sa.Column("room_id", sa.String(length=64), nullable=False),
        sa.Column("offerer", sa.String(length=16), nullable=False),
        sa.Column("answerer", sa.String(length=16), nullable=False),
        sa.Column("negotiation", sa.Integer(), nullable=False),
        sa.Column("settled_by_offerer", sa.Boolean(), nullable=False),
        sa.Column("settled_by_answerer", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_room_pair_room_id")),
        sa.PrimaryKeyConstraint("room_id", "offerer", "answerer", name=op.f("pk_room_pair")),
    )
    op.create_table(
        "room_call",
        sa.Column("room_id", sa.String(length=64), nullable=False),
        sa.Column("party", sa.String(length=16), nullable=False),
        sa.Column("staff_id", sa.String(length=64), nullable=False),
        sa.Column("capacity", sa.String(length=24), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("called_by", sa.String(length=64), nullable=False),
        sa.Column("called_at", sa.BigInteger(), nullable=False),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_room_call_room_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_room_call_staff_id")),
        sa.ForeignKeyConstraint(["called_by"], ["staff.id"], name=op.f("fk_room_call_called_by")),
        sa.PrimaryKeyConstraint("room_id", "party", name=op.f("pk_room_call")),
    )
    op.create_index("ix_room_call_staff_id", "room_call", ["staff_id"], unique=False)
    op.execute(
        "INSERT INTO room_pair (room_id, offerer, answerer, negotiation, settled_by_offerer, settled_by_answerer) "
        "SELECT id, 'official', 'citizen', negotiation, settled_by_official, settled_by_citizen FROM room"
    )
    with altering("room") as batch:
        for column in ("negotiation", *_SETTLED):
            batch.drop_column(column)
    with altering("room_member") as batch:
        batch.add_column(sa.Column("several", sa.Boolean(), nullable=True))
    fill("room_member", several=False)
    with altering("room_member") as batch:
        batch.alter_column("several", existing_type=sa.Boolean(), nullable=False)


def downgrade() -> None:
    """An older program knows a room's one pair."""
    refuse_losses(*_LOSSES)
    with altering("room") as batch:
        batch.add_column(sa.Column("negotiation", sa.Integer(), nullable=True))
        for column in _SETTLED:
            batch.add_column(sa.Column(column, sa.Boolean(), nullable=True))
    fill("room", negotiation=0, settled_by_official=False, settled_by_citizen=False)
    op.execute(
        "UPDATE room SET (negotiation, settled_by_official, settled_by_citizen) = "
        "(SELECT negotiation, settled_by_offerer, settled_by_answerer FROM room_pair "
        "WHERE room_id = room.id AND offerer = 'official' AND answerer = 'citizen') "
        "WHERE EXISTS (SELECT 1 FROM room_pair "
        "WHERE room_id = room.id AND offerer = 'official' AND answerer = 'citizen')"
    )
    with altering("room") as batch:
        batch.alter_column("negotiation", existing_type=sa.Integer(), nullable=False)
        for column in _SETTLED:
            batch.alter_column(column, existing_type=sa.Boolean(), nullable=False)
    with altering("room_member") as batch:
        batch.drop_column("several")
    op.drop_index("ix_room_call_staff_id", "room_call")
    op.drop_table("room_call")
    op.drop_table("room_pair")
