"""Appointments of every kind from request to outcome; what people write about themselves is sealed."""

import base64
import secrets

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses
from desk_client.server.storage.migrations.rows import altering, batches, change, fill, rewrite, vault

revision = "0004"
down_revision = "0003"

_LONGEST_UNIT = 200
_LOSSES = (
    Loss("requests", "request"),
    Loss("places on a waitlist", "waitlist"),
    Loss("attachments", "attachment"),
    Loss("appointments of another kind than by video at a kiosk", "appointment", "kind <> 'video_kiosk'"),
    Loss("appointments with an interpreter", "appointment", "interpreter_id IS NOT NULL"),
    Loss("appointments of a representative", "appointment", "represented_sealed IS NOT NULL"),
)
_OLD_STATES = {"reminded": "booked", "checked_in": "waiting", "paused": "in_session", "unserved": "cancelled"}
_OLD_REQUIRED = ("site_id", "ticket_number", "ticket_code_hash", "booked_at")
_NEW_REQUIRED = ("case_id", "attending_id", "governorate_id", "kind", "version", "claims", "priority", "companions")
_REFERRING = {"attending_id": "office", "interpreter_id": "interpreter", "booked_by": "staff"}
_NEW_OF_APPOINTMENT = (
    *_NEW_REQUIRED,
    "seat",
    "interpreter_id",
    "subject_sealed",
    "address_sealed",
    "represented_sealed",
    "held_until",
    "booked_by",
    "reminded_at",
    "queued_at",
    "cancel_reason",
    "follows",
)


def upgrade() -> None:
    """Seal subjects and outcomes; holds go with their claims, as they live five minutes."""
    _drop_holds()
    _make_tables()
    _widen_appointments()
    _seal_appointments()
    _seal_outcomes()


def downgrade() -> None:
    """Go back: each appointment in the state of 0001 that comes nearest, with the office that receives it.

    Held slots and what was cancelled before it was booked go; the claims of holds with them. Unserved becomes
    cancelled, since a no-show would be the citizen's fault. Companions, priorities, reasons of cancelling and who
    booked are forgotten.
    """
    refuse_losses(*_LOSSES)
    for name in ("waitlist_offer", "waitlist", "attachment_content", "attachment", "request", "occupancy"):
        op.drop_table(name)
    op.execute("DELETE FROM claim WHERE expires_at IS NOT NULL")
    op.execute("DELETE FROM claim WHERE owner IN (SELECT id FROM appointment WHERE ticket_number IS NULL)")
    op.execute("DELETE FROM appointment WHERE ticket_number IS NULL")
    _open_outcomes()
    _open_appointments()
    _make_holds()


