"""What every page of helping somebody is built on."""

from collections.abc import Callable, Coroutine
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.actions import help as helping_actions
from desk_client.client.helping import Helping, HelpStep
from desk_client.domain.outcomes import Refusal
from desk_client.ui.desk.office import Office
from desk_client.ui.operator.refusal_notice import RefusalNotice
from desk_client.ui.operator.scrolling import keep_off_the_bar
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.page import ScrollColumn
from desk_client.ui.widgets.page_title import PageTitle


class HelpPage(QWidget):
    """A title, a notice, a body that scrolls, and a foot with the way back and the one main action.

    Escape goes back, Ctrl+Enter is the main action. A subclass builds its widgets without words and calls `ready` at
    the end of its constructor.
    """

    step: ClassVar[HelpStep]
    fills: ClassVar[bool] = False
    """Whether the body has a height of its own, and so is not put into something that scrolls."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"help_{self.step}")
        self.office = office
        look = self.look = office.look
        self.title = PageTitle(look)
        self.notice = RefusalNotice(look)
        self.notice.setObjectName(f"help_{self.step}_notice")
        self.main: Button | None = None
        self._back = Button(look, "", Kind.SECONDARY, icon=Icon.BACK)
        self._back.setObjectName(f"help_{self.step}_back")
        self._back.clicked.connect(self.go_back)
        self._is_acting = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.title)
        column.addWidget(self.notice)
        self._scroll: ScrollColumn | None = None
        if self.fills:
            self.body = QVBoxLayout()
            column.addLayout(self.body, 1)
        else:
            scroll = self._scroll = ScrollColumn()
            self.body = scroll.body
            column.addWidget(scroll, 1)
        self.body.setSpacing(Space.M)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(Space.M)
        self.foot.addWidget(self._back)
        self.foot.addStretch(1)
        column.addLayout(self.foot)

    def add_main(self, name: str, does: Callable[[], None], icon: Icon | None = None) -> Button:
        """Give the page its one main action."""
        self.main = Button(self.look, "", Kind.PRIMARY, icon=icon)
        self.main.setObjectName(name)
        self.main.clicked.connect(does)
        self.foot.addWidget(self.main)
        return self.main

    def ready(self) -> None:
        """Word and show everything for the first time."""
        self.retranslate()
        self.refresh(self.helping)

    @property
    def helping(self) -> Helping:
        """The person who is helped, as it stands."""
        return self.office.client.console.helping.value

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self._back.set_text(QCoreApplication.translate("HelpPage", "Back"))
        self.notice.say("")
        if self._scroll is not None:
            keep_off_the_bar(self._scroll, self.look)
        self.relabel()

    def relabel(self) -> None:
        """Word what is the page's own."""
        raise NotImplementedError

    def refresh(self, helping: Helping) -> None:
        """Show how things stand."""

    def entered(self) -> None:
        """The page has come up: put the keyboard where typing begins."""

    def go_back(self) -> None:
        """One question back."""
        self.ask(self._go_back())

    async def _go_back(self) -> Refusal | None:
        await helping_actions.back(self.office.client)
        return None

    def ask(
        self,
        action: Coroutine[Any, Any, Refusal | None],
        button: Button | None = None,
        then: Callable[[], None] | None = None,
    ) -> None:
        """Carry something out, one thing at a time; a refusal is worded in the notice, and loses nothing."""
        if self._is_acting:
            action.close()
            return
        self._is_acting = True
        self.notice.say("")
        if button is not None:
            button.set_busy(True)

        def ended() -> None:
            self._is_acting = False
            if button is not None:
                button.set_busy(False)
            self.refresh(self.helping)

        self.office.bridge.run(
            action, lambda _none: then() if then is not None else None, self.on_refusal, on_end=ended
        )

    def on_refusal(self, refusal: Refusal) -> None:
        """Say why it was not done."""
        self.notice.refuse(refusal)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back; Ctrl+Enter is the main action."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() == Qt.Key.Key_Escape and self._back.isVisible():
            self.go_back()
        elif is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.main is not None:
            self.main.click()
        else:
            super().keyPressEvent(event)
