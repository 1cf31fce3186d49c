"""Somebody who touches everything: random touches and keys on a kiosk whose server mostly says yes, and no rest.

Touches go to whatever can be pressed and to places at random, keys are of all kinds. Now and then the monkey knows a
number that is right, or it would never get past the second page.
"""

import asyncio
import random
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import Final, TypeVar

from pydantic import BaseModel
from PySide6.QtCore import QEvent, QPoint, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desk_client.client.carriage import Carriage
from desk_client.client.conference import Conference
from desk_client.client.gateway import Gateway, Method, Nothing
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Page
from desk_client.domain.call_for_help import HelpStage
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.appointments import Appointment, Appointments, Booked
from desk_client.protocol.incidents import Incident, IncidentKind
from desk_client.protocol.kiosks import HelpCall, Kiosk, KioskDay
from desk_client.protocol.offices import Offices
from desk_client.protocol.privacy import Consents
from desk_client.protocol.queues import QueuePlace
from desk_client.protocol.requests import OwnRequest, Request, Requests
from desk_client.protocol.service_points import ServicePoints
from desk_client.protocol.sessions import Challenge, ChallengeStanding, Citizen, CitizenSession, Ways
from desk_client.protocol.slots import Availability, FoundSlots, Hold
from desk_client.protocol.version import VersionAnswer
from desk_client.protocol.waitlists import Offer, OfferAccepted, Wait, Waits
from desk_client.ui.bridge import Bridge
from desk_client.ui.kiosk.window import KioskWindow
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.pressable import Pressable
from tests.gallery import kiosk_samples as sample
from tests.gallery import request_samples
from tests.gui.widgets.touch import finger, tap

A = TypeVar("A", bound=BaseModel)

_SAYS_NO: Final = 0.06
_NOES: Final = (
    RefusalCode.SERVER_UNAVAILABLE,
    RefusalCode.TIMEOUT,
    RefusalCode.RATE_LIMITED,
    RefusalCode.SLOT_TAKEN,
    RefusalCode.INTERNAL,
)
_KNOWS: Final = 0.15
"""How often what is asked for is typed as it should be."""
_RARELY: Final = {"end": 0.03, "text": 0.1, "theme": 0.1, "speak": 0.1, "welcome": 0.1, "back": 0.3}
"""How much less some things are touched, by their names' first words: or visits would end, or be restyled, at once."""
_RIGHT: Final = {
    Page.NATIONAL_ID: "1000000008",
    Page.MOBILE: "0501234567",
    Page.CODE: "123456",
    Page.TICKET_NUMBER: "48291733",
    Page.TICKET_CODE: "482917",
    Page.OFFER_CODE: "48291733",
    Page.PASSPORT: "AB123456",
    Page.BORDER_NUMBER: "3123456789",
    Page.REPRESENTED: "سالم بن علي",
    Page.REPRESENTED_ID: "1000000008",
    Page.ATTORNEY: "4412345",
}
_LETTERS: Final = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآةىٹپچabcXYZ0123456789٠١٢٣٤٥ \u202e\u2066\u200f\u0000🙂👨‍👩‍👧\ufdfa"
_KEYS: Final = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Backspace),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_Delete),
    *(Qt.Key.Key_F1, Qt.Key.Key_F4, Qt.Key.Key_F11, Qt.Key.Key_Menu, Qt.Key.Key_Meta, Qt.Key.Key_Print),
)
_WITH: Final = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_MOST_SAID: Final = 500
"""Letters of a fault, its end: Qt tells the whole way that an exception went."""
_HOME_S: Final = 10.0
_EVERY_TOUCHES: Final = 200
"""Of one visit."""


class Obliging(Gateway):
    """A server that has everything, and now and then says no."""

    def __init__(self, chance: random.Random) -> None:
        self.base_url = "http://localhost"
        self._chance = chance
        assert sample.STATION.kiosk is not None
        self._has: Mapping[type[BaseModel], BaseModel] = {
            VersionAnswer: sample.VERSION,
            Kiosk: sample.STATION.kiosk,
            Challenge: sample.NAFATH_CHALLENGE,
            ChallengeStanding: ChallengeStanding(state="pending"),
            Ways: Ways(ways=("nafath", "sms_code", "operator")),
            CitizenSession: sample.SESSION,
            Citizen: sample.SESSION.person,
            Consents: Consents(consents=(sample.NOT_YET_AGREED,)),
            Offices: Offices(offices=sample.ASKING_OFFICES),
            KioskDay: sample.DAY,
            ServicePoints: sample.POINTS,
            Incident: Incident(
                number=1, kind=IncidentKind.KIOSK, site_id="s1", office_id=None, starts_at=sample.NOW, ends_at=None
            ),
            HelpCall: sample.help_call(HelpStage.CALLED, 1),
            Offer: sample.OFFER,
            OfferAccepted: sample.ACCEPTED,
            FoundSlots: FoundSlots(slots=sample.FOUND),
            Hold: sample.HOLD,
            Booked: sample.BOOKED,
            Appointments: Appointments(appointments=(sample.SOON, sample.LATER)),
            Appointment: sample.SOON,
            Waits: Waits(waits=(sample.OFFERED,)),
            Wait: sample.WAIT,
            QueuePlace: sample.PLACE,
            Requests: Requests(requests=request_samples.ALL, next=None),
            Request: request_samples.ROUTED,
            OwnRequest: request_samples.COURSES[request_samples.ASKED_BACK.id],
        }

    async def ask(
        self,
        method: Method,
        path: str,
        answer: type[A],
        *,
        token: str | None = None,
        body: BaseModel | None = None,
        query: Mapping[str, str] | None = None,
        idempotency_key: str | None = None,
        version: int | None = None,
    ) -> A | Refusal:
        del method, path, token, body, query, idempotency_key, version
        await asyncio.sleep(self._chance.choice((0, 0, 0.001, 0.01)))
        if self._chance.random() < _SAYS_NO:
            return Refusal(self._chance.choice(_NOES))
        if answer is Nothing:
            return answer()
        if answer is Availability:
            said: BaseModel | Refusal = self._chance.choice((sample.AVAILABILITY, sample.AVAILABILITY, sample.NO_TIME))
        else:
            said = self._has.get(answer, Refusal(RefusalCode.SERVER_UNAVAILABLE))
        assert isinstance(said, answer | Refusal)
        return said

    async def send_file(
        self, path: str, answer: type[A], *, token: str | None, name: str, media_type: str, content: bytes | Carriage
    ) -> A | Refusal:
        del name, media_type, content
        return await self.ask("POST", path, answer, token=token)

    def close(self) -> None:
        """There is nothing to close."""


