"""The talk as it is seen: each phase in words, pictures only while shown, controls that reach the call."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType
from typing import cast

import av
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk_client.client.calls import CallRunner
from desk_client.client.calls import CallView as CallShown
from desk_client.client.conference import (
    Conference,
    Device,
    DeviceFault,
    Level,
    LineQuality,
    SharedScreen,
    SharingFault,
    Stream,
)
from desk_client.client.pictures import Picture
from desk_client.domain.call import Phase
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.language import Language
from desk_client.rtc.port import ScreenArea
from desk_client.ui.call.call_view import CallView
from desk_client.ui.call.figures import Figures
from desk_client.ui.call.notices import Notice
from desk_client.ui.call.words import echo_words, muted_words
from desk_client.ui.theme.appearance import Appearance
from tests.fakes.still_call import StillCall
from tests.gallery.desk_screens import FIGURES, conference

TALKING = CallShown(Phase.TALKING, signalling_up=True, talking_since_s=0.0)


@pytest.fixture
def call() -> StillCall:
    return StillCall(TALKING)


@pytest.fixture
def talk(call: StillCall) -> Conference:
    made = conference()
    made.call.set(cast("CallRunner", call))  # all that a view asks of one
    return made


@pytest.fixture
def painted() -> list[Picture]:
    return []


@pytest.fixture
def view(qtbot: QtBot, look: Appearance, talk: Conference, painted: list[Picture]) -> Iterator[CallView]:
    made = CallView(look, talk, remote_title=lambda: "أحمد", local_title=lambda: "أنتم", on_painted=painted.append)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.teardown()


def _scalers() -> int:
    return sum(thread.name == "rtc-scaler" for thread in threading.enumerate())


def _notices(view: CallView) -> list[str]:
    return [notice.text for notice in view.findChildren(Notice) if notice.isVisible()]


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase is not Phase.TALKING])
def test_every_phase_without_a_talk_says_so(view: CallView, call: StillCall, phase: Phase) -> None:
    call.view.set(replace(TALKING, phase=phase))
    assert view.overlay.isVisible()
    assert view.overlay.title.said
    assert view.overlay.retry.isVisible() is (phase in {Phase.FAILED, Phase.UNVERIFIED})


def test_a_talk_has_nothing_over_it(view: CallView) -> None:
    assert not view.overlay.isVisible()
    assert view.header.secure.text
    assert view.header.time.isVisible()


def test_a_person_who_was_refused_the_room_is_told_why(view: CallView, call: StillCall) -> None:
    call.view.set(CallShown(Phase.JOINING, signalling_up=True, refusal=Refusal(RefusalCode.ROOM_FULL)))
    first = view.overlay.title.said
    call.view.set(CallShown(Phase.JOINING, signalling_up=True))
    assert first != view.overlay.title.said


def test_a_server_that_is_away_is_told_discreetly_while_the_talk_goes_on(view: CallView, call: StillCall) -> None:
    assert _notices(view) == []
    call.view.set(replace(TALKING, signalling_up=False))
    assert len(_notices(view)) == 1
    assert not view.overlay.isVisible()
    call.view.set(TALKING)
    assert _notices(view) == []


@pytest.mark.parametrize("device", list(Device))
@pytest.mark.parametrize("fault", list(DeviceFault))
def test_a_device_that_does_not_serve_is_named(
    view: CallView, talk: Conference, device: Device, fault: DeviceFault
) -> None:
    talk.faults.set(MappingProxyType({device: fault}))
    assert len(_notices(view)) == 1


def test_what_does_not_serve_is_told_for_a_while_and_stays_marked_on_the_controls(
    view: CallView, talk: Conference
) -> None:
    talk.faults.set(MappingProxyType(dict.fromkeys(Device, DeviceFault.ABSENT)))
    assert len(_notices(view)) == len(Device)
    view._fading.stop()
    view._fading.timeout.emit()
    assert _notices(view) == []
    assert view.bar.speaker.isVisible()
    assert all(button.accessibleDescription() for button in (view.bar.microphone, view.bar.camera, view.bar.speaker))
    talk.faults.set(MappingProxyType({}))
    assert not view.bar.speaker.isVisible()
    assert not view.bar.camera.accessibleDescription()


def test_who_speaks_while_muted_is_told_so_until_they_unmute(view: CallView, talk: Conference, call: StillCall) -> None:
    talk.spoke_while_muted.set(1)
    assert _notices(view) == [], "the microphone is on: it was switched on meanwhile"
    call.set_microphone(on=False)
    talk.spoke_while_muted.set(2)
    assert _notices(view) == [muted_words()]
    call.set_microphone(on=True)
    assert _notices(view) == []
    call.set_microphone(on=False)
    assert _notices(view) == []


def test_it_is_told_for_a_while_that_one_speaks_while_muted(view: CallView, talk: Conference, call: StillCall) -> None:
    call.set_microphone(on=False)
    talk.spoke_while_muted.set(1)
    assert _notices(view) == [muted_words()]
    view._muted_telling.stop()
    view._muted_telling.timeout.emit()
    assert _notices(view) == []
    talk.spoke_while_muted.set(2)
    assert _notices(view) == [muted_words()]


def test_it_is_told_for_a_while_that_the_other_side_may_hear_itself(view: CallView, talk: Conference) -> None:
    talk.echo_is_cancelled.set(False)
    assert _notices(view) == [echo_words()]
    view._fading.stop()
    view._fading.timeout.emit()
    assert _notices(view) == []


def test_retry_reaches_the_call(view: CallView, call: StillCall) -> None:
    call.view.set(replace(TALKING, phase=Phase.FAILED))
    QTest.mouseClick(view.overlay.retry, Qt.MouseButton.LeftButton)
    assert call.done == ["retry"]


def test_mute_and_camera_reach_the_call_once_and_show_what_it_says(view: CallView, call: StillCall) -> None:
    QTest.mouseClick(view.bar.microphone, Qt.MouseButton.LeftButton)
    QTest.mouseClick(view.bar.camera, Qt.MouseButton.LeftButton)
    assert call.done == ["microphone False", "camera False"]
    call.view.set(replace(call.view.value, microphone_on=True))
    assert view.bar.microphone.isChecked()


def test_hanging_up_is_the_owners_decision(qtbot: QtBot, view: CallView, call: StillCall) -> None:
    with qtbot.waitSignal(view.hang_up_requested):
        QTest.mouseClick(view.bar.end, Qt.MouseButton.LeftButton)
    assert call.done == []


def test_pictures_are_taken_only_while_the_view_is_shown(view: CallView) -> None:
    assert _scalers() == 2
    view.hide()
    assert _scalers() == 0
    view.show()
    assert _scalers() == 2


def test_what_is_painted_is_told_and_what_is_hidden_is_not(
    qtbot: QtBot, view: CallView, talk: Conference, call: StillCall, painted: list[Picture]
) -> None:
    scaler = next(scaler for stream, scaler in talk._tiles if stream is Stream.REMOTE)

    def offer(grey: int) -> None:
        frame = av.VideoFrame.from_ndarray(np.full((360, 640, 3), grey, np.uint8), format="rgb24")
        scaler.offer(frame.reformat(format="yuv420p"))

    offer(100)
    qtbot.waitUntil(lambda: len(painted) == 1)
    assert painted[0].width >= view.remote.width()
    call.view.set(replace(TALKING, phase=Phase.PEER_LEFT))
    with qtbot.waitSignal(view.remote._arrived):
        offer(200)
    view.repaint()
    assert len(painted) == 1


def test_the_line_is_told_in_words_and_bars_each_way(view: CallView, call: StillCall) -> None:
    seen = []
    for level in Level:
        call.view.set(replace(TALKING, quality=LineQuality(level, Level.GOOD)))
        seen.append((view.header.quality.text, view.local._signs.quality, view.remote._signs.quality))
    assert len({words for words, _, _ in seen}) == len(Level)
    assert [bars for _, bars, _ in seen] == [0, 1, 2, 4]
    assert {bars for _, _, bars in seen} == {4}
    call.view.set(replace(TALKING, phase=Phase.RECONNECTING, quality=LineQuality(Level.POOR, Level.POOR)))
    assert not view.header.quality.text


def test_it_is_told_who_suffers_from_a_weak_line(view: CallView, call: StillCall) -> None:
    assert _notices(view) == []
    told = set()
    for mine, theirs in ((Level.POOR, Level.GOOD), (Level.FAIR, Level.POOR), (Level.LOST, Level.POOR)):
        call.view.set(replace(TALKING, quality=LineQuality(mine, theirs)))
        told |= set(_notices(view))
    call.view.set(replace(TALKING, quality=LineQuality(Level.POOR, None), stats=replace(FIGURES, audio_only=True)))
    told |= set(_notices(view))
    assert len(told) == 4
    call.view.set(replace(TALKING, quality=LineQuality(Level.FAIR, Level.FAIR)))
    assert _notices(view) == []


def test_a_shared_screen_is_told_as_long_as_it_is_shown_and_its_end_for_a_while(
    view: CallView, talk: Conference
) -> None:
    talk.sharing.set(SharedScreen(ScreenArea(0, 0, 640, 480)))
    view._fading.stop()
    view._fading.timeout.emit()
    shown = _notices(view)
    assert len(shown) == 1
    talk.sharing.set(SharedScreen(None, SharingFault.GONE))
    ended = _notices(view)
    assert len(ended) == 1
    assert ended != shown
    view._fading.stop()
    view._fading.timeout.emit()
    assert _notices(view) == []


@pytest.mark.parametrize("fault", list(SharingFault))
def test_a_screen_that_cannot_be_shown_says_why(view: CallView, talk: Conference, fault: SharingFault) -> None:
    talk.sharing.set(SharedScreen(None, fault))
    assert len(_notices(view)) == 1


def test_the_figures_are_shown_when_asked_for_and_follow_the_call(view: CallView, call: StillCall) -> None:
    call.view.set(replace(TALKING, stats=FIGURES))
    assert view.findChild(Figures) is None
    view.set_figures(True)
    figures = view.findChild(Figures)
    assert isinstance(figures, Figures)
    assert figures.isVisible()
    assert view.remote.geometry().contains(figures.geometry())
    first = figures.rows
    call.view.set(replace(TALKING, stats=replace(FIGURES, rtt_ms=999.0)))
    assert figures.rows != first
    view.resize(520, 800)
    assert view.remote.geometry().contains(figures.geometry())
    view.set_figures(False)
    assert not figures.isVisible()


def test_another_language_says_everything_anew(qtbot: QtBot, view: CallView, look: Appearance, call: StillCall) -> None:
    call.view.set(replace(TALKING, phase=Phase.RECONNECTING))
    arabic = view.overlay.title.said
    look.set_language(Language.ENGLISH)
    qtbot.waitUntil(lambda: view.overlay.title.said == "Reconnecting")
    assert arabic != "Reconnecting"
    assert view.header.title.said == "Video audience · أحمد"


def test_a_view_that_was_torn_down_hears_nothing(view: CallView, talk: Conference, call: StillCall) -> None:
    view.teardown()
    call.view.set(replace(TALKING, phase=Phase.FAILED))
    talk.call.set(None)
    assert not view.overlay.isVisible()
    assert _scalers() == 0


def test_the_code_is_shown_while_people_talk_and_at_no_other_time(view: CallView, call: StillCall) -> None:
    assert not view.header.code.isVisible()
    call.view.set(replace(TALKING, code="0482 9371"))
    assert view.header.code.isVisible()
    assert "0482 9371" in view.header.code.accessibleName()
    call.view.set(replace(TALKING, code="0482 9371", phase=Phase.RECONNECTING))
    assert not view.header.code.isVisible()
