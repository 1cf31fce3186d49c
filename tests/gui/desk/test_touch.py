"""A finger works the desk as a mouse does, within scrolled columns as well."""

from PySide6.QtGui import QInputDevice, QPointingDevice
from PySide6.QtTest import QTest

from desk_client.domain.decision import DecisionCode
from tests.gui.desk.conftest import Desk


def touch(desk: Desk, finger: QPointingDevice, name: str) -> None:
    widget = desk.find(name)
    handle = desk.window.windowHandle()
    assert handle is not None
    at = widget.mapTo(desk.window, widget.visibleRegion().boundingRect().center())
    QTest.touchEvent(handle, finger).press(0, at, handle).commit()
    QTest.touchEvent(handle, finger).release(0, at, handle).commit()


async def test_an_outcome_is_chosen_and_written_by_touch(desk: Desk) -> None:
    finger = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen, QInputDevice.Capability.Position)
    await desk.sign_in()
    touch(desk, finger, "agenda_item_a1")
    await desk.settle()
    touch(desk, finger, "write_outcome")
    await desk.settle()
    touch(desk, finger, "decision_granted")
    assert desk.window.outcome.kind.code is DecisionCode.GRANTED
    touch(desk, finger, "outcome_text")
    assert desk.window.outcome.text.hasFocus()
    desk.window.outcome.text.insertPlainText("تمت الموافقة")
    touch(desk, finger, "save_outcome")
    await desk.settle()
    assert len(desk.server.outcomes) == 1
