"""The day: who is here, who comes, and the brief of whoever is chosen."""

from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk_client.client.actions import decide, reach, receive
from desk_client.client.day import AgendaItem, Day
from desk_client.client.papers import of_audience
from desk_client.domain.access import Action
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.notes import Prepared
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.desk.agenda_list import AgendaList
from desk_client.ui.desk.audience_words import arrival_words, no_longer_words
from desk_client.ui.desk.brief_pane import BriefPane
from desk_client.ui.desk.day_words import late_words, next_words
from desk_client.ui.desk.deputy_words import ended_words
from desk_client.ui.desk.key_words import Keys, paper_keys, today_keys
from desk_client.ui.desk.minutes_taking import MinutesTaking
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.outcome_box import outcome_refused
from desk_client.ui.desk.place import Place, lost_outcome
from desk_client.ui.desk.waiting.bar import WaitingBar
from desk_client.ui.desk.waiting.doing import WaitingDoing
from desk_client.ui.desk.waiting.steps import WaitingStep
from desk_client.ui.messages import Message, worded
from desk_client.ui.moments import here
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.empty_state import EmptyState
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.pill import Pill

if TYPE_CHECKING:
    from desk_client.ui.desk.papers.viewer import PaperViewer

_LIST_PX = 560
_STACKED_BELOW_PX = 1080


