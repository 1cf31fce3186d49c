"""The desk's button that asks for a recording and ends it, and what is said of it over the talk."""

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from desk_client.client.recording_states import (
    RecordingEnd,
    RecordingState,
    Say,
    TalkRecording,
    is_open,
    is_unanswered,
    newly_ended,
)
from desk_client.domain.called_in import Call
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.bidi import embedded
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import said
from desk_client.ui.call.call_view import CallView
from desk_client.ui.call.recording_words import colleague_words, ended_words, mark_words
from desk_client.ui.desk.office import Office
from desk_client.ui.messages import worded
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.round_button import RoundButton


class RecordControl(QObject):
    """Of the talk's page. Where the office does not record there is no button at all."""

    def __init__(self, office: Office, view: CallView, page: QWidget) -> None:
        """The button stands with the others of ``view``."""
        super().__init__(page)
        self._office, self._view, self._page = office, view, page
        self._seen: TalkRecording | None = None
        self._dialog: Dialog | None = None
        self._is_busy = False
        self.button = RoundButton(office.look, Icon.RECORD)
        self.button.setObjectName("record")
        self.button.clicked.connect(self._press)
        self.button.hide()
        view.bar.add(self.button)
        recordings = office.client.recordings
        self._leave = (recordings.seen.subscribe(self._show), recordings.lost.subscribe(self._show_lost))
        self._show(recordings.seen.value)

    def teardown(self) -> None:
        """End the subscriptions."""
        for leave in self._leave:
            leave()

    def retranslate(self) -> None:
        """Word the button and the mark in the language spoken now."""
        self.button.set_text(self._does())
        self.button.setToolTip(
            _waiting_words(self._seen, self._office.look.language)
            or QCoreApplication.translate("Recording", "Record the talk once all in it agree, or end the recording (R)")
        )
        reason = self._why_not()
        self.button.set_fault(reason)
        self._view.header.set_recording(mark_words(self._seen))

    def press(self) -> None:
        """By its key: nothing where there is no button."""
        if self.button.isVisible():
            self._press()

    def dismiss(self) -> None:
        """Take a question back that nobody answers any more."""
        if self._dialog is not None:
            self._dialog.dismiss()

    def _does(self) -> str:
        seen = self._seen
        if seen is None or not is_open(seen):
            return QCoreApplication.translate("Recording", "Record")
        if is_unanswered(seen):
            return QCoreApplication.translate("Recording", "Take back")
        return QCoreApplication.translate("Recording", "End recording")

    def _why_not(self) -> str:
        seen = self._seen
        if seen is None or is_open(seen):
            return ""
        if seen.refused:
            return QCoreApplication.translate(
                "Recording", "This talk cannot be recorded: the visitor does not agree to it."
            )
        return _disagreeing_words(seen, self._office.look.language)

    def _show(self, seen: TalkRecording | None) -> None:
        before, self._seen = self._seen, seen
        self.button.setVisible(seen is not None and (seen.allowed or is_open(seen)))
        if (ended := newly_ended(before, seen)) is not None and (words := ended_words(ended)):
            self._view.say(Icon.RECORD, words)
        else:
            waits = _waiting_words(seen, self._office.look.language)
            if waits and waits != _waiting_words(before, self._office.look.language):
                self._view.say(Icon.RECORD, waits)
        self.retranslate()

    def _show_lost(self, lost: int) -> None:
        if lost:
            self._view.say(
                Icon.WARNING,
                QCoreApplication.translate(
                    "Recording", "The disk of this computer is too slow: parts of the recording are missing."
                ),
            )

    def _press(self) -> None:
        if self._is_busy or self._dialog is not None:
            return
        if reason := self._why_not():
            self._view.say(Icon.RECORD, reason)
        elif is_open(self._seen):
            self._end()
        else:
            self._ask()

    def _ask(self) -> None:
        is_of_several = any(each.state is Call.ACCEPTED for each in self._office.client.calls.value.called)
        of_two = QCoreApplication.translate(
            "Recording",
            "The visitor is asked first. Only your office can play the recording, each playing is noted, and the "
            "visitor can withdraw at any time: then all of it is deleted.",
        )
        of_several = QCoreApplication.translate(
            "Recording",
            "Everybody in the talk is asked first. Only your office can play the recording, and each playing is noted. "
            "Each of them can withdraw while it runs, the visitor also later: then all of it is deleted.",
        )
        dialog = self._dialog = Dialog(
            self._office.look,
            self._page.window(),
            QCoreApplication.translate("Recording", "Record this talk?"),
            of_several if is_of_several else of_two,
            confirm=QCoreApplication.translate("Recording", "Ask everybody")
            if is_of_several
            else QCoreApplication.translate("Recording", "Ask the visitor"),
            cancel=QCoreApplication.translate("Recording", "Do not record"),
            icon=Icon.RECORD,
        )
        dialog.confirm.setObjectName("confirm_record")
        dialog.cancel.setObjectName("do_not_record")

        def answered(is_confirmed: bool) -> None:
            self._dialog = None
            if is_confirmed:
                self._run(is_end=False)

        dialog.answered.connect(answered)

    def _end(self) -> None:
        self._run(is_end=True)

    def _run(self, *, is_end: bool) -> None:
        from desk_client.client.actions import record  # noqa: PLC0415 - loaded with the first recording

        self._is_busy = True
        action = record.end if is_end else record.ask

        def over() -> None:
            self._is_busy = False

        self._office.bridge.run(action(self._office.client), lambda _none: None, self._refuse, on_end=over)

    def _refuse(self, refusal: Refusal) -> None:
        if refusal.code is RefusalCode.KIND_NOT_OFFERED and refusal.field == "office":
            words = QCoreApplication.translate("Recording", "This office does not record talks.")
        elif refusal.code is RefusalCode.CONSENT_REQUIRED and refusal.field == RecordingEnd.COLLEAGUE.value:
            words = colleague_words()
        else:
            message = worded(refusal)
            words = f"{message.title}. {message.text}"
        self._view.say(Icon.WARNING, words)


def _waiting_words(seen: TalkRecording | None, language: Language) -> str:
    """Who is asked and has not answered; empty where nobody is."""
    if seen is None or seen.newest is None or seen.newest.state is not RecordingState.ASKED:
        return ""
    names = [embedded(said(each.name, language)) for each in seen.colleagues if each.says is Say.ASKED]
    if not names:
        return QCoreApplication.translate("Recording", "The visitor is asked whether the talk may be recorded.")
    if seen.citizen is Say.ASKED:
        names.insert(0, QCoreApplication.translate("Recording", "the visitor"))
    asked = QCoreApplication.translate("Recording", "Asked whether the talk may be recorded, no answer yet: {who}")
    return asked.format(who=" · ".join(names))


def _disagreeing_words(seen: TalkRecording, language: Language) -> str:
    """Who sits in the talk and does not agree; empty where nobody is known to."""
    names = [embedded(said(each.name, language)) for each in seen.colleagues if each.says is Say.DECLINED]
    if not names:
        return ""
    words = QCoreApplication.translate("Recording", "This talk cannot be recorded while {who} is in it: no agreement.")
    return words.format(who=" · ".join(names))
