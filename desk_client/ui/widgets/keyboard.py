"""The touch keyboard: Arabic, English, digits and signs."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space
from desk_client.ui.widgets.key_cap import KeyCap
from desk_client.ui.widgets.key_variants import KeyVariants
from desk_client.ui.widgets.keyboard_layouts import LAYOUTS, TYPED_INSTEAD, Function, Key, Page
from desk_client.ui.widgets.surface import Surface
from desk_client.ui.widgets.typist import Typist

_REPEAT_AFTER_MS = 450
"""Held so long a key repeats, or offers the kin of its letter."""
_REPEAT_EVERY_MS = 70
_MARGIN = Space.M
_WIDEST_PX = 1400
"""Keys wider than a hand reaches help nobody."""
_DOTTED_CIRCLE = "◌"
_VOWEL_SIGNS = frozenset("ًٌٍَُِّْ")


class TouchKeyboard(Surface):
    """A keyboard for text fields. Its keys never take the focus: it types into the focused field.

    It opens in the language spoken; its keys, two fifths of all that a kiosk's window consists of, are made when they
    are first seen. `hide_asked` comes when the person puts it away, `entered` with the Enter key
    (which the field receives too).
    """

    hide_asked = Signal()
    entered = Signal()
    struck = Signal()
    """A finger came down on any key."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._typist = Typist()
        self._is_latin = False
        self._letters = Page.ARABIC if look.language.is_right_to_left else Page.ENGLISH
        self._page = self._letters
        self._is_shifted = False
        self._caps: list[list[tuple[Key, KeyCap]]] = []
        self._held: tuple[Key, KeyCap] | None = None
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(_REPEAT_AFTER_MS)
        self._hold.timeout.connect(self._offer_variants)
        self.variants = KeyVariants(look, self)
        self.variants.chosen.connect(self._type_variant)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._build()

    @property
    def page(self) -> Page:
        """What the keyboard shows now."""
        return self._page

    def show_page(self, page: Page) -> None:
        """Show other letters, or the signs."""
        self._page = page
        if page is not Page.SYMBOLS:
            self._letters = page
        self._is_shifted = False
        self._build()

    def prefer_latin(self, is_latin: bool) -> None:
        """Begin with Latin letters, or again with those of the language spoken; what is preferred already stays."""
        if is_latin != self._is_latin:
            self._is_latin = is_latin
            self.show_page(self._first_page())

    def set_target(self, field: QWidget | None) -> None:
        """Type into this field, wherever the focus is; None: into the focused one."""
        self._typist.set_target(field)

    def cap(self, wanted: str | Function) -> KeyCap:
        """Return the key that types a text now, or does something.

        Raises:
            LookupError: the page shown has no such key.
        """
        if not self._caps:
            self._fill()
        for row in self._caps:
            for key, cap in row:
                if key.function is wanted if isinstance(wanted, Function) else self._typed(key) == wanted:
                    return cap
        raise LookupError(f"no key for {wanted!r} on {self._page.name}")

    def sizeHint(self) -> QSize:
        """Return the height of four rows of keys."""
        rows = len(LAYOUTS[self._page])
        return QSize(900, rows * self.look.control_px + (rows - 1) * Space.S + 2 * _MARGIN)

    def minimumSizeHint(self) -> QSize:
        """Return the size at which every key is a target of 48 pixels."""
        return QSize(13 * 48, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language, in the keys' names."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_page(self._first_page())

    def showEvent(self, event: QShowEvent) -> None:
        """Make the keys that nobody has seen yet."""
        if not self._caps:
            self._fill()
        super().showEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tray."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.colours.sunken))
        painter.fillRect(QRect(0, 0, self.width(), 1), QColor(self.colours.border))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the keys out by hand: a keyboard's order is not mirrored."""
        self.variants.hide()  # it stands beside a key
        self._lay_out()
        super().resizeEvent(event)

    def _first_page(self) -> Page:
        return Page.ARABIC if self.look.language.is_right_to_left and not self._is_latin else Page.ENGLISH

    def _build(self) -> None:
        self._let_go()
        self.variants.hide()
        for row in self._caps:
            for _, cap in row:
                cap.hide()
                cap.deleteLater()
        self._caps = []
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        self._caps = [[(key, self._made(key)) for key in row] for row in LAYOUTS[self._page]]
        self._lay_out()

    def _lay_out(self) -> None:
        widest = max(_units(row) for row in LAYOUTS[self._page])
        gaps = max(len(row) for row in LAYOUTS[self._page]) - 1
        unit = (min(self.width() - 2 * _MARGIN, _WIDEST_PX) - gaps * Space.S) / widest
        for index, row in enumerate(self._caps):
            used = _units([key for key, _ in row]) * unit + (len(row) - 1) * Space.S
            left = (self.width() - used) / 2
            top = _MARGIN + index * (self.look.control_px + Space.S)
            for key, cap in row:
                width = key.units * unit
                cap.setGeometry(round(left), top, round(width), self.look.control_px)
                cap.show()
                left += width + Space.S

    def _made(self, key: Key) -> KeyCap:
        if key.function is None:
            cap = KeyCap(self.look, self._legend(key), has_more=bool(key.variants(is_shifted=False)), parent=self)
            cap.setObjectName(f"key_{key.plain}")
            cap.pressed.connect(self.struck)
            cap.pressed.connect(lambda: self._touch(key, cap))
            cap.released.connect(self._let_go)
            cap.clicked.connect(lambda: self._type(key))
            return cap
        cap = self._made_function(key.function)
        cap.pressed.connect(self.struck)
        cap.pressed.connect(self.variants.hide)
        cap.setObjectName(f"key_{key.function.name.lower()}")
        cap.clicked.connect(lambda: self._do(key.function))
        return cap

    def _made_function(self, function: Function) -> KeyCap:
        match function:
            case Function.SHIFT:
                cap = KeyCap(self.look, icon=Icon.SHIFT, is_quiet=True, parent=self)
                cap.setCheckable(True)
                cap.setChecked(self._is_shifted)
                cap.setAccessibleName(QCoreApplication.translate("Keyboard", "Shift"))
            case Function.BACKSPACE:
                cap = KeyCap(self.look, icon=Icon.BACKSPACE, is_quiet=True, parent=self)
                cap.setAutoRepeat(True)
                cap.setAutoRepeatDelay(_REPEAT_AFTER_MS)
                cap.setAutoRepeatInterval(_REPEAT_EVERY_MS)
                cap.setAccessibleName(QCoreApplication.translate("Keyboard", "Delete"))
            case Function.SPACE:
                cap = KeyCap(self.look, QCoreApplication.translate("Keyboard", "Space"), role=Role.CAPTION, parent=self)
            case Function.ENTER:
                cap = KeyCap(self.look, icon=Icon.ENTER, is_quiet=True, parent=self)
                cap.setAccessibleName(QCoreApplication.translate("Keyboard", "Enter"))
            case Function.LANGUAGE:
                name = "عربي" if self._letters is Page.ENGLISH else "English"
                cap = KeyCap(self.look, name, role=Role.CAPTION, is_quiet=True, parent=self)
            case Function.SYMBOLS:
                letters = "أ ب ت" if self._letters is Page.ARABIC else "ABC"
                digits = "١٢٣" if self._letters is Page.ARABIC else "123"
                legend = letters if self._page is Page.SYMBOLS else digits
                cap = KeyCap(self.look, legend, role=Role.CAPTION, is_quiet=True, parent=self)
            case Function.HIDE:
                cap = KeyCap(self.look, icon=Icon.CHEVRON_DOWN, is_quiet=True, parent=self)
                cap.setAccessibleName(QCoreApplication.translate("Keyboard", "Hide the keyboard"))
            case _ as never:
                assert_never(never)
        return cap

    def _do(self, function: Function | None) -> None:
        match function:
            case Function.SHIFT:
                self._shift(not self._is_shifted)
            case Function.BACKSPACE:
                self._typist.press(Qt.Key.Key_Backspace)
            case Function.SPACE:
                self._typist.type_text(" ")
            case Function.ENTER:
                self._typist.press(Qt.Key.Key_Return)
                self.entered.emit()
            case Function.LANGUAGE:
                self.show_page(Page.ENGLISH if self._letters is Page.ARABIC else Page.ARABIC)
            case Function.SYMBOLS:
                self.show_page(self._letters if self._page is Page.SYMBOLS else Page.SYMBOLS)
            case Function.HIDE:
                self.hide_asked.emit()
            case None:
                return
            case _ as never:
                assert_never(never)

    def _touch(self, key: Key, cap: KeyCap) -> None:
        self.variants.hide()
        if key.variants(is_shifted=self._is_shifted):
            self._held = key, cap
            self._hold.start()

    def _let_go(self) -> None:
        self._hold.stop()
        self._held = None

    def _offer_variants(self) -> None:
        if self._held is not None:
            (key, cap), self._held = self._held, None
            cap.setDown(False)  # lifting the finger types nothing now
            self.variants.offer(cap, key.variants(is_shifted=self._is_shifted))

    def _type_variant(self, letter: str) -> None:
        self._typist.type_text(letter)
        if self._is_shifted:
            self._shift(False)

    def _type(self, key: Key) -> None:
        self._typist.type_text(self._typed(key))
        if self._is_shifted:
            self._shift(False)

    def _shift(self, is_shifted: bool) -> None:
        self._is_shifted = is_shifted
        for row in self._caps:
            for key, cap in row:
                if key.function is None:
                    cap.set_legend(self._legend(key))
                elif key.function is Function.SHIFT:
                    cap.setChecked(is_shifted)

    def _typed(self, key: Key) -> str:
        text = key.typed(is_shifted=self._is_shifted)
        return TYPED_INSTEAD.get(text, text)

    def _legend(self, key: Key) -> str:
        text = key.typed(is_shifted=self._is_shifted)
        return f"{_DOTTED_CIRCLE}{text}" if text in _VOWEL_SIGNS else text


def _units(row: tuple[Key, ...] | list[Key]) -> float:
    return sum(key.units for key in row)