class TodayPage(Place):
    """The list at the line's beginning, the brief beside it; in a narrow window one above the other."""

    def __init__(self, office: Office, refresh: Callable[[], None], parent: QWidget | None = None) -> None:
        """``refresh`` reads the agenda again and tells the window how that went."""
        super().__init__(parent)
        self.setObjectName("page_today")
        self._office = office
        self._refresh = refresh
        self._opening: str | None = None
        self._viewer: PaperViewer | None = None
        self._read_of: str | None = None
        self._refused: tuple[Refusal, Callable[[], None], Callable[[Refusal], Message]] | None = None
        look = office.look
        self._title = Label(look, "", Role.TITLE, weight=Weight.BOLD)
        self._counts = Label(look, "", Role.BODY, tone=Tone.SECOND)
        self._counts.setObjectName("today_counts")
        self._late = Pill(look)
        self._late.setObjectName("running_late")
        self.refresh_button = Button(look, "", Kind.QUIET, icon=Icon.REFRESH)
        self.refresh_button.setObjectName("refresh")
        self.refresh_button.clicked.connect(refresh)
        self.arrival = Banner(look, Mood.SUCCESS)
        self.arrival.setObjectName("arrival_banner")
        self.arrival.action.setObjectName("open_arrival")
        self.arrival.action_asked.connect(self._open_arrival)
        self.agenda = AgendaList(look)
        self.agenda.setObjectName("agenda")
        self.agenda.chosen.connect(self._choose)
        self._empty = EmptyState(look, Icon.CALENDAR)
        self._empty.setObjectName("empty_day")
        self.brief = BriefPane(look, office.client.clock.now)
        self.brief.admit_asked.connect(self._admit)
        self.brief.outcome_asked.connect(self._write)
        self.brief.brief_asked.connect(self._open_brief)
        self.brief.note.sent.connect(self._write_note)
        self.brief.documents.asked.connect(self._open_document)
        self.minutes = MinutesTaking(office, self, self.brief.notice)
        self._leave = self.minutes.offer_printing(self.brief.outcome.print)
        self.brief.outcome.save_asked.connect(self.minutes.save)
        self.brief.outcome.print_asked.connect(self.minutes.print_them)
        self.brief.outcome.taken_back.connect(self._take_back)
        self.brief.outcome.amended.connect(self._amend)
        self.brief.notice.action_asked.connect(self._again)
        self.brief.steps.asked.connect(self._take_step)
        self._doing = WaitingDoing(office, self, self.quiet, self._refuse)
        self.room = WaitingBar(office)
        self._day = QWidget()
        self._layers = QStackedWidget()
        self._lists = QStackedWidget()
        self._build()
        self.retranslate()

    # --- showing --------------------------------------------------------------------------------------------------

    def show_day(self, day: Day) -> None:
        """Show the day as it stands."""
        if day.session is None:
            self.quiet()
        self.agenda.show_day(day)
        has_items = day.agenda is None or bool(day.agenda.items)
        self._lists.setCurrentIndex(0 if has_items else 1)
        self.brief.setVisible(has_items or day.brief is not None)
        self._lists.setVisible(day.session is None or Action.SEE_AGENDA in day.may)
        items = day.agenda.items if day.agenda is not None else ()
        here = sum(item.state is AppointmentState.WAITING for item in items)
        brief = day.brief
        has_draft = brief is not None and brief.item.id in day.drafts
        self.brief.show_brief(brief, day.documents, has_draft=has_draft, may=day.may, waiting=here)
        self.brief.outcome.show_outcome(brief, day.outcome, may_change=Action.RECORD_OUTCOME in day.may)
        self._word_empty(day)
        self._announce(day)
        self.room.show_day(day)
        self._show_course(day)
        if self._viewer is not None and (brief is None or brief.item.id != self._read_of):
            self._close_document()

    def _show_course(self, day: Day) -> None:
        """How many there are, who is next, and whether the office is on time."""
        agenda, now = day.agenda, datetime.now(UTC)
        items = agenda.items if agenda is not None else ()
        count = len(items)
        here = sum(item.state is AppointmentState.WAITING for item in items)
        counted = QCoreApplication.translate("TodayPage", "Audiences: %Ln", "", count)
        waiting = QCoreApplication.translate("TodayPage", "Waiting: %Ln", "", here)
        following = next_words(agenda, now, self._office.look.language) if agenda is not None else ""
        self._counts.set_text(" · ".join(part for part in (counted, waiting, following) if part) if count else "")
        late = late_words(agenda, now) if agenda is not None else ""
        self._late.set_state(late, Mood.WARNING)
        self._late.setVisible(bool(late))

    def quiet(self) -> None:
        """Take away what was said to be wrong."""
        self._refused = None
        self.brief.notice.say("")

    def tick(self) -> None:
        """A minute has passed."""
        self.agenda.tick()
        self.room.show_day(self._office.day)
        self._show_course(self._office.day)

    def loses(self) -> str:
        """An amendment that was not added yet, or a note on a document."""
        if self._viewer is not None and self._viewer.has_unsaved:
            return QCoreApplication.translate("TodayPage", "A note on a document is not saved. It will be lost.")
        return lost_outcome() if self.brief.outcome.has_unsaved else ""

    def teardown(self) -> None:
        """Let go of the document that is read, and end the subscription."""
        self._leave()
        if self._viewer is not None:
            self._viewer.teardown()

    def keys(self) -> Keys:
        """Tell what its keys do."""
        is_reading = self._layers.currentWidget() is not self._day
        return paper_keys() if is_reading else today_keys()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self._title.set_text(QCoreApplication.translate("TodayPage", "Today's audiences"))
        self.refresh_button.set_text(QCoreApplication.translate("TodayPage", "Read again"))
        self._empty.set_texts(
            QCoreApplication.translate("TodayPage", "No audiences today"),
            QCoreApplication.translate("TodayPage", "As soon as somebody books a time, it appears here by itself."),
        )
        self.agenda.retranslate()
        self.room.retranslate()
        self.brief.retranslate()
        self.show_day(self._office.day)
        if self._refused is not None:
            self._refuse(*self._refused)

    # --- doing ----------------------------------------------------------------------------------------------------

    def _choose(self, appointment_id: str) -> None:
        item = self._office.day.item(appointment_id)
        if item is not None and Action.SEE_BRIEF in self._office.day.may:  # else it says why where the brief would be
            self._open_brief(item.id)

    def _open_brief(self, appointment_id: str) -> None:
        """Of this day or another: what names the same transaction lies long ago."""
        self._opening = appointment_id
        self.quiet()

        def refused(refusal: Refusal) -> None:
            if self._opening == appointment_id:
                self._refuse(refusal, lambda: self._open_brief(appointment_id))

        self._office.bridge.run(receive.open_brief_of(self._office.client, appointment_id), _nothing, refused)

    def _open_document(self, document_id: str) -> None:
        item = self._office.talking_with
        document = next((each for each in self._office.day.documents if each.id == document_id), None)
        if item is None or document is None:
            return
        if self._viewer is None:
            from desk_client.ui.desk.papers.viewer import PaperViewer  # noqa: PLC0415 - with the first document

            self._viewer = PaperViewer(
                self._office, lambda: QCoreApplication.translate("PaperViewer", "Back to the brief")
            )
            self._viewer.closed.connect(self._leave_document)
            self._layers.addWidget(self._viewer)
        self._read_of = item.id
        self._layers.setCurrentWidget(self._viewer)
        self._viewer.open(of_audience(item.id), document)

    def _leave_document(self) -> None:
        """Back to the brief, to where the document was opened."""
        viewer = self._viewer
        if viewer is None:
            return
        if viewer.has_unsaved:
            viewer.ask_before_leaving(self._close_document)
            return
        self._close_document()

    def _close_document(self) -> None:
        if self._viewer is not None and (document_id := self._viewer.document_id) is not None:
            self._viewer.close_paper()
            self._layers.setCurrentWidget(self._day)
            self.brief.documents.focus_on(document_id)

    def _open_arrival(self) -> None:
        day = self._office.day
        items = day.agenda.items if day.agenda is not None else ()
        first = next((item.id for item in items if item.id in day.unseen), None)
        if first is not None:
            self._choose(first)

    def _admit(self) -> None:
        item = self._office.talking_with
        if item is not None and not self.brief.admit.is_busy:
            current = self._office.day.item(item.id) or item
            self._doing.ask_whether_away(current, lambda: self._let_in(current))

    def _let_in(self, current: AgendaItem) -> None:
        self.quiet()
        self.brief.admit.set_busy(True)

        def refused(refusal: Refusal) -> None:
            self._refuse(refusal, self._admit)
            if refusal.code is not RefusalCode.ILLEGAL_TRANSITION:  # then the day was read anew
                self._refresh()

        self._office.bridge.run(
            receive.admit(self._office.client, current),
            _nothing,
            refused,
            on_end=lambda: self.brief.admit.set_busy(False),
        )

    def _take_step(self, step: WaitingStep) -> None:
        item = self._office.talking_with
        if item is not None:
            self._doing.ask(step, item)

    def _write_note(self, note: str | Prepared) -> None:
        self.quiet()
        self._office.bridge.run(
            reach.write_note(self._office.client, note),
            lambda _none: self.brief.note.arrived(),
            lambda refusal: self._refuse(refusal, lambda: self._write_note(note)),
        )

    def _write(self) -> None:
        self.quiet()
        decide.write_outcome(self._office.client)

    def _take_back(self) -> None:
        self._ask_about_outcome(decide.take_back(self._office.client), self._take_back)

    def _amend(self, text: str, reason: str) -> None:
        self._ask_about_outcome(
            decide.amend(self._office.client, text, reason),
            lambda: self._amend(text, reason),
            self.brief.outcome.clear_form,
        )

    def _ask_about_outcome(
        self,
        asked: Coroutine[Any, Any, Refusal | None],  # as `Bridge.run` has it
        again: Callable[[], None],
        done: Callable[[], None] = lambda: None,
    ) -> None:
        self.quiet()
        self.brief.outcome.set_busy(is_busy=True)

        def refused(refusal: Refusal) -> None:
            self._refuse(refusal, again, outcome_refused)
            self._refresh()

        self._office.bridge.run(
            asked, lambda _none: done(), refused, on_end=lambda: self.brief.outcome.set_busy(is_busy=False)
        )

    def _refuse(self, refusal: Refusal, again: Callable[[], None], word: Callable[[Refusal], Message] = worded) -> None:
        self._refused = (refusal, again, word)
        gone = self._gone_words(refusal) if word is worded else ""
        if gone:
            self.brief.notice.say(gone, Mood.WARNING)
            return
        message = word(refusal)
        action = QCoreApplication.translate("TodayPage", "Try again") if message.can_retry else ""
        self.brief.notice.say(f"{message.title}. {message.text}", Mood.ERROR, action)

    def _gone_words(self, refusal: Refusal) -> str:
        """Where the step came too late since the visitor waits no more: that, and why as far as it is known."""
        about = self._office.talking_with
        if refusal.code is not RefusalCode.ILLEGAL_TRANSITION or about is None:
            return ""
        return no_longer_words(about.citizen_name, self._office.day.item(about.id))

    def _again(self) -> None:
        if self._refused is not None:
            self._refused[1]()

    def _announce(self, day: Day) -> None:
        text = arrival_words(day, self._office.look.language)
        open_it = QCoreApplication.translate("TodayPage", "Open the brief")
        may_open = Action.SEE_BRIEF in day.may
        self.arrival.say(text, Mood.SUCCESS, open_it if text and may_open else "")

    def _word_empty(self, day: Day) -> None:
        """What stands where a brief would: how one is opened, or why none is."""
        self.refresh_button.setVisible(Action.SEE_AGENDA in day.may)
        if day.session is not None and Action.SEE_AGENDA not in day.may:
            says = QCoreApplication.translate(
                "TodayPage", "The official says what you may do for the office, and from which day on."
            )
            last = day.session.person.rights_until
            is_over = last is not None and here(self._office.client.clock.now()).date() > last
            ended = ended_words(last, self._office.look.language) if is_over else ""
            self.brief.show_empty(
                QCoreApplication.translate("TodayPage", "Nothing is left to you at present"),
                " ".join(part for part in (ended, says) if part),
            )
            return
        if day.session is not None and Action.SEE_BRIEF not in day.may:
            self.brief.show_empty(
                QCoreApplication.translate("TodayPage", "Briefs are not left to you"),
                QCoreApplication.translate(
                    "TodayPage", "You see the day and the calendar. The official says what else you may do."
                ),
            )
            return
        self.brief.show_empty(
            QCoreApplication.translate("TodayPage", "Choose an audience"),
            QCoreApplication.translate("TodayPage", "Its brief opens here."),
        )

    # --- Qt -------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Ctrl+Enter do the brief's main action, wherever the focus is."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        main = self.brief.main
        is_reading = self._layers.currentWidget() is not self._day
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and main is not None and not is_reading:
            main.click()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at whoever is open, or at the top of the list."""
        super().showEvent(event)
        opened = self._office.day.brief
        if opened is not None and self._office.day.item(opened.item.id) is None:  # of another day: it is in no list
            self.brief.take_focus()
        else:
            self.agenda.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack list and brief where there is no room for both side by side."""
        super().resizeEvent(event)
        is_narrow = self.width() < _STACKED_BELOW_PX or self.width() < self.height()
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)
        most = 16_777_215 if is_narrow else self._office.look.scaled(_LIST_PX)
        self._lists.setMaximumWidth(most if self.brief.isVisibleTo(self) else 16_777_215)
        self._lists.setMinimumWidth(0 if is_narrow else min(most, round(self.width() * 0.36)))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _build(self) -> None:
        self._layers.addWidget(self._day)
        self._lists.addWidget(self.agenda)
        self._lists.addWidget(self._empty)
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self._title)
        titles.addWidget(self._counts)
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addLayout(titles, 1)
        head.addWidget(self._late, 0, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.room.word, self.room.rest, self.refresh_button):
            head.addWidget(button)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(Space.L)
        self._columns.addWidget(self._lists, 9)
        self._columns.addWidget(self.brief, 11)
        day = QVBoxLayout(self._day)
        day.setContentsMargins(0, 0, 0, 0)
        day.setSpacing(Space.S)
        day.addLayout(head)
        day.addWidget(self.room)
        day.addLayout(self._columns, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(self.arrival)
        column.addWidget(self._layers, 1)


def _nothing(_none: None) -> None:
    """An action that answers nothing: its read model tells everything."""
