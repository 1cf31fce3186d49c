"""The desk's pages in their states, without a server."""

import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType
from typing import NoReturn, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.client.calls import CallRunner
from desk_client.client.calls import CallView as CallShown
from desk_client.client.conference import (
    CallStats,
    Conference,
    Device,
    DeviceFault,
    Level,
    LineQuality,
    MediaChoice,
    ScreenArea,
    SharedScreen,
)
from desk_client.client.day import CallBack, CallBackNumber, Day, DeskPage
from desk_client.client.desk import DeskClient
from desk_client.client.gateway import Gateway
from desk_client.client.pictures import Shareable
from desk_client.domain.call import Phase
from desk_client.domain.decision import DecisionCode
from desk_client.domain.fallback import CallBackWay, Fallback, Rung
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import Party
from desk_client.rtc.port import OneWindow
from desk_client.ui.desk.screen_choice import ScreenChoice
from desk_client.ui.desk.window import DeskWindow
from desk_client.ui.theme.appearance import Appearance
from tests.fakes.still_call import StillCall
from tests.gallery import desk_day
from tests.gallery.call_sheet import sample_picture
from tests.gallery.desk_day import day
from tests.gallery.still_bridge import StillBridge

_NOWHERE = "http://127.0.0.1:9"
FIGURES = CallStats(
    connected=True,
    rtt_ms=86.4,
    loss=0.034,
    jitter_ms=11.7,
    bitrate_in_bps=1_104_000.0,
    bitrate_out_bps=1_312_000.0,
    frames_captured=13_874,
    frames_sent=13_790,
    frames_received=13_655,
    frames_decoded=13_649,
    fps_captured=30.0,
    fps_sent=29.8,
    fps_decoded=29.6,
    remote_width=1280,
    remote_height=720,
    remote_audio_dbfs=-24.3,
    remote_tone_hz=None,
    local_audio_dbfs=-31.0,
    codec="H264",
    engine_lateness_ms=1.4,
    frames_encoded=13_792,
    frames_painted=13_640,
    frames_dropped=6,
    freezes=3,
    freeze_s=1.24,
    available_bps=1_480_000.0,
    estimate="TWCC",
    loss_out=0.012,
    picture_delay_ms=62.0,
    sound_delay_ms=58.0,
    sound_target_ms=60.0,
    sound_concealed=0.021,
    cpu_share=0.236,
    candidate_kind="relay",
)
"""Every figure is known."""


class Frame(QWidget):
    """Holds a window that answers a close with a question, so that the picture can be closed."""

    def __init__(self, window: DeskWindow) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(window)
        self.desk = window


def conference(shown: CallShown | None = None, faults: Mapping[Device, DeviceFault] | None = None) -> Conference:
    """A conference without an engine."""
    made = Conference(_no_engine, MediaChoice(1, 440.0, "synthetic", "synthetic", "none"), Party.OFFICIAL)
    if shown is not None:
        made.call.set(cast("CallRunner", StillCall(shown)))  # the view reads nothing else of it
    made.faults.set(MappingProxyType(dict(faults or {})))
    return made


def sign_in(look: Appearance) -> QWidget:
    """Nobody has signed in."""
    frame = framed(look, Day())
    frame.desk.sign_in.username.setText("emir.office")
    return frame


def sign_in_refused(look: Appearance) -> QWidget:
    """A wrong password, with capitals locked."""
    frame = framed(look, Day())
    page = frame.desk.sign_in
    page.username.setText("emir.office")
    page.password.field.capitals_locked.emit(True)
    page.refuse(Refusal(RefusalCode.WRONG_CREDENTIALS, attempts_left=3))
    return frame


def today(look: Appearance) -> QWidget:
    """One has just come, and the brief of who waits longest is open."""
    return framed(look, day(DeskPage.TODAY, opened="a2", unseen=frozenset({"a3"})))


def today_unopened(look: Appearance) -> QWidget:
    """Nothing is chosen, and the server is away."""
    frame = framed(look, day(DeskPage.TODAY))
    frame.desk.offline.set_trouble(Refusal(RefusalCode.SERVER_UNAVAILABLE))
    frame.desk.header.set_connected(False)
    return frame


