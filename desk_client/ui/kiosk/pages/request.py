"""One of the visitor's requests: the answer first, then what they asked, and what became of it since."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.actions import own_requests
from desk_client.client.visit import Page, Request, Visit
from desk_client.i18n.bidi import embedded, written
from desk_client.ui.kiosk.answer_printing import AnswerPrinting
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.kiosk.paper_printing import Printing
from desk_client.ui.kiosk.request_words import day_words, state_words, step_words, subject_words, unit_words
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.avatar import Avatar
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.facts import Facts
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel


class RequestPage(VisitPage):
    """What the visitor can do now is the main action; to ask no more is asked once more."""

    page = Page.REQUEST
    measure_px = 960

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._question: Dialog | None = None
        self.body.setSpacing(Space.M)
        self.body.addWidget(self._answer_panel())
        self.printing = AnswerPrinting(counter, self)
        self.printing.changed.connect(lambda: self.bring_up(self.printing.notice))
        self.body.addWidget(self.printing.notice)
        self.body.addWidget(self._course_panel())
        self._withdraw = Button(self.look, "", Kind.QUIET)
        self._withdraw.setObjectName("withdraw")
        self._withdraw.clicked.connect(self._ask_to_withdraw)
        self.add_back()
        self.foot.insertWidget(1, self._withdraw)
        self.foot.addWidget(self.printing.button)
        self.add_main("do_next", self._do_next)
        self.ready()

    def _answer_panel(self) -> Panel:
        panel = Panel(self.look, margin_px=Space.L)
        panel.setObjectName("request_state")
        self._sign = Avatar(self.look, Icon.INBOX, 72)
        self._state = Label(self.look, "", Role.SUBTITLE, weight=Weight.BOLD)
        self._meaning = Label(self.look, "", Role.BODY, tone=Tone.SECOND)
        self._words = Label(self.look, "", Role.LEAD)
        self._words.setObjectName("answer_text")
        self._next = Facts(self.look)
        named = QVBoxLayout()
        named.setSpacing(Space.XS)
        named.addWidget(self._state)
        named.addWidget(self._meaning)
        head = QHBoxLayout()
        head.setSpacing(Space.L)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(named, 1)
        panel.body.addLayout(head)
        panel.body.addWidget(self._words)
        panel.body.addWidget(self._next)
        return panel

    def _course_panel(self) -> Panel:
        panel = Panel(self.look, margin_px=Space.L)
        self._asked_name = Label(self.look, "", Role.BODY, weight=Weight.SEMIBOLD)
        self._asked = Label(self.look, "", Role.BODY)
        self._asked.setObjectName("asked_text")
        self._since_name = Label(self.look, "", Role.BODY, weight=Weight.SEMIBOLD)
        self._since = Facts(self.look)
        panel.body.addWidget(self._asked_name)
        panel.body.addWidget(self._asked)
        panel.body.addSpacing(Space.S)
        panel.body.addWidget(self._since_name)
        panel.body.addWidget(self._since)
        return panel

    def entered(self) -> None:
        """Read it as it is now."""
        self.hush()
        self.printing.show_state(Printing.NOT_ASKED)
        self._read()

    def left(self) -> None:
        """Take the question away with the page."""
        if self._question is not None:
            self._question.cancel.click()

    def revived(self) -> None:
        """Read what could not be read."""
        if self.visit.course is None:
            self._read()

    def relabel(self) -> None:
        """Word what is always there."""
        self.printing.relabel()
        self._asked_name.set_text(QCoreApplication.translate("RequestPage", "What you asked"))
        self._since_name.set_text(QCoreApplication.translate("RequestPage", "What became of it"))
        self._withdraw.set_text(QCoreApplication.translate("RequestPage", "Withdraw this request"))

    def refresh(self, visit: Visit) -> None:
        """Show how it stands."""
        request, language = visit.request, self.look.language
        if request is None:
            return
        self.title.set_texts(subject_words(request, language), unit_words(request, language))
        words = state_words(request)
        self._sign.set_sign(words.icon)
        self._state.set_text(words.name)
        self._state.set_tone(Tone.TEXT if words.mood is None else words.mood.tone)
        self._meaning.set_text(words.meaning)
        self._show_answer(visit, request)
        self._asked.set_text(written(request.text))
        first = (
            day_words(request.submitted_at, language),
            QCoreApplication.translate("RequestPage", "You asked it."),
        )
        steps = visit.course.steps if visit.course is not None else ()
        told = (first, *((day_words(step.at, language), step_words(step, language)) for step in steps))
        self._since.set_rows(tuple((_in_two_lines(day), text) for day, text in told))
        self._show_actions(visit, request)

    def _show_answer(self, visit: Visit, request: Request) -> None:
        """What was said to them, large."""
        words = ""
        rows: tuple[tuple[str, str], ...] = ()
        if request.declined is not None:
            words = request.declined.reason
            rows = (
                (QCoreApplication.translate("RequestPage", "Who decided"), embedded(request.declined.unit)),
                (QCoreApplication.translate("RequestPage", "Where to go next"), written(request.declined.next_step)),
            )
        elif visit.course is not None and visit.course.question is not None:
            words = visit.course.question
        elif request.answer is not None:
            words = request.answer
        self._words.set_text(written(words))
        self._words.setVisible(bool(words))
        self._next.set_rows(rows)
        self._next.setVisible(bool(rows))

    def _show_actions(self, visit: Visit, request: Request) -> None:
        has_answer = request.answer is not None or request.declined is not None
        self.printing.button.setVisible(has_answer and self.client.printer is not None)
        self._withdraw.setVisible(own_requests.may_withdraw(request))
        step = self._next_step(visit, request)
        if self.main is not None:
            self.main.setVisible(step is not None)
            if step is not None:
                self.main.set_text(step[0])

    def _next_step(self, visit: Visit, request: Request) -> tuple[str, Callable[[], None]] | None:
        """What they can do with it now, and how it is done."""
        if visit.course is not None and visit.course.question is not None:
            return (
                QCoreApplication.translate("RequestPage", "Answer the question"),
                lambda: own_requests.begin_reply(self.client),
            )
        if request.may_book:
            return (
                QCoreApplication.translate("RequestPage", "Choose a time"),
                lambda: self.ask(lambda: own_requests.choose_time(self.client)),
            )
        if request.appointment_id is not None:
            return (
                QCoreApplication.translate("RequestPage", "Go to my appointments"),
                lambda: own_requests.go_to_appointments(self.client),
            )
        if any(each.id == request.merged_into for each in visit.requests or ()):
            return QCoreApplication.translate("RequestPage", "Open the other request"), self._open_keeper
        return None

    def _do_next(self) -> None:
        request = self.visit.request
        step = None if request is None or self.is_acting else self._next_step(self.visit, request)
        if step is not None:
            step[1]()

    def _open_keeper(self) -> None:
        own_requests.open_keeper(self.client)
        self.entered()

    def _read(self) -> None:
        self.ask(lambda: own_requests.read(self.client), is_reading=True)

    def _ask_to_withdraw(self) -> None:
        request = self.visit.request
        if request is None or self._question is not None or self.is_acting:
            return
        question = self._question = Dialog(
            self.look,
            self.window(),
            QCoreApplication.translate("RequestPage", "Withdraw this request?"),
            QCoreApplication.translate("RequestPage", "Nobody works on it any more. You can ask anew at any time."),
            confirm=QCoreApplication.translate("RequestPage", "Yes, withdraw it"),
            cancel=QCoreApplication.translate("RequestPage", "Keep it"),
            is_danger=True,
            icon=Icon.CLOSE,
        )
        question.confirm.setObjectName("confirm_withdraw")
        question.cancel.setObjectName("keep")
        question.answered.connect(self._answered)

    def _answered(self, is_confirmed: bool) -> None:
        self._question = None
        if is_confirmed:
            self.ask(lambda: own_requests.withdraw(self.client), button=self._withdraw)


def _in_two_lines(day: str) -> str:
    """A day in both calendars, one below the other: it stands in a narrow column."""
    return day.replace(" · ", "\n")
