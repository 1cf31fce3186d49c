"""The operator's console in its states, without a server."""

import time
import uuid
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desk_client.client.console import HallView, IncidentKind, IncidentLog, Unsent
from desk_client.client.desk import DeskClient
from desk_client.client.gateway import Gateway
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.incidents import IncidentAsk
from desk_client.ui.desk.window import DeskWindow
from desk_client.ui.operator.hall_section import HallSection
from desk_client.ui.theme.appearance import Appearance
from tests.gallery import hall_day as sample
from tests.gallery.call_sheet import sample_picture
from tests.gallery.desk_screens import Frame, conference
from tests.gallery.still_bridge import StillBridge

_NOWHERE = "http://127.0.0.1:9"
_AWAY = Refusal(RefusalCode.SERVER_UNAVAILABLE)


def console(
    look: Appearance, view: HallView, log: IncidentLog | None = None, *, opened: int = 0, trouble: Refusal | None = None
) -> Frame:
    """The console at one of its sections."""
    client = DeskClient(Gateway(_NOWHERE), conference)
    window = DeskWindow(look, client, StillBridge(), chime=lambda: None)
    client.day.set(sample.day())
    client.console.hall.set(view)
    client.console.incidents.set(log or IncidentLog(()))
    client.trouble.set(trouble)
    window.console.open(opened)
    window.toast.hide()
    return Frame(window)


def _section(frame: Frame) -> HallSection:
    found = frame.desk.console.sections[0]
    assert isinstance(found, HallSection)
    return found


def hall(look: Appearance) -> QWidget:
    """Six kiosks, each in another state, and two calls for help."""
    return console(look, sample.view(*sample.kiosks()), sample.log())


def one_kiosk(look: Appearance) -> QWidget:
    """A small hall that has no PIN yet."""
    return console(look, sample.view(sample.kiosk(1), has_pin=False))


def empty(look: Appearance) -> QWidget:
    """A hall without kiosks."""
    return console(look, sample.view())


def failed(look: Appearance) -> QWidget:
    """It could not be read at all."""
    return console(look, HallView(trouble=_AWAY), trouble=_AWAY)


def away(look: Appearance) -> QWidget:
    """The last known hall, and what is to be done."""
    view = replace(sample.view(*sample.kiosks()[:3]), trouble=_AWAY, read_s=time.monotonic() - 190)
    return console(look, view, trouble=_AWAY)


def message(look: Appearance) -> QWidget:
    """A message being written."""
    frame = console(look, sample.view(*sample.kiosks()))
    section = _section(frame)
    section._draft = "نرجو التوجه إلى الكشك رقم ٥، فهذا الكشك سيُغلق بعد قليل."
    section._wish("jazan-1", "message")
    return frame


def restart(look: Appearance) -> QWidget:
    """The question before a visit is cut off."""
    frame = console(look, sample.view(*sample.kiosks()))
    _section(frame)._wish("jazan-2", "restart")
    return frame


def pin(look: Appearance) -> QWidget:
    """A PIN that is guessed at once."""
    frame = console(look, sample.view(*sample.kiosks()))
    _section(frame).pin.click()
    for field in frame.findChildren(QWidget, "hall_pin_first"):
        field.setText("123456")  # type: ignore[attr-defined]  # it is a line of digits
    return frame


def still(look: Appearance) -> QWidget:
    """What a kiosk's camera saw."""
    from desk_client.ui.kiosk.hall_orders import jpeg_of  # noqa: PLC0415 - the kiosk's own way to write it

    frame = console(look, sample.view(*sample.kiosks()))
    jpeg = jpeg_of(sample_picture(480, 270))
    assert jpeg is not None
    _section(frame)._show_still("jazan-1", jpeg)
    return frame


def left(look: Appearance) -> QWidget:
    """What was left and not done."""
    frame = console(look, sample.view(*sample.kiosks()))
    _section(frame).left.action.click()
    return frame


def incidents(look: Appearance) -> QWidget:
    """Calls for help first."""
    return console(look, sample.view(*sample.kiosks()), sample.log(), opened=1)


def incidents_kept(look: Appearance) -> QWidget:
    """One was recorded while the server is away."""
    kept = Unsent(uuid.uuid4().hex, IncidentAsk(kind=IncidentKind.NETWORK, site_id="jazan"))
    log = replace(sample.log(), unsent=(kept,), trouble=_AWAY)
    return console(look, sample.view(*sample.kiosks()), log, opened=1, trouble=_AWAY)


def incidents_none(look: Appearance) -> QWidget:
    """Nothing is wrong."""
    return console(look, sample.view(*sample.kiosks()), opened=1)


SHEETS: tuple[tuple[str, Callable[[Appearance], QWidget]], ...] = (
    ("hall", hall),
    ("hall-one", one_kiosk),
    ("hall-empty", empty),
    ("hall-failed", failed),
    ("hall-away", away),
    ("hall-message", message),
    ("hall-restart", restart),
    ("hall-pin", pin),
    ("hall-still", still),
    ("hall-left", left),
    ("incidents", incidents),
    ("incidents-kept", incidents_kept),
    ("incidents-none", incidents_none),
)
