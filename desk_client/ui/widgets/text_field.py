"""Fields for words: one line, or several."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Space
from desk_client.ui.widgets.field_state import set_invalid
from desk_client.ui.widgets.surface import REPAINTED_BY
from desk_client.ui.widgets.touch_scroll import without_menus


class TextField(QLineEdit):
    """One line of words. `is_secret` hides what is typed (a password)."""

    def __init__(
        self,
        look: Appearance,
        name: str = "",
        *,
        longest: int = 200,
        is_secret: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setMaxLength(longest)
        if look.is_kiosk:
            self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
            self.setAcceptDrops(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if is_secret:
            self.setEchoMode(QLineEdit.EchoMode.Password)
        self._relook()

    def set_name(self, name: str) -> None:
        """Name the field for who does not see it."""
        self.setAccessibleName(name)

    def set_invalid(self, is_invalid: bool) -> None:
        """Frame the field as one to look at again."""
        set_invalid(self, is_invalid=is_invalid)

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
        # An empty line would begin where the keyboard of the system does, which need not speak the window's language.
        side = Qt.AlignmentFlag.AlignRight if self._look.is_right_to_left else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(self._look.scaled(self._look.control_px))


class TextArea(QPlainTextEdit):
    """Several lines of words, no more than `longest` letters. Tab leaves it, as it leaves every field."""

    text_changed = Signal(str)

    def __init__(
        self,
        look: Appearance,
        name: str = "",
        *,
        lines: int = 4,
        longest: int = 1000,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._lines = lines
        self._longest = longest
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        if look.is_kiosk:
            self.setAcceptDrops(False)
            without_menus(self)
        self.textChanged.connect(self._limit)
        self._relook()

    @property
    def text(self) -> str:
        """What was typed, without space around it."""
        return self.toPlainText().strip()

    def set_text(self, text: str) -> None:
        """Show this text, ready to be gone on with."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def set_longest(self, longest: int) -> None:
        """Take no more letters than that from now on."""
        self._longest = longest
        self._limit()

    def set_lines(self, lines: int) -> None:
        """Ask for room for so many lines."""
        self._lines = lines
        self.updateGeometry()

    def set_name(self, name: str) -> None:
        """Name the field for who does not see it."""
        self.setAccessibleName(name)

    def set_invalid(self, is_invalid: bool) -> None:
        """Frame the field as one to look at again."""
        set_invalid(self, is_invalid=is_invalid)

    def sizeHint(self) -> QSize:
        """Return room for the lines it was made for."""
        return QSize(480, self.fontMetrics().lineSpacing() * self._lines + 2 * Space.M)

    def minimumSizeHint(self) -> QSize:
        """Return room for two lines."""
        return QSize(160, self.fontMetrics().lineSpacing() * 2 + 2 * Space.M)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Ctrl+Enter to the page, whose main action it is."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
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
        self.setFont(self._look.font(Role.BODY))
        # Qt's plain text keeps to the left in either layout; each paragraph still finds its own direction.
        side = Qt.AlignmentFlag.AlignRight if self._look.is_right_to_left else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.document().setDefaultTextOption(option)
        self.updateGeometry()

    def _limit(self) -> None:
        text = self.toPlainText()
        if len(text) > self._longest:
            cursor = self.textCursor()
            at = min(cursor.position(), self._longest)
            self.setPlainText(text[: self._longest])
            cursor.setPosition(at)
            self.setTextCursor(cursor)
            return
        self.text_changed.emit(self.text)
