"""What the calendar asks before it acts, one question at a time: nobody is moved, and no time blocked, by a slip."""

import uuid
from collections.abc import Callable, Coroutine
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol, TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import plan
from desk_client.client.office_calendar import Blocked, BusyTime, CalendarAudience, Feed, Imported
from desk_client.client.visit import Appointment
from desk_client.domain.access import Action
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.bidi import embedded
from desk_client.ui.desk.calendar.choosing import Chosen
from desk_client.ui.desk.calendar.one_question import OneQuestion
from desk_client.ui.desk.calendar.sharing_box import SharingBox
from desk_client.ui.desk.calendar.words import busy_words, moment_words, move_question, stretch_words
from desk_client.ui.desk.office import Office
from desk_client.ui.messages import worded
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.banner import Mood
from desk_client.ui.widgets.text_field import TextField

T = TypeVar("T")
_MOST_NAMED = 6
_LONGEST_REASON = 200


class Says(Protocol):
    """Says how something went."""

    def __call__(
        self, text: str, mood: Mood = Mood.SUCCESS, action: str = "", then: Callable[[], None] | None = None
    ) -> None:
        """Show a sentence, and perhaps what can be done."""


class Asking(QObject):
    """Belongs to the calendar's page and covers its window."""

    moved = Signal(object, int, object)
    """A `CalendarAudience` as it was, its new version, and the moment (`datetime`) at which it began before."""
    in_the_way = Signal(object)
    """A `CalendarAudience` that shall be moved, so that its time can be blocked."""
    file_asked = Signal()

    def __init__(self, office: Office, page: QWidget, say: Says) -> None:
        super().__init__(page)
        self._office = office
        self._page = page
        self._say = say
        self._question = OneQuestion(office, page, "calendar")

    def drop(self) -> None:
        """Take an open question away; nothing is done."""
        self._question.put_away()

    # --- moving ---------------------------------------------------------------------------------------------------

    def move(self, audience: CalendarAudience, starts_at: datetime, zone: ZoneInfo) -> None:
        """Move it?"""
        self._question.ask(
            QCoreApplication.translate("Calendar", "Move this audience?"),
            move_question(audience, starts_at, zone, self._office.look.language),
            QCoreApplication.translate("Calendar", "Move and tell them"),
            Icon.CALENDAR_TIME,
            lambda: self._move(audience, starts_at),
            otherwise=lambda: plan.end_move(self._office.client),
        )

    def move_back(self, audience: CalendarAudience, starts_at: datetime) -> None:
        """Undo a move."""
        key = uuid.uuid4().hex
        self._run(
            lambda: plan.move(self._office.client, audience, starts_at, key=key),
            lambda _answer: self._say(
                QCoreApplication.translate("Calendar", "It is at its old time again, and they are told.")
            ),
        )

    def call_off(self, audience: CalendarAudience) -> None:
        """Cancel it? There is no way back: its time is anybody's then."""
        name, language = embedded(audience.citizen_name), self._office.look.language
        told = QCoreApplication.translate(
            "Calendar", "They are told at once, and the time is offered to others. This cannot be undone."
        )
        self._question.ask(
            QCoreApplication.translate("Calendar", "Cancel this audience?"),
            f"{name} · {moment_words(audience.slot.starts_at, self._zone, language)}\n{told}",
            QCoreApplication.translate("Calendar", "Cancel and tell them"),
            Icon.WARNING,
            lambda: self._run(
                lambda: plan.call_off(self._office.client, audience),
                lambda _answer: self._say(
                    QCoreApplication.translate(
                        "Calendar", "The audience of {name} is cancelled, and they are told."
                    ).format(name=name)
                ),
            ),
            is_danger=True,
        )

    def _move(self, audience: CalendarAudience, starts_at: datetime) -> None:
        def done(answer: Appointment) -> None:
            self.moved.emit(audience, answer.version, audience.slot.starts_at)

        key = uuid.uuid4().hex
        self._run(lambda: plan.move(self._office.client, audience, starts_at, key=key), done)

    # --- blocking -------------------------------------------------------------------------------------------------

    def block(self, chosen: Chosen) -> None:
        """Block it, and why?"""
        reason = TextField(
            self._office.look,
            QCoreApplication.translate("Calendar", "Reason, seen by the office alone"),
            longest=_LONGEST_REASON,
        )
        reason.setObjectName("block_reason")
        reason.setPlaceholderText(QCoreApplication.translate("Calendar", "Reason, seen by the office alone"))
        self._question.ask(
            QCoreApplication.translate("Calendar", "Block this time?"),
            stretch_words(chosen.starts_at, chosen.ends_at, self._zone, self._office.look.language),
            QCoreApplication.translate("Calendar", "Block"),
            Icon.LOCK,
            lambda: self._block(chosen, reason.text()),
            body=reason,
        )

    def unblock(self, busy: BusyTime) -> None:
        """Offer it again?"""
        when = stretch_words(busy.starts_at, busy.ends_at, self._zone, self._office.look.language)
        self._question.ask(
            QCoreApplication.translate("Calendar", "Offer this time again?"),
            f"{embedded(busy_words(busy))}\n{when}",
            QCoreApplication.translate("Calendar", "Unblock"),
            Icon.UNLOCK,
            lambda: self._run(
                lambda: plan.unblock(self._office.client, busy),
                lambda _none: self._say(QCoreApplication.translate("Calendar", "This time is offered again.")),
            ),
        )

    def _block(self, chosen: Chosen, reason: str) -> None:
        def done(answer: Blocked) -> None:
            if answer.in_the_way:
                self._tell_in_the_way(answer.in_the_way)
            else:
                self._say(QCoreApplication.translate("Calendar", "This time is blocked."))

        key = uuid.uuid4().hex
        self._run(lambda: plan.block(self._office.client, chosen.starts_at, chosen.ends_at, reason, key=key), done)

    def _tell_in_the_way(self, found: tuple[CalendarAudience, ...]) -> None:
        language = self._office.look.language
        lines = [
            f"{embedded(each.citizen_name)} · {moment_words(each.slot.starts_at, self._zone, language)}"
            for each in found[:_MOST_NAMED]
        ]
        if len(found) > _MOST_NAMED:
            lines.append(QCoreApplication.translate("Calendar", "and others: %Ln", "", len(found) - _MOST_NAMED))
        explained = QCoreApplication.translate(
            "Calendar", "Nothing was changed. Move these first, then block the time."
        )
        self._question.ask(
            QCoreApplication.translate("Calendar", "Audiences lie in this time: %Ln", "", len(found)),
            "\n".join((explained, "", *lines)),
            QCoreApplication.translate("Calendar", "Move the first"),
            Icon.WARNING,
            lambda: self.in_the_way.emit(found[0]),
        )

    # --- other calendars ------------------------------------------------------------------------------------------

    def share(self) -> None:
        """What other calendars read here, and what is read of them."""
        client = self._office.client
        box = SharingBox(self._office.look, may_change=Action.MANAGE_CALENDAR in self._office.day.may)
        dialog = self._question.ask(
            QCoreApplication.translate("Calendar", "Other calendars"),
            "",
            QCoreApplication.translate("Calendar", "Close"),
            Icon.CALENDAR,
            lambda: None,
            body=box,
            cancel="",
        )
        if dialog is None:
            return
        is_arabic = self._office.look.is_right_to_left

        def leave_for(then: Callable[[], None]) -> None:
            dialog.confirm.click()
            then()

        box.file_asked.connect(lambda: leave_for(self.file_asked.emit))
        box.forget_asked.connect(lambda: leave_for(self._forget))
        box.feed_asked.connect(
            lambda named: self._ask(plan.make_feed(client, is_arabic=is_arabic, shows_names=named), box.show_feed)
        )
        box.end_asked.connect(lambda: self._ask(plan.end_feed(client), lambda _none: box.show_feed(Feed())))
        self._ask(plan.own_feed(client), box.show_feed)

    def take_in(self, file: Path) -> None:
        """Read the busy times out of a file."""

        def done(answer: Imported) -> None:
            parts = [QCoreApplication.translate("Calendar", "Busy times that were read: %Ln", "", answer.stretches)]
            if answer.not_understood:
                parts.append(
                    QCoreApplication.translate(
                        "Calendar", "Entries that could not be read: %Ln", "", answer.not_understood
                    )
                )
            if answer.in_the_way:
                parts.append(
                    QCoreApplication.translate("Calendar", "Audiences that lie there: %Ln", "", len(answer.in_the_way))
                )
            self._say(" · ".join(parts), Mood.WARNING if answer.in_the_way or answer.not_understood else Mood.SUCCESS)

        self._run(lambda: plan.take_in(self._office.client, file), done)

    def _forget(self) -> None:
        self._run(
            lambda: plan.forget_busy(self._office.client),
            lambda _none: self._say(QCoreApplication.translate("Calendar", "What was read is forgotten.")),
        )

    # --- asking ---------------------------------------------------------------------------------------------------

    @property
    def _zone(self) -> ZoneInfo:
        days = self._office.client.calendar.value.days
        return ZoneInfo("Asia/Riyadh" if days is None else days.zone)

    def _ask(self, action: Coroutine[Any, Any, T | Refusal], done: Callable[[T], None]) -> None:
        """For a box that may be closed by the time its answer could be asked for again."""
        self._office.bridge.run(action, done, self._refused)

    def _run(self, act: Callable[[], Coroutine[Any, Any, T | Refusal]], done: Callable[[T], None]) -> None:
        self._office.bridge.run(act(), done, lambda refusal: self._refused(refusal, lambda: self._run(act, done)))

    def _refused(self, refusal: Refusal, again: Callable[[], None] | None = None) -> None:
        """Say why not; what only did not arrive is done again by one press, and nothing of it is asked for again."""
        action = ""
        if refusal.code is RefusalCode.ATTACHMENT_DAMAGED:
            words = QCoreApplication.translate(
                "Calendar",
                "This file cannot be read as a calendar. Please export the coming six months as an .ics file.",
            )
        elif refusal.code is RefusalCode.NOT_FOUND and refusal.field == "file":
            words = QCoreApplication.translate(
                "Calendar", "This file cannot be opened. Please check that it is still there, and choose it again."
            )
        elif refusal.code is RefusalCode.ATTACHMENT_TOO_LARGE:
            words = QCoreApplication.translate(
                "Calendar", "This calendar is too large. Please export the coming six months alone."
            )
        elif refusal.code is RefusalCode.SLOT_TAKEN:
            words = QCoreApplication.translate(
                "Calendar",
                "Somebody is booking there at this moment. Please try again in a few minutes.",
            )
        else:
            message = worded(refusal)
            words = f"{message.title}. {message.text}"
            action = QCoreApplication.translate("Calendar", "Try again") if message.can_retry and again else ""
        self._say(words, Mood.ERROR, action, again)
