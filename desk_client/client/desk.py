"""The desk's client: what an official's process holds besides its window."""

import asyncio
import logging
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desk_client.client.called_in import Calls
from desk_client.client.day import Day, DeskPage
from desk_client.client.desk_printer import DeskPrinter
from desk_client.client.gateway import Gateway
from desk_client.client.inbox import InboxView
from desk_client.client.line_events import LineDown, LineEvent, LineRefused, LineUp
from desk_client.client.loading import load
from desk_client.client.model import Model
from desk_client.client.office_calendar import CalendarView
from desk_client.client.preferences import ChosenPreferences, Preferences, alerts_of
from desk_client.client.server_clock import ServerClock
from desk_client.client.sleep_watch import SleepWatch
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.signalling import Changed

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from desk_client.client.administration import Administration
    from desk_client.client.alerts import Alerts
    from desk_client.client.conference import Conference
    from desk_client.client.console import Console
    from desk_client.client.day import Brief
    from desk_client.client.diagnostics import Diagnose
    from desk_client.client.minutes import Pen
    from desk_client.client.recording import TalkRecordings
    from desk_client.client.signalling import SignallingSocket


logger = logging.getLogger(__name__)
_LET_IN_WITHIN_S: Final = 1.0


@dataclass(frozen=True)
class Slept:
    """That this computer slept: how often by now, and for how long the last time."""

    times: int
    gap: timedelta


