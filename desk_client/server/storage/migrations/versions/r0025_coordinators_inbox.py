"""Whose a request is, when it is overdue, what was done with it, and which one keeps the thread of two."""

from typing import Final

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses
from desk_client.server.storage.migrations.rows import altering

revision = "0025"
down_revision = "0024"

_KEY: Final = "fk_request_owner_id"
_INDEX: Final = "ix_request_agency_id_due"
_THREE_DAYS_MS: Final = 3 * 24 * 3_600_000
_LOSSES = (
    Loss("steps that were taken with requests", "request_step"),
    Loss("requests that are somebody's", "request", "owner_id IS NOT NULL"),
    Loss("requests that wait for a reply, or were merged", "request", "state IN ('awaiting_reply', 'merged')"),
)


def upgrade() -> None:
    """Every open request is nobody's, and due three days after it was submitted."""
    with altering("request") as batch:
        batch.add_column(sa.Column("owner_id", sa.String(length=64), nullable=True))
        batch.add_column(sa.Column("due_at", sa.BigInteger(), nullable=True))
        batch.add_column(sa.Column("state_before", sa.String(length=16), nullable=True))
        batch.add_column(sa.Column("merged_into", sa.String(length=64), nullable=True))
        batch.add_column(sa.Column("reply_hash", sa.LargeBinary(length=32), nullable=True))
        batch.create_foreign_key(op.f(_KEY), "staff", ["owner_id"], ["id"])
    op.execute(
        f"UPDATE request SET due_at = submitted_at + {_THREE_DAYS_MS} "  # noqa: S608 - our own number
        "WHERE state IN ('submitted', 'routed', 'escalated')"
    )
    op.create_index(_INDEX, "request", ["agency_id", "state", "due_at"], unique=False)
    op.create_index("ix_request_reply_hash", "request", ["reply_hash"], unique=True)
    op.create_table(
        "request_step",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("request_id", sa.String(length=64), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=24), nullable=False),
        sa.Column("actor", sa.String(length=64), nullable=False),
        sa.Column("office_id", sa.String(length=64), nullable=True),
        sa.Column("staff_id", sa.String(length=64), nullable=True),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name=op.f("fk_request_step_request_id")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_request_step_office_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_request_step_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request_step")),
    )
    op.create_index("ix_request_step_request_id", "request_step", ["request_id"], unique=False)


def downgrade() -> None:
    """An older program knows neither owners nor what was done."""
    refuse_losses(*_LOSSES)
    op.drop_index("ix_request_step_request_id", "request_step")
    op.drop_table("request_step")
    op.drop_index("ix_request_reply_hash", "request")
    op.drop_index(_INDEX, "request")
    with altering("request") as batch:
        batch.drop_constraint(op.f(_KEY), type_="foreignkey")
        for column in ("reply_hash", "merged_into", "state_before", "due_at", "owner_id"):
            batch.drop_column(column)
