"""What a hall's operator asks of the process that has a kiosk's screen, and what that says of its use."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QObject, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import obey
from desk_client.client.actions.obey import MOST_STILL_BYTES, KioskOrder
from desk_client.client.device_check.findings import CheckView, KioskPart
from desk_client.client.flows.kiosk import FLOW, Stage
from desk_client.client.visit import Page, Visit
from desk_client.domain.kiosk_health import Activity
from desk_client.domain.kiosk_orders import STILL_COUNTDOWN_S, OrderFailure, OrderKind, OrderState
from desk_client.domain.outcomes import Refusal
from desk_client.i18n.bidi import embedded
from desk_client.ui.kiosk.closed_screen import ClosedScreen
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.operator_access import OperatorAccess
from desk_client.ui.kiosk.staff_notice import StaffNotice
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.picture import Picture

if TYPE_CHECKING:
    from desk_client.client.still import Eye

logger = logging.getLogger(__name__)

_SECOND_MS: Final = 1_000
_MESSAGE_MS: Final = 60_000
_PICTURE_WITHIN_S: Final = 6
"""Some cameras take five seconds to give their first picture."""
_QUALITIES: Final = (80, 65, 50, 35, 20)
_WITH_CAMERA: Final = frozenset({Page.CHECK, Page.WAITING, Page.CALL})
_ACTIVITIES: Final = {
    Page.HOME: Activity.IDLE,
    Page.CHECK: Activity.WAITING,
    Page.WAITING: Activity.WAITING,
    Page.CALL: Activity.IN_CALL,
}


class HallOrders(QObject):
    """Belongs to a kiosk's window, and makes what it shows when it is first asked for."""

    said = Signal(str)
    """A line for the supervisor."""
    called_here = Signal(object)
    """A number (`CalledNumber`) was called to this kiosk just now."""
    worn = Signal()
    """What the operator wished has loaded what a kiosk that waits has not: a fresh process should follow."""

    def __init__(
        self, counter: Counter, window: QWidget, header: QWidget, operator: OperatorAccess, end: Callable[[], None]
    ) -> None:
        """``end`` ends the visit, whatever it is doing; what the staff say leaves the ``header`` free."""
        super().__init__(window)
        self._counter = counter
        self._window = window
        self._header = header
        self._operator = operator
        self._end = end
        self._activity: Activity | None = None
        self._is_at_lock = False
        self._closes = False
        self._closed: ClosedScreen | None = None
        self._message: StaffNotice | None = None
        self._asking: StaffNotice | None = None
        self._still: str | None = None
        self._seconds = 0
        self._eye: Eye | None = None
        self._is_testing = False
        self._fades = QTimer(self)
        self._fades.setSingleShot(True)
        self._fades.setInterval(_MESSAGE_MS)
        self._fades.timeout.connect(self._hide_message)
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND_MS)
        self._clock.timeout.connect(self._count)
        operator.opening.connect(lambda: self._set_at_lock(True))
        operator.gone.connect(lambda: self._set_at_lock(False))
        self._leave = (
            counter.client.visit.subscribe(self._follow),
            counter.client.check.subscribe(self._tell_check),
        )

    # --- what is said ---------------------------------------------------------------------------------------------

    @property
    def activity(self) -> Activity:
        """What the kiosk is used for now; never by whom."""
        if self._is_at_lock:
            return Activity.OPERATOR
        if self._closed is not None and not self._closed.isHidden():
            return Activity.LOCKED
        return _ACTIVITIES.get(self._page, Activity.IN_USE)

    def begin(self) -> None:
        """The window has the screen: say what it is used for."""
        self._activity = None
        self._tell_activity()

    def teardown(self) -> None:
        """Let go of the camera, and of what is listened to."""
        for leave in self._leave:
            leave()
        self._clock.stop()
        self._fades.stop()
        self._close_eye()

    @property
    def _page(self) -> Page:
        return self._counter.client.visit.value.page

    def _follow(self, visit: Visit) -> None:
        if visit.page is Page.HOME and self._closes:
            self._close()
        if self._still is not None and self._is_private():
            self._fail_still(OrderFailure.PRIVATE)
        self._tell_activity()

    def _tell_check(self, view: CheckView | None) -> None:
        if view is not None and (view.is_done or view.needs_somebody):
            self.said.emit(f"checked {','.join(view.failed)}")

    def _tell_activity(self) -> None:
        if self.activity is not self._activity:
            self._activity = self.activity
            self.said.emit(f"now {self._activity}")

    def _set_at_lock(self, is_there: bool) -> None:
        self._is_at_lock = is_there
        self._tell_activity()

    # --- closing --------------------------------------------------------------------------------------------------

    def lock(self, *, ends_visit: bool) -> None:
        """Close the kiosk to visitors: at once where nobody is there, else once the visit is over."""
        self._closes = True
        if self._page is Page.HOME:
            self._close()
            return
        if ends_visit:
            self._end()
            return
        self._tell_message(
            QCoreApplication.translate(
                "HallOrders", "This kiosk closes after your visit. You can finish what you are doing."
            )
        )

    def unlock(self) -> None:
        """Let visitors use it again."""
        self._closes = False
        if self._closed is not None:
            self._closed.hide()
        self._tell_activity()

    def _close(self) -> None:
        if self._closed is None:
            self._closed = ClosedScreen(self._counter.look, self._window)
            self._closed.emblem_held.connect(self._operator.open)
        if self._closed.isHidden():
            self._closed.rise()
        self._tell_activity()

    def hear_called(self, text: str, *, is_news: bool) -> None:
        """Show which numbers are called now. ``text`` is their JSON; what was called long ago is no news."""
        for number in obey.hear_called(self._counter.client, text):
            if is_news:
                self.called_here.emit(number)

    # --- orders ---------------------------------------------------------------------------------------------------

    def obey(self, text: str) -> None:
        """Do what an order asks; one that cannot be read is left to run out. ``text`` is its JSON."""
        order = obey.read_order(text)
        if order is None:
            logger.warning("an order could not be read")
            return
        match order.kind:
            case OrderKind.MESSAGE:
                self._tell_message(order.text)
                self._answer(order.id, OrderState.DONE)
            case OrderKind.TEST:
                self._test(order)
            case OrderKind.STILL:
                self._ask_for_still(order)
            case _:
                self._answer(order.id, OrderState.FAILED, OrderFailure.INTERNAL)

    def _answer(
        self,
        order_id: str,
        state: OrderState,
        failure: OrderFailure | None = None,
        *,
        failed: tuple[KioskPart, ...] = (),
        still: bytes | None = None,
        lets_go: bool = False,
        on_end: Callable[[], None] | None = None,
    ) -> None:
        said = obey.answer(self._counter.client, order_id, state, failure, failed=failed, still=still, lets_go=lets_go)
        self._counter.bridge.run(said, _nothing, _not_said, on_end=on_end)

    def _notice(self, name: str, icon: Icon) -> StaffNotice:
        return StaffNotice(self._counter.look, self._window, self._header, name, icon)

    # --- a message ------------------------------------------------------------------------------------------------

    def _tell_message(self, text: str) -> None:
        if self._message is None:
            self._message = self._notice("staff_message", Icon.MESSAGE)
            self._message.pressed.connect(self._hide_message)
        self._message.tell(
            QCoreApplication.translate("HallOrders", "From the staff of the hall"),
            embedded(text),
            QCoreApplication.translate("HallOrders", "I have read it"),
        )
        self._fades.start()

    def _hide_message(self) -> None:
        if self._message is not None:
            self._message.hide()

    # --- a test ---------------------------------------------------------------------------------------------------

    def _test(self, order: KioskOrder) -> None:
        if self._page is not Page.HOME or self._is_testing or self._still is not None:
            self._answer(order.id, OrderState.FAILED, OrderFailure.IN_USE)
            return
        self._is_testing = True
        self._answer(order.id, OrderState.TAKEN)

        def done(failed: tuple[KioskPart, ...]) -> None:
            self.said.emit(f"checked {','.join(failed)}")
            self._answer(order.id, OrderState.DONE, failed=failed, on_end=self._wear)

        self._counter.bridge.run(
            obey.look_at_devices(self._counter.client), done, lambda _refusal: None, on_end=self._tested
        )

    def _tested(self) -> None:
        self._is_testing = False

    def _wear(self) -> None:
        """A kiosk that waits is light again in a fresh process; nobody is there to be disturbed."""
        if self._page is Page.HOME:
            self.worn.emit()

    # --- a picture ------------------------------------------------------------------------------------------------

    def _is_private(self) -> bool:
        return self._is_at_lock or self._page is Page.CALL or FLOW[self._page].stage is Stage.IDENTITY

    def _ask_for_still(self, order: KioskOrder) -> None:
        if self._is_private():
            self._answer(order.id, OrderState.FAILED, OrderFailure.PRIVATE)
            return
        if self._still is not None or self._is_testing:
            self._answer(order.id, OrderState.FAILED, OrderFailure.IN_USE)
            return
        self._still = order.id
        self._answer(order.id, OrderState.TAKEN)
        if self._asking is None:
            self._asking = self._notice("still_notice", Icon.PHOTO)
            self._asking.pressed.connect(lambda: self._fail_still(OrderFailure.DECLINED))
        self._seconds = STILL_COUNTDOWN_S
        self._tell_count()
        self._clock.start()
        self._counter.bridge.run(self._counter.client.load_call(), self._open_eye, lambda _refusal: None)

    def _open_eye(self, _nothing: None) -> None:
        if self._still is not None and self._eye is None:
            from desk_client.client.still import Eye  # noqa: PLC0415 - codecs, loaded when needed

            self._eye = Eye(self._counter.client.conference)

    def _count(self) -> None:
        self._seconds -= 1
        if self._seconds > 0:
            self._tell_count()
            return
        picture = None if self._eye is None else self._eye.picture
        if picture is not None:
            self._give_still(picture)
        elif self._seconds <= -_PICTURE_WITHIN_S:
            self._fail_still(OrderFailure.NO_CAMERA)
        else:
            self._tell_count()

    def _tell_count(self) -> None:
        if self._asking is None:
            return
        if self._seconds > 0:
            text = QCoreApplication.translate(
                "HallOrders", "A picture of this place is taken for them in %Ln s.", "", self._seconds
            )
        else:
            text = QCoreApplication.translate("HallOrders", "The picture is being taken.")
        self._asking.tell(
            QCoreApplication.translate("HallOrders", "The staff of the hall ask to see this kiosk's camera"),
            text,
            QCoreApplication.translate("HallOrders", "No, do not take it"),
        )

    def _give_still(self, picture: Picture) -> None:
        jpeg = jpeg_of(picture)
        if jpeg is None:
            self._end_still(OrderState.FAILED, OrderFailure.INTERNAL)
        else:
            self._end_still(OrderState.DONE, still=jpeg)

    def _fail_still(self, failure: OrderFailure) -> None:
        self._end_still(OrderState.FAILED, failure)

    def _end_still(self, state: OrderState, failure: OrderFailure | None = None, still: bytes | None = None) -> None:
        order_id, self._still = self._still, None
        self._clock.stop()
        if self._asking is not None:
            self._asking.hide()
        self._close_eye()
        if order_id is not None:
            lets_go = self._page not in _WITH_CAMERA
            self._answer(order_id, state, failure, still=still, lets_go=lets_go, on_end=self._wear)

    def _close_eye(self) -> None:
        if self._eye is not None:
            self._eye.close()
            self._eye = None


def jpeg_of(picture: Picture) -> bytes | None:
    """The picture as JPEG that fits into one request; None where it cannot be written."""
    image = QImage(picture.data, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
    for quality in _QUALITIES:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        if not image.save(buffer, "JPEG", quality):  # type: ignore[call-overload]  # the stub lacks QIODevice here
            return None
        found = bytes(buffer.data().data())
        if len(found) <= MOST_STILL_BYTES:
            return found
    return None


def _nothing(_none: None) -> None:
    """What was to be said is said."""


def _not_said(refusal: Refusal) -> None:
    logger.warning("what became of an order could not be said: %s", refusal.code)
