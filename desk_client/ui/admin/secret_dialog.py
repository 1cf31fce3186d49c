"""A secret that is shown once, large, to be written down or read out: a first password, an enrolment code."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.i18n.bidi import isolated
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Weight
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.label import Label


def show_once(look: Appearance, host: QWidget, title: str, text: str, secret: str) -> Dialog:
    """Show it until somebody says that they have it."""
    shown = Label(look, isolated(secret), Role.TITLE, weight=Weight.BOLD, is_centred=True, wraps=False)
    shown.setObjectName("admin_secret")
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(shown)
    confirm = QCoreApplication.translate("Administration", "I have written it down")
    dialog = Dialog(look, host, title, text, confirm=confirm, icon=Icon.KEY, body=body)
    dialog.confirm.setObjectName("admin_written_down")
    return dialog