def today_outcome(look: Appearance) -> QWidget:
    """An outcome is still to be written."""
    return framed(look, day(DeskPage.TODAY, opened="a1"))


def today_empty(look: Appearance) -> QWidget:
    """Nobody comes today."""
    return framed(look, day(DeskPage.TODAY, is_empty=True))


def today_browser(look: Appearance) -> QWidget:
    """A browser is signed in for whoever works here."""
    today = day(DeskPage.TODAY, opened="a2")
    assert today.agenda is not None
    agenda = today.agenda.model_copy(update={"browser_since": datetime.now(UTC)})
    return framed(look, replace(today, agenda=agenda))


def call(look: Appearance) -> QWidget:
    """A talk under way."""
    return call_in_phase(look, Phase.TALKING)


def call_ending(look: Appearance) -> QWidget:
    """The question before the end."""
    frame = call_in_phase(look, Phase.TALKING)
    frame.desk.call.view.bar.end.click()
    return frame


def call_reconnecting(look: Appearance) -> QWidget:
    """The line was interrupted."""
    return call_in_phase(look, Phase.RECONNECTING)


def call_failed(look: Appearance) -> QWidget:
    """It could not be connected."""
    return call_in_phase(look, Phase.FAILED)


def call_troubled(look: Appearance) -> QWidget:
    """Muted, no camera, and the server away; the talk goes on."""
    faults = {Device.CAMERA: DeviceFault.BUSY}
    return call_in_phase(look, Phase.TALKING, signalling_up=False, microphone_on=False, camera_on=False, faults=faults)


def call_figures(look: Appearance) -> QWidget:
    """A talk, its figures shown to staff."""
    frame = call_in_phase(look, Phase.TALKING, stats=FIGURES, quality=LineQuality(Level.GOOD, Level.FAIR))
    frame.desk.call.figures.button.click()
    return frame


def call_weak(look: Appearance) -> QWidget:
    """Our picture is paused, theirs suffers, and our screen was to be shown."""
    stats = replace(FIGURES, audio_only=True)
    frame = call_in_phase(look, Phase.TALKING, stats=stats, quality=LineQuality(Level.POOR, Level.FAIR))
    frame.desk.call.view.set_figures(True)
    return frame


def call_sharing(look: Appearance) -> QWidget:
    """A screen is shown to the other side, over a line that is weak both ways."""
    frame = call_in_phase(look, Phase.TALKING, quality=LineQuality(Level.POOR, Level.LOST))
    frame.desk.call.view._conference.sharing.set(SharedScreen(ScreenArea(0, 0, 1920, 1080)))
    return frame


def call_choosing_screen(look: Appearance) -> QWidget:
    """What should the other side see?"""
    frame = call_in_phase(look, Phase.TALKING)
    titles = ("صك الأرض 417.pdf — عارض المستندات", "Map of Farasan — Viewer", "بريد", "Calculator")
    windows = tuple(Shareable(OneWindow(number), title) for number, title in enumerate(titles))
    screens = (Shareable(ScreenArea(0, 0, 1920, 1080), ""), Shareable(ScreenArea(1920, 0, 1280, 1024), ""))
    ScreenChoice(look, frame.desk, (*screens, *windows))
    return frame


def call_writing(look: Appearance) -> QWidget:
    """Something is written that the visitor reads large."""
    frame = call_in_phase(look, Phase.TALKING)
    frame.desk.call.caption_line.switch.click()
    frame.desk.call.caption_line.field.setText("قرأتُ طلبكم، وسأحيله اليوم.")
    return frame


def call_two_minutes(look: Appearance) -> QWidget:
    """The planned time is nearly over."""
    return call_in_phase(look, Phase.TALKING, talked_s=1130)


def call_keys(look: Appearance) -> QWidget:
    """Every key of a talk."""
    frame = call_in_phase(look, Phase.TALKING)
    frame.desk.call.talk_keys.show()
    return frame


