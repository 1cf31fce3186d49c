"""Links by which a visitor's telephone sends files, and what was sent by them."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses
from desk_client.server.storage.migrations.rows import altering

revision = "0016"
down_revision = "0015"

_LOSSES = (Loss("files from telephones", "attachment", "upload_link_id IS NOT NULL"),)
_KEY = "fk_attachment_upload_link_id"


def upgrade() -> None:
    """Nobody has sent anything by such a link yet."""
    op.create_table(
        "upload_link",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("session_id", sa.String(length=64), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name=op.f("fk_upload_link_session_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_upload_link")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_upload_link_token_hash")),
    )
    op.create_index(op.f("ix_upload_link_session_id"), "upload_link", ["session_id"], unique=False)
    with altering("attachment") as batch:
        batch.add_column(sa.Column("upload_link_id", sa.String(length=64), nullable=True))
        batch.create_foreign_key(op.f(_KEY), "upload_link", ["upload_link_id"], ["id"])
        batch.create_index(op.f("ix_attachment_upload_link_id"), ["upload_link_id"], unique=False)


def downgrade() -> None:
    """An older program has no place for what has not been attached yet; the links themselves live for minutes."""
    refuse_losses(*_LOSSES)
    with altering("attachment") as batch:
        batch.drop_index(op.f("ix_attachment_upload_link_id"))
        batch.drop_constraint(op.f(_KEY), type_="foreignkey")
        batch.drop_column("upload_link_id")
    op.drop_table("upload_link")
