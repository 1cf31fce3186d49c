"""What is asked of whoever was called into a talk before it is recorded."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import be_recorded
from desk_client.ui.bilingual import said
from desk_client.ui.call.asked_to_be_recorded import AskedToBeRecorded
from desk_client.ui.call.call_view import CallView
from desk_client.ui.desk.office import Office


class ColleagueQuestion(AskedToBeRecorded):
    """Of the page of the talk into which one was called."""

    def __init__(self, office: Office, view: CallView, page: QWidget) -> None:
        super().__init__(office.look, view, page)
        self._office = office

    def question(self) -> str:
        """What is asked, and word for word what is agreed to."""
        asked = QCoreApplication.translate(
            "ColleagueQuestion",
            "The official asks to record everybody in this talk, your picture and your voice too. If you say no, it is "
            "not recorded, and the talk goes on just the same.",
        )
        words = "" if self._seen is None else said(self._seen.text, self._look.language)
        return f"{asked}\n\n{words}"

    def say(self, *, agrees: bool) -> None:
        """Send a yes, a no or a withdrawal."""
        answering = be_recorded.answer_called_in(self._office.client, agrees=agrees)
        self._office.bridge.run(answering, lambda _none: None, self.refuse)