def call_hold(look: Appearance) -> QWidget:
    """A word that the visitor neither hears nor sees."""
    frame = call_in_phase(look, Phase.TALKING, is_held=True)
    frame.desk.call.retranslate()
    return frame


def call_chat(look: Appearance) -> QWidget:
    """Both sides write beside the talk."""
    frame = call_in_phase(look, Phase.TALKING)
    client = frame.desk._office.client
    brief = client.day.value.brief
    if brief is not None:
        client.day.set(replace(client.day.value, brief=brief.model_copy(update={"chat": desk_day.chat()})))
    frame.desk.call.beside.chat.button.click()
    return frame


def call_chat_empty(look: Appearance) -> QWidget:
    """Nothing is written yet."""
    frame = call_in_phase(look, Phase.TALKING)
    frame.desk.call.beside.chat.button.click()
    return frame


def call_back(look: Appearance) -> Frame:
    """The line failed, and the visitor waits for a call by phone."""
    frame = call_in_phase(look, Phase.RECONNECTING)
    client = frame.desk._office.client
    owed = CallBack(
        way=CallBackWay.MOBILE, wanted_at=datetime(2026, 3, 15, 6, 12, tzinfo=UTC), result=None, result_at=None
    )
    client.conference.fallback.set(Fallback(Rung.CALL_BACK))
    client.day.set(replace(client.day.value, call_back=owed))
    return frame


def call_back_number(look: Appearance) -> QWidget:
    """The number was asked for."""
    frame = call_back(look)
    client = frame.desk._office.client
    number = CallBackNumber(way=CallBackWay.MOBILE, mobile="+966500000001", site_name=None)
    client.day.set(replace(client.day.value, number=number))
    return frame


def outcome(look: Appearance) -> Frame:
    """An outcome being written."""
    frame = framed(look, day(DeskPage.OUTCOME, opened="a2"))
    page = frame.desk.outcome
    page.kind.choose(DecisionCode.DIRECTED)
    page.text.set_text(
        "توجيه إدارة الأراضي بإيفاد فريق مسح إلى الموقع خلال عشرة أيام عمل، ومطابقة الصكين، وإفادة صاحب الطلب بالنتيجة."
    )
    return frame


def outcome_refused(look: Appearance) -> QWidget:
    """It could not be saved; nothing is lost."""
    frame = outcome(look)
    frame.desk.outcome.show_refusal(Refusal(RefusalCode.SERVER_UNAVAILABLE))
    return frame


def call_in_phase(
    look: Appearance,
    phase: Phase,
    *,
    signalling_up: bool = True,
    microphone_on: bool = True,
    camera_on: bool = True,
    faults: Mapping[Device, DeviceFault] | None = None,
    stats: CallStats | None = None,
    quality: LineQuality | None = None,
    is_held: bool = False,
    talked_s: float = 462,
) -> Frame:
    shown = CallShown(
        phase,
        signalling_up=signalling_up,
        microphone_on=microphone_on,
        camera_on=camera_on,
        talking_since_s=time.monotonic() - talked_s,
        code="0482 9371",
        stats=stats,
        is_held=is_held,
        quality=quality or LineQuality(Level.GOOD, Level.GOOD),
    )
    frame = framed(look, day(DeskPage.CALL, opened="a2", talking="a2"), conference(shown, faults))
    view = frame.desk.call.view
    view.remote.receive(sample_picture(warmth=30))
    view.local.receive(sample_picture(640, 360))
    return frame


def framed(look: Appearance, shown: Day, talk: Conference | None = None) -> Frame:
    """The window that shows this day; what its pages ask when they come up is not asked: a sheet has no event loop."""
    client = DeskClient(Gateway(_NOWHERE), lambda: talk or conference())
    window = DeskWindow(look, client, StillBridge(), chime=lambda: None)
    client.day.set(shown)
    return Frame(window)


def _no_engine() -> NoReturn:
    """Nothing here may start a camera."""
    raise RuntimeError("the gallery has no camera")
