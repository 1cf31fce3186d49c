"""What an office marks on a document, beside it."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses

revision = "0029"
down_revision = "0028"

_LOSSES = (Loss("marks on documents", "document_mark"),)


def upgrade() -> None:
    """Nothing was marked before."""
    op.create_table(
        "document_mark",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("attachment_id", sa.String(length=64), nullable=False),
        sa.Column("office_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("content_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_by", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("removed_by", sa.String(length=64), nullable=True),
        sa.Column("removed_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["attachment_id"], ["attachment.id"], name=op.f("fk_document_mark_attachment_id")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_document_mark_office_id")),
        sa.ForeignKeyConstraint(["made_by"], ["staff.id"], name=op.f("fk_document_mark_made_by")),
        sa.ForeignKeyConstraint(["removed_by"], ["staff.id"], name=op.f("fk_document_mark_removed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_mark")),
    )
    op.create_index("ix_document_mark_attachment_id", "document_mark", ["attachment_id"], unique=False)


def downgrade() -> None:
    """An older program has no place for them."""
    refuse_losses(*_LOSSES)
    op.drop_index("ix_document_mark_attachment_id", "document_mark")
    op.drop_table("document_mark")
