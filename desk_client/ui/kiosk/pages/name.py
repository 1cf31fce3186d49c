"""The name, the first time somebody comes."""

from PySide6.QtCore import QCoreApplication

from desk_client.client.actions import identify, leave_word
from desk_client.client.visit import Goal, Page, Visit
from desk_client.domain.outcomes import RefusalCode
from desk_client.ui.kiosk.pages.line_page import LinePage


class NamePage(LinePage):
    """What the official will call them."""

    page = Page.NAME
    typed_codes = frozenset({RefusalCode.INVALID_NAME})

    def kept(self) -> str:
        """What was left unsent."""
        return self.visit.name

    def keep_typed(self) -> None:
        """Take what stands in the field along."""
        leave_word.keep_name(self.client, self.field.text())

    def refresh(self, visit: Visit) -> None:
        """Let whoever has sent nothing yet go back."""
        if self.back is not None:
            self.back.setVisible(bool(visit.trail))

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
        super().relabel()

    def send(self) -> None:
        """Give it to the server, or take it along where that is away."""
        typed = self.field.text()
        if self.visit.goal is Goal.LEAVE_REQUEST:
            refusal = leave_word.enter_name(self.client, typed)
            if refusal is not None:
                self.say_at_field(refusal)
            return
        self.ask(lambda: identify.enter_name(self.client, typed))
