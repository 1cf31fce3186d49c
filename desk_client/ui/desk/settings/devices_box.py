"""Camera, microphone and loudspeaker: which, how they are seen and heard, and what comes or goes meanwhile."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.conference import Background, Device, Hearing, SoundLevels, Stream
from desk_client.i18n.bidi import embedded
from desk_client.ui.call.background_words import background_words
from desk_client.ui.call.tile_feed import TileFeed
from desk_client.ui.call.words import fault_words
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.settings.choice_row import OFF, ON, ChoiceRow, back_button, word_back
from desk_client.ui.desk.settings.device_words import device_title, plain_name
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.level_meter import LevelMeter
from desk_client.ui.widgets.pick import Pick
from desk_client.ui.widgets.video_tile import TileState, VideoTile

_SYSTEM: Final = "system"
_NAMED: Final = "name:"
_KEPT_BY: Final = {Device.CAMERA: "camera", Device.MICROPHONE: "microphone", Device.SPEAKER: "loudspeaker"}
"""The preference of each."""
_PREVIEW: Final = (16, 9)


class Preview(VideoTile):
    """One's own picture, mirrored, in the shape of a camera's."""

    def __init__(self, office: Office, most_px: int) -> None:
        super().__init__(office.look, is_mirrored=True, is_on_stage=False)
        self.setObjectName("camera_preview")
        wide, high = _PREVIEW
        self.setFixedSize(most_px * wide // high, most_px)


class DevicesBox(QWidget):
    """What is chosen is used at once, in a talk as well; devices are open while the box is seen.

    The owner says when by `open` and `close_devices`: a box that is merely hidden goes on showing.
    """

    def __init__(self, office: Office, *, preview_px: int = 220, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("devices")
        self._office = office
        look = office.look
        self._is_open = False
        self._leave: tuple[Callable[[], None], ...] = ()
        self._before: dict[Device, str | None] = dict.fromkeys(Device)
        self._probes = 0
        self.preview = Preview(office, preview_px)
        self._feed: TileFeed[Stream] | None = None
        self.blurs = ChoiceRow(look, "blurs_background", (ON, OFF))
        self.blurs.chosen.connect(lambda code: self._office.client.preferences.change(blurs_background=code == ON))
        self.background = Label(look, "", Role.CAPTION, tone=Tone.WARNING)
        self.background.setObjectName("background_told")
        self.meter = LevelMeter(look)
        self.meter.setObjectName("microphone_level")
        self.sound = Button(look, "", Kind.SECONDARY, icon=Icon.SPEAKER)
        self.sound.setObjectName("test_sound")
        self.sound.clicked.connect(self._sound)
        self.heard = Label(look, "", Role.CAPTION, tone=Tone.SECOND)
        self.heard.setObjectName("test_sound_result")
        self._picks: dict[Device, Pick] = {}
        self._blocks: dict[Device, FieldBlock] = {}
        self._backs: dict[Device, Button] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        below = {Device.CAMERA: self.preview, Device.MICROPHONE: self.meter, Device.SPEAKER: self.sound}
        where = {Device.CAMERA: Qt.AlignmentFlag.AlignHCenter, Device.MICROPHONE: Qt.AlignmentFlag(0)}
        where[Device.SPEAKER] = Qt.AlignmentFlag.AlignLeft
        for device in Device:
            column.addWidget(self._made(device))
            column.addWidget(below[device], 0, where[device])
            if device is Device.CAMERA:
                column.addWidget(self.blurs)
                column.addWidget(self.background)
        column.addWidget(self.heard)
        self.blurs.begin(self._blurs_code())
        self.retranslate()

    def open(self) -> None:
        """Open the devices, list them, and go on with what comes and goes. Idempotent."""
        if self._is_open:
            return
        self._is_open = True
        conference = self._office.client.conference
        self._before = {device: conference.chosen(device) for device in Device}
        self.blurs.begin(self._blurs_code())
        self._probes = conference.hearing.value.probes
        self.heard.set_text("")
        self._feed = TileFeed(conference, Stream.LOCAL, self.preview)
        self._feed.open()
        self._leave = (
            conference.devices.subscribe(lambda _devices: self.show_devices()),
            conference.in_use.subscribe(lambda _names: self.show_devices()),
            conference.faults.subscribe(lambda _faults: self.show_devices()),
            conference.background.subscribe(self._show_background),
            conference.levels.subscribe(self._show_level),
            conference.hearing.subscribe(self._show_hearing),
            self._office.client.preferences.now.subscribe(lambda _chosen: self.show_devices()),
        )
        conference.list_devices()
        self.show_devices()
        self._show_background(conference.background.value)

    def close_devices(self) -> None:
        """Show no more, and let go of the devices where no call has them. Idempotent."""
        if not self._is_open:
            return
        self._is_open = False
        for leave in self._leave:
            leave()
        self._leave = ()
        if self._feed is not None:
            self._feed.close()
            self._feed = None
        self.preview.clear()
        self.meter.set_dbfs(None)
        self._office.client.conference.close_media()

    def show_devices(self) -> None:
        """Bring the lists in line with what is plugged in, chosen and served."""
        conference = self._office.client.conference
        found = conference.devices.value
        names = {
            Device.CAMERA: () if found is None else found.cameras,
            Device.MICROPHONE: () if found is None else found.microphones,
            Device.SPEAKER: () if found is None else found.speakers,
        }
        faults, in_use = conference.faults.value, conference.in_use.value
        for device, pick in self._picks.items():
            chosen = conference.chosen(device)
            choices = [(_SYSTEM, QCoreApplication.translate("Settings", "What the system chooses"))]
            choices += [(_NAMED + name, plain_name(name)) for name in names[device]]
            if chosen is not None and chosen not in names[device]:
                away = QCoreApplication.translate("Settings", "Not connected: {device}")
                choices.append((_NAMED + chosen, away.format(device=embedded(plain_name(chosen)))))
            if [(pick.itemData(place), pick.itemText(place)) for place in range(pick.count())] != choices:
                pick.set_choices(choices)  # a list that is open would close
            pick.pick(_SYSTEM if chosen is None else _NAMED + chosen)
            self._word(device, in_use)
            fault = faults.get(device)
            self._blocks[device].set_error("" if fault is None else fault_words(device, fault))
            self._backs[device].setVisible(chosen != self._before[device])
        self.blurs.show_choice(self._blurs_code())
        self.preview.set_state(TileState.CAMERA_OFF if Device.CAMERA in faults else TileState.LIVE)
        self.sound.setEnabled(Device.SPEAKER not in faults)

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.preview.set_name(QCoreApplication.translate("Settings", "Your picture, as in a mirror"))
        self.blurs.set_words(
            QCoreApplication.translate("Settings", "Blur what is behind you"),
            {
                ON: QCoreApplication.translate("Settings", "On"),
                OFF: QCoreApplication.translate("Settings", "Off"),
            },
            QCoreApplication.translate(
                "Settings",
                "This computer finds you by itself; no picture leaves it for that. The edge of a veil or a dark robe "
                "may be blurred, and what is close beside you may stay visible: please put away what nobody may read.",
            ),
        )
        self._show_background(self._office.client.conference.background.value)
        self.meter.setAccessibleName(QCoreApplication.translate("Settings", "How loud the microphone hears you"))
        self.sound.set_text(QCoreApplication.translate("Settings", "Play a test sound"))
        for device, button in self._backs.items():
            was = self._before[device]
            system = QCoreApplication.translate("Settings", "What the system chooses")
            word_back(button, system if was is None else plain_name(was))
        self.show_devices()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _made(self, device: Device) -> QWidget:
        name = _KEPT_BY[device]
        pick = self._picks[device] = Pick(self._office.look)
        pick.setObjectName(f"pick_{name}")
        pick.picked.connect(lambda key, device=device: self._choose(device, key))
        block = self._blocks[device] = FieldBlock(self._office.look, pick)
        back = self._backs[device] = back_button(self._office.look, name)
        back.clicked.connect(lambda _checked=False, device=device: self._put(device, self._before[device]))
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(block, 1)
        row.addWidget(back, 0, Qt.AlignmentFlag.AlignVCenter)
        return whole

    def _word(self, device: Device, in_use: Mapping[Device, str]) -> None:
        """Name the list; where another device serves than the chosen one, say which."""
        chosen = self._office.client.conference.chosen(device)
        used = in_use.get(device)
        hint = ""
        if used is not None and chosen is not None and used != chosen:
            hint = QCoreApplication.translate("Settings", "Until it is connected again, {device} is used.").format(
                device=embedded(plain_name(used))
            )
        elif used is not None and chosen is None:
            hint = QCoreApplication.translate("Settings", "In use: {device}").format(device=embedded(plain_name(used)))
        self._blocks[device].set_texts(device_title(device), hint)

    def _choose(self, device: Device, key: str) -> None:
        self._put(device, key.removeprefix(_NAMED) if key.startswith(_NAMED) else None)

    def _put(self, device: Device, name: str | None) -> None:
        self._office.client.preferences.change(**{_KEPT_BY[device]: name})
        self.show_devices()

    def _sound(self) -> None:
        self.heard.set_text(QCoreApplication.translate("Settings", "Two notes sound now."))
        self._office.client.conference.probe_loudspeaker()

    def _blurs_code(self) -> str:
        return ON if self._office.client.preferences.now.value.blurs_background else OFF

    def _show_background(self, background: Background) -> None:
        self.background.set_text(background_words(background))
        self.background.setVisible(bool(self.background.text()))

    def _show_level(self, levels: SoundLevels | None) -> None:
        self.meter.set_dbfs(None if levels is None else levels.local_dbfs)

    def _show_hearing(self, hearing: Hearing) -> None:
        if hearing.probes <= self._probes:
            return
        self._probes = hearing.probes
        self.heard.set_text(
            QCoreApplication.translate("Settings", "The microphone heard the two notes: both serve.")
            if hearing.heard
            else QCoreApplication.translate(
                "Settings", "Did you hear two notes? The microphone did not: with headphones that is as it should be."
            )
        )
