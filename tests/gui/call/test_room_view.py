"""A talk of several as it is seen: who is where, how it stands with each, and that feeds run only while it is seen."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk_client.i18n.language import Language
from desk_client.ui.call.room_view import Member, Presence, RoomView
from desk_client.ui.call.room_window import RoomWindow
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.video_tile import TileState, VideoTile
from tests.gallery.call_sheet import sample_picture

MEMBERS = (Member("2", "خالد"), Member("3", "ناصر"), Member("4", "سلمان"), Member("1", "المكتب", is_self=True))


@dataclass
class Feed:
    """Remembers what it was told."""

    told: list[str] = field(default_factory=list)

    def open(self) -> None:
        self.told.append("open")

    def close(self) -> None:
        self.told.append("close")


@pytest.fixture
def room(look: Appearance, shown: Callable[..., QWidget]) -> RoomView:
    view = RoomView(look, MEMBERS)
    shown(view).resize(QSize(1280, 800))
    return view


def state(room: RoomView, key: str) -> TileState:
    return room.tiles[key].state


def description(tile: VideoTile) -> str:
    return tile.accessibleDescription()


def test_the_first_is_at_the_right_in_arabic_and_at_the_left_in_english(look: Appearance, room: RoomView) -> None:
    assert room.tiles["2"].x() > room.tiles["3"].x()
    assert room.tiles["2"].y() == room.tiles["3"].y() < room.tiles["1"].y()
    assert room.title.x() > room.time.x()
    look.set_language(Language.ENGLISH)
    assert room.tiles["2"].x() < room.tiles["3"].x()
    assert room.title.x() < room.time.x()


def test_who_is_expected_is_waited_for_and_oneself_is_there(room: RoomView) -> None:
    assert state(room, "2") is TileState.WAITING
    assert description(room.tiles["2"]) == "بانتظار الانضمام"
    assert state(room, "1") is TileState.LIVE
    assert room.tiles["1"].accessibleName() == "المكتب (أنتم)"
    assert room.time.isHidden()


def test_each_presence_is_told_in_words_of_the_language(qtbot: QtBot, look: Appearance, room: RoomView) -> None:
    room.set_presence("2", Presence.HERE)
    assert state(room, "2") is TileState.LIVE
    assert room.time.isVisible()
    room.set_presence("2", Presence.INTERRUPTED)
    assert state(room, "2") is TileState.FROZEN
    room.set_presence("3", Presence.LEFT)
    assert room.presence("3") is Presence.LEFT
    assert state(room, "3") is TileState.WAITING
    assert description(room.tiles["3"]) == "تمت مغادرة المقابلة"
    look.set_language(Language.ENGLISH)
    qtbot.waitUntil(lambda: description(room.tiles["3"]) == "Has left the audience")
    assert "Group audience" in room.title.text()


def test_who_speaks_is_framed_while_he_is_here(qtbot: QtBot, room: RoomView) -> None:
    tile = room.tiles["2"]
    room.set_presence("2", Presence.HERE)
    tile.receive(sample_picture())

    def edge() -> str:
        return tile.grab().toImage().pixelColor(tile.width() // 2, 1).name()

    quiet = edge()
    qtbot.waitUntil(lambda: edge() != quiet)  # the picture comes by a queued signal
    quiet = edge()
    room.set_speaking("2", True)
    assert edge() == room.colours.stage_accent.lower() != quiet
    room.set_presence("2", Presence.INTERRUPTED)
    assert edge() != room.colours.stage_accent.lower()
    room.set_speaking("2", True)
    assert edge() != room.colours.stage_accent.lower()


def test_feeds_run_while_the_view_is_seen(look: Appearance, shown: Callable[..., QWidget]) -> None:
    view, feed = RoomView(look, MEMBERS), Feed()
    view.feed_by((feed,))
    assert feed.told == ["close"] or not feed.told
    feed.told.clear()
    window = shown(view)
    assert feed.told == ["open"]
    window.hide()
    assert feed.told == ["open", "close"]
    late = Feed()
    window.show()
    view.feed_by((late,))
    assert late.told == ["open"]
    view.teardown()
    assert late.told == ["open", "close"]


def test_one_s_own_camera_that_is_off_is_said(room: RoomView) -> None:
    room.set_own_camera(False)
    assert state(room, "1") is TileState.CAMERA_OFF
    assert description(room.tiles["1"])
    room.set_own_camera(True)
    assert state(room, "1") is TileState.LIVE


def test_the_window_and_its_end_button_leave_the_closing_to_the_owner(
    look: Appearance, shown: Callable[..., QWidget]
) -> None:
    view = RoomView(look, MEMBERS)
    window = RoomWindow(view)
    shown(window)
    told: list[str] = []
    window.closed.connect(lambda: told.append("closed"))
    assert not window.close()
    view.bar.end.click()
    assert told == ["closed", "closed"]
