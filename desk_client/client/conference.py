"""The media engine as one end of a conversation uses it: opened ahead, shared by one call after another."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from types import MappingProxyType

from desk_client.client.calls import CallRunner, FetchRoomToken
from desk_client.client.model import Model
from desk_client.client.signalling import LineEvent, SignallingSocket
from desk_client.domain.party import Party
from desk_client.rtc import port
from desk_client.rtc.engine import Engine
from desk_client.rtc.port import Device, DeviceFault, MediaChoice, Stream
from desk_client.rtc.scaler import Picture, TileScaler

__all__ = ["Conference", "Device", "DeviceFault", "MediaChoice", "Picture", "Stream", "TileScaler"]

logger = logging.getLogger(__name__)


class Conference:
    """Owns the engine. ``call`` is the call that runs, or None. All methods belong to the application's loop."""

    def __init__(self, make_engine: Callable[[], Engine], media: MediaChoice, party: Party) -> None:
        """``make_engine`` is called when a camera is first wanted: a kiosk that only books never starts one."""
        self._make_engine = make_engine
        self._media = media
        self._party = party
        self._engine: Engine | None = None
        self._tiles: list[tuple[Stream, TileScaler]] = []
        self.call: Model[CallRunner | None] = Model(None)
        self.faults: Model[Mapping[Device, DeviceFault]] = Model(MappingProxyType({}))
        """Devices that do not serve, and why; a substitute is in their place."""

    def open_media(self) -> Engine:
        """Start camera and microphone, so that they are warm when the call begins. Idempotent."""
        if self._engine is None:
            loop = asyncio.get_running_loop()
            engine = self._make_engine()
            engine.start(lambda event: _post(loop, self._on_engine, event))
            for stream, scaler in self._tiles:
                engine.attach(stream, scaler)
            engine.post(port.OpenMedia(self._media))
            self._engine = engine
        return self._engine

    def attach(self, stream: Stream, scaler: TileScaler) -> None:
        """Let a tile have a stream's pictures, now or once there are any."""
        self._tiles.append((stream, scaler))
        if self._engine is not None:
            self._engine.attach(stream, scaler)

    def detach(self, stream: Stream, scaler: TileScaler) -> None:
        """Take them away again."""
        self._tiles.remove((stream, scaler))
        if self._engine is not None:
            self._engine.detach(stream, scaler)

    def begin(self, line: SignallingSocket, fetch_room_token: FetchRoomToken) -> CallRunner:
        """Enter a room; a call that still runs is an error of the caller's."""
        if self.call.value is not None:
            raise RuntimeError("one call at a time")
        runner = CallRunner(self.open_media(), line, self._party, fetch_room_token)
        self.call.set(runner)
        runner.start()
        return runner

    def on_line(self, event: LineEvent) -> None:
        """Hand a signalling event to the call that runs."""
        if self.call.value is not None:
            self.call.value.on_line(event)

    async def end(self, *, leave: bool) -> None:
        """Forget the call that runs; ``leave`` tells the other end that we went for good."""
        runner = self.call.value
        if runner is None:
            return
        if leave:
            runner.hang_up()
        self.call.set(None)
        await runner.close()
        if self._engine is not None:
            self._engine.post(port.ClosePeer())

    async def close(self) -> None:
        """End the call and the engine's thread."""
        await self.end(leave=True)
        if self._engine is not None:
            engine, self._engine = self._engine, None
            await asyncio.get_running_loop().run_in_executor(None, engine.stop)

    def _on_engine(self, event: port.Event) -> None:
        match event:
            case port.DeviceFailed(device=device, fault=fault):
                self.faults.set(MappingProxyType({**self.faults.value, device: fault}))
            case port.DeviceRestored(device=device):
                left = {each: fault for each, fault in self.faults.value.items() if each is not device}
                self.faults.set(MappingProxyType(left))
            case _:
                pass
        if self.call.value is not None:
            self.call.value.on_engine(event)


def _post(loop: asyncio.AbstractEventLoop, handler: Callable[[port.Event], None], event: port.Event) -> None:
    """From the engine's thread to the application's loop; an engine's last words after the loop's end are lost."""
    try:
        loop.call_soon_threadsafe(handler, event)
    except RuntimeError:
        logger.debug("an engine event came after the end: %s", type(event).__name__)
