"""What a touch key does: it types into the field that has the keyboard's focus, as a real key would."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


class Typist:
    """Types into the focused widget, or into a fixed one.

    Text goes by QInputMethodEvent, which carries any letter (and lam-alef as two); keys go by QKeyEvent, pressed and
    released.
    """

    def __init__(self, target: QWidget | None = None) -> None:
        self._target = target

    def set_target(self, target: QWidget | None) -> None:
        """Type into this widget from now on; None: into whichever has the focus."""
        self._target = target

    @property
    def target(self) -> QWidget | None:
        """The widget that would receive the next key."""
        return self._target or QApplication.focusWidget()

    def type_text(self, text: str) -> None:
        """Commit a text at the cursor; without a focused field it is lost, as on a real keyboard."""
        target = self.target
        if target is not None:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QCoreApplication.sendEvent(target, event)

    def press(self, key: Qt.Key) -> None:
        """Press and release a key that is no letter: Backspace, Return."""
        target = self.target
        if target is None:
            return
        text = "\r" if key is Qt.Key.Key_Return else ""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
