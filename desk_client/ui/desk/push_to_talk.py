"""The space bar of who is muted: they are heard for as long as it is held."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desk_client.client.conference import Conference
from desk_client.ui.widgets.pressable import Pressable


class PushToTalk(QObject):
    """Listens where the keys go, while that is within its page.

    What one writes in keeps its spaces, and a button that was reached by keys is pressed by Space as ever, but for the
    one of the microphone: to be heard is what Space does there either way.
    """

    def __init__(
        self, page: QWidget, conference: Conference, microphone: QWidget, is_wanted: Callable[[], bool] = lambda: True
    ) -> None:
        """Until the page is gone; where it ``is_wanted`` no more, the bar is anybody's."""
        super().__init__(page)
        self._page, self._conference, self._microphone = page, conference, microphone
        self._listened: QWidget | None = None
        self._is_held = False
        self._is_wanted = is_wanted
        application = QApplication.instance()
        if isinstance(application, QApplication):  # a page is made within one
            application.focusChanged.connect(self._follow)
        self._follow(None, QApplication.focusWidget())

    @property
    def is_held(self) -> bool:
        """Whether somebody is heard only because the bar is held."""
        return self._is_held

    def release(self) -> None:
        """Be muted again: the bar was let go of, or it cannot be known any more whether it was."""
        if not self._is_held:
            return
        self._is_held = False
        if (runner := self._conference.call.value) is not None:
            runner.set_microphone(on=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the space bar where it is nobody else's."""
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Space:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyRelease and self._is_held:
            if not event.isAutoRepeat():
                self.release()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        return self._is_held or (not event.isAutoRepeat() and self._press(watched))

    def _press(self, watched: QObject) -> bool:
        runner = self._conference.call.value
        if runner is None or runner.view.value.microphone_on or not isinstance(watched, QWidget):
            return False
        if not self._is_wanted() or watched.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            return False
        if isinstance(watched, Pressable) and watched.shows_ring and watched is not self._microphone:
            return False
        self._is_held = True
        runner.set_microphone(on=True)
        return True

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """The keys go elsewhere; a bar that is let go of there would not be heard of."""
        self.release()
        if self._listened is not None:
            self._listened.removeEventFilter(self)
        is_ours = now is not None and self._page.isAncestorOf(now)
        self._listened = now if is_ours else None
        if self._listened is not None:
            self._listened.installEventFilter(self)
