"""The base of the pages that show a list which has to be read from the server first."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.kiosk.card_grid import CardGrid
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import Action, VisitPage
from desk_client.ui.messages import worded
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.busy import Busy
from desk_client.ui.widgets.empty_state import EmptyState

_WAITING_PX = 420  # about what a list takes: the title stands still when it comes


class ListPage(VisitPage):
    """Cards; while there are none: a wheel, why not, or that there is nothing."""

    measure_px = 1120
    one_column_below_px: ClassVar[int] = 1_060

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self.cards = CardGrid(narrow_px=self.one_column_below_px)
        self._wheel = Busy(self.look, 72)
        self._wheel.setObjectName("loading")
        self.empty = EmptyState(self.look)
        self.empty.action.setObjectName("try_again")
        self.empty.action_asked.connect(self.load)
        self.empty.setMinimumHeight(360)
        self._failed: Refusal | None = None
        self._waiting = QWidget()
        self._waiting.setMinimumHeight(_WAITING_PX)
        centre = QVBoxLayout(self._waiting)
        centre.addWidget(self._wheel, 0, Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self._waiting)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.cards)
        self.body.addSpacing(Space.XS)

    @property
    def has_failed(self) -> bool:
        """Whether the list could not be read."""
        return self._failed is not None

    @property
    def failed_by(self) -> RefusalCode | None:
        """Why it could not be read."""
        return None if self._failed is None else self._failed.code

    def reading(self) -> Action:
        """Return the action that reads the list."""
        raise NotImplementedError

    def load(self) -> None:
        """Read the list anew; what is shown stays meanwhile."""
        self._failed = None
        self.ask(self.reading(), self._loaded, is_reading=True)
        self.show_state()

    def entered(self) -> None:
        """Read the list."""
        self.load()

    def revived(self) -> None:
        """Read the list that could not be read."""
        if self._failed is not None:
            self.load()

    def on_refusal(self, refusal: Refusal, again: Callable[[], None]) -> None:
        """Say it in the empty place, or above what is shown."""
        if self.cards.cards:
            self.refuse(refusal, again)
        else:
            self._failed = refusal
        self.show_state()

    def show_state(self) -> None:
        """Show the wheel, the reason or the cards."""
        has_cards = bool(self.cards.cards)
        self._waiting.setVisible(self.is_busy and not has_cards)
        self.empty.setVisible(not self.is_busy and not has_cards)
        self.cards.setVisible(has_cards)
        if self._failed is not None:
            message = worded(self._failed)
            self.empty.sign.set_sign(Icon.SERVER_OFF)
            self.empty.set_texts(message.title, message.text, QCoreApplication.translate("VisitPage", "Try again"))
        elif not has_cards:
            self.empty.sign.set_sign(Icon.INBOX)
            self.word_empty()

    def word_empty(self) -> None:
        """Say that there is nothing in the list."""
        raise NotImplementedError

    def _loaded(self) -> None:
        self.show_state()
