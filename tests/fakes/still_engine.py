"""A media engine without media: it remembers what it is asked, and tells what a test has it tell."""

from collections.abc import Callable

from desk_client.rtc import port
from desk_client.rtc.picture.scaler import TileScaler


class StillEngine:
    """What a conference uses of an engine."""

    def __init__(self) -> None:
        self.posted: list[port.Command] = []
        self.tell: Callable[[port.Event], None] = lambda _event: None
        self.scalers: list[TileScaler] = []
        """Of the tiles that are shown some picture."""

    def start(self, on_event: Callable[[port.Event], None]) -> None:
        self.tell = on_event

    def post(self, command: port.Command) -> None:
        self.posted.append(command)

    def attach(self, _stream: port.AnyStream, scaler: TileScaler) -> None:
        self.scalers.append(scaler)

    def detach(self, _stream: port.AnyStream, scaler: TileScaler) -> None:
        self.scalers.remove(scaler)

    def stop(self) -> None:
        pass
