"""The desk's waiting room in its states: a break, a delay, and each of its questions."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget

from desk_client.client.day import Day, DeskPage
from desk_client.domain.kiosk_health import Presence
from desk_client.ui.desk.waiting.steps import WaitingStep
from desk_client.ui.theme.appearance import Appearance
from tests.gallery.desk_day import day
from tests.gallery.desk_screens import Frame, framed


def _late(opened: str, *, on_break: bool = False) -> Day:
    """The first in line should have been received a quarter of an hour ago; the second is at their kiosk no more."""
    made = day(DeskPage.TODAY, opened=opened)
    agenda = made.agenda
    if agenda is None:
        return made
    now = datetime.now(UTC)
    items = []
    for item in agenda.items:
        if item.position is not None:
            starts_at = now - timedelta(minutes=35 - 20 * item.position)
            slot = item.slot.model_copy(update={"starts_at": starts_at, "ends_at": starts_at + timedelta(minutes=20)})
            presence = Presence.AWAY if item.position > 1 else Presence.GOOD
            items.append(item.model_copy(update={"slot": slot, "presence": presence}))
        else:
            items.append(item)
    until = now + timedelta(minutes=10) if on_break else None
    shown = next((item for item in items if item.id == opened), None)
    brief = made.brief.model_copy(update={"item": shown}) if made.brief is not None and shown is not None else None
    return replace(made, brief=brief, agenda=agenda.model_copy(update={"items": tuple(items), "break_until": until}))


def on_break(look: Appearance) -> QWidget:
    """The office has a break, runs late, and one who waits has left their kiosk."""
    return framed(look, _late("a3", on_break=True))


def word(look: Appearance) -> QWidget:
    """A word to all: ten minutes more."""
    frame = framed(look, _late("a2"))
    frame.desk.today.room.word.click()
    _press(frame, "word_10")
    return frame


def rest(look: Appearance) -> QWidget:
    """For how long?"""
    frame = framed(look, _late("a2"))
    frame.desk.today.room.rest.click()
    return frame


def first(look: Appearance) -> QWidget:
    """Why is somebody received before others?"""
    frame = framed(look, _late("a3"))
    frame.desk.today.brief.steps.asked.emit(WaitingStep.TAKE_FIRST)
    _press(frame, "reason_elderly")
    return frame


def decline(look: Appearance) -> QWidget:
    """Somebody who waits is not received."""
    frame = framed(look, _late("a2"))
    frame.desk.today.brief.steps.asked.emit(WaitingStep.DECLINE)
    for name, text in (
        ("decline_reason", "الصك محل نزاع منظور أمام المحكمة العامة، ولا يُبتّ فيه هنا قبل حكمها."),
        ("decline_next_step", "المحكمة العامة بصبيا، ثم مكتب الأراضي بعد صدور الحكم."),
    ):
        field = frame.findChild(QPlainTextEdit, name)
        if isinstance(field, QPlainTextEdit):
            field.setPlainText(text)
    return frame


def gone(look: Appearance) -> QWidget:
    """Is somebody admitted who has left the kiosk?"""
    frame = framed(look, _late("a3"))
    frame.desk.today.brief.admit_asked.emit()
    return frame


def _press(frame: Frame, name: str) -> None:
    button = frame.findChild(QAbstractButton, name)
    if isinstance(button, QAbstractButton):
        button.click()


SHEETS = (
    ("on-break", on_break),
    ("word", word),
    ("rest", rest),
    ("first", first),
    ("decline", decline),
    ("gone", gone),
)
