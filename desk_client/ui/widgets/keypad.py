"""The numeric touch keypad: for IDs, mobiles and codes."""

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_client.i18n.digits import shown
from desk_client.i18n.language import Language
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space
from desk_client.ui.widgets.key_cap import KeyCap
from desk_client.ui.widgets.surface import Surface
from desk_client.ui.widgets.typist import Typist

_COLUMNS = 3
_ROWS = 4
_REPEAT_AFTER_MS = 450
_REPEAT_EVERY_MS = 90


class Keypad(Surface):
    """Ten digits, delete and confirm, in the order of a telephone in every language.

    It types into the focused field, or into the one given to `set_target`. The large digits are those the field shows;
    readers of Arabic see ٠–٩ below them.
    """

    confirmed = Signal()
    """The confirming key was pressed."""
    struck = Signal()
    """A finger came down on any key."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._typist = Typist()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._digits = [self._digit_key(digit) for digit in "1234567890"]
        self._delete = KeyCap(look, icon=Icon.BACKSPACE, is_quiet=True, parent=self)
        self._delete.setAutoRepeat(True)
        self._delete.setAutoRepeatDelay(_REPEAT_AFTER_MS)
        self._delete.setAutoRepeatInterval(_REPEAT_EVERY_MS)
        self._delete.clicked.connect(lambda: self._typist.press(Qt.Key.Key_Backspace))
        self._confirm = KeyCap(look, icon=Icon.CHECK, is_main=True, parent=self)
        self._confirm.clicked.connect(self.confirmed)
        for key in (*self._digits, self._delete, self._confirm):
            key.pressed.connect(self.struck)
        self._retranslate()

    def set_target(self, field: QWidget | None) -> None:
        """Type into this field, wherever the focus is; None: into the focused one."""
        self._typist.set_target(field)

    def set_confirmable(self, is_confirmable: bool) -> None:
        """Enable the confirming key once what was typed is complete."""
        self._confirm.setEnabled(is_confirmable)

    def key(self, digit: str) -> KeyCap:
        """Return the key of a digit 0–9."""
        return self._digits["1234567890".index(digit)]

    @property
    def delete_key(self) -> KeyCap:
        """The key that deletes backwards."""
        return self._delete

    @property
    def confirm_key(self) -> KeyCap:
        """The key that confirms."""
        return self._confirm

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        key = round(self.look.control_px * 1.25)
        return QSize(
            _COLUMNS * round(key * 1.5) + (_COLUMNS - 1) * Space.S + Space.XS,
            _ROWS * key + (_ROWS - 1) * Space.S + Space.XS,
        )

    def minimumSizeHint(self) -> QSize:
        """Return the size at which every key is just a target."""
        key = self.look.control_px
        return QSize(_COLUMNS * key + (_COLUMNS - 1) * Space.S, _ROWS * key + (_ROWS - 1) * Space.S)

    def relook(self) -> None:
        """Write the minor digits anew."""
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the keys out by hand: a telephone's order is not mirrored."""
        keys = [*self._digits[:9], self._delete, self._digits[9], self._confirm]
        width = (self.width() - (_COLUMNS - 1) * Space.S) / _COLUMNS
        height = (self.height() - (_ROWS - 1) * Space.S) / _ROWS
        for index, key in enumerate(keys):
            row, column = divmod(index, _COLUMNS)
            left, top = round(column * (width + Space.S)), round(row * (height + Space.S))
            key.setGeometry(QRect(left, top, round(width), round(height)))
        super().resizeEvent(event)

    def _digit_key(self, digit: str) -> KeyCap:
        key = KeyCap(self.look, digit, role=Role.TITLE, parent=self)
        key.clicked.connect(lambda: self._typist.type_text(digit))
        return key

    def _retranslate(self) -> None:
        is_arabic = self.look.language is Language.ARABIC
        for key in getattr(self, "_digits", []):
            key.set_minor(shown(key.text(), Language.ARABIC) if is_arabic else "")
        if hasattr(self, "_confirm"):
            self._delete.setAccessibleName(QCoreApplication.translate("Keypad", "Delete"))
            self._confirm.setAccessibleName(QCoreApplication.translate("Keypad", "Confirm"))
