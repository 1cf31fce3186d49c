"""The house's books: messages and remembered answers sealed, the audit trail chained, who saw whose data."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.security.vault import Vault
from desk_client.server.storage.migrations.losses import Loss, refuse_losses
from desk_client.server.storage.migrations.rows import altering, batches, change, fill, rewrite, vault

revision = "0005"
down_revision = "0004"

_OLD_ROLE, _NEW_ROLE = 16, 24
_CODE = "sign_in_code"
_PURPOSES = {"مجلس: رمز الدخول": _CODE, "مجلس: موعدكم لدى": "ticket", "مجلس: صدرت نتيجة": "outcome_ready"}
_OTHER = "legacy"  # the text is gone, and with it what it was about
_CODE_LIFETIME_MS = 5 * 60 * 1000
_LOSSES = (
    Loss("rows in the register of who saw whose data", "access_log"),
    Loss("links of the audit trail's chain", "audit_link"),
    Loss("message templates", "message_template"),
    Loss("periods of retention", "retention"),
    Loss("messages by another way than SMS", "outbox", "kind <> 'sms'"),
)
_NEW_OF_OUTBOX = (
    "purpose",
    "language",
    "recipient_sealed",
    "body_sealed",
    "dedupe_key",
    "appointment_id",
    "person_id",
    "expires_at",
)


def upgrade() -> None:
    """Seal recipients, texts and answers; texts that are gone already stay gone.

    What a message was for is told by how its text began; one without a text is never sent again.
    """
    _make_tables()
    _seal_messages()
    _seal_answers()
    with altering("audit", numbered=True) as batch:
        batch.alter_column("role", existing_type=sa.String(length=_OLD_ROLE), type_=sa.String(length=_NEW_ROLE))
    op.execute("UPDATE audit SET role = 'emirate_leadership' WHERE role = 'emirate_leadersh'")  # back from a downgrade
    for name in ("at", "subject"):
        op.create_index(op.f(f"ix_audit_{name}"), "audit", [name], unique=False)


def downgrade() -> None:
    """Open messages and answers again; what a message was about is forgotten. A role's name keeps 16 letters."""
    refuse_losses(*_LOSSES)
    for name in ("at", "subject"):
        op.drop_index(f"ix_audit_{name}", "audit")
    fill("audit", role=sa.func.substr(sa.column("role"), 1, _OLD_ROLE))
    with altering("audit") as batch:
        if op.get_bind().dialect.name == "sqlite":
            batch.create_primary_key("pk_audit", ["seq"])  # while it is numbered, SQLite keeps no name for its key
        batch.alter_column("role", existing_type=sa.String(length=_NEW_ROLE), type_=sa.String(length=_OLD_ROLE))
    _open_answers()
    _open_messages()
    for name in ("access_log", "audit_link", "message_template", "retention"):
        op.drop_table(name)


