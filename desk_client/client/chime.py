"""Two soft notes for an arrival, where there is a sound device; without one nothing is heard, and nothing is said."""

import threading
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from desk_client.rtc.sound.card import SoundCard

_LEVEL: Final = 0.16


def _usual_card() -> "SoundCard":
    from desk_client.rtc.sound.portaudio import PortAudioCard  # noqa: PLC0415 - loaded with the first arrival

    return PortAudioCard()


class Chime:
    """Opens the device for each chime, in a thread of its own that ends with it: opening one may take a while."""

    def __init__(self, make_card: "Callable[[], SoundCard]" = _usual_card) -> None:
        """Nothing is opened, or loaded, yet."""
        self._make_card = make_card
        self._card: SoundCard | None = None
        self._thread: threading.Thread | None = None

    def play(self) -> None:
        """Sound once; while it sounds, another wish is passed over."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._sound, name="chime", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Wait until it has faded."""
        if self._thread is not None:
            self._thread.join()

    def _sound(self) -> None:
        from desk_client.client.playback import play  # noqa: PLC0415 - as above
        from desk_client.rtc.sound.notes import notes  # noqa: PLC0415 - as above

        if self._card is None:
            self._card = self._make_card()
        play(self._card, notes(_LEVEL), threading.Event())
