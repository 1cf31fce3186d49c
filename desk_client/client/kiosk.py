"""A kiosk's client: what one visitor's process holds besides its window."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desk_client.client.documents.brought import Brought
from desk_client.client.gateway import Gateway
from desk_client.client.line_events import LineDown, LineEvent, LineRefused, LineUp
from desk_client.client.loading import load
from desk_client.client.model import Model
from desk_client.client.outbox.depository import Depository
from desk_client.client.printer import Printer
from desk_client.client.scan_view import ScanView
from desk_client.client.server_clock import ServerClock
from desk_client.client.visit import Page, Visit
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.language import Language
from desk_client.protocol.kiosks import DocumentBounds, Kiosk, KioskDay, KioskService, Site
from desk_client.protocol.service_points import OpenSpan, PointDay, ServicePoint, ServicePoints, WhyClosed
from desk_client.protocol.signalling import Changed
from desk_client.protocol.walk_ins import CalledNumber

__all__ = [
    "CalledNumber",
    "DocumentBounds",
    "Kiosk",
    "KioskClient",
    "KioskDay",
    "KioskService",
    "OpenSpan",
    "PointDay",
    "ServicePoint",
    "ServicePoints",
    "Site",
    "Station",
    "WhyClosed",
]
if TYPE_CHECKING:
    from desk_client.client.conference import Conference
    from desk_client.client.device_check.findings import CheckView
    from desk_client.client.device_check.runner import AskServer, CheckRunner
    from desk_client.client.signalling import SignallingSocket
    from desk_client.client.ticket_scanner import TicketScanner


logger = logging.getLogger(__name__)

_AWAY: Final = frozenset({RefusalCode.SERVER_UNAVAILABLE, RefusalCode.TIMEOUT})


@dataclass(frozen=True)
class Station:
    """Where we are, and why the server does not serve us if it does not; ``kiosk`` is None until it did once."""

    kiosk: Kiosk | None = None
    trouble: Refusal | None = None

    @property
    def is_away(self) -> bool:
        """Whether the server cannot be asked at all: what is left now is handed in later."""
        return self.trouble is not None and self.trouble.code in _AWAY


class VisitModel(Model[Visit]):
    """One visit, which ends once: an answer that comes later leads nobody back into it."""

    def __init__(self) -> None:
        """At its beginning."""
        super().__init__(Visit())

    def set(self, value: Visit) -> None:
        """Replace the visit, unless it has ended."""
        if self.value.page is Page.FAREWELL and value.page is not Page.FAREWELL:
            logger.info("an answer to the visit before came too late")
        else:
            super().set(value)


class KioskClient:
    """The read models that a kiosk's pages show, and the parts that actions use to change them."""

    def __init__(
        self,
        gateway: Gateway,
        credential: str,
        make_conference: "Callable[[], Conference]",
        printer: Printer | None = None,
        *,
        scans: Path | None = None,
        depository: Depository | None = None,
    ) -> None:
        """``credential`` is the terminal's own token, made at enrolment; without a printer nothing is printed.

        The conference is made when it is first needed: a kiosk that nobody uses has loaded nothing of calls.
        ``scans`` is the folder that a scanner at this kiosk writes to. Without a depository nothing can be left while
        the server is away.
        """
        self.gateway = gateway
        self.credential = credential
        self._make_conference = make_conference
        self._conference: Conference | None = None
        self.printer = printer
        self.depository = depository
        self.visit: Model[Visit] = VisitModel()
        self.brought = Brought(self.visit, scans)
        """The documents of this visit, and where they may come from."""
        self.station: Model[Station] = Model(Station())
        self.clock = ServerClock()
        self.language = Language.ARABIC
        """The one spoken now: messages to the visitor are in it as well."""
        self.day = Model[KioskDay | None](None)
        """When this kiosk is next needed for an audience; None before the server said so."""
        self.called: Model[tuple[CalledNumber, ...]] = Model(())
        """The numbers of those who came without an appointment that are called in this hall now, the latest first."""
        self.points = Model[ServicePoints | None](None)
        """Where else people can be received, as it was last read."""
        self.line: SignallingSocket | None = None
        self.check: Model[CheckView | None] = Model(None)
        """What the device check found so far; None before there was one."""
        self.checking: CheckRunner | None = None
        self.visit.subscribe(self._end_check)
        self.scan: Model[ScanView] = Model(ScanView())
        """What the camera sees of a ticket."""
        self.scanner: Model[TicketScanner | None] = Model(None)
        self._has_camera = True
        self._let_go: TicketScanner | None = None
        self.visit.subscribe(self._end_scan)
        self.hints: Model[int] = Model(0)
        """Counts the moments at which the visitor's audiences should be read again."""

    @property
    def is_over(self) -> bool:
        """Whether the visit has ended: what is answered now is answered to nobody."""
        return self.visit.value.page is Page.FAREWELL

    @property
    def token(self) -> str | None:
        """The visitor's session, once they are identified."""
        session = self.visit.value.session
        return session.token if session is not None else None

    @property
    def conference(self) -> "Conference":
        """This end's part in calls, made now where it was not yet: `load_call` first, where there is time."""
        if self._conference is None:
            self._conference = self._make_conference()
            self._conference.on_network_change(self._network_changed)
        return self._conference

    async def load_call(self) -> None:
        """Load beside the loop, before it is needed, what a call needs."""
        await load("desk_client.client.signalling", "desk_client.client.conference")
        await self.conference.load()

    async def end_call(self, *, leave: bool) -> None:
        """End the talk, where there is one; with ``leave`` the other end is told."""
        if self._conference is not None:
            await self._conference.end(leave=leave)

    async def close_call(self) -> None:
        """Let go of camera and microphone."""
        if self._conference is not None:
            await self._conference.close()

    def _network_changed(self) -> None:
        self.gateway.forget_connections()
        if self.line is not None:
            self.line.hurry()

    def open_line(self) -> None:
        """Begin to hear what happens to this visitor's audiences. Idempotent."""
        from desk_client.client.signalling import SignallingSocket  # noqa: PLC0415 - loaded by `load_call`

        if self.line is None and self.token is not None:
            self.line = SignallingSocket(self.gateway.base_url, self.token, self._on_line, tls=self.gateway.tls)
            self.line.start()

    def begin_check(self, ask_server: "AskServer", on_over: Callable[[], None]) -> None:
        """Look at the open devices until the visit leaves the check's page; one that runs goes on."""
        from desk_client.client.device_check.runner import CheckRunner  # noqa: PLC0415 - the engine's port comes with it

        if self.checking is None or self.checking.is_stopped:
            self.check.set(None)
            self.checking = CheckRunner(self.conference, ask_server, self.check, on_over)

    @property
    def can_scan(self) -> bool:
        """Whether there is a camera that may read a ticket."""
        return self._has_camera and self.conference.camera is not None

    def begin_scan(self, on_no_camera: Callable[[], None]) -> None:
        """Look for a ticket until the visit leaves that page. A camera that does not serve is not tried again."""
        from desk_client.client.ticket_scanner import TicketScanner  # noqa: PLC0415 - a codec library comes with it

        def failed() -> None:
            self._has_camera = False
            self._let_go = self.scanner.value
            self.scanner.set(None)
            on_no_camera()

        choice = self.conference.camera
        if choice is None:
            failed()
        elif self.scanner.value is None:
            self.scan.set(ScanView())
            self.scanner.set(TicketScanner(choice, self.scan, lambda _fault: failed()))

    async def close(self) -> None:
        """End check, scan, call, line and threads; the process is about to go."""
        for scanner in (self.scanner.value, self._let_go):
            if scanner is not None:
                await scanner.close()
        if self.checking is not None:
            await self.checking.close()
        await self.close_call()
        if self.line is not None:
            await self.line.stop()
            self.line = None
        self.gateway.close()
        self.brought.close()
        if self.printer is not None:
            self.printer.close()

    def _end_check(self, visit: Visit) -> None:
        if self.checking is not None and visit.page is not Page.CHECK:
            self.checking.stop()

    def _end_scan(self, visit: Visit) -> None:
        scanner = self.scanner.value
        if scanner is not None and visit.page is not Page.SCAN:
            scanner.stop()
            self._let_go = scanner
            self.scanner.set(None)
            self.scan.set(ScanView())

    def _on_line(self, event: LineEvent) -> None:
        self.conference.on_line(event)
        match event:
            case LineUp() | Changed():
                self.hints.set(self.hints.value + 1)
            case LineDown():
                logger.info("the signalling line is down")
            case LineRefused(code=RefusalCode.PROTOCOL_UNSUPPORTED as code):
                self.station.set(replace(self.station.value, trouble=Refusal(code)))
            case LineRefused(code=code):
                # it is the visitor's session that ended, not the service: their next request says so
                logger.info("the signalling line was refused: %s", code)
            case _:
                return