class Monkey:
    """One visit after the other; what went wrong, and which pages it saw."""

    def __init__(self, look: Appearance, seed: int, make_conference: Callable[[], Conference]) -> None:
        self._look = look
        self._chance = random.Random(seed)  # noqa: S311 - a game that can be played again
        self._make_conference = make_conference
        self._finger = finger()
        self.faults: list[str] = []
        self.pages: set[Page] = set()
        self.touches = self.rounds = self.home = 0

    async def play(self, touches: int) -> None:
        """Visits, until there were that many touches and keys."""
        with self._watching():
            while self.touches < touches:
                await self._visit(min(_EVERY_TOUCHES, touches - self.touches))

    async def _visit(self, touches: int) -> None:
        client = KioskClient(Obliging(self._chance), "credential", self._make_conference)
        bridge = Bridge(lambda: self.faults.append("an action failed"))
        window = KioskWindow(
            self._look, client, bridge, full_screen=True, settle_ms=0, farewell_ms=60_000, now=lambda: sample.NOW
        )
        over: list[None] = []
        window.visit_over.connect(lambda: over.append(None))
        window.closed.connect(lambda: self.faults.append("the kiosk was closed"))
        window.resize(1280, 800)
        window.show()
        window.activateWindow()
        self.rounds += 1
        for _ in range(touches):
            self.pages.add(client.visit.value.page)
            try:
                await self._once(window)
            except Exception as error:  # noqa: BLE001 - whatever a touch can bring about is what is looked for
                self.faults.append(f"{type(error).__name__}: {error}"[-_MOST_SAID:])
            self.touches += 1
            if over:
                break
        self.home += await self._gets_home(window, over)
        window.hide()
        window.teardown()
        await bridge.close()
        await client.close()
        window.deleteLater()
        QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)

    async def _once(self, window: KioskWindow) -> None:
        page = window.client.visit.value.page
        dice = self._chance.random()
        if self._chance.random() < _KNOWS:
            for digit in _RIGHT.get(page, ""):
                self._press_name(window, f"digit_{digit}")
            self._press_name(window, "continue")
        elif dice < 0.7:
            shown = [one for one in window.findChildren(Pressable) if one.isVisible() and one.isEnabled()]
            shown = [one for one in shown if not one.visibleRegion().isEmpty()]
            often = [_RARELY.get(one.objectName().split("_")[0], 1.0) for one in shown]
            self._touch(self._chance.choices(shown, often)[0] if shown else window, None)
        elif dice < 0.85:
            at = QPoint(self._chance.randrange(window.width()), self._chance.randrange(window.height()))
            self._touch(window, at)
        else:
            self._key(window)
        await asyncio.sleep(self._chance.choice((0, 0, 0, 0.002)))
        QApplication.processEvents()

    def _press_name(self, window: KioskWindow, name: str) -> None:
        for one in window.findChildren(QWidget, name):
            if one.isVisible() and one.isEnabled():
                tap(self._finger, one)
                return

    def _touch(self, widget: QWidget, at: QPoint | None) -> None:
        tap(self._finger, widget, at)
        if self._chance.random() < 0.1 and isValid(widget):  # a finger that trembles
            tap(self._finger, widget, at)

    def _key(self, window: KioskWindow) -> None:
        target = QApplication.focusWidget() or window
        if self._chance.random() < 0.5:
            key, text = 0, self._chance.choice(_LETTERS) * self._chance.choice((1, 1, 1, 40))
        else:
            key, text = self._chance.choice(_KEYS), ""
        held = self._chance.choice(_WITH)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, held, text))

    async def _gets_home(self, window: KioskWindow, over: list[None]) -> bool:
        """Whether the End that is always there leads to a new visitor's home."""
        until_s = time.monotonic() + _HOME_S
        while time.monotonic() < until_s:
            if over or window.client.visit.value.page is Page.HOME:
                return True
            for name in ("confirm_end", "done", "end"):
                self._press_name(window, name)
            await asyncio.sleep(0.01)
            QApplication.processEvents()
        self.faults.append(f"did not get home from {window.page_name}")
        return False

    @contextmanager
    def _watching(self) -> Iterator[None]:
        """Keep what Qt warns of, and what is raised in a slot."""

        def raised(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            place = trace
            while place is not None and place.tb_next is not None:
                place = place.tb_next
            where = f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place is not None else "?"
            self.faults.append(f"{kind.__name__}: {error} at {where}")

        def warned(kind: QtMsgType, _context: object, text: str) -> None:
            if kind not in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg} and "propagateSizeHints" not in text:
                self.faults.append(f"Qt: {text}")

        hook, sys.excepthook = sys.excepthook, raised
        handler = qInstallMessageHandler(warned)
        try:
            yield
        finally:
            sys.excepthook = hook
            qInstallMessageHandler(handler)
