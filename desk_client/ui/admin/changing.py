"""The one way in which an administrator changes something: asked first, told afterwards, taken back where it can be.

A section says what is to change (`Change`); this asks, carries it out, words what was refused, and offers the way back.
"""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.domain.outcomes import Refusal
from desk_client.ui.desk.office import Office
from desk_client.ui.operator.refusal_notice import RefusalNotice
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.label import Label

Act = Callable[[], Coroutine[Any, Any, Any]]
"""Makes an action of the client, which ends with a `Refusal` or with something else."""


@dataclass(frozen=True)
class Change:
    """Something that an administrator is about to change.

    Attributes:
        title: the question.
        lines: what will be otherwise, a sentence each.
        confirm: the name of the deed, on the button.
        does: carries it out.
        done: what is told afterwards.
        undo: takes it back; None where nothing can, which the lines then say.
        then: what is to be done with the answer.
        is_danger: whether somebody is shut out, or something is gone.
    """

    title: str
    lines: tuple[str, ...]
    confirm: str
    does: Act
    done: str
    undo: Act | None = None
    then: Callable[[Any], None] | None = None  # of each action's own type
    is_danger: bool = False


class Changing(QWidget):
    """Stands above a section's list: what was refused, and what was done with the way back from it."""

    def __init__(
        self, office: Office, host: QWidget, refused: Callable[[Refusal], str], parent: QWidget | None = None
    ) -> None:
        """Questions lie over the window of ``host``; ``refused`` words what the section knows better, or nothing."""
        super().__init__(parent)
        self._office = office
        self._host = host
        self._refused = refused
        self._undo: Act | None = None
        self._is_running = False
        self.dialog: Dialog | None = None
        self.notice = RefusalNotice(office.look)
        self.notice.setObjectName("admin_notice")
        self.done = Banner(office.look, Mood.SUCCESS)
        self.done.setObjectName("admin_done")
        self.done.action.setObjectName("admin_undo")
        self.done.action_asked.connect(self._take_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.notice)
        column.addWidget(self.done)

    def ask(self, change: Change) -> None:
        """Ask whether this is wanted, and do it if so."""
        if self.dialog is not None or self._is_running:
            return
        self.quiet()
        look = self._office.look
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for line in change.lines:
            column.addWidget(Label(look, line, is_centred=len(change.lines) == 1))
        dialog = self.dialog = Dialog(
            look,
            self._host.window(),
            change.title,
            "",
            confirm=change.confirm,
            cancel=QCoreApplication.translate("Administration", "Back"),
            is_danger=change.is_danger,
            icon=Icon.WARNING if change.is_danger else Icon.EDIT,
            body=body,
        )
        dialog.setAccessibleDescription(" ".join(change.lines))
        dialog.confirm.setObjectName("admin_confirm")
        dialog.cancel.setObjectName("admin_cancel")

        def answered(is_confirmed: bool) -> None:
            self.dialog = None
            if is_confirmed:
                self._carry_out(change)

        dialog.answered.connect(answered)

    def hold(self, dialog: Dialog) -> None:
        """Ask nothing else until this dialog of the section's own is answered."""
        self.dialog = dialog
        dialog.answered.connect(self._let_go)

    def tell(self, text: str) -> None:
        """Say that something is done which cannot be taken back."""
        self._undo = None
        self.done.say(text, Mood.SUCCESS)

    def warn(self, text: str) -> None:
        """Say why something is not even asked."""
        self.done.say("")
        self.notice.say(text)

    def quiet(self) -> None:
        """Say nothing any more of what was done or refused before."""
        self._undo = None
        self.notice.say("")
        self.done.say("")

    def refuse(self, refusal: Refusal) -> None:
        """Word why something was not done."""
        self.done.say("")
        self.notice.refuse(refusal, self._refused(refusal))

    def _carry_out(self, change: Change) -> None:
        self._is_running = True

        def is_done(answer: object) -> None:
            self._undo = change.undo
            undo = QCoreApplication.translate("Administration", "Undo")
            self.done.say(change.done, Mood.SUCCESS, undo if change.undo is not None else "")
            if change.then is not None:
                change.then(answer)

        self._office.bridge.run(change.does(), is_done, self.refuse, on_end=self._ended)

    def _take_back(self) -> None:
        if self._undo is None or self._is_running:
            return
        self._is_running = True
        undo, self._undo = self._undo, None

        def is_undone(_answer: object) -> None:
            self.done.say(QCoreApplication.translate("Administration", "It is as it was before."), Mood.INFO)

        def is_refused(refusal: Refusal) -> None:
            self._undo = undo  # the banner goes with the refusal; asked for anew it is another change
            self.refuse(refusal)

        self._office.bridge.run(undo(), is_undone, is_refused, on_end=self._ended)

    def _let_go(self, _is_confirmed: bool) -> None:
        self.dialog = None

    def _ended(self) -> None:
        self._is_running = False
