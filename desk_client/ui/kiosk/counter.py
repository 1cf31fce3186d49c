"""What every page of a kiosk works with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from desk_client.client.key_sound import KeySound
from desk_client.client.kiosk import KioskClient
from desk_client.client.speech import Speech
from desk_client.i18n.language import Language
from desk_client.ui.bridge import Bridge
from desk_client.ui.theme.appearance import Appearance


@dataclass(frozen=True)
class Counter:
    """How it looks, whose visit it is, and how actions are run; ``now`` is for countdowns, never for a decision.

    ``speech`` reads aloud, where this machine has a voice.
    """

    look: Appearance
    client: KioskClient
    bridge: Bridge
    now: Callable[[], datetime]
    key_sound: KeySound | None = None
    speech: Speech | None = None

    def strike(self) -> None:
        """Let a key be heard, where keys are."""
        if self.key_sound is not None:
            self.key_sound.strike()

    @property
    def language(self) -> Language:
        """The language spoken now."""
        return self.look.language
