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
from desk_client.client.conference import Conference, Device, DeviceFault, Picture, Stream
from desk_client.domain.call import Phase
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.language import Language
from desk_client.rtc.port import CallStats
from desk_client.ui.call.call_view import CallView
from desk_client.ui.call.notices import Notice
from desk_client.ui.theme.appearance import Appearance
from tests.fakes.still_call import StillCall
from tests.gallery.desk_screens import conference

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
    assert view.overlay.retry.isVisible() is (phase is Phase.FAILED)


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


def test_the_line_is_told_in_words(view: CallView, call: StillCall) -> None:
    call.view.set(replace(TALKING, stats=_stats(loss=0.3)))
    weak = view.header.quality.text
    for number in range(6):
        call.view.set(replace(TALKING, stats=_stats(loss=0.0, captured=number)))
    assert weak
    assert view.header.quality.text not in {"", weak}


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


def _stats(*, loss: float, captured: int = 0) -> CallStats:
    return CallStats(
        connected=True,
        rtt_ms=20.0,
        loss=loss,
        jitter_ms=None,
        bitrate_in_bps=None,
        bitrate_out_bps=None,
        frames_captured=captured,
        frames_sent=None,
        frames_received=None,
        frames_decoded=None,
        fps_captured=None,
        fps_sent=None,
        fps_decoded=30.0,
        remote_width=None,
        remote_height=None,
        remote_audio_dbfs=None,
        remote_tone_hz=None,
        local_audio_dbfs=None,
        codec=None,
        engine_lateness_ms=None,
    )
