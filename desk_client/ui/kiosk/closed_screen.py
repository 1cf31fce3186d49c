"""A kiosk that its operator has closed: it says so calmly in every language, and where to go instead."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.i18n.bidi import isolated
from desk_client.i18n.language import Language
from desk_client.ui.kiosk.held_emblem import HeldEmblem
from desk_client.ui.kiosk.pattern import Pattern
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.translation import Words
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.surface import Surface

_MARK_PX = 112


class ClosedScreen(Surface):
    """Covers its host. Nothing on it can be pressed, but its emblem may be held, as the header's may."""

    spoken_role = QAccessible.Role.Grouping
    emblem_held = Signal()

    def __init__(self, look: Appearance, host: QWidget) -> None:
        super().__init__(look, host)
        self._host = host
        self.setObjectName("closed_screen")
        self._pattern = Pattern(look, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        self._column.setSpacing(Space.S)
        emblem = HeldEmblem(look, _MARK_PX)
        emblem.held.connect(self.emblem_held)
        self._column.addStretch(2)
        self._column.addWidget(emblem, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(Space.L)
        self.setAccessibleName("\n".join([self._told(language) for language in Language]))
        self._column.addStretch(3)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        host.installEventFilter(self)
        self.hide()

    def rise(self) -> None:
        """Come up, over everything."""
        self.setGeometry(self._host.rect())
        self._pattern.setGeometry(self.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the host whatever its size."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
            self._pattern.setGeometry(self.rect())
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 (Qt's signature)
        """Keep the keyboard from what lies below."""
        del next
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let nothing through to what lies below."""
        event.accept()

    def _told(self, language: Language) -> str:
        words = Words(language)
        closed = words.translate("ClosedScreen", "This kiosk is closed")
        instead = words.translate("ClosedScreen", "Please use another one, or ask the staff of the hall.")
        is_first = language is Language.ARABIC
        for text, role, tone in (
            (closed, Role.DISPLAY if is_first else Role.TITLE, Tone.TEXT),
            (instead, Role.LEAD if is_first else Role.BODY, Tone.SECOND),
        ):
            weight = Weight.BOLD if text is closed else Weight.MEDIUM
            shown = text if language.is_right_to_left else isolated(text)
            self._column.addWidget(Label(self.look, shown, role, weight=weight, tone=tone, is_centred=True))
        self._column.addSpacing(Space.L)
        return f"{closed}. {instead}"
