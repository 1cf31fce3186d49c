"""The controls of a call."""

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.paint import Face, paint_face
from desk_client.ui.widgets.round_button import RoundButton
from desk_client.ui.widgets.surface import Surface

_RADIUS_PX = 32
_LEAST_BESIDE_PX = 2
"""On either side of a name where the buttons move together: a name is told from the next by that, and the gap."""


class CallBar(Surface):
    """Microphone, camera and, last and red, the end; a page may add its own buttons between."""

    microphone_switched = Signal(bool)
    """The person wants to be heard, or not; the bar shows it at once."""
    camera_switched = Signal(bool)
    end_asked = Signal()

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._end_said = ""
        self.microphone = RoundButton(look, Icon.MICROPHONE, off_icon=Icon.MICROPHONE_OFF)
        self.camera = RoundButton(look, Icon.CAMERA, off_icon=Icon.CAMERA_OFF)
        self.speaker = RoundButton(look, Icon.SPEAKER_OFF)
        self.speaker.setObjectName("speaker_sign")
        self.speaker.setEnabled(False)  # a sign, nothing to press
        self.speaker.hide()
        self.end = RoundButton(look, Icon.HANG_UP, is_danger=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        self._row.setSpacing(Space.M)
        for button in (self.microphone, self.camera, self.speaker, self.end):
            self._row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.microphone.toggled.connect(self._microphone)
        self.camera.toggled.connect(self._camera)
        self.end.clicked.connect(self.end_asked)
        self._retranslate()

    def size_within(self, place: QSize) -> QSize:
        """How large it is there: the buttons move together where all names do not fit, then the names are folded."""
        buttons = [button for button in self.findChildren(RoundButton) if not button.isHidden()]
        named = sum(button.width_named() for button in buttons)

        def fits(beside: int, between: int, at_ends: int) -> bool:
            room = 2 * beside * len(buttons) + between * (len(buttons) - 1) + 2 * at_ends
            return named + room <= place.width()

        is_wide = fits(Space.S, Space.M, Space.L)
        beside, between, at_ends = (Space.S, Space.M, Space.L) if is_wide else (_LEAST_BESIDE_PX, Space.XS, Space.S)
        is_folded = not fits(beside, between, at_ends)
        for button in buttons:
            button.set_room(beside, is_folded=is_folded)
        if self._row.spacing() != between:
            self._row.setSpacing(between)
            self._row.setContentsMargins(at_ends, Space.S, at_ends, Space.S)
        return self.sizeHint().boundedTo(place)

    def add(self, button: RoundButton) -> None:
        """Put another button before the one that ends the call."""
        self._row.insertWidget(self._row.count() - 1, button)
        self.setTabOrder(button, self.end)

    def set_end_text(self, text: str) -> None:
        """Name the end by what it does here: leave the room, end the audience."""
        self._end_said = text
        self.end.set_text(text)

    def set_faults(self, *, microphone: str = "", camera: str = "", speaker: str = "") -> None:
        """Keep in sight which devices do not serve, in the words that say why; none: they serve."""
        self.microphone.set_fault(microphone)
        self.camera.set_fault(camera)
        self.speaker.set_fault(speaker)
        if self.speaker.isHidden() is bool(speaker):
            self.speaker.setVisible(bool(speaker))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tray."""
        del event
        painter = QPainter(self)
        edge = self.colours.border if self.look.is_high_contrast else ""
        paint_face(painter, QRectF(self.rect()), Face(self.colours.stage_surface, edge, radius_px=_RADIUS_PX))
        painter.end()

    def _microphone(self, is_on: bool) -> None:
        self._retranslate()
        self.microphone_switched.emit(is_on)

    def _camera(self, is_on: bool) -> None:
        self._retranslate()
        self.camera_switched.emit(is_on)

    def _retranslate(self) -> None:
        if self.microphone.isChecked():
            self.microphone.set_text(QCoreApplication.translate("CallBar", "Mute"))
        else:
            self.microphone.set_text(QCoreApplication.translate("CallBar", "Unmute"))
        if self.camera.isChecked():
            self.camera.set_text(QCoreApplication.translate("CallBar", "Stop camera"))
        else:
            self.camera.set_text(QCoreApplication.translate("CallBar", "Start camera"))
        self.speaker.set_text(QCoreApplication.translate("CallBar", "No sound"))
        self.end.set_text(self._end_said or QCoreApplication.translate("CallBar", "Leave"))
