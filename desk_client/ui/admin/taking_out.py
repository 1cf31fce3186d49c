"""What is taken out of the house: on which grounds, into which file, and the password that opens it, shown once."""

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desk_client.domain.grounds import Grounds
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.admin.changing import Changing
from desk_client.ui.admin.grounds_words import grounds_words
from desk_client.ui.admin.secret_dialog import show_once
from desk_client.ui.desk.office import Office
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.pick import Pick

Save = Callable[[Grounds, Path], Coroutine[Any, Any, str | Refusal]]
"""Writes the file; the password that opens it."""


class GroundsField(FieldBlock):
    """The grounds to choose from; none is chosen beforehand."""

    def __init__(self, office: Office, among: tuple[Grounds, ...] = tuple(Grounds)) -> None:
        self.pick = Pick(office.look)
        self.pick.setObjectName("field_grounds")
        self.pick.set_choices([(each.value, grounds_words(each)) for each in among])
        self.pick.pick("")
        super().__init__(office.look, self.pick)
        self.set_texts(
            QCoreApplication.translate("Oversight", "On which grounds?"),
            QCoreApplication.translate("Oversight", "They stand in the audit trail, with your name."),
        )

    @property
    def grounds(self) -> Grounds | None:
        """What is chosen."""
        return Grounds(self.pick.key) if self.pick.key else None


class TakingOut:
    """One of a section: asks, saves beside the window, and says what was refused where the section says it."""

    def __init__(self, office: Office, host: QWidget, changing: Changing) -> None:
        self._office = office
        self._host = host
        self._changing = changing
        self.is_running = False

    def ask(self, title: str, text: str, name: str, save: Save, among: tuple[Grounds, ...] = tuple(Grounds)) -> None:
        """Ask for grounds and file; ``name`` is suggested for it."""
        if self._changing.dialog is not None or self.is_running:
            return
        self._changing.quiet()
        look = self._office.look
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        field = GroundsField(self._office, among)
        sealed = QCoreApplication.translate(
            "Oversight",
            "The file is a locked ZIP archive. Its password is shown to you once; hand it over apart from the file.",
        )
        column.addWidget(field)
        column.addWidget(Label(look, sealed, Role.BODY, tone=Tone.SECOND))
        dialog = Dialog(
            look,
            self._host.window(),
            title,
            text,
            confirm=QCoreApplication.translate("Oversight", "Choose where to save it"),
            cancel=QCoreApplication.translate("Administration", "Back"),
            icon=Icon.SHIELD,
            body=body,
        )
        dialog.confirm.setObjectName("admin_confirm")
        dialog.cancel.setObjectName("admin_cancel")
        dialog.confirm.setEnabled(False)
        field.pick.picked.connect(lambda _key: dialog.confirm.setEnabled(field.grounds is not None))
        self._changing.hold(dialog)

        def answered(is_confirmed: bool) -> None:
            grounds = field.grounds
            if is_confirmed and grounds is not None:
                self.save(title, name, lambda file: save(grounds, file))

        dialog.answered.connect(answered)

    def save(self, title: str, name: str, save: Callable[[Path], Coroutine[Any, Any, str | Refusal]]) -> None:
        """Ask for the file, write it, and show the password."""
        kinds = QCoreApplication.translate("Oversight", "ZIP archives (*.zip)")
        # no file is written over: what was taken out before is somebody's
        only_new = QFileDialog.Option.DontConfirmOverwrite
        path, _ = QFileDialog.getSaveFileName(self._host, title, name, kinds, options=only_new)
        if not path:
            return
        file = Path(path if path.endswith(".zip") else f"{path}.zip")
        self.is_running = True
        self._changing.tell(QCoreApplication.translate("Oversight", "It is being gathered and locked…"))
        self._office.bridge.run(
            save(file), lambda password: self._written(file, password), self._refuse, on_end=self._ended
        )

    def _written(self, file: Path, password: str) -> None:
        self._changing.tell(QCoreApplication.translate("Oversight", "It is saved as {file}.").format(file=file.name))
        title = QCoreApplication.translate("Oversight", "The password of {file}").format(file=file.name)
        text = QCoreApplication.translate(
            "Oversight", "It is shown this once and kept nowhere. Without it nobody opens the file."
        )
        self._changing.hold(show_once(self._office.look, self._host.window(), title, text, password))

    def _refuse(self, refusal: Refusal) -> None:
        match refusal.code, refusal.field:
            case RefusalCode.ALREADY_EXISTS, "file":
                self._changing.warn(
                    QCoreApplication.translate("Oversight", "There is a file of that name. Please choose a new name.")
                )
            case RefusalCode.INTERNAL, "file":
                self._changing.warn(
                    QCoreApplication.translate(
                        "Oversight", "The file could not be written. Is there room, and may you write there?"
                    )
                )
            case RefusalCode.FRAME_TOO_LARGE, _:
                self._changing.warn(
                    QCoreApplication.translate(
                        "Oversight", "That is too much for one file. Please search for a person, a kind or a day first."
                    )
                )
            case _:
                self._changing.refuse(refusal)

    def _ended(self) -> None:
        self.is_running = False
