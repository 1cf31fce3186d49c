"""The head of the kiosk's window: whose service it is, where one stands, and what is always at hand.

On wish it is at the foot.
"""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk_client.client.kiosk import Station
from desk_client.ui.bilingual import said
from desk_client.ui.kiosk.held_emblem import HeldEmblem
from desk_client.ui.kiosk.language_switch import LanguageSwitch
from desk_client.ui.kiosk.text_size import text_size_words, turn_text_size
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Theme, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.sign import Sign
from desk_client.ui.widgets.surface import Surface

_NARROW_PX = 1240
_CRAMPED_PX = 1000
_NEXT_THEME = {Theme.LIGHT: Theme.DARK, Theme.DARK: Theme.HIGH_CONTRAST, Theme.HIGH_CONTRAST: Theme.LIGHT}


class _Names(QWidget):
    """Lines one below the other, in what room the buttons leave; one that does not fit is not written at all."""

    def __init__(self, *lines: Label) -> None:
        super().__init__()
        self._lines = lines
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch()
        for line in lines:
            column.addWidget(line)
        column.addStretch()

    def event(self, event: QEvent) -> bool:
        """Measure anew when there is another room, or another text."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        for line in self._lines:
            line.setVisible(bool(line.said) and line.sizeHint().width() <= self.width())


class KioskHeader(Surface):
    """Brand and place where reading begins; connection, text size, colours, language and "End" at the end."""

    end_asked = Signal()
    reading_asked = Signal()
    """To have the page read aloud, or no more."""
    emblem_held = Signal()
    """Somebody knows the operator's way in."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._station = Station()
        self._is_reading: bool | None = None
        self._brand = Label(look, "", Role.SUBTITLE, weight=Weight.BOLD, wraps=False)
        self._place = Label(look, "", Role.CAPTION, tone=Tone.SECOND, wraps=False)
        self._sign = Sign(look, Icon.NETWORK, Tone.SUCCESS)
        self._sign.setObjectName("connection")
        self.text_size = Button(look, "", Kind.SECONDARY, icon=Icon.TEXT_SIZE)
        self.text_size.setObjectName("text_size")
        self.text_size.clicked.connect(self._turn_text_size)
        self.theme = Button(look, "", Kind.SECONDARY, icon=Icon.CONTRAST)
        self.theme.setObjectName("theme")
        self.theme.clicked.connect(self._turn_theme)
        self.reach = Button(look, "", Kind.SECONDARY, icon=Icon.ACCESSIBILITY)
        self.reach.setObjectName("reach")
        self.reach.clicked.connect(self._turn_reach)
        self.listen = Button(look, "", Kind.SECONDARY, icon=Icon.SPEAKER)
        self.listen.setObjectName("listen")
        self.listen.clicked.connect(self.reading_asked)
        self.listen.hide()
        self.language = LanguageSwitch(look)
        self.end = Button(look, "", Kind.SECONDARY, icon=Icon.SIGN_OUT)
        self.end.setObjectName("end")
        self.end.clicked.connect(self.end_asked)
        self.end.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.setSpacing(Space.M)
        emblem = HeldEmblem(look, 56)
        emblem.held.connect(self.emblem_held)
        row.addWidget(emblem)
        row.addWidget(_Names(self._brand, self._place), 1)
        for widget in (self._sign, self.text_size, self.theme, self.reach, self.listen, self.language, self.end):
            row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._retranslate()

    def set_station(self, station: Station) -> None:
        """Show where the kiosk stands, and whether the server answers."""
        self._station = station
        self._retranslate()

    def set_reading(self, is_reading: bool | None) -> None:
        """Offer to read aloud, or to stop it; None where there is no voice."""
        self._is_reading = is_reading
        self.listen.setVisible(is_reading is not None)
        self.listen.set_icon(Icon.SPEAKER_OFF if is_reading else Icon.SPEAKER)
        self._retranslate()

    def set_under_way(self, is_under_way: bool) -> None:
        """Offer "End" while there is a visit to end."""
        self.end.setVisible(is_under_way)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write fewer words where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line towards the page."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.colours.surface))
        edge = 0 if self.look.look.is_within_reach else self.height() - 1
        painter.fillRect(QRect(0, edge, self.width(), 1), QColor(self.colours.border))
        painter.end()

    def _fit(self) -> None:
        """Leave out, one after the other, what a person in a hurry can do without."""
        # a banner says as well that the server is away
        self._sign.setHidden(self.width() < self.look.scaled(_CRAMPED_PX))
        end = QCoreApplication.translate("KioskHeader", "End the visit")
        is_narrow = self.width() < self.look.scaled(_NARROW_PX)
        self.end.set_text(QCoreApplication.translate("KioskHeader", "End") if is_narrow else end)
        self.end.setAccessibleName(end)

    def _retranslate(self) -> None:
        look = self.look
        self._brand.set_text(QCoreApplication.translate("KioskHeader", "Majlis"))
        kiosk = self._station.kiosk
        if kiosk is not None:
            number = QCoreApplication.translate("KioskHeader", "Kiosk {number}").format(
                number=look.number(kiosk.number)
            )
            self._place.set_text(f"{said(kiosk.site.name, look.language)} · {number}")
        is_up = self._station.trouble is None
        self._sign.set_sign(Icon.NETWORK if is_up else Icon.NETWORK_OFF, Tone.SUCCESS if is_up else Tone.DANGER)
        self._sign.setAccessibleName(
            QCoreApplication.translate("KioskHeader", "Connected")
            if is_up
            else QCoreApplication.translate("KioskHeader", "Not connected")
        )
        self.text_size.setAccessibleName(text_size_words(look))
        self.theme.setAccessibleName(QCoreApplication.translate("KioskHeader", "Other colours"))
        self.reach.setAccessibleName(
            QCoreApplication.translate("KioskHeader", "Everything as usual")
            if look.look.is_within_reach
            else QCoreApplication.translate("KioskHeader", "Everything further down, within reach")
        )
        self.listen.setAccessibleName(
            QCoreApplication.translate("KioskHeader", "Stop reading aloud")
            if self._is_reading
            else QCoreApplication.translate("KioskHeader", "Read aloud")
        )
        self._fit()

    def _turn_text_size(self) -> None:
        turn_text_size(self.look)
        self._retranslate()

    def _turn_reach(self) -> None:
        look = self.look.look
        self.look.set_look(replace(look, is_within_reach=not look.is_within_reach))
        self._retranslate()

    def _turn_theme(self) -> None:
        self.look.set_theme(_NEXT_THEME[self.look.look.theme])
