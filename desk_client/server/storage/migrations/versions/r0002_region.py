"""The region grows: kinds and limits of services, seasons, duties, teams and interpreters, pauses with dates."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses
from desk_client.server.storage.migrations.rows import add, altering, batches, fill

revision = "0002"
down_revision = "0001"

_RUNGS = {"emir": "emir", "deputy": "deputy_emir", "mayor": "mayor"}  # by the ids in the region that came with 0001
_PAUSE = ("office_id", "opens", "closes")
_LOSSES = (
    Loss("interpreters", "interpreter"),
    Loss("visiting teams", "visiting_team"),
    Loss("seasons", "season"),
    Loss("hours of services", "service_hours"),
    Loss("duties", "duty"),
    Loss("incidents", "incident"),
    Loss("pauses of some days only", "pause", "first <> '' OR last <> '' OR weekdays <> ''"),
    Loss("days that are worked although they would be holidays", "holiday", "works"),
    Loss("disabled kiosks", "kiosk", "disabled_at IS NOT NULL"),
)


def upgrade() -> None:
    """Make the new tables, and give what is there the values that it had without saying so."""
    _make_tables()
    _widen_offices()
    _widen_services()
    _widen_sites()
    op.add_column("holiday", sa.Column("works", sa.Boolean(), nullable=True))
    fill("holiday", works=sa.false())
    with altering("holiday") as batch:
        batch.alter_column("works", nullable=False)
    _date_pauses()


def downgrade() -> None:
    """Go back. Settings that 0001 did not know (rungs, limits and kinds of services, places on maps) are forgotten."""
    refuse_losses(*_LOSSES)
    _undate_pauses()
    op.drop_column("holiday", "works")
    op.drop_column("kiosk", "disabled_at")
    for name in ("governorate_id", "latitude", "longitude"):
        op.drop_column("site", name)
    for name in ("capacity", "cancel_before_minutes", "change_before_minutes", "most_open"):
        op.drop_column("service", name)
    for name in ("rung", "shows_position"):
        op.drop_column("office", name)
    for name in ("incident", "duty", "season_hours", "season", "service_hours", "service_kind", "visiting_team"):
        op.drop_table(name)
    op.drop_table("interpreter")


def _widen_offices() -> None:
    op.add_column("office", sa.Column("rung", sa.String(length=24), nullable=True))
    op.add_column("office", sa.Column("shows_position", sa.Boolean(), nullable=True))
    office_id = sa.column("id", sa.String())
    rung = sa.case(_RUNGS, value=office_id, else_="department_head")
    fill("office", rung=rung, shows_position=sa.true())
    with altering("office") as batch:
        batch.alter_column("rung", nullable=False)
        batch.alter_column("shows_position", nullable=False)


def _widen_services() -> None:
    numbers = {"capacity": 1, "cancel_before_minutes": 120, "change_before_minutes": 120, "most_open": 3}
    for name in numbers:
        op.add_column("service", sa.Column(name, sa.Integer(), nullable=True))
    fill("service", **numbers)
    with altering("service") as batch:
        for name in numbers:
            batch.alter_column(name, nullable=False)
    op.execute("INSERT INTO service_kind (service_id, kind) SELECT id, 'video_kiosk' FROM service")


def _widen_sites() -> None:
    op.add_column("kiosk", sa.Column("disabled_at", sa.BigInteger(), nullable=True))
    op.add_column("site", sa.Column("governorate_id", sa.String(length=64), nullable=True))
    op.add_column("site", sa.Column("latitude", sa.Float(), nullable=True))
    op.add_column("site", sa.Column("longitude", sa.Float(), nullable=True))
    # halls of one governorate share its id: that of the first of them
    op.execute(
        "UPDATE site SET governorate_id = "
        "(SELECT min(other.id) FROM site AS other WHERE other.governorate_ar = site.governorate_ar)"
    )
    with altering("site") as batch:
        batch.alter_column("governorate_id", nullable=False)


def _date_pauses() -> None:
    rows = [dict(zip(_PAUSE, row, strict=True)) for some in batches("pause", _PAUSE[:2], _PAUSE[2:]) for row in some]
    op.drop_table("pause")
    op.create_table(
        "pause",
        sa.Column("office_id", sa.String(length=64), nullable=False),
        sa.Column("opens", sa.String(length=5), nullable=False),
        sa.Column("first", sa.String(length=10), nullable=False),
        sa.Column("closes", sa.String(length=5), nullable=False),
        sa.Column("last", sa.String(length=10), nullable=False),
        sa.Column("weekdays", sa.String(length=13), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_pause_office_id")),
        sa.PrimaryKeyConstraint("office_id", "opens", "first", name=op.f("pk_pause")),
    )
    add("pause", [{**row, "first": "", "last": "", "weekdays": ""} for row in rows])


def _undate_pauses() -> None:
    rows = [dict(zip(_PAUSE, row, strict=True)) for some in batches("pause", _PAUSE[:2], _PAUSE[2:]) for row in some]
    op.drop_table("pause")
    op.create_table(
        "pause",
        sa.Column("office_id", sa.String(length=64), nullable=False),
        sa.Column("opens", sa.String(length=5), nullable=False),
        sa.Column("closes", sa.String(length=5), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_pause_office_id")),
        sa.PrimaryKeyConstraint("office_id", "opens", name=op.f("pk_pause")),
    )
    add("pause", rows)


def _make_tables() -> None:
    op.create_table(
        "interpreter",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("name_ar", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interpreter")),
    )

    op.create_table(
        "visiting_team",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("office_id", sa.String(length=64), nullable=False),
        sa.Column("name_ar", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_visiting_team_office_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visiting_team")),
    )

    op.create_table(
        "service_kind",
        sa.Column("service_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["service_id"], ["service.id"], name=op.f("fk_service_kind_service_id")),
        sa.PrimaryKeyConstraint("service_id", "kind", name=op.f("pk_service_kind")),
    )

    op.create_table(
        "service_hours",
        sa.Column("service_id", sa.String(length=64), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("opens", sa.String(length=5), nullable=False),
        sa.Column("closes", sa.String(length=5), nullable=False),
        sa.ForeignKeyConstraint(["service_id"], ["service.id"], name=op.f("fk_service_hours_service_id")),
        sa.PrimaryKeyConstraint("service_id", "weekday", "opens", name=op.f("pk_service_hours")),
    )

    op.create_table(
        "season",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("office_id", sa.String(length=64), nullable=False),
        sa.Column("name_ar", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("first", sa.String(length=10), nullable=False),
        sa.Column("last", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_season_office_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_season")),
    )
    op.create_index(op.f("ix_season_office_id"), "season", ["office_id"], unique=False)

    op.create_table(
        "season_hours",
        sa.Column("season_id", sa.String(length=64), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("opens", sa.String(length=5), nullable=False),
        sa.Column("closes", sa.String(length=5), nullable=False),
        sa.ForeignKeyConstraint(["season_id"], ["season.id"], name=op.f("fk_season_hours_season_id")),
        sa.PrimaryKeyConstraint("season_id", "weekday", "opens", name=op.f("pk_season_hours")),
    )

    op.create_table(
        "duty",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("office_id", sa.String(length=64), nullable=False),
        sa.Column("stand_in_id", sa.String(length=64), nullable=False),
        sa.Column("first", sa.String(length=10), nullable=False),
        sa.Column("last", sa.String(length=10), nullable=False),
        sa.Column("entered_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_duty_office_id")),
        sa.ForeignKeyConstraint(["stand_in_id"], ["office.id"], name=op.f("fk_duty_stand_in_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty")),
    )
    op.create_index(op.f("ix_duty_office_id"), "duty", ["office_id"], unique=False)

    op.create_table(
        "incident",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("site_id", sa.String(length=64), nullable=True),
        sa.Column("office_id", sa.String(length=64), nullable=True),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("starts_at", sa.BigInteger(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=True),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_incident_office_id")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_incident_site_id")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_incident")),
    )
