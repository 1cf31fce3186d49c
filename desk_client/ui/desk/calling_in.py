"""What an official does with the company in a talk: call somebody in, take them out, lay all out, leave to them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import call_in
from desk_client.client.called_in import Callable as CallablePerson
from desk_client.client.called_in import CalledIn, Calls
from desk_client.domain.call import Phase
from desk_client.domain.called_in import Call, Capacity
from desk_client.domain.outcomes import Refusal
from desk_client.domain.party import Party
from desk_client.i18n.bidi import embedded
from desk_client.ui.call.call_view import CallView
from desk_client.ui.call.company_places import Arrangement
from desk_client.ui.desk.callable_list import callable_dialog
from desk_client.ui.desk.called_bar import CalledBar
from desk_client.ui.desk.handing_over import HandingOver
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.page_ways import Ask, Run
from desk_client.ui.desk.private_word import PrivateWord
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.round_button import RoundButton

if TYPE_CHECKING:
    from desk_client.ui.widgets.dialog import Dialog


def name_arranging(button: RoundButton, now: Arrangement) -> None:
    """Word what the button that arranges all changes to."""
    button.set_text(
        QCoreApplication.translate("CallIn", "One large")
        if now is Arrangement.TOGETHER
        else QCoreApplication.translate("CallIn", "Side by side")
    )
    button.setToolTip(QCoreApplication.translate("CallIn", "Lay everybody out otherwise (L)"))


class CallingIn(QObject):
    """Two buttons below the talk, a bar above it, and questions over the window."""

    def __init__(self, office: Office, view: CallView, run: Run, ask: Ask) -> None:
        """The page lays `bars` out, and gives the buttons their keys."""
        super().__init__(view)
        self._office, self._view, self._run, self._ask = office, view, run, ask
        self._dialog: Dialog | None = None
        self.bar = CalledBar(office.look)
        self.bar.end_asked.connect(self._ask_take_out)
        self.call = self._button(Icon.PERSON, "call_in_button", self._choose)
        self.arrange = self._button(Icon.HALL, "arrange", self._arrange)
        self.handing_over = HandingOver(office, view, run, ask)
        self.private_word = PrivateWord(office, view, self._refuse)
        self.bar.handover_asked.connect(self.handing_over.ask_to_leave)
        view.company_changed.connect(self._show_company)
        self._leave = office.client.calls.subscribe(self._show)
        self._show(office.client.calls.value)
        self._show_company()

    @property
    def has_company(self) -> bool:
        """Whether somebody else is in the talk."""
        return bool(self._view.company.people)

    @property
    def bars(self) -> tuple[QWidget, ...]:
        """What stands above the picture: that the officials are among themselves, and who was called in."""
        return self.private_word.banner, self.bar

    def leaving(self, dialog_closed: Callable[[], None]) -> Button:
        """A button that leaves the talk to the others, for the question whether to end it."""
        words = QCoreApplication.translate("CallIn", "Leave for a while; the others talk on")
        button = Button(self._office.look, words, Kind.SECONDARY, icon=Icon.DOOR)
        button.setObjectName("leave_for_a_while")
        button.clicked.connect(dialog_closed)
        button.clicked.connect(self._leave_for_a_while)
        return button

    def dismiss(self) -> None:
        """Take a question back that nobody answers any more."""
        if self._dialog is not None:
            self._dialog.dismiss()
        self.handing_over.dismiss()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.call.set_text(QCoreApplication.translate("CallIn", "Call in"))
        self.call.setToolTip(QCoreApplication.translate("CallIn", "Call somebody else into the talk (P)"))
        name_arranging(self.arrange, self._view.company.arrangement)
        self.bar.retranslate()
        self.handing_over.retranslate()
        self.private_word.retranslate()

    def teardown(self) -> None:
        """End the subscription."""
        self._leave()
        self.handing_over.teardown()
        self.private_word.teardown()

    def _button(self, icon: Icon, name: str, pressed: Callable[[], None]) -> RoundButton:
        button = RoundButton(self._office.look, icon)
        button.setObjectName(name)
        button.clicked.connect(pressed)
        self._view.bar.add(button)
        return button

    def _show(self, calls: Calls) -> None:
        here = frozenset(each.party for each in self._view.company.people if each.phase is Phase.TALKING)
        self.bar.show_called(calls.called, here)

    def _show_company(self) -> None:
        self._show(self._office.client.calls.value)

    def _arrange(self) -> None:
        self._view.arrange(self._view.company.arrangement.other)
        self.retranslate()

    def _choose(self) -> None:
        if self._dialog is not None:
            return
        self.call.setEnabled(False)
        self._office.bridge.run(
            call_in.possible(self._office.client),
            self._offer,
            lambda refusal: self._refuse(refusal, self._choose),
            on_end=lambda: self.call.setEnabled(True),
        )

    def _refuse(self, refusal: Refusal, again: Callable[[], None]) -> None:
        self._run(lambda _client: _refused(refusal), again)

    def _offer(self, people: tuple[CallablePerson, ...]) -> None:
        if not self._view.isVisible():
            return
        dialog, choice = callable_dialog(self._office.look, self._view.window(), people)
        self._dialog = dialog

        def answered(is_confirmed: bool) -> None:
            self._dialog = None
            if is_confirmed and choice.chosen is not None:
                self._call(*choice.chosen)

        dialog.answered.connect(answered)

    def _call(self, staff_id: str, capacity: Capacity) -> None:
        self._run(lambda client: call_in.call(client, staff_id, capacity), lambda: self._call(staff_id, capacity))

    def _ask_take_out(self, called: CalledIn) -> None:
        if called.state is not Call.ACCEPTED or called.takes_over:  # they can be asked again at once
            self._take_out(called.party)
            return
        self._ask(
            QCoreApplication.translate("CallIn", "Take {name} out of the talk?").format(
                name=embedded(self._office.said(called.name))
            ),
            QCoreApplication.translate("CallIn", "The talk goes on without them. You can call them in again."),
            QCoreApplication.translate("CallIn", "Take out"),
            "confirm_take_out",
            lambda: self._take_out(called.party),
        )

    def _take_out(self, party: Party) -> None:
        self._run(lambda client: call_in.take_out(client, party), lambda: self._take_out(party))

    def _leave_for_a_while(self) -> None:
        self._office.bridge.run(
            call_in.leave_for_a_while(self._office.client), lambda _none: None, lambda _refusal: None
        )


async def _refused(refusal: Refusal) -> Refusal:
    return refusal
