"""Leaving rights to the office's managers, and having another office receive on some days: asked, done, taken back."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import deputies
from desk_client.client.actions.deputies import Delegate, DutyDays, Left, Roster, left_to
from desk_client.client.office_hours import Calendar
from desk_client.domain.outcomes import Refusal
from desk_client.ui.bilingual import said
from desk_client.ui.desk.calendar.deputy_box import DeputyBox
from desk_client.ui.desk.calendar.one_question import OneQuestion
from desk_client.ui.desk.deputy_words import days_words, left_words, refused_words
from desk_client.ui.desk.office import Office
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.banner import Mood


class Says(Protocol):
    """Says how something went, with perhaps a way back."""

    def __call__(
        self, text: str, mood: Mood = Mood.SUCCESS, action: str = "", then: Callable[[], None] | None = None
    ) -> None:
        """Show a sentence, and a button beside it."""


class Deputies(QObject):
    """Belongs to the calendar's page and covers its window."""

    def __init__(self, office: Office, page: QWidget, say: Says, changed: Callable[[], None]) -> None:
        """``changed``: who receives on which day is otherwise."""
        super().__init__(page)
        self._office = office
        self._page = page
        self._say = say
        self._changed = changed
        self._question = OneQuestion(office, page, "deputies")

    def drop(self) -> None:
        """Take an open question away; nothing is done."""
        self._question.put_away()

    def show(self) -> None:
        """Show who may what, and who stands in."""
        client, bridge = self._office.client, self._office.bridge
        box = DeputyBox(self._office.look)
        title = QCoreApplication.translate("Deputies", "Who acts for the office")
        close = QCoreApplication.translate("Calendar", "Close")
        dialog = self._question.ask(title, "", close, Icon.PERSON, lambda: None, body=box, cancel="")
        if dialog is None:
            return

        def leave_for(then: Callable[[], None]) -> None:
            dialog.confirm.click()
            then()

        box.leave_asked.connect(lambda delegate, left: leave_for(lambda: self._ask_left(delegate, left)))

        def show_roster(roster: Roster) -> None:
            box.show_roster(roster)
            box.duty_asked.connect(lambda duty: leave_for(lambda: self._ask_duty(roster, duty)))
            box.end_asked.connect(lambda duty: leave_for(lambda: self._ask_end(roster, duty)))

        bridge.run(
            deputies.read_delegates(client, self._office_id),
            lambda found: box.show_delegates(found.items),
            self._refused,
        )
        bridge.run(deputies.read_roster(client, self._office_id), show_roster, self._refused)

    # --- rights ---------------------------------------------------------------------------------------------------

    def _ask_left(self, delegate: Delegate, left: Left) -> None:
        name, language = said(delegate.name, self._office.look.language), self._office.look.language
        was = QCoreApplication.translate("Deputies", "Now: {rights}").format(
            rights=left_words(left_to(delegate), language)
        )
        will = QCoreApplication.translate("Deputies", "Then: {rights}").format(rights=left_words(left, language))
        ends = QCoreApplication.translate(
            "Deputies", "They are signed out, and what they do is noted under their own name."
        )
        self._question.ask(
            QCoreApplication.translate("Deputies", "Change what {name} may do?").format(name=name),
            f"{was}\n{will}\n{ends}",
            QCoreApplication.translate("Deputies", "Change it")
            if left.rights
            else QCoreApplication.translate("Deputies", "Take everything away"),
            Icon.LOCK,
            lambda: self._leave(delegate, left),
            is_danger=not left.rights,
        )

    def _leave(self, delegate: Delegate, left: Left) -> None:
        def done(after: Delegate) -> None:
            text = QCoreApplication.translate("Deputies", "{name}: {rights}").format(
                name=said(delegate.name, self._office.look.language),
                rights=left_words(left, self._office.look.language),
            )
            self._say(text, Mood.SUCCESS, _undo(), lambda: self._leave_again(after, left_to(delegate)))

        leaving = deputies.leave(self._office.client, self._office_id, delegate, left)
        self._office.bridge.run(leaving, done, self._refused)

    def _leave_again(self, delegate: Delegate, left: Left) -> None:
        leaving = deputies.leave(self._office.client, self._office_id, delegate, left)
        self._office.bridge.run(leaving, lambda _after: self._say(_as_before(), Mood.INFO), self._refused)

    # --- standing in ----------------------------------------------------------------------------------------------

    def _ask_duty(self, roster: Roster, duty: DutyDays) -> None:
        self._question.ask(
            QCoreApplication.translate("Deputies", "Have {office} stand in?").format(office=self._title(roster, duty)),
            "\n".join(
                (
                    days_words(duty.first, duty.last, self._office.look.language),
                    QCoreApplication.translate(
                        "Deputies",
                        "Audiences booked on these days stand, and lose their slot: move them in the calendar.",
                    ),
                )
            ),
            QCoreApplication.translate("Deputies", "Enter the stand-in"),
            Icon.CALENDAR,
            lambda: self._put(roster, (*roster.duties, duty)),
        )

    def _ask_end(self, roster: Roster, duty: DutyDays) -> None:
        self._question.ask(
            QCoreApplication.translate("Deputies", "End the standing in of {office}?").format(
                office=self._title(roster, duty)
            ),
            days_words(duty.first, duty.last, self._office.look.language),
            QCoreApplication.translate("Deputies", "End this stand-in"),
            Icon.CALENDAR,
            lambda: self._put(roster, tuple(each for each in roster.duties if each != duty)),
        )

    def _put(self, roster: Roster, duties: tuple[DutyDays, ...]) -> None:
        def done(after: Calendar) -> None:
            self._changed()
            text = QCoreApplication.translate("Deputies", "The roster is changed.")
            if after.stranded_count:
                stranded = QCoreApplication.translate(
                    "Deputies", "Audiences to be moved: %Ln", "", after.stranded_count
                )
                text = f"{text} {stranded}"
            mood = Mood.WARNING if after.stranded_count else Mood.SUCCESS
            again = Roster(after, roster.offices)
            self._say(text, mood, _undo(), lambda: self._put_again(again, roster.duties))

        self._office.bridge.run(deputies.put_duties(self._office.client, roster, duties), done, self._refused)

    def _put_again(self, roster: Roster, duties: tuple[DutyDays, ...]) -> None:
        def done(_after: Calendar) -> None:
            self._changed()
            self._say(_as_before(), Mood.INFO)

        self._office.bridge.run(deputies.put_duties(self._office.client, roster, duties), done, self._refused)

    # --- within ---------------------------------------------------------------------------------------------------

    @property
    def _office_id(self) -> str:
        session = self._office.day.session
        return "" if session is None else session.person.office_id or ""

    def _title(self, roster: Roster, duty: DutyDays) -> str:
        names = dict(roster.offices)
        title = names.get(duty.stand_in_id)
        return duty.stand_in_id if title is None else said(title, self._office.look.language)

    def _refused(self, refusal: Refusal) -> None:
        self._say(refused_words(refusal), Mood.ERROR)


def _undo() -> str:
    return QCoreApplication.translate("Administration", "Undo")


def _as_before() -> str:
    return QCoreApplication.translate("Administration", "It is as it was before.")
