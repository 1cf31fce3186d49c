"""People: personal data sealed and found by blind indexes; visitors, consent, second factors, helped sign-in."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.security.indexes import PERSON_MOBILE, PERSON_NUMBER
from desk_client.server.security.vault import Vault
from desk_client.server.storage.migrations.losses import Loss, refuse_losses
from desk_client.server.storage.migrations.rows import add, altering, batches, change, fill, rewrite, vault

revision = "0003"
down_revision = "0002"

_OLD_ROLES = ("kiosk", "citizen", "official", "delegate", "administrator")
_ERASED = "erased_at IS NOT NULL"
_LOSSES = (
    Loss("visitors known by a passport or border number", "person", f"document <> 'national_id' AND NOT ({_ERASED})"),
    Loss("persons without a mobile", "person", f"mobile_sealed IS NULL AND NOT ({_ERASED})"),
    Loss("disabled persons", "person", f"disabled_at IS NOT NULL AND NOT ({_ERASED})"),
    Loss("consents", "consent"),
    Loss(
        "members of staff in roles that it does not know",
        "staff",
        "role NOT IN ('official', 'delegate', 'administrator')",
    ),
    Loss("members of staff without a password", "staff", "password_hash IS NULL"),
    Loss("disabled members of staff", "staff", "disabled_at IS NOT NULL"),
)
_NEW_OF_PERSON = (
    "document",
    "number_sealed",
    "number_index",
    "nationality",
    "mobile_sealed",
    "mobile_index",
    "name_sealed",
    "language",
    "disabled_at",
    "erased_at",
)
_NEW_OF_STAFF = (
    "agency_id",
    "site_id",
    "governorate_id",
    "mobile_sealed",
    "totp_sealed",
    "totp_confirmed_at",
    "totp_step",
    "oidc_subject",
    "disabled_at",
)


def upgrade() -> None:
    """Seal the persons; pending challenges go, as they live five minutes."""
    _make_tables()
    _seal_persons()
    _widen_staff()
    _widen_sessions()
    op.drop_table("challenge")
    _make_challenges()


def downgrade() -> None:
    """Open the persons again.

    An erased person stays as a row without name and mobile under the number "X" and nine digits, which nobody can have.
    Second factors, colleagues' mobiles, and for whom a representative came, are forgotten; challenges go, sessions in
    roles that the older program does not know are ended.
    """
    refuse_losses(*_LOSSES)
    op.drop_table("challenge")
    _make_old_challenges()
    _narrow_sessions()
    _narrow_staff()
    _open_persons()
    for name in ("recovery_code", "consent", "person_name_token"):
        op.drop_table(name)


def _seal_persons() -> None:
    for column in (
        sa.Column("document", sa.String(length=16), nullable=True),
        sa.Column("number_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("number_index", sa.LargeBinary(length=32), nullable=True),
        sa.Column("nationality", sa.String(length=2), nullable=True),
        sa.Column("mobile_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("mobile_index", sa.LargeBinary(length=32), nullable=True),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("language", sa.String(length=2), nullable=True),
        sa.Column("disabled_at", sa.BigInteger(), nullable=True),
        sa.Column("erased_at", sa.BigInteger(), nullable=True),
    ):
        op.add_column("person", column)
    for rows in batches("person", ("id",), ("national_id", "mobile", "name")):
        sealer = vault()
        change("person", ("id",), [((row.id,), _sealed(sealer, row)) for row in rows])
        add(
            "person_name_token",
            [
                {"token_index": token, "person_id": row.id}
                for row in rows
                if row.name is not None
                for token in sealer.name_tokens(row.name)
            ],
        )
    fill("person", document="national_id", language="ar")
    with altering("person") as batch:
        batch.drop_constraint("uq_person_national_id", type_="unique")
        batch.drop_column("national_id")
        batch.drop_column("mobile")
        batch.drop_column("name")
        batch.alter_column("document", nullable=False)
        batch.alter_column("language", nullable=False)
        batch.create_unique_constraint(op.f("uq_person_number_index"), ["number_index"])
    op.create_index(op.f("ix_person_mobile_index"), "person", ["mobile_index"], unique=False)
    rewrite("person")


def _sealed(sealer: Vault, row: sa.Row[tuple[str, str, str, str | None]]) -> dict[str, bytes | None]:
    return {
        "number_sealed": sealer.seal("person.number", row.id, row.national_id),
        "number_index": sealer.index(PERSON_NUMBER, f"national_id::{row.national_id}"),
        "mobile_sealed": sealer.seal("person.mobile", row.id, row.mobile),
        "mobile_index": sealer.index(PERSON_MOBILE, row.mobile),
        "name_sealed": None if row.name is None else sealer.seal("person.name", row.id, row.name),
    }


def _open_persons() -> None:
    for column in (
        sa.Column("national_id", sa.String(length=10), nullable=True),
        sa.Column("mobile", sa.String(length=16), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
    ):
        op.add_column("person", column)
    erased = 0
    for rows in batches("person", ("id",), ("number_sealed", "mobile_sealed", "name_sealed")):
        opener = vault()
        opened = []
        for row in rows:
            erased += row.number_sealed is None
            opened.append(
                (
                    (row.id,),
                    {
                        "national_id": f"X{erased:09d}"
                        if row.number_sealed is None
                        else opener.open("person.number", row.id, row.number_sealed),
                        "mobile": ""
                        if row.mobile_sealed is None
                        else opener.open("person.mobile", row.id, row.mobile_sealed),
                        "name": None
                        if row.name_sealed is None
                        else opener.open("person.name", row.id, row.name_sealed),
                    },
                )
            )
        change("person", ("id",), opened)
    op.drop_index("ix_person_mobile_index", "person")
    with altering("person") as batch:
        batch.drop_constraint("uq_person_number_index", type_="unique")
        for name in _NEW_OF_PERSON:
            batch.drop_column(name)
        batch.alter_column("national_id", nullable=False)
        batch.alter_column("mobile", nullable=False)
        batch.create_unique_constraint(op.f("uq_person_national_id"), ["national_id"])


def _widen_staff() -> None:
    with altering("staff") as batch:
        batch.alter_column("role", existing_type=sa.String(length=16), type_=sa.String(length=24))
        batch.alter_column("password_hash", existing_type=sa.Text(), nullable=True)
        batch.add_column(sa.Column("agency_id", sa.String(length=64), nullable=True))
        batch.add_column(sa.Column("site_id", sa.String(length=64), nullable=True))
        batch.add_column(sa.Column("governorate_id", sa.String(length=64), nullable=True))
        batch.add_column(sa.Column("mobile_sealed", sa.LargeBinary(), nullable=True))
        batch.add_column(sa.Column("totp_sealed", sa.LargeBinary(), nullable=True))
        batch.add_column(sa.Column("totp_confirmed_at", sa.BigInteger(), nullable=True))
        batch.add_column(sa.Column("totp_step", sa.BigInteger(), nullable=True))
        batch.add_column(sa.Column("oidc_subject", sa.String(length=255), nullable=True))
        batch.add_column(sa.Column("disabled_at", sa.BigInteger(), nullable=True))
        batch.create_foreign_key(op.f("fk_staff_agency_id"), "agency", ["agency_id"], ["id"])
        batch.create_foreign_key(op.f("fk_staff_site_id"), "site", ["site_id"], ["id"])
        batch.create_unique_constraint(op.f("uq_staff_oidc_subject"), ["oidc_subject"])


def _narrow_staff() -> None:
    with altering("staff") as batch:
        batch.drop_constraint("uq_staff_oidc_subject", type_="unique")
        batch.drop_constraint("fk_staff_site_id", type_="foreignkey")
        batch.drop_constraint("fk_staff_agency_id", type_="foreignkey")
        for name in _NEW_OF_STAFF:
            batch.drop_column(name)
        batch.alter_column("role", existing_type=sa.String(length=24), type_=sa.String(length=16))
        batch.alter_column("password_hash", existing_type=sa.Text(), nullable=False)


def _widen_sessions() -> None:
    op.add_column("session", sa.Column("companions", sa.Integer(), nullable=True))
    op.add_column("session", sa.Column("verified_by", sa.String(length=16), nullable=True))
    role = sa.column("role", sa.String())
    verified_by = sa.case((role == "citizen", "sms_code"), (role == "kiosk", "enrolment"), else_="password")
    fill("session", companions=0, verified_by=verified_by)
    with altering("session") as batch:
        batch.alter_column("role", existing_type=sa.String(length=16), type_=sa.String(length=24))
        batch.alter_column("companions", nullable=False)
        batch.alter_column("verified_by", nullable=False)
        batch.add_column(sa.Column("assisted_by", sa.String(length=64), nullable=True))
        batch.add_column(sa.Column("represented_sealed", sa.LargeBinary(), nullable=True))
        batch.create_foreign_key(op.f("fk_session_assisted_by"), "staff", ["assisted_by"], ["id"])
    for name in ("kiosk_id", "person_id", "staff_id"):
        op.create_index(op.f(f"ix_session_{name}"), "session", [name], unique=False)


def _narrow_sessions() -> None:
    # of somebody who had such a role once: the staff of today have none, or the downgrade was refused
    role = sa.column("role", sa.String())
    ended_at, seen_at = sa.column("ended_at", sa.BigInteger()), sa.column("seen_at", sa.BigInteger())
    sessions = sa.table("session", role, ended_at, seen_at)
    ended = {"role": "delegate", "ended_at": sa.func.coalesce(ended_at, seen_at)}
    op.execute(sa.update(sessions).where(role.not_in(_OLD_ROLES)).values(ended))
    for name in ("kiosk_id", "person_id", "staff_id"):
        op.drop_index(f"ix_session_{name}", "session")
    with altering("session") as batch:
        batch.drop_constraint("fk_session_assisted_by", type_="foreignkey")
        for name in ("assisted_by", "represented_sealed", "companions", "verified_by"):
            batch.drop_column(name)
        batch.alter_column("role", existing_type=sa.String(length=24), type_=sa.String(length=16))


def _make_challenges() -> None:
    op.create_table(
        "challenge",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("provider", sa.String(length=16), nullable=False),
        sa.Column("kiosk_id", sa.String(length=64), nullable=False),
        sa.Column("document", sa.String(length=16), nullable=False),
        sa.Column("nationality", sa.String(length=2), nullable=True),
        sa.Column("number_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("number_index", sa.LargeBinary(length=32), nullable=False),
        sa.Column("mobile_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("mobile_index", sa.LargeBinary(length=32), nullable=True),
        sa.Column("code_hash", sa.LargeBinary(length=32), nullable=True),
        sa.Column("transaction_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["kiosk_id"], ["kiosk.id"], name=op.f("fk_challenge_kiosk_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_challenge")),
    )
    for name in ("expires_at", "mobile_index", "number_index"):
        op.create_index(op.f(f"ix_challenge_{name}"), "challenge", [name], unique=False)


def _make_old_challenges() -> None:
    op.create_table(
        "challenge",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("kiosk_id", sa.String(length=64), nullable=False),
        sa.Column("national_id", sa.String(length=10), nullable=False),
        sa.Column("mobile", sa.String(length=16), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["kiosk_id"], ["kiosk.id"], name=op.f("fk_challenge_kiosk_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_challenge")),
    )
    op.create_index(op.f("ix_challenge_expires_at"), "challenge", ["expires_at"], unique=False)


def _make_tables() -> None:
    op.create_table(
        "person_name_token",
        sa.Column("token_index", sa.LargeBinary(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_person_name_token_person_id")),
        sa.PrimaryKeyConstraint("token_index", "person_id", name=op.f("pk_person_name_token")),
    )
    op.create_index(op.f("ix_person_name_token_person_id"), "person_name_token", ["person_id"], unique=False)

    op.create_table(
        "consent",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("purpose", sa.String(length=32), nullable=False),
        sa.Column("text_version", sa.String(length=16), nullable=False),
        sa.Column("given_at", sa.BigInteger(), nullable=False),
        sa.Column("withdrawn_at", sa.BigInteger(), nullable=True),
        sa.Column("session_id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_consent_person_id")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_consent")),
    )
    op.create_index(op.f("ix_consent_person_id"), "consent", ["person_id"], unique=False)

    op.create_table(
        "recovery_code",
        sa.Column("code_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("staff_id", sa.String(length=64), nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_recovery_code_staff_id")),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_recovery_code")),
    )
    op.create_index(op.f("ix_recovery_code_staff_id"), "recovery_code", ["staff_id"], unique=False)
