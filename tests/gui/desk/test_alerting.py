"""Arrivals and reminders reach the official wherever they look, and leave a talk in peace."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import cast

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from desk_client.client.alerts import Alerts
from desk_client.client.calls import CallRunner, CallView
from desk_client.client.day import Day, DeskPage
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.call import Phase
from desk_client.i18n.bidi import without_marks
from desk_client.ui.desk.tray import Tray
from desk_client.ui.theme.appearance import Appearance
from tests.fakes.still_call import StillCall
from tests.gallery import desk_day
from tests.gui.desk.conftest import Desk


async def read(desk: Desk) -> None:
    desk.window.refresh()
    await desk.settle()


async def come(desk: Desk, appointment_id: str = "a4") -> None:
    desk.server.change(appointment_id, AppointmentState.WAITING)
    await read(desk)


async def elsewhere(desk: Desk) -> QWidget:
    """Signed in, and working in another window."""
    await desk.sign_in()
    desk.chimes = 0
    desk.notified.clear()
    other = QWidget()
    other.show()
    other.activateWindow()
    assert QTest.qWaitForWindowActive(other)
    return other


async def test_an_arrival_reaches_who_works_in_another_window_and_names_nobody(desk: Desk) -> None:
    other = await elsewhere(desk)
    desk.window.showMinimized()
    await come(desk)
    assert desk.chimes == 1
    ((title, text),) = desk.notified
    assert title == "وصل مراجع"
    assert "كشك" in text
    assert desk.server.items["a4"].citizen_name not in without_marks(title + text)
    desk.window.come_forward()
    assert not desk.window.isMinimized()
    other.close()


async def test_who_has_the_day_before_them_hears_it_and_is_not_notified_besides(desk: Desk) -> None:
    await desk.sign_in()
    desk.chimes = 0
    await come(desk)
    assert (desk.chimes, desk.notified) == (1, [])
    assert desk.window.today.arrival.isVisible()


async def test_each_can_be_switched_off(desk: Desk) -> None:
    other = await elsewhere(desk)
    desk.client.alerts.set(Alerts(rings=False))
    await come(desk, "a4")
    assert (desk.chimes, len(desk.notified)) == (0, 1)
    desk.client.alerts.set(Alerts(notifies=False))
    await come(desk, "a5")
    assert (desk.chimes, len(desk.notified)) == (1, 1)
    other.close()


async def test_a_talk_is_left_in_peace(desk: Desk) -> None:
    other = await elsewhere(desk)
    desk.client.conference.call.set(cast("CallRunner", StillCall(CallView(phase=Phase.TALKING))))
    await come(desk)
    assert (desk.chimes, desk.notified) == (0, [])
    desk.client.conference.call.set(None)
    other.close()


async def test_one_is_reminded_ten_minutes_and_one_minute_before_each_once(desk: Desk) -> None:
    other = await elsewhere(desk)
    desk.server.items = {key: item for key, item in desk.server.items.items() if key == "a4"}
    desk.server.begins("a4", timedelta(minutes=9.9))
    await read(desk)
    now = datetime.now(UTC)
    for _ in range(2):
        desk.window.alerting.look(now)
    assert [title for title, _ in desk.notified] == ["تبدأ المقابلة التالية بعد ١٠ دقائق"]
    assert desk.server.items["a4"].citizen_name in without_marks(desk.window.toast.text)
    desk.window.alerting.look(now + timedelta(minutes=9, seconds=10))
    assert desk.notified[-1][0] == "تبدأ المقابلة التالية بعد دقيقة واحدة"
    assert desk.chimes == 2
    desk.client.alerts.set(replace(desk.client.alerts.value, reminds=False))
    desk.server.begins("a4", timedelta(minutes=5))
    await read(desk)
    desk.window.alerting.look()
    assert len(desk.notified) == 2
    other.close()


def test_beside_the_sign_in_the_tray_it_says_how_many_wait(look: Appearance, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    tray = Tray(look)
    (sign,) = tray.findChildren(QSystemTrayIcon)
    assert sign.toolTip().endswith("في الانتظار: ٠")
    tray.show_day(desk_day.day(DeskPage.TODAY))
    assert sign.toolTip().endswith("في الانتظار: ٢")
    tray.show_day(Day())
    assert sign.toolTip().endswith("في الانتظار: ٠"), "nobody is signed in"
    tray.close()


def test_without_a_tray_nothing_is_shown_and_nothing_fails(look: Appearance) -> None:
    tray = Tray(look)
    tray.say("وصل مراجع", "كشك ٢")
    QApplication.processEvents()
    assert tray.is_there is False, "the screen of the tests has none"
    tray.close()