class DeskClient:
    """The read models that the desk's pages show, and the parts that actions use to change them."""

    def __init__(
        self,
        gateway: Gateway,
        make_conference: "Callable[[], Conference]",
        printer: DeskPrinter | None = None,
        preferences: ChosenPreferences | None = None,
        diagnose: "Diagnose | None" = None,
        spool: Path = Path("recordings"),
    ) -> None:
        """Nobody is signed in yet; without a printer one can be chosen, and without ``diagnose`` nothing gathered.

        The conference is made when it is first needed: nobody who signs in waits for what talks take. What is recorded
        lies in ``spool``, sealed, until the server has it.
        """
        self.gateway = gateway
        self._make_conference = make_conference
        self._conference: Conference | None = None
        self._spool = spool
        self._behind: set[asyncio.Task[None]] = set()
        self.handing_in = asyncio.Lock()
        """Recordings are handed in one after the other."""
        self.diagnose = diagnose
        self.day: Model[Day] = Model(Day())
        self.calendar: Model[CalendarView] = Model(CalendarView())
        self.clock = ServerClock()
        self.preferences = preferences or ChosenPreferences()
        self.printer = printer or DeskPrinter(self.preferences)
        self.alerts: Model[Alerts] = Model(alerts_of(self.preferences.now.value))
        """How the official is told of arrivals and of what begins soon."""
        self.inbox: Model[InboxView] = Model(InboxView())
        self.calls: Model[Calls] = Model(Calls())
        """Who calls whom into which audience."""
        self.trouble: Model[Refusal | None] = Model(None)
        """Why nothing is heard of the office at present; None while all is well."""
        self.hints: Model[int] = Model(0)
        """Counts the moments at which the agenda should be read again."""
        self.letting_in = asyncio.Lock()
        """Held while somebody is let in, until their talk begins."""
        self.is_replaced = False
        """The talk that runs here was entered elsewhere by the same account: see `receive.load_agenda`."""
        self.gave_way: Model[int] = Model(0)
        """How often a talk that ran here went on elsewhere: at another desk of the account, or in its browser."""
        self.rights_ended: Model[int] = Model(0)
        """How often what was left to an office's manager ended while they were signed in here."""
        self.line: SignallingSocket | None = None
        self.slept: Model[Slept | None] = Model(None)
        """When this computer slept last, while somebody was signed in."""
        self._sleep_watch = SleepWatch(self._woken)
        self.preferences.now.subscribe(self._prefer)

    @property
    def conference(self) -> "Conference":
        """This end's part in talks, made now where it was not yet."""
        if self._conference is None:
            self._conference = self._make_conference()
            self._conference.on_network_change(self._network_changed)
            self._choose_devices(self._conference, self.preferences.now.value)
        return self._conference

    @cached_property
    def recordings(self) -> "TalkRecordings":
        """What is recorded at this desk; loaded with the first talk."""
        from desk_client.client.recording import TalkRecordings  # noqa: PLC0415 - see above

        return TalkRecordings(self.conference, lambda: self.spool)

    @cached_property
    def pen(self) -> "Pen":
        """What writes the minutes of a talk; loaded with the first talk."""
        from desk_client.client.minutes import Pen  # noqa: PLC0415 - see above

        return Pen(self.gateway, lambda: self.token, self.behind)

    def forget_minutes(self) -> None:
        """Whoever signs in next may be somebody else."""
        if "pen" in vars(self):
            self.pen.forget()

    @property
    def spool(self) -> Path:
        """Where it lies what they record who are signed in: nobody else at this machine has to do with it."""
        session = self.day.value.session
        return self._spool / (session.person.id if session is not None else "nobody")

    @property
    def has_spooled(self) -> bool:
        """Whether anything lies there."""
        return self.spool.is_dir() and any(self.spool.iterdir())

    def behind(self, work: "Coroutine[None, None, None]") -> None:
        """Do something behind what is done now; it ends with this client."""
        task = asyncio.get_running_loop().create_task(work, name="desk-behind")
        self._behind.add(task)
        task.add_done_callback(self._behind.discard)

    @property
    def is_talking(self) -> bool:
        """Whether a talk runs."""
        return self._conference is not None and self._conference.call.value is not None

    @property
    def talk_brief(self) -> "Brief | None":
        """The brief of the talk that runs here, where it is open to who sits here: the office's, or its manager's."""
        brief, joined = self.day.value.brief, self.calls.value.joined
        match self.day.value.page:
            case DeskPage.CALL:
                return brief
            case DeskPage.CALLED if brief is not None and joined is not None and joined.is_own_office:
                return brief if brief.item.id == joined.appointment_id else None
            case _:
                return None

    async def settling(self) -> None:
        """Wait for a moment where somebody is being let in: whatever else is asked of the server would delay it."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_LET_IN_WITHIN_S), self.letting_in:
                pass
        if self._conference is not None and (runner := self._conference.call.value) is not None:
            await runner.settling()

    async def load(self) -> None:
        """Load beside the loop, while whoever works here says who they are, what the line and talks need."""
        await load("desk_client.client.signalling", "desk_client.client.conference", "desk_client.client.pictures")

    @cached_property
    def administration(self) -> "Administration":
        """What an administrator's workspace shows; loaded when there is one: it is nobody else's."""
        from desk_client.client.administration import Administration  # noqa: PLC0415 - see above

        return Administration()

    @cached_property
    def console(self) -> "Console":
        """What an operator's console shows; loaded when there is one."""
        from desk_client.client.console import Console  # noqa: PLC0415 - as above

        return Console()

    def forget_console(self) -> None:
        """Whoever signs in next may be another operator, or none."""
        if "console" in vars(self):
            self.console.clear()

    def forget_administration(self) -> None:
        """Whoever signs in next may be nobody's administrator."""
        if "administration" in vars(self):
            self.administration.clear()

    @property
    def token(self) -> str | None:
        """The official's session, once signed in."""
        session = self.day.value.session
        return session.token if session is not None else None

    def _prefer(self, preferences: Preferences) -> None:
        self.alerts.set(alerts_of(preferences))
        if self._conference is not None:
            self._choose_devices(self._conference, preferences)

    @staticmethod
    def _choose_devices(conference: "Conference", preferences: Preferences) -> None:
        conference.choose(camera=preferences.camera, microphone=preferences.microphone, speaker=preferences.loudspeaker)
        conference.blur_background(on=preferences.blurs_background)

    def _network_changed(self) -> None:
        self.gateway.forget_connections()
        if self.line is not None:
            self.line.hurry()

    def _woken(self, gap: timedelta) -> None:
        """Nothing that was connected before still is, whatever it says: begin anew at once, and a call with it."""
        logger.info("nothing ran for %d s: every line begins anew", gap.total_seconds())
        self._network_changed()
        self.slept.set(Slept(1 if self.slept.value is None else self.slept.value.times + 1, gap))

    def open_line(self) -> None:
        """Begin to hear what happens in the office. Idempotent."""
        from desk_client.client.signalling import SignallingSocket  # noqa: PLC0415 - loaded by `load`

        if self.line is None and self.token is not None:
            self.line = SignallingSocket(self.gateway.base_url, self.token, self._on_line, tls=self.gateway.tls)
            self.line.start()
            self._sleep_watch.start()

    async def close_line(self) -> None:
        """Hear no more."""
        await self._sleep_watch.stop()
        if self.line is not None:
            line, self.line = self.line, None
            await line.stop()

    async def close(self) -> None:
        """End call, line and threads; the process is about to go."""
        if "recordings" in vars(self):
            self.recordings.close()  # what is recorded is written, and handed in at the next sign-in
        for task in tuple(self._behind):
            task.cancel()
        await asyncio.gather(*self._behind, return_exceptions=True)
        if self._conference is not None:
            await self._conference.close()
        await self.close_line()
        await self.preferences.close()
        self.gateway.close()
        await asyncio.to_thread(self.printer.close)

    def _on_line(self, event: LineEvent) -> None:
        if self._conference is not None:
            self._conference.on_line(event)
        match event:
            case LineUp():
                self.trouble.set(None)
                self.hints.set(self.hints.value + 1)
            case LineDown():
                self.trouble.set(Refusal(RefusalCode.SERVER_UNAVAILABLE))
            case LineRefused(is_replaced=True):
                self.is_replaced = True
                self.hints.set(self.hints.value + 1)
            case LineRefused(code=code):
                self.trouble.set(Refusal(code))
                self.hints.set(self.hints.value + 1)  # the reading finds out whether the session has ended
            case Changed():
                self.hints.set(self.hints.value + 1)
            case _:
                return
