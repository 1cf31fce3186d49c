"""Fields for digits: IDs, mobiles, one-time codes."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QSizePolicy, QWidget

from desk_client.i18n.digits import only_digits
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Radius, Role, Space, Weight
from desk_client.ui.widgets.field_state import set_invalid
from desk_client.ui.widgets.paint import CENTRE, Face, paint_face, paint_line
from desk_client.ui.widgets.surface import REPAINTED_BY


class DigitField(QLineEdit):
    """A line for so many digits, typed in any form and kept as 0–9; anything else is passed over.

    It runs from left to right and stands at the right in every language, as numbers do on the cards they are read from.
    """

    digits_changed = Signal(str)
    completed = Signal(str)
    """The last digit was typed."""

    def __init__(self, look: Appearance, digits: int, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.length = digits
        self.setAccessibleName(name)
        # A number's own direction, not a way to align: in a right-to-left line the cursor would stand before it.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhNoPredictiveText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self._said = ""
        self.textEdited.connect(self._normalise)
        self.textChanged.connect(self._tell)
        self._relook()

    @property
    def digits(self) -> str:
        """What was typed, as 0–9."""
        return only_digits(self.text())

    def set_digits(self, digits: str) -> None:
        """Show these digits, as if they had been typed."""
        self.setText(only_digits(digits)[: self.length])

    @property
    def is_complete(self) -> bool:
        """Whether all digits are there; whether they are right, the domain says."""
        return len(self.digits) == self.length

    def set_name(self, name: str) -> None:
        """Name the field for who does not see it."""
        self.setAccessibleName(name)

    def set_invalid(self, is_invalid: bool) -> None:
        """Frame the field as one to look at again."""
        set_invalid(self, is_invalid=is_invalid)

    def sizeHint(self) -> QSize:
        """Return room for all digits."""
        width = self.fontMetrics().horizontalAdvance("0") * (self.length + 2) + 2 * Space.L
        return QSize(width, self.look.scaled(self.look.control_px))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste only digits; Qt's own paste would cut "05٠ 123" at the length before it is cleaned."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.insert(only_digits(QApplication.clipboard().text()))
            self._normalise()
            return
        super().keyPressEvent(event)

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
        face = self.look.font(Role.LEAD, Weight.MEDIUM)
        face.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 1.5)
        if face != self.font():
            self.setFont(face)
        self.setMinimumHeight(self.sizeHint().height())
        self.updateGeometry()

    def _normalise(self) -> None:
        digits = only_digits(self.text())[: self.length]
        if digits != self.text():
            behind = len(only_digits(self.text()[self.cursorPosition() :]))
            self.setText(digits)
            self.setCursorPosition(max(0, len(digits) - behind))

    def _tell(self) -> None:
        digits = self.digits[: self.length]
        if digits == self._said:
            return
        self._said = digits
        self.digits_changed.emit(digits)
        if len(digits) == self.length:
            self.completed.emit(digits)


class NumberField(DigitField):
    """A number of `least` to `most` digits."""

    def __init__(self, look: Appearance, least: int, most: int, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, most, name, parent)
        self._least = least

    @property
    def is_complete(self) -> bool:
        """Whether there are enough digits."""
        return self._least <= len(self.digits) <= self.length


class PinField(NumberField):
    """A secret of `least` to `most` digits: a dot for each, and nothing of it can be copied."""

    def __init__(self, look: Appearance, least: int, most: int, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, least, most, name, parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setInputMethodHints(
            self.inputMethodHints() | Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
        )


class CodeField(DigitField):
    """A one-time code: one box a digit, from left to right; a digit typed after the last is passed over.

    The boxes stand where the layout's lines begin, or in the middle.
    """

    def __init__(
        self,
        look: Appearance,
        digits: int,
        name: str = "",
        *,
        is_centred: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, digits, name, parent)
        self._is_centred = is_centred

    def sizeHint(self) -> QSize:
        """Return room for the boxes."""
        box = self._box_px()
        return QSize(self.length * box + (self.length - 1) * Space.S, round(box * 1.2))

    def minimumSizeHint(self) -> QSize:
        """Return the same: the boxes are not squeezed."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the boxes instead of Qt's line."""
        del event
        painter = QPainter(self)
        colours = self.look.colours
        box, height = self._box_px(), round(self._box_px() * 1.2)
        spare = self.width() - (self.length * box + (self.length - 1) * Space.S)
        left = spare // 2 if self._is_centred else spare * self.look.is_right_to_left
        top = (self.height() - height) // 2
        digits = self.digits
        for index in range(self.length):
            place = QRect(left + index * (box + Space.S), top, box, height)
            is_next = self.hasFocus() and index == min(len(digits), self.length - 1)
            edge, width = (colours.focus, 3) if is_next else (colours.border_strong, 1)
            if self.property("invalid") and not is_next:  # where one types is seen there as well
                edge, width = colours.danger_text, 2
            elif index < len(digits) and not is_next:
                edge, width = colours.accent, 2
            paint_face(painter, QRectF(place), Face(colours.surface, edge, width, Radius.CONTROL))
            if index < len(digits):
                paint_line(
                    painter, place, digits[index], self.look.font(Role.TITLE, Weight.SEMIBOLD), colours.text, CENTRE
                )
        painter.end()

    def _box_px(self) -> int:
        return self.look.scaled(self.look.control_px)
