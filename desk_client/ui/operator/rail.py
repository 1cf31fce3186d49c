"""The rail of the console: which section is open, and where something waits."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desk_client.i18n.bidi import without_marks
from desk_client.i18n.digits import shown
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Radius, Role, Space, Weight
from desk_client.ui.widgets.page import ScrollColumn
from desk_client.ui.widgets.paint import CENTRE, Face, line_width, mirrored, paint_face, paint_line
from desk_client.ui.widgets.pressable import Pressable
from desk_client.ui.widgets.scroll_edge import EDGE_PX, ScrollEdge

_SIGN_PX = 24
_WALKS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End})


class Marked(Protocol):
    """What the rail shows: a section, or one that is not made yet."""

    @property
    def code(self) -> str:
        """Names it for code and tests."""

    @property
    def icon(self) -> Icon:
        """Its sign."""

    @property
    def title(self) -> Callable[[], str]:
        """Its name, in the language spoken now."""

    @property
    def attention(self) -> SignalInstance:
        """Tells how many things wait there."""


class RailButton(Pressable):
    """One section: its icon, its name, and how many things wait there. Checked is the one that is open."""

    radius_px = Radius.CONTROL
    walked = Signal(int)
    """The key by which the rail is walked: what scrolls would take it otherwise."""

    def __init__(self, look: Appearance, icon: Icon, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._icon = icon
        self._waiting = 0
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys that walk to the rail: a button would pass them to its neighbour in its own way."""
        if event.key() in _WALKS:
            self.walked.emit(event.key())
            return
        super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        """Stay as the page says: a press asks, it does not choose."""

    def show_state(self, title: str, waiting: int) -> None:
        """Name the section, and say how many things wait there."""
        self._waiting = waiting
        self.setText(title)
        count = QCoreApplication.translate("ConsoleRail", "Waiting for you: %Ln", "", waiting)
        self.setAccessibleName(without_marks(title))
        self.setAccessibleDescription(without_marks(count) if waiting else "")
        self.updateGeometry()
        self.update()

    def content_size(self) -> QSize:
        """Return the size of icon, name and number on one line."""
        text = line_width(self.text(), self.look.font(Role.BODY, Weight.SEMIBOLD))
        width = 2 * Space.M + _SIGN_PX + Space.S + Space.XS + text + self._badge_px() + Space.S
        return QSize(width, self.look.scaled(self.look.control_px))

    def paint_content(self, painter: QPainter, place: QRect) -> None:
        """Paint ground, icon, name and number."""
        colours = self.colours
        is_open = self.isChecked()
        fill = colours.accent_soft if is_open else (colours.sunken if self.is_hovered or self.isDown() else "")
        paint_face(painter, QRectF(place), Face(fill, colours.accent if is_open else "", 2, self.radius_px))
        ink = colours.accent if is_open else colours.text
        middle = place.center().y()
        sign = QRect(place.left() + Space.M, middle - _SIGN_PX // 2, _SIGN_PX, _SIGN_PX)
        self.look.paint_icon(painter, self._icon, self._placed(sign), ink)
        left = sign.right() + 1 + Space.S + Space.XS
        badge = self._badge_px()
        text = QRect(left, place.top(), place.right() + 1 - Space.M - badge - left, place.height())
        weight = Weight.SEMIBOLD if is_open else Weight.MEDIUM
        paint_line(painter, self._placed(text), self.text(), self.look.font(Role.BODY, weight), ink)
        if badge:
            height = round(self.look.type_px(Role.CAPTION) * 1.7)
            at = QRect(place.right() + 1 - Space.M - badge, middle - height // 2, badge, height)
            paint_face(painter, QRectF(self._placed(at)), Face(colours.danger, radius_px=height // 2))
            font = self.look.font(Role.CAPTION, Weight.BOLD)
            paint_line(painter, self._placed(at), self._number(), font, colours.on_danger, CENTRE)

    def _number(self) -> str:
        return shown(self._waiting, self.look.language)

    def _badge_px(self) -> int:
        if not self._waiting:
            return 0
        height = round(self.look.type_px(Role.CAPTION) * 1.7)
        return max(height, line_width(self._number(), self.look.font(Role.CAPTION, Weight.BOLD)) + 2 * Space.S)

    def _placed(self, place: QRect) -> QRect:
        return mirrored(place, self.rect(), right_to_left=self.look.is_right_to_left)


class Rail(QWidget):
    """The sections from top to bottom, scrolled where the window is low; one Tab stop, and the arrows walk."""

    chosen = Signal(int)
    """The place of the section that is asked for."""

    def __init__(self, look: Appearance, sections: Sequence[Marked], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._sections = sections
        self._waiting = [0] * len(sections)
        self._buttons = []
        self._scroll = ScrollColumn()
        self._scroll.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._come_to_open())
        column = self._scroll.body
        column.setSpacing(Space.XS)
        for place, section in enumerate(sections):
            button = RailButton(look, section.icon, self)
            button.setObjectName(f"rail_{section.code}")
            button.clicked.connect(lambda _checked, place=place: self.chosen.emit(place))
            section.attention.connect(lambda count, place=place: self._set_waiting(place, count))
            button.walked.connect(self._walk)
            self._buttons.append(button)
            column.addWidget(button)
        column.addStretch(1)
        ScrollEdge(look, self._scroll, lambda colours: colours.background)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self.retranslate()

    def sizeHint(self) -> QSize:
        """Return room for every name, and for the bar beside them where a low window needs one."""
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        inner = self._scroll.inner.sizeHint()
        return QSize(inner.width() + bar, inner.height())

    def show_open(self, place: int) -> None:
        """Mark the section that is open."""
        for each, button in enumerate(self._buttons):
            button.setChecked(each == place)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == place else Qt.FocusPolicy.ClickFocus)
        self._come_to_open()

    def retranslate(self) -> None:
        """Name the sections in the language spoken now."""
        self.setAccessibleName(QCoreApplication.translate("ConsoleRail", "Sections"))
        for section, button, waiting in zip(self._sections, self._buttons, self._waiting, strict=True):
            button.show_state(section.title(), waiting)

    def _walk(self, key: int) -> None:
        """Walk with the arrows, Home and End: the section opens at once."""
        focused = next((place for place, button in enumerate(self._buttons) if button.hasFocus()), None)
        last = len(self._buttons) - 1
        if focused is None:
            return
        match key:
            case Qt.Key.Key_Down:
                wanted = min(last, focused + 1)
            case Qt.Key.Key_Up:
                wanted = max(0, focused - 1)
            case Qt.Key.Key_Home:
                wanted = 0
            case _:
                wanted = last
        self.chosen.emit(wanted)
        self._buttons[wanted].setFocus(Qt.FocusReason.TabFocusReason)

    def _come_to_open(self) -> None:
        """Scroll to the section that is open; a new range is told before the buttons have their places in it."""
        self._scroll.body.activate()
        for button in self._buttons:
            if button.isChecked():
                self._scroll.ensureWidgetVisible(button, 0, EDGE_PX)  # not under the edge that fades

    def _set_waiting(self, place: int, count: int) -> None:
        self._waiting[place] = count
        self._buttons[place].show_state(self._sections[place].title(), count)
