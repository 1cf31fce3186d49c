"""The question that lies over the calendar: one at a time."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.ui.desk.office import Office
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.dialog import Dialog


class OneQuestion:
    """Asked while another is open, it is not asked."""

    def __init__(self, office: Office, page: QWidget, name: str) -> None:
        """``name`` begins the object names of its buttons."""
        self._office, self._page, self._name = office, page, name
        self._dialog: Dialog | None = None

    def ask(
        self,
        title: str,
        text: str,
        confirm: str,
        icon: Icon,
        then: Callable[[], None],
        *,
        body: QWidget | None = None,
        cancel: str | None = None,
        otherwise: Callable[[], None] = lambda: None,
        is_danger: bool = False,
    ) -> Dialog | None:
        """Ask; what lies over the window, or None. An empty ``cancel`` leaves one answer."""
        if self._dialog is not None:
            return None
        usual = QCoreApplication.translate("Calendar", "Go back")
        dialog = self._dialog = Dialog(
            self._office.look,
            self._page.window(),
            title,
            text,
            confirm=confirm,
            cancel=usual if cancel is None else cancel,
            is_danger=is_danger,
            icon=icon,
            body=body,
        )
        dialog.confirm.setObjectName(f"{self._name}_confirm")
        dialog.cancel.setObjectName(f"{self._name}_cancel")

        def answered(is_confirmed: bool) -> None:
            self._dialog = None
            (then if is_confirmed else otherwise)()

        dialog.answered.connect(answered)
        return dialog

    def put_away(self) -> None:
        """Take it back: nobody answers it any more."""
        if self._dialog is not None:
            self._dialog.hide()
            self._dialog.deleteLater()
            self._dialog = None
