"""The name, the first time somebody comes."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import identify, leave_word
from desk_client.client.visit import Goal, Page, Visit
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.messages import worded
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.text_field import TextField

_LONGEST = 80


class NamePage(VisitPage):
    """What the official will call them."""

    page = Page.NAME
    measure_px = 760
    wants_keyboard = True

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self.field = TextField(self.look, longest=_LONGEST)
        self.field.setObjectName("name")
        self.field.returnPressed.connect(self.press_main)
        self.block = FieldBlock(self.look, self.field)
        self._wrong: Refusal | None = None
        self.body.addWidget(self.block)
        self.add_back()
        self.add_main("continue", self._send)
        self.field.textChanged.connect(self._typed)
        self._typed("")
        self.ready()

    @property
    def keyboard_target(self) -> QWidget:
        """The field that the touch keyboard types into."""
        return self.field

    def entered(self) -> None:
        """Let the typing begin; what was left unsent is there again."""
        if self.visit.goal is Goal.LEAVE_REQUEST and self.visit.name:
            self.field.setText(self.visit.name)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, visit: Visit) -> None:
        """Let whoever has sent nothing yet go back."""
        if self.back is not None:
            self.back.setVisible(bool(visit.trail))

    def left(self) -> None:
        """Keep no name that was not taken."""
        self.field.clear()

    def relabel(self) -> None:
        """Word the question."""
        self.title.set_texts(
            QCoreApplication.translate("NamePage", "Your name"),
            QCoreApplication.translate("NamePage", "This is how the official will address you; we ask only once"),
        )
        self.block.set_texts(
            QCoreApplication.translate("NamePage", "Full name"), QCoreApplication.translate("NamePage", "As on your ID")
        )
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("NamePage", "Continue"))
        if self._wrong is not None:
            self._say_at_field(self._wrong)

    def on_refusal(self, refusal: Refusal, again: Callable[[], None]) -> None:
        """Say it at the field where it is about the name."""
        if refusal.code is RefusalCode.INVALID_NAME:
            self._say_at_field(refusal)
        else:
            self.refuse(refusal, again)

    def _send(self) -> None:
        typed = self.field.text()
        if self.visit.goal is Goal.LEAVE_REQUEST:
            refusal = leave_word.enter_name(self.client, typed)
            if refusal is not None:
                self._say_at_field(refusal)
            return
        self.ask(lambda: identify.enter_name(self.client, typed))

    def _say_at_field(self, refusal: Refusal) -> None:
        self._wrong = refusal
        message = worded(refusal)
        self.block.set_error(f"{message.title}. {message.text}")

    def _typed(self, text: str) -> None:
        self._wrong = None
        self.block.set_error("")
        if self.main is not None and not self.is_busy:
            self.main.setEnabled(bool(text.strip()))
