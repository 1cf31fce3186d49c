"""The halls' queues of those who come without an appointment."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses

revision = "0014"
down_revision = "0013"

_LOSSES = (
    Loss("numbers of walk-in queues", "walk_in"),
    Loss("days of walk-in queues", "walk_in_day"),
    Loss("blocks of numbers set aside", "walk_in_block"),
)


def _key(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}"))


def upgrade() -> None:
    """No hall has a queue before somebody takes a number."""
    op.create_table(
        "walk_in_day",
        sa.Column("site_id", sa.String(length=64), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("numbers", sa.Integer(), nullable=False),
        sa.Column("blocks", sa.Integer(), nullable=False),
        sa.Column("streak", sa.Integer(), nullable=False),
        _key("walk_in_day", "site_id", "site"),
        sa.PrimaryKeyConstraint("site_id", "day", name=op.f("pk_walk_in_day")),
    )
    op.create_table(
        "walk_in_block",
        sa.Column("site_id", sa.String(length=64), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.String(length=64), nullable=False),
        _key("walk_in_block", "site_id", "site"),
        _key("walk_in_block", "staff_id", "staff"),
        sa.PrimaryKeyConstraint("site_id", "day", "place", name=op.f("pk_walk_in_block")),
    )
    op.create_table(
        "walk_in",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("site_id", sa.String(length=64), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("number", sa.String(length=4), nullable=False),
        sa.Column("reason", sa.String(length=16), nullable=False),
        sa.Column("priority", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("taken_at", sa.BigInteger(), nullable=False),
        sa.Column("called_at", sa.BigInteger(), nullable=True),
        sa.Column("called_by", sa.String(length=64), nullable=True),
        sa.Column("kiosk_number", sa.Integer(), nullable=True),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        _key("walk_in", "site_id", "site"),
        _key("walk_in", "called_by", "staff"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_walk_in")),
        sa.UniqueConstraint("site_id", "day", "number", name=op.f("uq_walk_in_site_id")),
    )


def downgrade() -> None:
    """An older program has no queue."""
    refuse_losses(*_LOSSES)
    op.drop_table("walk_in")
    op.drop_table("walk_in_block")
    op.drop_table("walk_in_day")
