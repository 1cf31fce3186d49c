"""What a visitor is asked before their talk is recorded: in their language, and read to whoever cannot read."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import be_recorded
from desk_client.i18n.bidi import without_marks
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import said
from desk_client.ui.call.asked_to_be_recorded import AskedToBeRecorded
from desk_client.ui.call.call_view import CallView
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.button import Button, Kind


class RecordingQuestion(AskedToBeRecorded):
    """Of the talk's page at a kiosk."""

    def __init__(self, counter: Counter, view: CallView, page: QWidget) -> None:
        super().__init__(counter.look, view, page)
        self._counter = counter

    def question(self) -> str:
        """What is asked, and word for word what is agreed to."""
        asked = QCoreApplication.translate(
            "RecordingQuestion",
            "The official asks to record your picture and your voice. If you say no, the talk goes on just the same.",
        )
        language = self._look.language
        words = "" if self._seen is None else said(self._seen.text, language)
        if language is Language.URDU:  # the server has its words in two languages
            meant = QCoreApplication.translate(
                "RecordingQuestion",
                "Only the official's office sees the recording, and it is deleted when its time is over. You can stop "
                "it at any time; then all that was recorded is deleted.",
            )
            words = f"{meant}\n\n{words}"
        return f"{asked}\n\n{words}"

    def body(self) -> QWidget | None:
        """A button that reads the question to whoever cannot; None where this machine has no voice."""
        speech = self._counter.speech
        if speech is None or not speech.can_speak:
            return None
        words = QCoreApplication.translate("RecordingQuestion", "Read this to me")
        button = Button(self._look, words, Kind.QUIET, icon=Icon.SPEAKER)
        button.setObjectName("read_question")
        button.clicked.connect(
            lambda: speech.say("recording_question", without_marks(self.question()), self._counter.language)
        )
        return button

    def say(self, *, agrees: bool) -> None:
        """Send a yes, a no or a withdrawal."""
        client = self._counter.client
        self._counter.bridge.run(be_recorded.answer(client, agrees=agrees), lambda _none: None, self.refuse)

    def hush(self) -> None:
        """Read no further."""
        if self._counter.speech is not None:
            self._counter.speech.stop()
