"""One of many by its name, from a list that drops down: where they are too many for buttons."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space
from desk_client.ui.widgets.field_state import set_invalid
from desk_client.ui.widgets.paint import mirrored
from desk_client.ui.widgets.surface import REPAINTED_BY

_SIGN_PX = 20


class Pick(QComboBox):
    """Each thing that can be picked has a key and a name; nothing is picked until somebody does."""

    picked = Signal(str)
    """The key of what somebody picked."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda _place: self.picked.emit(self.key))
        self._relook()

    @property
    def key(self) -> str:
        """The key of what is picked; empty for nothing."""
        key = self.currentData()
        return key if isinstance(key, str) else ""

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these, each with its key and its name; what is picked stays so where it is still offered."""
        key = self.key
        self.blockSignals(True)
        self.clear()
        for each, name in choices:
            self.addItem(name, each)
        self.blockSignals(False)
        self.pick(key)

    def pick(self, key: str) -> None:
        """Show this one as picked; nothing is told of it."""
        self.setCurrentIndex(self.findData(key))

    def set_name(self, name: str) -> None:
        """Name the field for who does not see it."""
        self.setAccessibleName(name)

    def set_invalid(self, is_invalid: bool) -> None:
        """Frame the field as one to look at again."""
        set_invalid(self, is_invalid=is_invalid)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, and at its end that there is more below."""
        super().paintEvent(event)
        colours = self._look.colours
        painter = QPainter(self)
        place = QRect(self.width() - Space.M - _SIGN_PX, (self.height() - _SIGN_PX) // 2, _SIGN_PX, _SIGN_PX)
        placed = mirrored(place, self.rect(), right_to_left=self._look.is_right_to_left)
        ink = colours.text_second if self.isEnabled() else colours.text_disabled
        self._look.paint_icon(painter, Icon.CHEVRON_DOWN, placed, ink)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the wheel scroll the page, not change what nobody looks at."""
        event.ignore()

    def event(self, event: QEvent) -> bool:
        """Catch up with what changed before it was first shown: until then Qt sends no style changes."""
        if event.type() == QEvent.Type.Polish:
            self._relook()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes anew in the changed appearance."""
        if event.type() in REPAINTED_BY and event.type() != QEvent.Type.FontChange:
            self._relook()
        super().changeEvent(event)

    def _relook(self) -> None:
        self.setFont(self._look.font(Role.BODY))
        self.view().setFont(self._look.font(Role.BODY))
        self.setMinimumHeight(self._look.scaled(self._look.control_px))
