"""Halls have an address and hours; services have triage and groups; a call for help is answered."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses
from desk_client.server.storage.migrations.rows import altering

revision = "0015"
down_revision = "0014"

_LOSSES = (
    Loss("opening hours of halls", "site_hours"),
    Loss("addresses of halls", "site", "address_ar IS NOT NULL"),
    Loss("services with questions", "service", "triage IS NOT NULL"),
    Loss("services in groups", "service", "group_id IS NOT NULL"),
)


def upgrade() -> None:
    """Nothing is known of any of it before a region's file says so."""
    op.create_table(
        "site_hours",
        sa.Column("site_id", sa.String(length=64), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("opens", sa.String(length=5), nullable=False),
        sa.Column("closes", sa.String(length=5), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_site_hours_site_id")),
        sa.PrimaryKeyConstraint("site_id", "weekday", "opens", name=op.f("pk_site_hours")),
    )
    with altering("site") as batch:
        batch.add_column(sa.Column("address_ar", sa.Text(), nullable=True))
        batch.add_column(sa.Column("address_en", sa.Text(), nullable=True))
    with altering("service") as batch:
        batch.add_column(sa.Column("group_id", sa.String(length=64), nullable=True))
        batch.add_column(sa.Column("triage", sa.Text(), nullable=True))
    with altering("incident") as batch:
        batch.add_column(sa.Column("answered_at", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    """An older program has no place for them; who answered which call is of no use a day later."""
    refuse_losses(*_LOSSES)
    with altering("incident") as batch:
        batch.drop_column("answered_at")
    with altering("service") as batch:
        batch.drop_column("triage")
        batch.drop_column("group_id")
    with altering("site") as batch:
        batch.drop_column("address_en")
        batch.drop_column("address_ar")
    op.drop_table("site_hours")