def _seal_messages() -> None:
    for column in (
        sa.Column("purpose", sa.String(length=32), nullable=True),
        sa.Column("language", sa.String(length=2), nullable=True),
        sa.Column("recipient_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("dedupe_key", sa.String(length=160), nullable=True),
        sa.Column("appointment_id", sa.String(length=64), nullable=True),
        sa.Column("person_id", sa.String(length=64), nullable=True),
        sa.Column("expires_at", sa.BigInteger(), nullable=True),
    ):
        op.add_column("outbox", column)
    for rows in batches("outbox", ("id",), ("recipient", "body", "created_at")):
        sealer = vault()
        change("outbox", ("id",), [((row.id,), _sealed(sealer, row)) for row in rows])
    fill("outbox", language="ar")
    with altering("outbox") as batch:
        batch.drop_column("recipient")
        batch.drop_column("body")
        batch.alter_column("purpose", nullable=False)
        batch.alter_column("language", nullable=False)
        batch.create_unique_constraint(op.f("uq_outbox_dedupe_key"), ["dedupe_key"])
    for name in ("appointment_id", "person_id"):
        op.create_index(op.f(f"ix_outbox_{name}"), "outbox", [name], unique=False)
    rewrite("outbox")


def _sealed(sealer: Vault, row: sa.Row[tuple[str, str, str, int]]) -> dict[str, object]:
    purpose = next((purpose for start, purpose in _PURPOSES.items() if row.body.startswith(start)), _OTHER)
    return {
        "purpose": purpose,
        "recipient_sealed": sealer.seal("outbox.recipient", row.id, row.recipient),
        "body_sealed": sealer.seal("outbox.body", row.id, row.body) if row.body else None,
        "expires_at": row.created_at + _CODE_LIFETIME_MS if purpose == _CODE else None,
    }


def _open_messages() -> None:
    op.add_column("outbox", sa.Column("recipient", sa.String(length=16), nullable=True))
    op.add_column("outbox", sa.Column("body", sa.Text(), nullable=True))
    for rows in batches("outbox", ("id",), ("recipient_sealed", "body_sealed")):
        opener = vault()
        change(
            "outbox",
            ("id",),
            [
                (
                    (row.id,),
                    {
                        name: "" if sealed is None else opener.open(f"outbox.{name}", row.id, sealed)
                        for name, sealed in (("recipient", row.recipient_sealed), ("body", row.body_sealed))
                    },
                )
                for row in rows
            ],
        )
    for name in ("appointment_id", "person_id"):
        op.drop_index(f"ix_outbox_{name}", "outbox")
    with altering("outbox") as batch:
        batch.drop_constraint("uq_outbox_dedupe_key", type_="unique")
        for name in _NEW_OF_OUTBOX:
            batch.drop_column(name)
        batch.alter_column("recipient", nullable=False)
        batch.alter_column("body", nullable=False)


def _seal_answers() -> None:
    op.add_column("idempotency", sa.Column("answer_sealed", sa.LargeBinary(), nullable=True))
    for rows in batches("idempotency", ("actor", "key"), ("answer",)):
        sealer = vault()
        change(
            "idempotency",
            ("actor", "key"),
            [
                (
                    (row.actor, row.key),
                    {
                        "answer_sealed": sealer.seal("idempotency.answer", f"{row.actor}/{row.key}", row.answer),
                    },
                )
                for row in rows
            ],
        )
    with altering("idempotency") as batch:
        batch.drop_column("answer")
        batch.alter_column("answer_sealed", nullable=False)
    rewrite("idempotency")


def _open_answers() -> None:
    op.add_column("idempotency", sa.Column("answer", sa.Text(), nullable=True))
    for rows in batches("idempotency", ("actor", "key"), ("answer_sealed",)):
        opener = vault()
        change(
            "idempotency",
            ("actor", "key"),
            [
                (
                    (row.actor, row.key),
                    {
                        "answer": opener.open("idempotency.answer", f"{row.actor}/{row.key}", row.answer_sealed),
                    },
                )
                for row in rows
            ],
        )
    with altering("idempotency") as batch:
        batch.drop_column("answer_sealed")
        batch.alter_column("answer", nullable=False)


def _make_tables() -> None:
    op.create_table(
        "access_log",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("actor", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=24), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_access_log")),
    )
    op.create_index(op.f("ix_access_log_at"), "access_log", ["at"], unique=False)
    op.create_index(op.f("ix_access_log_person_id"), "access_log", ["person_id"], unique=False)

    op.create_table(
        "audit_link",
        sa.Column("position", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("audit_seq", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("sealed_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_audit_link")),
        sa.UniqueConstraint("audit_seq", name=op.f("uq_audit_link_audit_seq")),
    )

    op.create_table(
        "message_template",
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=64), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["updated_by"], ["staff.id"], name=op.f("fk_message_template_updated_by")),
        sa.PrimaryKeyConstraint("key", "language", name=op.f("pk_message_template")),
    )

    op.create_table(
        "retention",
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("kind", name=op.f("pk_retention")),
    )
