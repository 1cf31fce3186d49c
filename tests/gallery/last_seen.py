"""What a kiosk has seen last, for windows whose server is away."""

from desk_client.client.outbox.depository import Depository
from desk_client.client.outbox.provisions import Provisions
from tests.gallery.kiosk_samples import PROVISIONS


class LastSeen(Depository):
    """What was last seen, and room for all that is left; nothing is kept."""

    def __init__(self) -> None:
        """No directory."""

    @property
    def provisions(self) -> Provisions:
        """As they were."""
        return PROVISIONS

    @property
    def is_open(self) -> bool:
        """There is room."""
        return True
