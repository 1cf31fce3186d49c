"""What an older schema cannot hold: a downgrade refuses rather than lose it."""

from collections.abc import Iterable
from dataclasses import dataclass

from desk_client.server.storage.errors import StoreUnusableError
from desk_client.server.storage.migrations.rows import count


@dataclass(frozen=True, slots=True)
class Loss:
    """Rows that the older schema has no place for.

    Attributes:
        what: the rows, for the operator: "persons known by a passport".
        table: where they are.
        where: the SQL condition that finds them; all of the table's where empty.
    """

    what: str
    table: str
    where: str = ""


class LossyDowngradeError(StoreUnusableError):
    """The store cannot be taken back without losing something; nothing was changed."""

    def __init__(self, losses: Iterable[tuple[int, str]]) -> None:
        """Each loss: how many, and what."""
        self.losses = tuple(losses)
        listed = ", ".join(f"{what} ({number})" for number, what in self.losses)
        super().__init__(
            f"The older schema has no place for: {listed}. Remove what may go, or restore an older backup."
        )


def refuse_losses(*losses: Loss) -> None:
    """Raise LossyDowngradeError where any of these rows exist."""
    found = [(number, loss.what) for loss in losses if (number := count(loss.table, loss.where))]
    if found:
        raise LossyDowngradeError(found)
