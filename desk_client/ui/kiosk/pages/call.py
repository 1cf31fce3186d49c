"""The talk with the official."""

from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.client.actions import attend, check, documents
from desk_client.client.chat_lines import ChatAuthor, Unread
from desk_client.client.pictures import Picture
from desk_client.client.visit import Appointment, NoteKind, Page, Texts, Visit
from desk_client.domain.fallback import Rung
from desk_client.domain.outcomes import Refusal
from desk_client.i18n.bidi import embedded
from desk_client.ui.bilingual import said
from desk_client.ui.call.call_view import CallView
from desk_client.ui.call.chat_panel import ChatPanel
from desk_client.ui.call.status import Status
from desk_client.ui.kiosk.chat_answer import ChatAnswer
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.given_paper import GivenPaper
from desk_client.ui.kiosk.help_watch import HelpWatch
from desk_client.ui.kiosk.last_resort_words import last_resort_words
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.kiosk.recording_question import RecordingQuestion
from desk_client.ui.kiosk.text_size import text_size_words, turn_text_size
from desk_client.ui.messages import worded
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.round_button import RoundButton

_ROOMY_PX = 1000
"""Of window height, in which a keyboard leaves room for the lines beside the pictures."""


class CallPage(VisitPage):
    """Both pictures over the whole place; leaving is asked for twice."""

    page = Page.CALL

    def __init__(
        self,
        counter: Counter,
        on_painted: Callable[[Picture], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(counter, parent)
        self.view = CallView(
            self.look,
            self.client.conference,
            remote_title=self._official,
            local_title=lambda: QCoreApplication.translate("CallPage", "You"),
            on_painted=on_painted,
            counts_down=True,
            last_resort=self._last_resort,
            parent=self,
        )
        self.view.hang_up_requested.connect(self._ask_to_leave)
        self._help = RoundButton(self.look, Icon.HELP)
        self._help.setObjectName("call_help")
        self._help.clicked.connect(self._call_help)
        self._text_size = RoundButton(self.look, Icon.TEXT_SIZE)
        self._text_size.setObjectName("call_text_size")
        self._text_size.clicked.connect(self._turn_text_size)
        self.chat = ChatPanel(self.look, self._name_of, ChatAuthor.CITIZEN, self)
        self.chat.hide()
        self._answer = Button(self.look, "", Kind.SECONDARY, icon=Icon.EDIT)
        self._answer.setObjectName("chat_answer")
        self.chat.body.addWidget(self._answer)
        self.writing = ChatAnswer(self.look)
        self._answer.clicked.connect(self._begin_answer)
        self.writing.closed.connect(lambda: self._open_chat(is_open=bool(self.visit.chat)))
        self.writing.sent.connect(self._write_chat)
        self._unread = Unread(ChatAuthor.CITIZEN)
        self._chat = RoundButton(self.look, Icon.CHAT)
        self._chat.setObjectName("toggle_chat")
        self._chat.clicked.connect(self._switch_chat)
        self._chat.hide()
        self.view.bar.add(self._help)
        self.view.bar.add(self._chat)
        self.view.bar.add(self._text_size)
        self.paper = GivenPaper(counter, self.view, self)
        self._hand_in = RoundButton(self.look, Icon.SEND)
        self._hand_in.setObjectName("call_hand_in")
        self._hand_in.clicked.connect(self._bring)
        self.view.bar.add(self._hand_in)
        self.recording = RecordingQuestion(counter, self.view, self)
        self._helper = HelpWatch(counter, self._help_comes, self)
        self._question: Dialog | None = None
        self._read_before: str | None = None
        self._planned = self._slot_length()
        self._receives: Texts | None = None
        self.title.hide()
        bar = self.view.bar
        withdraw = self.recording.withdraw
        added = (self._help, self._chat, self._text_size, self.paper.button, self._hand_in, withdraw)
        for before, after in pairwise((self._answer, bar.microphone, bar.camera, *added, bar.end)):
            self.setTabOrder(before, after)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.view, 1)
        whole.addWidget(self.writing)
        self.ready()

    def relabel(self) -> None:
        """Name what can be pressed."""
        self._answer.set_text(QCoreApplication.translate("CallPage", "Answer in writing"))
        self.writing.relabel()
        self._chat.set_text(QCoreApplication.translate("CallPage", "Messages"))
        self._help.set_text(QCoreApplication.translate("CallPage", "Call staff"))
        self._text_size.set_text(text_size_words(self.look))
        self.recording.relabel()
        self.paper.relabel()
        self._hand_in.set_text(QCoreApplication.translate("CallPage", "Hand in"))

    def entered(self) -> None:
        """What was written to the visitor before this talk is not read in it."""
        before = self.visit.written(NoteKind.CAPTION)
        self._read_before = None if before is None else before.id
        self._planned = self._slot_length()
        self._receives = None
        self._unread = Unread(ChatAuthor.CITIZEN)
        self.paper.begin()
        self._open_chat(is_open=False)
        self.recording.begin()
        self.relabel()  # the text may be of another size by now
        self._helper.begin()
        self.refresh(self.visit)

    def refresh(self, visit: Visit) -> None:
        """Name the official of this audience, how long it was planned for, and show what their side types."""
        planned = self._slot_length()
        if planned is not None and self._planned is not None and planned > self._planned:
            self.view.say(Icon.TIMER, QCoreApplication.translate("CallPage", "The official has given you more time."))
        self._planned = planned
        self._tell_who_receives(visit)
        self.view.set_planned(planned)
        caption = visit.written(NoteKind.CAPTION)
        self.view.set_caption("" if caption is None or caption.id == self._read_before else caption.text)
        self._show_chat(visit)
        self.paper.refresh(visit)
        self.recording.show_seen(visit.recording)
        self.view.retitle()
        self.view.retell()

    def _tell_who_receives(self, visit: Visit) -> None:
        """Say it where the talk was handed over to another office: they stay, and so does everything that was said."""
        appointment = visit.appointment
        before, self._receives = self._receives, None if appointment is None else _receives(appointment)
        if before is None or self._receives is None or before == self._receives:
            return
        words = QCoreApplication.translate("CallPage", "{official} goes on with your talk from here. Please stay.")
        self.view.say(Icon.PERSON, words.format(official=embedded(self._official())))

    def left(self) -> None:
        """Take away a question that nobody needs to answer any more, and what was being written."""
        self.writing.begin_anew()
        self._helper.rest()
        self.recording.left()
        self.paper.left()
        if self._question is not None:
            self._question.cancel.click()

    def teardown(self) -> None:
        """End the view's subscriptions, and let go of what is read."""
        self.paper.left()
        self.view.teardown()

    def on_refusal(self, refusal: Refusal, again: Callable[[], None]) -> None:
        """Say it over the picture: the talk goes on."""
        del again
        message = worded(refusal)
        self.view.say(Icon.WARNING, f"{message.title}. {message.text}")

    def _show_chat(self, visit: Visit) -> None:
        """Put what the office writes before the visitor's eyes by itself: they need not know that there is a chat."""
        self.chat.show_lines(visit.chat)
        self._chat.setVisible(bool(visit.chat))
        if self._unread.fresh(visit.chat):
            self._open_chat(is_open=True)

    def _switch_chat(self) -> None:
        self._open_chat(is_open=self.chat.isHidden())

    def _open_chat(self, *, is_open: bool) -> None:
        has_room = self.writing.isHidden() or self.height() >= self.look.scaled(_ROOMY_PX)
        is_shown = is_open and has_room
        if is_shown:
            self.view.set_side(self.chat)
        else:
            self.paper.lay()
        self.chat.setVisible(is_shown)
        if not is_open:
            self.writing.begin_anew()

    def _begin_answer(self) -> None:
        """Where the keyboard leaves no room for the lines beside the pictures, the pictures stay."""
        self.writing.open()
        self._open_chat(is_open=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See again whether there is room for the lines."""
        super().resizeEvent(event)
        if not self.writing.isHidden():
            self._open_chat(is_open=True)

    def _write_chat(self, text: str, key: str) -> None:
        self.ask(lambda: attend.write_chat(self.client, text, key), self.writing.arrived)

    def _name_of(self, author: ChatAuthor) -> str:
        match author:
            case ChatAuthor.CITIZEN:
                return QCoreApplication.translate("CallPage", "You")
            case ChatAuthor.OFFICIAL:
                return self._official()
            case ChatAuthor.DELEGATE:
                return QCoreApplication.translate("CallPage", "Office delegate")

    def _slot_length(self) -> timedelta | None:
        appointment = self.visit.appointment
        return None if appointment is None else appointment.slot.ends_at - appointment.slot.starts_at

    def _official(self) -> str:
        appointment = self.visit.appointment
        return said(_receives(appointment), self.look.language) if appointment is not None else ""

    def _last_resort(self, rung: Rung) -> Status | None:
        return last_resort_words(rung, self.visit.call_back)

    def _call_help(self) -> None:
        self.ask(lambda: check.call_operator(self.client), self._help_called, is_reading=True)

    def _help_called(self) -> None:
        self.view.say(
            Icon.HELP,
            QCoreApplication.translate("CallPage", "The staff of this hall have been called. The talk goes on."),
        )

        self._helper.begin()

    def _help_comes(self) -> None:
        self.view.say(Icon.ARRIVED, QCoreApplication.translate("CallPage", "The operator of this hall is on the way."))

    def _bring(self) -> None:
        """Look for a document beside the talk, which goes on meanwhile."""
        if self.visit.appointment is not None and not self.is_acting:
            documents.add_to(self.client, self.visit.appointment)

    def _turn_text_size(self) -> None:
        turn_text_size(self.look)
        self.relabel()

    def _ask_to_leave(self) -> None:
        if self._question is not None:
            return
        question = self._question = Dialog(
            self.look,
            self,
            QCoreApplication.translate("CallPage", "End the talk?"),
            QCoreApplication.translate(
                "CallPage", "The official will no longer see and hear you. You can return while they are still there."
            ),
            confirm=QCoreApplication.translate("CallPage", "End the talk"),
            cancel=QCoreApplication.translate("CallPage", "Stay"),
            is_danger=True,
            icon=Icon.HANG_UP,
        )
        question.confirm.setObjectName("confirm_hang_up")
        question.cancel.setObjectName("stay")
        question.answered.connect(self._leave)

    def _leave(self, is_confirmed: bool) -> None:
        self._question = None
        if is_confirmed:
            self.ask(lambda: attend.hang_up(self.client))


def _receives(appointment: Appointment) -> Texts:
    """Whom they talk with: it may be another office than they came to."""
    return appointment.attending_title or appointment.office_title
