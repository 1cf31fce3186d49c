"""What is asked of whoever was called into a talk: before it is recorded, or before they come into a recorded one."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import be_recorded
from desk_client.client.called_in import Invitation
from desk_client.ui.bilingual import said
from desk_client.ui.call.asked_to_be_recorded import AskedToBeRecorded
from desk_client.ui.call.call_view import CallView
from desk_client.ui.desk.office import Office
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.dialog import Dialog


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


def ask_before_joining(
    office: Office, window: QWidget, invitation: Invitation, answered: Callable[[bool], None]
) -> Dialog | None:
    """Ask whoever is called into a recorded talk; None where nothing is recorded, and nothing to be asked."""
    terms = invitation.recording
    if terms is None:
        return None
    recorded = QCoreApplication.translate(
        "ColleagueQuestion",
        "Whoever comes in is recorded as well, picture and voice. You can withdraw at any time while it runs.",
    )
    dialog = Dialog(
        office.look,
        window,
        QCoreApplication.translate("ColleagueQuestion", "This talk is recorded"),
        f"{recorded}\n\n{said(terms.text, office.look.language)}",
        confirm=QCoreApplication.translate("ColleagueQuestion", "Agree and join"),
        cancel=QCoreApplication.translate("ColleagueQuestion", "Do not join now"),
        icon=Icon.RECORD,
    )
    dialog.confirm.setObjectName("agree_and_join")
    dialog.cancel.setObjectName("do_not_join")
    dialog.answered.connect(answered)
    return dialog
