"""What is asked of whoever is called into a talk that is recorded, before they come in."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client.called_in import Invitation
from desk_client.ui.bilingual import said
from desk_client.ui.desk.office import Office
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.dialog import Dialog


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
