"""A visitor is asked whether their talk may be recorded, sees that it is, and can withdraw for as long as it runs."""

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import be_recorded
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
from desk_client.client.visit import Visit
from desk_client.domain.outcomes import Refusal
from desk_client.i18n.bidi import without_marks
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import said
from desk_client.ui.call.call_view import CallView
from desk_client.ui.call.recording_words import ended_words, mark_words
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.messages import worded
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.round_button import RoundButton


class RecordingQuestion(QObject):
    """Of the talk's page at a kiosk: the question, the mark above the pictures, and the button to withdraw."""

    def __init__(self, counter: Counter, view: CallView, page: QWidget) -> None:
        super().__init__(page)
        self._counter, self._view, self._page = counter, view, page
        self._seen: TalkRecording | None = None
        self._dialog: Dialog | None = None
        self._is_question = False
        self.withdraw = RoundButton(counter.look, Icon.RECORD_STOP)
        self.withdraw.setObjectName("withdraw_recording")
        self.withdraw.clicked.connect(self._ask_to_withdraw)
        self.withdraw.hide()
        view.bar.add(self.withdraw)

    def relabel(self) -> None:
        """Word everything in the language spoken now."""
        self.withdraw.set_text(QCoreApplication.translate("RecordingQuestion", "Stop the recording"))
        self._view.header.set_recording(mark_words(self._seen))

    def begin(self) -> None:
        """Another talk: nothing of an earlier one matters."""
        self._seen = None
        self._take_away()

    def refresh(self, visit: Visit) -> None:
        """Ask, show, and say what has changed."""
        before, self._seen = self._seen, visit.recording
        seen = self._seen
        self.withdraw.setVisible(is_open(seen) and not is_asked(seen))
        if self._is_question and not is_asked(seen):
            self._take_away()  # it was taken back, or answered elsewhere
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
        """Take away a question that nobody needs to answer any more."""
        self._take_away()

    def _ended(self, ended: Recording) -> str:
        if ended.state is RecordingState.DESTROYED:
            return QCoreApplication.translate(
                "RecordingQuestion",
                "The recording was stopped, and all that was recorded is deleted. The talk goes on.",
            )
        if ended.end_reason is RecordingEnd.WITHDRAWN:
            return QCoreApplication.translate("RecordingQuestion", "The talk is not recorded.")
        return ended_words(ended)

    def _ask(self) -> None:
        if self._dialog is not None:
            return
        self._is_question = True
        self._dialog = Dialog(
            self._counter.look,
            self._page,
            QCoreApplication.translate("RecordingQuestion", "May this talk be recorded?"),
            self._question(),
            confirm=QCoreApplication.translate("RecordingQuestion", "Yes, I agree"),
            cancel=QCoreApplication.translate("RecordingQuestion", "No, do not record"),
            icon=Icon.RECORD,
            body=self._aloud(),
        )
        self._dialog.confirm.setObjectName("agree_recording")
        self._dialog.cancel.setObjectName("decline_recording")
        self._dialog.answered.connect(self._answered)

    def _aloud(self) -> QWidget | None:
        """A button that reads the question to whoever cannot; None where this machine has no voice."""
        speech = self._counter.speech
        if speech is None or not speech.can_speak:
            return None
        words = QCoreApplication.translate("RecordingQuestion", "Read this to me")
        button = Button(self._counter.look, words, Kind.QUIET, icon=Icon.SPEAKER)
        button.setObjectName("read_question")
        button.clicked.connect(
            lambda: speech.say("recording_question", without_marks(self._question()), self._counter.language)
        )
        return button

    def _hush(self) -> None:
        if self._counter.speech is not None:
            self._counter.speech.stop()

    def _question(self) -> str:
        """What is asked, and word for word what is agreed to."""
        asked = QCoreApplication.translate(
            "RecordingQuestion",
            "The official asks to record your picture and your voice. If you say no, the talk goes on just the same.",
        )
        language = self._counter.look.language
        words = "" if self._seen is None else said(self._seen.text, language)
        if language is Language.URDU:  # the server has its words in two languages
            meant = QCoreApplication.translate(
                "RecordingQuestion",
                "Only the official's office sees the recording, and it is deleted when its time is over. You can stop "
                "it at any time; then all that was recorded is deleted.",
            )
            words = f"{meant}\n\n{words}"
        return f"{asked}\n\n{words}"

    def _answered(self, is_confirmed: bool) -> None:
        self._dialog, was_question, self._is_question = None, self._is_question, False
        self._hush()
        if was_question:
            self._say(agrees=is_confirmed)

    def _ask_to_withdraw(self) -> None:
        if self._dialog is not None:
            return
        dialog = self._dialog = Dialog(
            self._counter.look,
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
                self._say(agrees=False)

        dialog.answered.connect(answered)

    def _say(self, *, agrees: bool) -> None:
        client = self._counter.client
        self._counter.bridge.run(be_recorded.answer(client, agrees=agrees), lambda _none: None, self._refuse)

    def _refuse(self, refusal: Refusal) -> None:
        message = worded(refusal)
        self._view.say(Icon.WARNING, f"{message.title}. {message.text}")

    def _take_away(self) -> None:
        """Without an answer: that nobody pressed no is no no."""
        if self._dialog is not None:
            dialog, self._is_question = self._dialog, False
            self._hush()
            self._dialog = None
            dialog.dismiss()
