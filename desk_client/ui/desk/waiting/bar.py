"""What concerns the whole waiting room: a word to all, and the office's break."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.client.actions import waiting_room
from desk_client.client.day import Day
from desk_client.domain.access import Action
from desk_client.domain.notes import Prepared
from desk_client.domain.outcomes import Refusal
from desk_client.i18n.dates import clock_time
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.waiting.forms import BreakForm, Form, WordForm
from desk_client.ui.messages import worded
from desk_client.ui.moments import here
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.dialog import Dialog


class WaitingBar(QWidget):
    """Two banners; the buttons `word` and `rest` are for the page to place."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._dialog: Dialog | None = None
        self._again: Callable[[], None] = lambda: None
        look = office.look
        self.word = Button(look, "", Kind.SECONDARY, icon=Icon.MESSAGE)
        self.word.setObjectName("word_to_all")
        self.word.clicked.connect(self._ask_word)
        self.rest = Button(look, "", Kind.SECONDARY, icon=Icon.TIMER)
        self.rest.setObjectName("take_break")
        self.rest.clicked.connect(self._ask_break)
        self.on_break = Banner(look, Mood.INFO)
        self.on_break.setObjectName("on_break")
        self.on_break.action.setObjectName("end_break")
        self.on_break.action_asked.connect(self._end_break)
        self.notice = Banner(look)
        self.notice.setObjectName("waiting_notice")
        self.notice.action.setObjectName("waiting_again")
        self.notice.action_asked.connect(self._try_again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.on_break)
        column.addWidget(self.notice)
        self.retranslate()

    def show_day(self, day: Day) -> None:
        """Show whether the office has a break, and whether anybody is there to be written to."""
        if day.session is None:
            self.quiet()
        items = day.agenda.items if day.agenda is not None else ()
        self.word.setVisible(Action.WRITE_NOTE in day.may)
        may_rest = Action.RUN_WAITING_ROOM in day.may
        self.word.setEnabled(any(item.position is not None for item in items))
        until = day.agenda.break_until if day.agenda is not None else None
        is_resting = until is not None and until > datetime.now(UTC)
        self.rest.setVisible(may_rest and not is_resting)
        if until is None or not is_resting:
            self.on_break.say("")
            return
        text = QCoreApplication.translate("WaitingBar", "A break until {time}. Those who wait see it.")
        at = clock_time(here(until).time(), self._office.look.language)
        end = QCoreApplication.translate("WaitingBar", "End the break")
        self.on_break.say(text.format(time=at), Mood.INFO, end if may_rest else "")

    def quiet(self) -> None:
        """Take away what was said."""
        self.notice.say("")

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.word.set_text(QCoreApplication.translate("WaitingBar", "A word to all who wait"))
        self.rest.set_text(QCoreApplication.translate("WaitingBar", "A break"))
        self.quiet()
        self.show_day(self._office.day)

    # --- doing ----------------------------------------------------------------------------------------------------

    def _ask_word(self) -> None:
        form = WordForm(self._office.look)
        self._ask(
            QCoreApplication.translate("WaitingBar", "A word to all who wait"),
            QCoreApplication.translate(
                "WaitingBar", "It is on their screens at once, and read aloud where they wish so."
            ),
            QCoreApplication.translate("WaitingBar", "Send"),
            form,
            lambda: self._send(form.word),
        )

    def _send(self, word: str | Prepared | int) -> None:
        def sent(count: int) -> None:
            if count:
                text = QCoreApplication.translate("WaitingBar", "It is on the screens of %Ln who wait.", "", count)
                self.notice.say(text, Mood.SUCCESS)
            else:
                self.notice.say(QCoreApplication.translate("WaitingBar", "Nobody waits any more."), Mood.INFO)

        self.quiet()
        self._office.bridge.run(
            waiting_room.write_to_all(self._office.client, word),
            sent,
            lambda refusal: self._refused(refusal, lambda: self._send(word)),
        )

    def _ask_break(self) -> None:
        form = BreakForm(self._office.look)
        self._ask(
            QCoreApplication.translate("WaitingBar", "Take a break"),
            QCoreApplication.translate(
                "WaitingBar", "Those who wait see until when, and their waiting time with it. It ends by itself."
            ),
            QCoreApplication.translate("WaitingBar", "Begin the break"),
            form,
            lambda: self._begin(form.minutes),
        )

    def _begin(self, minutes: int) -> None:
        self.quiet()
        self._office.bridge.run(
            waiting_room.begin_break(self._office.client, minutes),
            lambda _none: None,
            lambda refusal: self._refused(refusal, lambda: self._begin(minutes)),
        )

    def _end_break(self) -> None:
        self.quiet()
        self._office.bridge.run(
            waiting_room.end_break(self._office.client),
            lambda _none: None,
            lambda refusal: self._refused(refusal, self._end_break),
        )

    def _ask(self, title: str, text: str, confirm: str, form: Form, then: Callable[[], None]) -> None:
        if self._dialog is not None:
            return
        cancel = QCoreApplication.translate("WaitingBar", "Back")
        dialog = self._dialog = Dialog(
            self._office.look,
            self.window(),
            title,
            text,
            confirm=confirm,
            cancel=cancel,
            icon=Icon.MESSAGE if isinstance(form, WordForm) else Icon.TIMER,
            body=form,
        )
        dialog.confirm.setObjectName("waiting_confirm")
        dialog.cancel.setObjectName("waiting_cancel")
        form.follow(dialog.confirm)

        def answered(is_confirmed: bool) -> None:
            self._dialog = None
            if is_confirmed:
                then()

        dialog.answered.connect(answered)

    def _try_again(self) -> None:
        self._again()

    def _refused(self, refusal: Refusal, again: Callable[[], None]) -> None:
        self._again = again
        message = worded(refusal)
        action = QCoreApplication.translate("WaitingBar", "Try again") if message.can_retry else ""
        self.notice.say(f"{message.title}. {message.text}", Mood.ERROR, action)