def _widen_appointments() -> None:
    for column in (
        sa.Column("case_id", sa.String(length=64), nullable=True),
        sa.Column("attending_id", sa.String(length=64), nullable=True),
        sa.Column("governorate_id", sa.String(length=64), nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=True),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.Column("seat", sa.String(length=80), nullable=True),
        sa.Column("claims", sa.Integer(), nullable=True),
        sa.Column("interpreter_id", sa.String(length=64), nullable=True),
        sa.Column("priority", sa.Integer(), nullable=True),
        sa.Column("subject_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("address_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("represented_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("companions", sa.Integer(), nullable=True),
        sa.Column("held_until", sa.BigInteger(), nullable=True),
        sa.Column("booked_by", sa.String(length=64), nullable=True),
        sa.Column("reminded_at", sa.BigInteger(), nullable=True),
        sa.Column("queued_at", sa.BigInteger(), nullable=True),
        sa.Column("cancel_reason", sa.String(length=32), nullable=True),
        sa.Column("follows", sa.String(length=64), nullable=True),
    ):
        op.add_column("appointment", column)


def _seal_appointments() -> None:
    for rows in batches("appointment", ("id",), ("subject",)):
        sealer = vault()
        change(
            "appointment",
            ("id",),
            [
                (
                    (row.id,),
                    {
                        "case_id": _new_case_id(),
                        "subject_sealed": sealer.seal("appointment.subject", row.id, row.subject),
                    },
                )
                for row in rows
            ],
        )
    fill("appointment", kind="video_kiosk", version=1, priority=0, companions=0)
    op.execute(
        "UPDATE appointment SET attending_id = office_id, queued_at = checked_in_at, "
        "governorate_id = (SELECT site.governorate_id FROM site WHERE site.id = appointment.site_id), "
        "seat = (SELECT min(claim.resource) FROM claim "
        "WHERE claim.owner = appointment.id AND claim.resource LIKE 'kiosk:%'), "
        "claims = (SELECT count(*) FROM claim WHERE claim.owner = appointment.id)"
    )
    op.drop_index("ix_appointment_office_id_starts_at", "appointment")
    with altering("appointment") as batch:
        batch.drop_column("subject")
        for name in _OLD_REQUIRED:
            batch.alter_column(name, nullable=True)
        for name in _NEW_REQUIRED:
            batch.alter_column(name, nullable=False)
        for name, other in _REFERRING.items():
            batch.create_foreign_key(op.f(f"fk_appointment_{name}"), other, [name], ["id"])
    op.create_index("ix_appointment_attending_id_starts_at", "appointment", ["attending_id", "starts_at"], unique=False)
    op.create_index("ix_appointment_state_starts_at", "appointment", ["state", "starts_at"], unique=False)
    op.create_index(op.f("ix_appointment_case_id"), "appointment", ["case_id"], unique=False)
    op.create_index(
        "ix_appointment_held_until",
        "appointment",
        ["held_until"],
        unique=False,
        sqlite_where=sa.text("held_until IS NOT NULL"),
        postgresql_where=sa.text("held_until IS NOT NULL"),
    )
    rewrite("appointment")


def _new_case_id() -> str:
    return f"cas_{base64.b32encode(secrets.token_bytes(16)).decode('ascii').rstrip('=').lower()}"


def _open_appointments() -> None:
    op.add_column("appointment", sa.Column("subject", sa.Text(), nullable=True))
    for rows in batches("appointment", ("id",), ("subject_sealed",)):
        opener = vault()
        change(
            "appointment",
            ("id",),
            [
                (
                    (row.id,),
                    {
                        "subject": ""
                        if row.subject_sealed is None
                        else opener.open("appointment.subject", row.id, row.subject_sealed),
                    },
                )
                for row in rows
            ],
        )
    state = sa.column("state", sa.String())
    fill("appointment", state=sa.case(_OLD_STATES, value=state, else_=state), office_id=sa.column("attending_id"))
    for name in ("attending_id_starts_at", "state_starts_at", "case_id", "held_until"):
        op.drop_index(f"ix_appointment_{name}", "appointment")
    with altering("appointment") as batch:
        for name in _REFERRING:
            batch.drop_constraint(f"fk_appointment_{name}", type_="foreignkey")
        for name in _NEW_OF_APPOINTMENT:
            batch.drop_column(name)
        for name in (*_OLD_REQUIRED, "subject"):
            batch.alter_column(name, nullable=False)
    op.create_index("ix_appointment_office_id_starts_at", "appointment", ["office_id", "starts_at"], unique=False)


def _seal_outcomes() -> None:
    op.add_column("outcome", sa.Column("text_sealed", sa.LargeBinary(), nullable=True))
    for rows in batches("outcome", ("appointment_id",), ("text", "responsible_unit")):
        sealer = vault()
        changes = []
        for row in rows:
            text, unit = row.text, row.responsible_unit
            if len(unit) > _LONGEST_UNIT:  # nothing kept it short; what no longer fits is told in the text
                text, unit = f"{text}\n{unit}", f"{unit[: _LONGEST_UNIT - 1]}…"
            sealed = sealer.seal("outcome.text", row.appointment_id, text)
            changes.append(((row.appointment_id,), {"text_sealed": sealed, "responsible_unit": unit}))
        change("outcome", ("appointment_id",), changes)
    with altering("outcome") as batch:
        batch.drop_column("text")
        batch.alter_column("text_sealed", nullable=False)
        batch.alter_column("responsible_unit", existing_type=sa.Text(), type_=sa.String(length=_LONGEST_UNIT))
    rewrite("outcome")


def _open_outcomes() -> None:
    op.add_column("outcome", sa.Column("text", sa.Text(), nullable=True))
    for rows in batches("outcome", ("appointment_id",), ("text_sealed",)):
        opener = vault()
        change(
            "outcome",
            ("appointment_id",),
            [
                (
                    (row.appointment_id,),
                    {
                        "text": opener.open("outcome.text", row.appointment_id, row.text_sealed),
                    },
                )
                for row in rows
            ],
        )
    with altering("outcome") as batch:
        batch.drop_column("text_sealed")
        batch.alter_column("text", nullable=False)
        batch.alter_column("responsible_unit", existing_type=sa.String(length=_LONGEST_UNIT), type_=sa.Text())


def _drop_holds() -> None:
    op.execute("DELETE FROM claim WHERE expires_at IS NOT NULL OR owner IN (SELECT id FROM hold)")
    op.drop_table("hold")


def _make_holds() -> None:
    op.create_table(
        "hold",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("office_id", sa.String(length=64), nullable=False),
        sa.Column("service_id", sa.String(length=64), nullable=False),
        sa.Column("site_id", sa.String(length=64), nullable=False),
        sa.Column("starts_at", sa.BigInteger(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_hold_office_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_hold_person_id")),
        sa.ForeignKeyConstraint(["service_id"], ["service.id"], name=op.f("fk_hold_service_id")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_hold_site_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hold")),
    )
    op.create_index(op.f("ix_hold_expires_at"), "hold", ["expires_at"], unique=False)


def _make_tables() -> None:
    op.create_table(
        "occupancy",
        sa.Column("resource", sa.String(length=80), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("resource", name=op.f("pk_occupancy")),
    )

    op.create_table(
        "request",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("case_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("agency_id", sa.String(length=64), nullable=False),
        sa.Column("office_id", sa.String(length=64), nullable=True),
        sa.Column("service_id", sa.String(length=64), nullable=True),
        sa.Column("site_id", sa.String(length=64), nullable=False),
        sa.Column("governorate_id", sa.String(length=64), nullable=False),
        sa.Column("rung", sa.String(length=24), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("answer_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("decline_unit", sa.String(length=200), nullable=True),
        sa.Column("decline_next", sa.String(length=500), nullable=True),
        sa.Column("appointment_id", sa.String(length=64), nullable=True),
        sa.Column("submitted_at", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_request_agency_id")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_request_office_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_request_person_id")),
        sa.ForeignKeyConstraint(["service_id"], ["service.id"], name=op.f("fk_request_service_id")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_request_site_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request")),
    )
    op.create_index("ix_request_agency_id_state", "request", ["agency_id", "state", "submitted_at"], unique=False)
    op.create_index(op.f("ix_request_case_id"), "request", ["case_id"], unique=False)
    op.create_index(op.f("ix_request_person_id"), "request", ["person_id"], unique=False)

    op.create_table(
        "waitlist",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("office_id", sa.String(length=64), nullable=False),
        sa.Column("service_id", sa.String(length=64), nullable=False),
        sa.Column("site_id", sa.String(length=64), nullable=True),
        sa.Column("governorate_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("part_of_day", sa.String(length=16), nullable=True),
        sa.Column("before", sa.BigInteger(), nullable=True),
        sa.Column("appointment_id", sa.String(length=64), nullable=True),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("joined_by", sa.String(length=64), nullable=True),
        sa.Column("joined_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["appointment_id"], ["appointment.id"], name=op.f("fk_waitlist_appointment_id")),
        sa.ForeignKeyConstraint(["joined_by"], ["staff.id"], name=op.f("fk_waitlist_joined_by")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_waitlist_office_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_waitlist_person_id")),
        sa.ForeignKeyConstraint(["service_id"], ["service.id"], name=op.f("fk_waitlist_service_id")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_waitlist_site_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waitlist")),
    )
    op.create_index("ix_waitlist_office_id_state", "waitlist", ["office_id", "state"], unique=False)
    op.create_index(op.f("ix_waitlist_person_id"), "waitlist", ["person_id"], unique=False)

    op.create_table(
        "waitlist_offer",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("waitlist_id", sa.String(length=64), nullable=False),
        sa.Column("appointment_id", sa.String(length=64), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("offered_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["appointment_id"], ["appointment.id"], name=op.f("fk_waitlist_offer_appointment_id")),
        sa.ForeignKeyConstraint(["waitlist_id"], ["waitlist.id"], name=op.f("fk_waitlist_offer_waitlist_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waitlist_offer")),
    )
    op.create_index("ix_waitlist_offer_state_expires_at", "waitlist_offer", ["state", "expires_at"], unique=False)
    op.create_index(op.f("ix_waitlist_offer_waitlist_id"), "waitlist_offer", ["waitlist_id"], unique=False)

    op.create_table(
        "attachment",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("appointment_id", sa.String(length=64), nullable=True),
        sa.Column("request_id", sa.String(length=64), nullable=True),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("key_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("media_type", sa.String(length=32), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("added_by", sa.String(length=64), nullable=False),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["appointment_id"], ["appointment.id"], name=op.f("fk_attachment_appointment_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_attachment_person_id")),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name=op.f("fk_attachment_request_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    op.create_index(op.f("ix_attachment_appointment_id"), "attachment", ["appointment_id"], unique=False)
    op.create_index(op.f("ix_attachment_request_id"), "attachment", ["request_id"], unique=False)

    op.create_table(
        "attachment_content",
        sa.Column("attachment_id", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["attachment_id"], ["attachment.id"], name=op.f("fk_attachment_content_attachment_id")),
        sa.PrimaryKeyConstraint("attachment_id", name=op.f("pk_attachment_content")),
    )
