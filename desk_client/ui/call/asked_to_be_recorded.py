"""Whoever is in a talk is asked whether it may be recorded, sees that it is, and can withdraw while it runs."""

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from desk_client.client.recording_states import (
    Recording,
    RecordingEnd,
    RecordingState,
    TalkRecording,
    is_asked,
    is_open,
    is_shown,
    newly_ended,
)
from desk_client.domain.outcomes import Refusal
from desk_client.ui.call.call_view import CallView
from desk_client.ui.call.recording_words import ended_words, mark_words
from desk_client.ui.messages import worded
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.round_button import RoundButton


class AskedToBeRecorded(QObject):
    """Of a talk's page: the question, the mark above the pictures, and the button to withdraw.

    A kind of end says what it asks (`question`, `body`) and how an answer is sent (`say`).
    """

    def __init__(self, look: Appearance, view: CallView, page: QWidget) -> None:
        """The button stands with the others of ``view``."""
        super().__init__(page)
        self._look, self._view, self._page = look, view, page
        self._seen: TalkRecording | None = None
        self._dialog: Dialog | None = None
        self._is_question = False
        self.withdraw = RoundButton(look, Icon.RECORD_STOP)
        self.withdraw.setObjectName("withdraw_recording")
        self.withdraw.clicked.connect(self._ask_to_withdraw)
        self.withdraw.hide()
        view.bar.add(self.withdraw)

    def question(self) -> str:
        """What is asked, and word for word what is agreed to."""
        raise NotImplementedError

    def body(self) -> QWidget | None:
        """What stands below the question."""
        return None

    def say(self, *, agrees: bool) -> None:
        """Send a yes, a no or a withdrawal."""
        raise NotImplementedError

    def hush(self) -> None:
        """The question is over: nobody needs to hear it any more."""

    def relabel(self) -> None:
        """Word everything in the language spoken now."""
        self.withdraw.set_text(QCoreApplication.translate("RecordingQuestion", "Stop the recording"))
        self._view.header.set_recording(mark_words(self._seen))

    def begin(self) -> None:
        """Another talk: nothing of an earlier one matters."""
        self._seen = None
        self.left()

    def show_seen(self, seen: TalkRecording | None) -> None:
        """Ask, show, and say what has changed."""
        before, self._seen = self._seen, seen
        self.withdraw.setVisible(is_open(seen) and not is_asked(seen))
        if self._is_question and not is_asked(seen):
            self.left()  # it was taken back, or answered elsewhere
        if is_asked(seen):
            self._ask()
        ended = newly_ended(before, seen)
        if ended is not None and (words := self._ended(ended)):
            self._view.say(Icon.RECORD, words)
        elif is_shown(seen) and not is_shown(before):
            self._view.say(
                Icon.RECORD,
                QCoreApplication.translate(
                    "RecordingQuestion", "The talk is recorded from now on. You can stop that at any time."
                ),
            )
        self.relabel()

    def left(self) -> None:
        """Take a question away without an answer: that nobody pressed no is no no."""
        if self._dialog is not None:
            dialog, self._is_question = self._dialog, False
            self.hush()
            self._dialog = None
            dialog.dismiss()

    def refuse(self, refusal: Refusal) -> None:
        """Say why an answer was not taken."""
        message = worded(refusal)
        self._view.say(Icon.WARNING, f"{message.title}. {message.text}")

    def _ended(self, ended: Recording) -> str:
        if ended.state is RecordingState.DESTROYED:
            return QCoreApplication.translate(
                "RecordingQuestion",
                "The recording was stopped, and all that was recorded is deleted. The talk goes on.",
            )
        if ended.end_reason in {RecordingEnd.WITHDRAWN, RecordingEnd.COLLEAGUE}:
            return QCoreApplication.translate("RecordingQuestion", "The talk is not recorded.")
        return ended_words(ended)

    def _ask(self) -> None:
        if self._dialog is not None:
            return
        self._is_question = True
        self._dialog = Dialog(
            self._look,
            self._page,
            QCoreApplication.translate("RecordingQuestion", "May this talk be recorded?"),
            self.question(),
            confirm=QCoreApplication.translate("RecordingQuestion", "Yes, I agree"),
            cancel=QCoreApplication.translate("RecordingQuestion", "No, do not record"),
            icon=Icon.RECORD,
            body=self.body(),
        )
        self._dialog.confirm.setObjectName("agree_recording")
        self._dialog.cancel.setObjectName("decline_recording")
        self._dialog.answered.connect(self._answered)

    def _answered(self, is_confirmed: bool) -> None:
        self._dialog, was_question, self._is_question = None, self._is_question, False
        self.hush()
        if was_question:
            self.say(agrees=is_confirmed)

    def _ask_to_withdraw(self) -> None:
        if self._dialog is not None:
            return
        dialog = self._dialog = Dialog(
            self._look,
            self._page,
            QCoreApplication.translate("RecordingQuestion", "Stop the recording?"),
            QCoreApplication.translate(
                "RecordingQuestion",
                "All that was recorded of this talk is deleted and cannot be brought back. The talk goes on.",
            ),
            confirm=QCoreApplication.translate("RecordingQuestion", "Stop and delete"),
            cancel=QCoreApplication.translate("RecordingQuestion", "Go on recording"),
            is_danger=True,
            icon=Icon.RECORD_STOP,
        )
        dialog.confirm.setObjectName("confirm_withdraw_recording")
        dialog.cancel.setObjectName("keep_recording")

        def answered(is_confirmed: bool) -> None:
            self._dialog = None
            if is_confirmed:
                self.say(agrees=False)

        dialog.answered.connect(answered)
