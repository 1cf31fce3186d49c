"""Questions, wordings, visiting teams and interpreters are changed on a screen; helpers end from a day on."""

from typing import Final

import sqlalchemy as sa

from desk_client.server.storage.migrations.losses import Loss, refuse_losses
from desk_client.server.storage.migrations.rows import altering, fill

revision = "0033"
down_revision = "0032"

_HELPERS: Final = ("visiting_team", "interpreter")
_OWN: Final = {"service": ("own_triage", "own_wordings"), "visiting_team": ("own",), "interpreter": ("own",)}


def upgrade() -> None:
    """Everything is as its file brought it, and nobody has ended."""
    for table, columns in _OWN.items():
        with altering(table) as batch:
            for column in columns:
                batch.add_column(sa.Column(column, sa.Boolean(), nullable=True))
            if table in _HELPERS:
                batch.add_column(sa.Column("version", sa.Integer(), nullable=True))
                batch.add_column(sa.Column("closed_from", sa.String(length=10), nullable=True))
        fill(table, **dict.fromkeys(columns, False), **({"version": 1} if table in _HELPERS else {}))
        with altering(table) as batch:
            for column in columns:
                batch.alter_column(column, existing_type=sa.Boolean(), nullable=False)
            if table in _HELPERS:
                batch.alter_column("version", existing_type=sa.Integer(), nullable=False)


def downgrade() -> None:
    """An older program would send again who has ended. What was set on a screen stays, until a file says otherwise."""
    ended = (Loss(f"helpers who have ended ({each})", each, "closed_from IS NOT NULL") for each in _HELPERS)
    refuse_losses(*ended)
    for table, columns in _OWN.items():
        with altering(table) as batch:
            for column in (*columns, *(("closed_from", "version") if table in _HELPERS else ())):
                batch.drop_column(column)
