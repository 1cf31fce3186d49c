"""What every page of a kiosk works with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from desk_client.client.kiosk import KioskClient
from desk_client.i18n.language import Language
from desk_client.ui.bridge import Bridge
from desk_client.ui.theme.appearance import Appearance


def utc_now() -> datetime:
    """Return the moment, by this machine's clock: for countdowns and the clock on the wall, never for a decision."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Counter:
    """How it looks, whose visit it is, and how actions are run; ``now`` is replaced where pictures are compared."""

    look: Appearance
    client: KioskClient
    bridge: Bridge
    now: Callable[[], datetime] = utc_now

    @property
    def language(self) -> Language:
        """The language spoken now."""
        return self.look.language
