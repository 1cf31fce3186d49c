"""Feeds the check with what the open media tell, and lets it be seen."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Final

from desk_client.client.conference import Conference, Stream
from desk_client.client.device_check.check import (
    DeviceCheck,
    FaultsKnown,
    LevelHeard,
    NotesProbed,
    Observation,
    OperatorTold,
    Passed,
    PersonAnswered,
    PictureSeen,
    RelaysAsked,
    TripMade,
)
from desk_client.client.device_check.findings import CheckView
from desk_client.client.device_check.parts import TRIPS
from desk_client.client.model import Model
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.rtc.server_probe import ServerAnswer, ServerProbe

if TYPE_CHECKING:
    from desk_client.client.pictures import Picture

_EVERY_S: Final = 0.1
_SOON_S: Final = 0.2
_LATER_S: Final = 2.0
"""Between questions to the server: the first ones, and those that see whether it is still there."""
_LIGHT_PX: Final = (64, 36)
_AWAY: Final = frozenset({RefusalCode.SERVER_UNAVAILABLE, RefusalCode.TIMEOUT})

AskServer = Callable[[], Awaitable[Refusal | None]]


class CheckRunner:
    """Runs from its making until `stop`; the media are open and stay so. All methods belong to the application's loop.

    Args:
        conference: whose devices are looked at.
        ask_server: some short question to the server.
        view: is set to what was found so far, ten times a second.
        on_over: called once when it is time to go on.
    """

    def __init__(
        self,
        conference: Conference,
        ask_server: AskServer,
        view: Model[CheckView | None],
        on_over: Callable[[], None],
    ) -> None:
        self._conference = conference
        self._ask_server = ask_server
        self._view = view
        self._on_over = on_over
        self._loop = asyncio.get_running_loop()
        self._check = DeviceCheck.begun(time.monotonic(), has_loudspeaker=conference.can_hear_itself)
        self._observe(FaultsKnown(conference.faults.value))
        self._relays_told(conference.relays.value)
        self._unsubscribe = (
            conference.faults.subscribe(lambda faults: self._observe(FaultsKnown(faults))),
            conference.relays.subscribe(self._relays_told),
            conference.hearing.subscribe(lambda hearing: self._observe(NotesProbed(hearing.heard))),
        )
        from desk_client.client.pictures import TileScaler  # noqa: PLC0415 - loaded with the first person received

        self._eye = TileScaler(self._seen)
        self._eye.resize(*_LIGHT_PX)
        conference.attach(Stream.LOCAL, self._eye)
        self._tasks = (
            self._loop.create_task(self._tick(), name="device-check"),
            self._loop.create_task(self._travel(), name="device-check-network"),
        )
        self.is_stopped = False

    def retry(self) -> None:
        """Look again at what was not good; a device that does not serve is opened again."""
        if self._conference.faults.value:
            self._conference.reopen_media()
        self._check = self._check.retried(time.monotonic())
        self._show()

    def answer(self, *, heard: bool) -> None:
        """The person says whether they hear the loudspeaker."""
        self._observe(PersonAnswered(heard))
        self._show()

    def operator_told(self) -> None:
        """The hall's operator has been called."""
        self._observe(OperatorTold())
        self._show()

    def stop(self) -> None:
        """Look no more; the media stay open. Idempotent."""
        if self.is_stopped:
            return
        self.is_stopped = True
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        for task in self._tasks:
            task.cancel()
        self._conference.detach(Stream.LOCAL, self._eye)
        self._eye.close()

    async def close(self) -> None:
        """Stop, and wait until nothing of it is left."""
        self.stop()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _observe(self, observation: Observation) -> None:
        self._check = self._check.observed(observation, time.monotonic())

    def _show(self) -> None:
        self._view.set(self._check.view(time.monotonic()))

    def _relays_told(self, probes: tuple[ServerProbe, ...]) -> None:
        serving = sum(probe.answer is ServerAnswer.SERVES for probe in probes)
        self._observe(RelaysAsked(serving, len(probes)))

    def _seen(self, picture: "Picture") -> None:
        """In the scaler's thread, which ends before the loop does."""
        self._loop.call_soon_threadsafe(self._observe, PictureSeen(float(picture.luma().mean()) / 255))

    async def _tick(self) -> None:
        while True:
            now_s = time.monotonic()
            levels = self._conference.levels.value  # asked for, not subscribed to: a steady tone is no news to a model
            self._check = self._check.observed(Passed() if levels is None else LevelHeard(levels.local_dbfs), now_s)
            if self._check.plays(now_s):
                self._check = self._check.played(now_s)
                self._conference.probe_loudspeaker()
            self._show()
            if self._check.is_over(now_s):
                self._on_over()
                return
            await asyncio.sleep(_EVERY_S)

    async def _travel(self) -> None:
        made = 0
        while True:
            asked_s = time.monotonic()
            refusal = await self._ask_server()
            is_answered = refusal is None or refusal.code not in _AWAY
            self._observe(TripMade((time.monotonic() - asked_s) * 1000 if is_answered else None))
            made += 1
            await asyncio.sleep(_SOON_S if made < TRIPS else _LATER_S)
