"""The desk's settings, and what of them is reached in a talk, without a server and without devices."""

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.client.actions.join_by_browser import BrowserLink, BrowserStanding
from desk_client.client.calls import CallView as CallShown
from desk_client.client.conference import (
    Background,
    Conference,
    Device,
    DeviceFault,
    Devices,
    Level,
    LineQuality,
    MediaChoice,
    ScreenArea,
    SharedScreen,
    SoundLevels,
)
from desk_client.client.cups import Listed
from desk_client.client.day import Day, DeskPage
from desk_client.client.desk import DeskClient
from desk_client.client.desk_printer import Known
from desk_client.client.diagnostics import Bundle, Part
from desk_client.client.gateway import Gateway
from desk_client.client.preferences import PreferencesTrouble
from desk_client.domain.call import Phase
from desk_client.domain.party import Party
from desk_client.ui.desk.share_strip import ShareStrip
from desk_client.ui.desk.small_window import SmallWindow
from desk_client.ui.desk.window import DeskWindow
from desk_client.ui.theme.appearance import Appearance
from tests.fakes.still_call import StillCall
from tests.fakes.still_engine import StillEngine
from tests.gallery.call_sheet import sample_picture
from tests.gallery.desk_day import day
from tests.gallery.desk_screens import Frame, framed
from tests.gallery.still_bridge import StillBridge
from tests.gallery.words import say

if TYPE_CHECKING:
    from desk_client.client.calls import CallRunner
    from desk_client.rtc.engine import Engine

_OPENED: Final = datetime(2026, 11, 23, 6, 40, tzinfo=UTC)
CAMERAS: Final = ("Integrated Camera: Integrated C", "Document Camera 4K")
SOUND: Final = ("default", "HDA Intel PCH: ALC257 Analog (hw:0,0)", "Jabra Evolve2 65: USB Audio (hw:2,0)")
PLUGGED: Final = Devices(CAMERAS, SOUND, SOUND)


PRINTERS: Final = Known(
    (
        Listed("HP-LaserJet-M507", "HP LaserJet M507 — مكتب الأمير", is_default=True),
        Listed("Kyocera-P2040", "Kyocera ECOSYS P2040dn", is_default=False),
    )
)


class StillConference(Conference):
    """Nothing is listed but what is set."""

    def list_devices(self) -> None:
        """Leave what there is as it is."""


def still_conference() -> Conference:
    """A conference whose engine does nothing."""
    media = MediaChoice(1, 440.0, "auto", "auto", "auto")
    return StillConference(lambda: cast("Engine", StillEngine()), media, Party.OFFICIAL)


def settings(look: Appearance) -> Frame:
    """Everything as usual, and serving."""
    frame = _settings(look)
    conference = frame.desk._office.client.conference
    conference.in_use.set(
        MappingProxyType({Device.CAMERA: CAMERAS[0], Device.MICROPHONE: SOUND[0], Device.SPEAKER: SOUND[0]})
    )
    frame.desk.settings.devices.show_devices()
    frame.desk._office.client.preferences.change(printer="HP-LaserJet-M507")
    return frame


def changed(look: Appearance) -> QWidget:
    """Some was chosen, the chosen microphone is away, the computer is too slow to blur, and the file was damaged."""
    frame = _settings(look)
    client = frame.desk._office.client
    client.preferences.change(microphone="Jabra Evolve2 65 Base: USB Audio (hw:3,0)", rings=False, starts_muted=True)
    client.preferences.change(blurs_background=True, printer="Canon-LBP226")
    client.conference.background.set(Background.TOO_SLOW)
    client.conference.faults.set(MappingProxyType({Device.CAMERA: DeviceFault.BUSY}))
    client.conference.in_use.set(MappingProxyType({Device.MICROPHONE: SOUND[1], Device.SPEAKER: SOUND[0]}))
    client.preferences.trouble.set(PreferencesTrouble.PARTLY)
    frame.desk.settings.devices.retranslate()
    return frame


def no_printer(look: Appearance) -> QWidget:
    """This computer knows none."""
    frame = _settings(look)
    frame.desk._office.client.printer.known.set(Known(()))
    return frame


def browser_link(look: Appearance) -> QWidget:
    """A link waits to be scanned."""
    frame = _settings(look)
    box = frame.desk.settings.browser
    url = "https://majlis.jazan.example/official#" + "Qm4v7Zk2" * 5 + "xyz"
    box.show_link(BrowserLink(url=url, expires_at=_OPENED + timedelta(minutes=5)))
    return frame


