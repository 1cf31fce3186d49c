"""Whoever is called into a talk has a whole desk: keys, devices, screen, figures, time and a small window."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest

from desk_client.client.called_in import Calls
from desk_client.client.calls import CallView
from desk_client.client.day import DeskPage
from desk_client.client.desk import Slept
from desk_client.domain.access import Role
from desk_client.domain.call import Phase
from desk_client.domain.called_in import Call, Capacity
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.bidi import without_marks
from desk_client.rtc.port import Device, DeviceInUse
from desk_client.ui.desk.call_keys import ALSO_KEYS, CallKey
from tests.fakes.still_call import StillCall
from tests.gallery.company_sheets import OFFICIAL
from tests.gui.desk.conftest import Desk
from tests.gui.desk.test_calling_in import RINGING, enter, inside, key, notes, typed
from tests.gui.desk.test_keys import at, listed
from tests.gui.desk.test_small_window import small
from tests.gui.desk.test_talk_and_outcome import press
from tests.gui.desk.test_talk_devices import Told, told

if TYPE_CHECKING:
    from desk_client.client.calls import CallRunner

__all__ = ["inside", "told"]

THE_OFFICES = {CallKey.HOLD, CallKey.RECORD, CallKey.EXTEND, CallKey.PEOPLE, CallKey.HAND_OVER, CallKey.SEND_BACK}
BESIDE = {CallKey.BRIEF, CallKey.CHAT, CallKey.GIVE_DOCUMENT, CallKey.MINUTES}


def shown_as(desk: Desk, capacity: Capacity) -> None:
    joined = desk.client.calls.value.joined
    assert joined is not None
    joined = joined.model_copy(update={"capacity": capacity})
    desk.client.calls.set(replace(desk.client.calls.value, joined=joined))


def keys(desk: Desk) -> set[str]:
    """By which keys something is done, as the list says."""
    QTest.keyClick(desk.window, Qt.Key.Key_F1)
    found = {without_marks(value) for _, value in listed(desk)[1:]}
    QTest.keyClick(at(desk), Qt.Key.Key_Escape)
    assert not desk.has("call_keys")
    return found


async def test_every_key_stands_on_the_list_of_whoever_it_serves(desk: Desk, inside: StillCall) -> None:
    desk.server.role = Role.DELEGATE
    await enter(desk)
    bound = {each.key().toString() for each in desk.window.called.findChildren(QShortcut)}
    assert bound == {*(set(CallKey) - THE_OFFICES), *ALSO_KEYS}
    everybodys = set(CallKey) - THE_OFFICES - BESIDE
    assert keys(desk) == everybodys - {CallKey.CAPTIONS}, "they came as head of a department"
    shown_as(desk, Capacity.INTERPRETER)
    assert keys(desk) == everybodys
    shown_as(desk, Capacity.SIGN_INTERPRETER)
    assert keys(desk) == everybodys - {CallKey.SCREEN}, "whoever signs is to be seen"
    assert not desk.has("show_screen")
    QTest.keyClick(desk.window, Qt.Key.Key_F1)
    assert "مغادرة" in {value: words for words, value in listed(desk)}[desk.window.called.talk_keys.rows[-2][1]]
    assert inside.done == []


async def test_figures_are_shown_by_the_same_key(desk: Desk, inside: StillCall) -> None:
    await enter(desk)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(desk.window, Qt.Key.Key_D, both)
    figures = desk.window.called.view._figures
    assert figures is not None
    assert figures.isVisible()
    press(desk, "toggle_figures")
    assert not figures.isVisible()
    assert inside.done == []


async def test_devices_are_chosen_in_the_talk_and_a_pulled_one_is_told_of(told: Told) -> None:
    desk, engine, client = told.desk, told.engine, told.desk.client
    await desk.sign_in()
    client.preferences.change(microphone="Headset")
    client.conference.open_media()
    client.conference.call.set(cast("CallRunner", StillCall(CallView(Phase.TALKING, signalling_up=True))))
    client.calls.set(Calls(joined=RINGING))
    client.day.set(replace(client.day.value, page=DeskPage.CALLED))
    engine.tell(DeviceInUse(Device.MICROPHONE, "Headset"))
    engine.tell(DeviceInUse(Device.MICROPHONE, "Built-in"))
    await desk.until(lambda: "Built-in" in notes(desk))
    QTest.keyClick(desk.window, Qt.Key.Key_D)
    assert desk.has("talk_devices_list")
    client.day.set(replace(client.day.value, page=client.day.value.pages[0]))
    await desk.until(lambda: not desk.has("talk_devices_list"))
    client.conference.call.set(None)


async def test_while_the_talk_is_held_no_screen_is_shown(desk: Desk, inside: StillCall) -> None:
    await enter(desk)
    assert desk.find("show_screen").isEnabled()
    holding = replace(OFFICIAL, holds=True)
    inside.view.set(replace(inside.view.value, is_held=True, people=(holding,)))
    assert not desk.find("show_screen").isEnabled()
    inside.view.set(replace(inside.view.value, is_held=False, people=(OFFICIAL,)))
    assert desk.find("show_screen").isEnabled()


async def test_minimised_the_talk_goes_on_in_a_small_window(desk: Desk, inside: StillCall) -> None:
    await enter(desk)
    desk.window.showMinimized()
    await desk.until(lambda: small() is not None)
    window = small()
    assert window is not None
    assert "محمد بن علي الحازمي" in without_marks(window.tile.accessibleName())
    QTest.mouseClick(window.microphone, Qt.MouseButton.LeftButton)
    assert inside.done == ["microphone False"]
    QTest.mouseClick(window.back, Qt.MouseButton.LeftButton)
    await desk.until(lambda: small() is None and not desk.window.isMinimized())


def planned(desk: Desk, left: timedelta) -> None:
    """The server says until when."""
    ends_at = datetime.now(UTC) + left
    desk.server.calls.ringing = [
        RINGING.model_copy(update={"state": Call.ACCEPTED, "ends_at": ends_at, "capacity": Capacity.DELEGATE})
    ]


def left_of(desk: Desk) -> timedelta | None:
    """Of the planned time."""
    return desk.window.called.view.header.time.left


async def test_the_time_left_is_seen_and_its_end_told_and_more_of_it(desk: Desk, inside: StillCall) -> None:
    await enter(desk)
    assert left_of(desk) is None
    planned(desk, timedelta(minutes=10))
    desk.window.refresh()
    await desk.settle()
    left = left_of(desk)
    assert left is not None
    assert timedelta(minutes=9, seconds=30) < left <= timedelta(minutes=10)
    assert not desk.has("time_bar")
    planned(desk, timedelta(seconds=100))
    desk.window.refresh()
    await desk.settle()
    desk.window.called.time_bar.look_again()
    assert desk.has("time_bar")
    assert not desk.has("extend_5"), "the office extends"
    planned(desk, timedelta(seconds=400))
    desk.window.refresh()
    await desk.settle()
    assert not desk.has("time_bar")
    assert "مُدّدت" in notes(desk)
    assert inside.done == []


async def test_what_was_not_sent_is_tried_again_and_nothing_typed_is_lost(desk: Desk, inside: StillCall) -> None:
    await enter(desk)
    shown_as(desk, Capacity.INTERPRETER)
    QTest.keyClick(desk.window, Qt.Key.Key_T)
    typed("نسمعكم جيدًا")
    desk.server.refusals["/captions"] = Refusal(RefusalCode.SERVER_UNAVAILABLE)
    key(Qt.Key.Key_Return)
    await desk.settle()
    assert desk.window.called.caption_line.field.text() == "نسمعكم جيدًا"
    desk.server.refusals.clear()
    press(desk, "try_again")
    await desk.settle()
    assert desk.server.calls.captions == ["نسمعكم جيدًا"]
    assert not desk.window.called.notice.isVisible()
    assert inside.done == []


async def test_that_the_computer_slept_is_said_over_the_picture(desk: Desk, inside: StillCall) -> None:
    await enter(desk)
    desk.client.slept.set(Slept(1, timedelta(minutes=3)))
    assert notes(desk)
    assert inside.done == []


@pytest.mark.parametrize("is_own", [True, False])
async def test_the_offices_own_manager_has_what_lies_beside_the_talk(
    desk: Desk, inside: StillCall, is_own: bool
) -> None:
    await enter_for_minutes(desk, is_own=is_own)
    assert desk.has("minutes") is is_own
    for button in ("toggle_minutes", "toggle_brief", "toggle_chat"):
        assert desk.has(button) is is_own
    if not is_own:
        QTest.keyClick(desk.window, Qt.Key.Key_N)
        assert not desk.has("minutes")
        assert not any(path.endswith("/brief") for _, path in desk.server.asked)
        return
    QTest.keyClick(desk.window, Qt.Key.Key_B)
    QTest.keyClick(desk.window, Qt.Key.Key_B)
    assert desk.has("talk_brief")
    assert desk.has("give_document")
    QTest.keyClick(desk.window, Qt.Key.Key_C)
    typed("تفضلوا")
    key(Qt.Key.Key_Return)
    await desk.settle()
    assert [line.text for line in desk.server.chat] == ["تفضلوا"]
    assert inside.done == []


async def enter_for_minutes(desk: Desk, *, is_own: bool = True) -> None:
    """The manager of an office is called into its talk."""
    desk.server.role = Role.DELEGATE
    await enter(desk, RINGING.model_copy(update={"capacity": Capacity.DELEGATE, "is_own_office": is_own}))
    await desk.until(lambda: (desk.client.talk_brief is not None) is is_own)
    await desk.settle()
