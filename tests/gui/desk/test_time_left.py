"""The end of the planned time: told two minutes before, and more of it where the calendar allows."""

import time
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.call.notices import Notice
from tests.gui.desk.conftest import Desk
from tests.gui.desk.test_talk_and_outcome import in_talk, press


async def nearly_over(desk: Desk, left: timedelta) -> None:
    """Of the talk's twenty minutes so many are left."""
    call = await in_talk(desk)
    since = time.monotonic() - (timedelta(minutes=20) - left).total_seconds()
    call.view.set(replace(call.view.value, talking_since_s=since))
    desk.window.call.time_bar.look_again()


def said(desk: Desk) -> str:
    return " ".join(each.text for each in desk.window.findChildren(Notice) if each.isVisible())


async def test_two_minutes_before_the_end_it_is_told_and_extended_by_a_press(desk: Desk) -> None:
    await nearly_over(desk, timedelta(minutes=3))
    assert not desk.has("time_bar")
    await nearly_over(desk, timedelta(seconds=110))
    assert desk.has("time_bar")
    press(desk, "extend_10")
    await desk.settle()
    assert not desk.has("time_bar"), "there is time again"
    slot = desk.server.items["a2"].slot
    assert slot.ends_at - slot.starts_at == timedelta(minutes=30)
    assert "١٠" in said(desk)


async def test_who_needs_no_more_time_puts_it_away(desk: Desk) -> None:
    await nearly_over(desk, timedelta(seconds=-5))
    press(desk, "no_more_time")
    desk.window.call.time_bar.look_again()
    assert not desk.has("time_bar")


async def test_why_there_is_no_more_time_is_told_over_the_talk(desk: Desk) -> None:
    await nearly_over(desk, timedelta(seconds=30))
    desk.server.refusals["/extension"] = Refusal(RefusalCode.SLOT_TAKEN)
    QTest.keyClick(desk.window, Qt.Key.Key_E)
    await desk.settle()
    assert "المقابلة التالية" in said(desk)
    assert desk.has("time_bar")
    desk.server.refusals["/extension"] = Refusal(RefusalCode.SERVER_UNAVAILABLE)
    press(desk, "extend_5")
    await desk.settle()
    desk.server.refusals.clear()
    press(desk, "try_again")
    await desk.settle()
    assert not desk.has("time_bar")