def browser_in(look: Appearance) -> Frame:
    """A browser is signed in for this account."""
    frame = _settings(look)
    standing = BrowserStanding(link_expires_at=None, signed_in_at=_OPENED, server_time=_OPENED)
    frame.desk.settings.browser.show_standing(standing)
    return frame


def diagnostics(look: Appearance) -> QWidget:
    """What would be in the file."""
    frame = _settings(look)
    page = frame.desk.settings
    page.about._page = frame  # which is shown once it is drawn
    frame.setVisible(True)
    page.about.show_bundle(Bundle({part: "-" * 900 * number for number, part in enumerate(Part, 1)}))
    return frame


def talk_devices(look: Appearance) -> QWidget:
    """The same lists over a talk, whose chosen microphone is away."""
    shown = CallShown(
        Phase.TALKING,
        signalling_up=True,
        talking_since_s=time.monotonic() - 462,
        quality=LineQuality(Level.GOOD, Level.GOOD),
    )
    conference = still_conference()
    conference.call.set(cast("CallRunner", StillCall(shown)))  # the view reads nothing else of it
    frame = framed(look, day(DeskPage.CALL, opened="a2", talking="a2"), conference)
    client = frame.desk._office.client
    client.preferences.change(microphone="Jabra Evolve2 65 Base: USB Audio (hw:3,0)")
    conference.devices.set(PLUGGED)
    page = frame.desk.call
    page.view.remote.receive(sample_picture(warmth=30))
    page.devices.button.click()
    client.preferences.change(blurs_background=True)
    conference.background.set(Background.FAILED)
    conference.in_use.set(
        MappingProxyType({Device.CAMERA: CAMERAS[0], Device.MICROPHONE: SOUND[1], Device.SPEAKER: SOUND[0]})
    )
    box = page.devices._box
    if box is not None:
        if box._feed is not None:
            box._feed.close()  # no pictures come, and nobody would end its thread
        box.meter.set_dbfs(-18.0)
        box.preview.receive(sample_picture(640, 360))
    return frame


def small_window(look: Appearance, *, is_sharing: bool = False) -> QWidget:
    """The talk while the desk's window is minimised; nine minutes are left."""
    shown = CallShown(Phase.TALKING, signalling_up=True, microphone_on=False)
    conference = still_conference()
    call = StillCall(shown)
    conference.call.set(cast("CallRunner", call))  # as above
    if is_sharing:
        conference.sharing.set(SharedScreen(ScreenArea(0, 0, 1920, 1080)))
    name = say(look, "محمد أحمد الحازمي", "Mohammed Ahmed Al-Hazmi")
    minutes = timedelta(minutes=11), timedelta(minutes=20)
    small = SmallWindow(look, conference, name, lambda: minutes)
    small.setWindowFlags(Qt.WindowType.Widget)
    small.show_call(shown)
    small.time.set_planned(minutes[1])
    small.time.start(minutes[0])
    small.time.stop()
    small.tile.receive(sample_picture(warmth=30))
    small.setFixedSize(small.usual_size)
    around = QWidget()
    column = QVBoxLayout(around)
    column.addWidget(small, 0, Qt.AlignmentFlag.AlignCenter)
    return around


def sharing(look: Appearance) -> QWidget:
    """A screen is shown: the strip over all windows, and the small window that says so too."""
    around = small_window(look, is_sharing=True)
    strip = ShareStrip(look)
    strip.setWindowFlags(Qt.WindowType.Widget)
    column = around.layout()
    assert isinstance(column, QVBoxLayout)
    column.insertWidget(0, strip, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
    return around


def _settings(look: Appearance) -> Frame:
    client = DeskClient(Gateway("http://127.0.0.1:9"), still_conference)
    window = DeskWindow(look, client, StillBridge(), chime=lambda: None)
    shown: Day = replace(day(DeskPage.TODAY), page=DeskPage.SETTINGS)
    client.day.set(shown)
    client.printer.known.set(PRINTERS)
    client.conference.devices.set(PLUGGED)
    client.conference.levels.set(SoundLevels(-21.0, -120.0))
    page = window.settings
    page.devices.meter.set_dbfs(-21.0)
    page.devices.preview.receive(sample_picture(640, 360))
    page.devices.show_devices()
    return Frame(window)


SHEETS: Final = (
    ("page", settings),
    ("changed", changed),
    ("no-printer", no_printer),
    ("browser-link", browser_link),
    ("browser-in", browser_in),
    ("diagnostics", diagnostics),
    ("talk-devices", talk_devices),
    ("small-window", small_window),
    ("sharing-on-top", sharing),
)
