"""People at computers of their own, people who say no, e-mail addresses, and files in pieces."""

import sqlalchemy as sa
from alembic import op

from desk_client.server.storage.migrations.losses import Loss, refuse_losses
from desk_client.server.storage.migrations.rows import altering, fill

revision = "0007"
down_revision = "0006"

_LOSSES = (
    Loss("refusals of what nobody had agreed to", "consent", "given_at IS NULL"),
    Loss("persons with an e-mail address", "person", "email_sealed IS NOT NULL"),
    Loss("members of staff with an e-mail address", "staff", "email_sealed IS NOT NULL"),
)


_PIECE_BYTES = 256 * 1024
_CONTENT = sa.table("attachment_content", *(sa.column(each) for each in ("attachment_id", "number", "content")))
_KEY = "pk_attachment_content"


def upgrade() -> None:
    """A sign-in may begin without a kiosk; a no needs no yes before it; every file there is, is whole."""
    for table in ("person", "staff"):
        op.add_column(table, sa.Column("email_sealed", sa.LargeBinary(), nullable=True))
    op.drop_index("ix_outbox_state_due_at", "outbox")
    op.create_index("ix_outbox_state_kind_due_at", "outbox", ["state", "kind", "due_at"], unique=False)
    op.add_column("attachment", sa.Column("whole", sa.Boolean(), nullable=True))
    fill("attachment", whole=sa.true())
    with altering("attachment") as batch:
        batch.alter_column("whole", existing_type=sa.Boolean(), nullable=False)
    op.add_column("attachment_content", sa.Column("number", sa.Integer(), nullable=True))
    fill("attachment_content", number=0)
    with altering("attachment_content") as batch:
        batch.alter_column("number", existing_type=sa.Integer(), nullable=False)
        batch.drop_constraint(_KEY, type_="primary")
        batch.create_primary_key(_KEY, ["attachment_id", "number"])
    _cut()
    with altering("challenge") as batch:
        batch.alter_column("kiosk_id", existing_type=sa.String(length=64), nullable=True)
    with altering("consent") as batch:
        batch.alter_column("given_at", existing_type=sa.BigInteger(), nullable=True)


def downgrade() -> None:
    """Sign-ins that began without a kiosk, and files of which not everything came, are forgotten: they live shortly."""
    refuse_losses(*_LOSSES)
    op.execute("DELETE FROM challenge WHERE kiosk_id IS NULL")
    for table in ("person", "staff"):
        with altering(table) as batch:
            batch.drop_column("email_sealed")
    op.drop_index("ix_outbox_state_kind_due_at", "outbox")
    op.create_index("ix_outbox_state_due_at", "outbox", ["state", "due_at"], unique=False)
    _join()
    with altering("attachment_content") as batch:
        batch.drop_constraint(_KEY, type_="primary")
        batch.create_primary_key(_KEY, ["attachment_id"])
        batch.drop_column("number")
    with altering("attachment") as batch:
        batch.drop_column("whole")
    with altering("consent") as batch:
        batch.alter_column("given_at", existing_type=sa.BigInteger(), nullable=False)
    with altering("challenge") as batch:
        batch.alter_column("kiosk_id", existing_type=sa.String(length=64), nullable=False)


def _cut() -> None:
    """Cut each content into pieces, within the store."""
    run, number, content = op.get_bind().execute, _CONTENT.c.number, _CONTENT.c.content
    longest = run(sa.select(sa.func.max(sa.func.length(content)))).scalar_one() or 0
    for piece in range(1, -(-longest // _PIECE_BYTES)):
        rest = sa.select(
            _CONTENT.c.attachment_id,
            sa.literal(piece),
            sa.func.substr(content, piece * _PIECE_BYTES + 1, _PIECE_BYTES),
        ).where(number == 0, sa.func.length(content) > piece * _PIECE_BYTES)
        run(sa.insert(_CONTENT).from_select(["attachment_id", "number", "content"], rest))
    first = sa.update(_CONTENT).where(number == 0, sa.func.length(content) > _PIECE_BYTES)
    run(first.values(content=sa.func.substr(content, 1, _PIECE_BYTES)))


def _join() -> None:
    """Put the pieces of each content together, one after the other."""
    run, of, number = op.get_bind().execute, _CONTENT.c.attachment_id, _CONTENT.c.number
    broken = "SELECT id FROM attachment WHERE NOT whole"
    op.execute(f"DELETE FROM attachment_content WHERE attachment_id IN ({broken})")  # noqa: S608 - a constant of this file
    op.execute("DELETE FROM attachment WHERE NOT whole")
    for attachment_id in run(sa.select(of).where(number == 1).order_by(of)).scalars().all():
        pieces = run(sa.select(_CONTENT.c.content).where(of == attachment_id).order_by(number)).scalars()
        whole = b"".join(bytes(each) for each in pieces)
        run(sa.update(_CONTENT).where(of == attachment_id, number == 0).values(content=whole))
    run(sa.delete(_CONTENT).where(number > 0))
