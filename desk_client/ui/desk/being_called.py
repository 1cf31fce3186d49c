"""Rings for whoever is called into somebody's audience, and carries out what they answer."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication, QWidget

from desk_client.client.actions import call_in, hand_over
from desk_client.client.called_in import Calls, Invitation
from desk_client.client.coalesced import Coalesced
from desk_client.client.day import Day
from desk_client.domain.called_in import Call
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.desk.alerting import Notify
from desk_client.ui.desk.incoming_call import IncomingCall
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.recorded_talk import ask_before_joining
from desk_client.ui.messages import worded

if TYPE_CHECKING:
    from desk_client.ui.desk.handover_sheet import HandoverSheet
    from desk_client.ui.widgets.dialog import Dialog


class BeingCalled(QObject):
    """Owns the notice, which the window lays out above its pages. A call rings once, and names nobody outside it."""

    def __init__(
        self,
        office: Office,
        window: QWidget,
        chime: Callable[[], None],
        notify: Notify,
        say: Callable[[str], None],
    ) -> None:
        """``say`` shows in the window why something was refused."""
        super().__init__(window)
        self._office, self._window = office, window
        self._chime, self._notify, self._say = chime, notify, say
        self._rung: frozenset[tuple[str, str]] = frozenset()
        self._read = Coalesced(lambda: call_in.load(office.client))
        self.notice = IncomingCall(office.look, office.client.clock.now)
        self.notice.accepted.connect(self._accept)
        self.notice.declined.connect(self._decline)
        self.notice.reading_asked.connect(self._read_first)
        self._sheet: HandoverSheet | None = None
        self._question: Dialog | None = None
        self._leave = office.client.calls.subscribe(self._show)

    def refresh(self) -> None:
        """Read again who calls."""
        self._office.bridge.run(self._read(), lambda _none: None, lambda _refusal: None)

    def show_day(self, _day: Day) -> None:
        """A talk may have begun here, or be over."""
        self._show(self._office.client.calls.value)

    def teardown(self) -> None:
        """End the subscription."""
        self._leave()

    def _show(self, calls: Calls) -> None:
        newest = next(iter(calls.ringing), None)
        if self._sheet is not None and self._sheet.invitation_id not in {each.appointment_id for each in calls.ringing}:
            self._sheet.dismiss()  # nobody asks any more
        if self._question is not None and newest is None:
            self._question.dismiss()
        self.notice.show_call(newest, can_accept=not self._office.client.is_talking)
        ringing = frozenset((each.appointment_id, str(each.called_at)) for each in calls.ringing)
        is_new = any(
            (each.appointment_id, str(each.called_at)) not in self._rung and each.state is Call.RINGING
            for each in calls.ringing
        )
        self._rung = ringing
        if is_new:
            self._ring()

    def _ring(self) -> None:
        if self._office.client.is_talking:
            return  # the notice is enough
        self._chime()
        if not self._window.isActiveWindow():
            QApplication.alert(self._window)
            self._notify(
                QCoreApplication.translate("IncomingCall", "You are called into a talk"),
                QCoreApplication.translate("IncomingCall", "Somebody waits for your answer."),
            )

    def _accept(self, invitation: Invitation) -> None:
        """Where the talk is recorded, whoever joins agrees to that first."""
        if self._question is not None:
            return

        def answered(is_confirmed: bool) -> None:
            self._question = None
            if is_confirmed and invitation.recording is not None:
                self._join(invitation, invitation.recording.text_version)

        self._question = ask_before_joining(self._office, self._window, invitation, answered)
        if self._question is None:
            self._join(invitation)

    def _join(self, invitation: Invitation, agrees_to: str | None = None) -> None:
        self._answer(call_in.accept(self._office.client, invitation, agrees_to=agrees_to))

    def _read_first(self, invitation: Invitation) -> None:
        """Note, brief and documents, before the answer."""
        if self._sheet is None:
            self.notice.set_busy(is_busy=True)
            self._office.bridge.run(
                hand_over.read(self._office.client, invitation),
                self._show_sheet,
                self._refused,
                on_end=lambda: self.notice.set_busy(is_busy=False),
            )

    def _show_sheet(self, offered: hand_over.Offered) -> None:
        from desk_client.ui.desk.handover_sheet import HandoverSheet  # noqa: PLC0415 - loaded when it is needed

        sheet = self._sheet = HandoverSheet(self._office, self._window, offered)
        sheet.dialog.confirm.setEnabled(not self._office.client.is_talking)

        def answered(is_confirmed: bool) -> None:
            self._sheet = None
            if is_confirmed:
                self._accept(offered.invitation)

        sheet.answered.connect(answered)

    def _decline(self, invitation: Invitation) -> None:
        self._answer(call_in.decline(self._office.client, invitation))

    def _answer(self, answering: "call_in.Answering") -> None:
        self.notice.set_busy(is_busy=True)
        self._office.bridge.run(
            answering,
            lambda _none: None,
            self._refused,
            on_end=lambda: self.notice.set_busy(is_busy=False),
        )

    def _refused(self, refusal: Refusal) -> None:
        if refusal.code is RefusalCode.NOT_FOUND:
            self._say(QCoreApplication.translate("IncomingCall", "The call is over: you are not needed any more."))
            return
        if refusal.code is RefusalCode.CONSENT_REQUIRED:  # it is recorded only since it rings
            again = next((each for each in self._office.client.calls.value.ringing if each.recording is not None), None)
            if again is not None:
                self._accept(again)
            return
        message = worded(refusal)
        self._say(f"{message.title}. {message.text}")
