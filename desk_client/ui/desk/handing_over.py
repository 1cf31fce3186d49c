"""What an official does to hand the talk over: ask somebody, wait until they are here, and leave it to them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from desk_client.client.actions import hand_over
from desk_client.client.called_in import CalledIn, Calls, Successor
from desk_client.client.desk import DeskClient
from desk_client.client.recording_states import is_open
from desk_client.domain.called_in import Call
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.bidi import embedded
from desk_client.ui.call.call_view import CallView
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.page_ways import Ask, Run
from desk_client.ui.desk.successor_choice import successor_dialog
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.round_button import RoundButton

if TYPE_CHECKING:
    from desk_client.ui.widgets.dialog import Dialog

_RINGS_LONG_MS = 45_000
"""After which it is said that nobody has answered; it goes on ringing until it is taken back."""
_STAYS = frozenset({RefusalCode.NOT_FOUND, RefusalCode.NOT_ADMITTED})
"""Whoever was asked is not here at this moment."""


class HandingOver(QObject):
    """One button below the talk. Whoever is asked is shown in the bar of those who were called in."""

    def __init__(self, office: Office, view: CallView, run: Run, ask: Ask) -> None:
        """The page gives the button its key."""
        super().__init__(view)
        self._office, self._view, self._run, self._ask = office, view, run, ask
        self._dialog: Dialog | None = None
        self._asked: CalledIn | None = None
        self.button = RoundButton(office.look, Icon.FORWARD)
        self.button.setObjectName("hand_over_button")
        self.button.clicked.connect(self._press)
        view.bar.add(self.button)
        self._unanswered = QTimer(self, singleShot=True, interval=_RINGS_LONG_MS)
        self._unanswered.timeout.connect(self._say_unanswered)
        self._leave = office.client.calls.subscribe(self._show)
        self._show(office.client.calls.value)

    def dismiss(self) -> None:
        """Take a question back that nobody answers any more."""
        if self._dialog is not None:
            self._dialog.dismiss()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.button.set_text(QCoreApplication.translate("Handover", "Hand over"))
        self.button.setToolTip(QCoreApplication.translate("Handover", "Hand the talk over to another office (O)"))

    def teardown(self) -> None:
        """End the subscription."""
        self._unanswered.stop()
        self._leave()

    def ask_to_leave(self, called: CalledIn) -> None:
        """Ask before the talk is theirs: it does not come back by itself."""
        self._ask(
            QCoreApplication.translate("Handover", "Hand the talk over to {name}?").format(
                name=embedded(self._office.said(called.name))
            ),
            QCoreApplication.translate(
                "Handover", "You leave. They talk on, and write what is decided. The visitor stays, and is told."
            ),
            QCoreApplication.translate("Handover", "Hand over and leave"),
            "confirm_leave_to",
            self._complete,
        )

    def _press(self) -> None:
        """Ask somebody; where somebody is here for it, leave it to them."""
        asked = self._asked
        if asked is None:
            self._choose()
        elif asked.state is Call.ACCEPTED and self._is_here(asked):
            self.ask_to_leave(asked)
        else:
            self._say(QCoreApplication.translate("Handover", "Somebody is asked already: see above the picture."))

    def _is_here(self, asked: CalledIn) -> bool:
        return any(each.party is asked.party for each in self._view.company.people)

    def _choose(self) -> None:
        if self._dialog is not None:
            return
        if is_open(self._office.client.recordings.seen.value):
            self._say(
                QCoreApplication.translate(
                    "Handover", "Please end the recording first: the visitor agreed to it with your office alone."
                )
            )
            return
        self.button.setEnabled(False)
        self._office.bridge.run(
            hand_over.possible(self._office.client),
            self._offer,
            lambda refusal: self._run(lambda _client: _refused(refusal), self._choose),
            on_end=lambda: self.button.setEnabled(True),
        )

    def _offer(self, people: tuple[Successor, ...]) -> None:
        if not self._view.isVisible():
            return
        dialog, choice = successor_dialog(self._office.look, self._view.window(), people)
        self._dialog = dialog

        def answered(is_confirmed: bool) -> None:
            self._dialog = None
            if is_confirmed and choice.people.key:
                self._ask_them(choice.people.key, choice.note.text)

        dialog.answered.connect(answered)

    def _ask_them(self, staff_id: str, note: str) -> None:
        self._run(lambda client: hand_over.offer(client, staff_id, note), lambda: self._ask_them(staff_id, note))

    def _complete(self) -> None:
        self._run(self._completed, self._complete)

    async def _completed(self, client: DeskClient) -> Refusal | None:
        """Where they have gone a moment ago, that is said; the talk has stayed here."""
        refusal = await hand_over.complete(client)
        if refusal is None or refusal.code not in _STAYS:
            return refusal
        self._say(
            QCoreApplication.translate(
                "Handover", "They are not in the talk at the moment. It stays with you, and goes on."
            )
        )
        return None

    def _show(self, calls: Calls) -> None:
        before = self._asked
        self._asked = next((each for each in calls.called if each.takes_over and each.state.is_open), None)
        if self._asked is None or self._asked.state is not Call.RINGING:
            self._unanswered.stop()
        elif before is None or before.called_at != self._asked.called_at:
            self._unanswered.start()

    def _say_unanswered(self) -> None:
        self._say(
            QCoreApplication.translate(
                "Handover",
                "Nobody has answered yet. The talk stays with you; you may take the call back and ask another.",
            )
        )

    def _say(self, words: str) -> None:
        self._view.say(Icon.FORWARD, words)


async def _refused(refusal: Refusal) -> Refusal:
    return refusal
