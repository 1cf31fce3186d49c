"""What is chosen in the calendar, and what can be done with it: everything that dragging does, by buttons."""

from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.office_calendar import BusyTime, CalendarAudience, Landing, OfficeDays
from desk_client.ui.desk.calendar.choosing import Choice, Chosen, can_unblock, may_be_moved
from desk_client.ui.desk.calendar.words import audience_words, busy_words, stretch_words
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Radius, Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.paint import Face, paint_face
from desk_client.ui.widgets.surface import Surface

_A_WEEK: Final = 7


class ChoiceBar(Surface):
    """Below the week; its buttons act on what is chosen there."""

    open_asked = Signal(object)
    move_asked = Signal(object)
    cancel_asked = Signal(object)
    block_asked = Signal(object)
    unblock_asked = Signal(object)
    move_left = Signal()
    another_asked = Signal()
    """Another one of its day shall be moved."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setObjectName("choice_bar")
        self._choice: Choice | None = None
        self._title = Label(look, "", Role.BODY, weight=Weight.SEMIBOLD)
        self._title.setObjectName("choice_title")
        self._text = Label(look, "", Role.CAPTION, tone=Tone.SECOND)
        self.open = Button(look, "", Kind.SECONDARY, icon=Icon.CLIPBOARD)
        self.move_it = Button(look, "", Kind.SECONDARY, icon=Icon.CALENDAR_TIME)
        self.call_off = Button(look, "", Kind.SECONDARY, icon=Icon.CLOSE)
        self.block = Button(look, "", Kind.SECONDARY, icon=Icon.LOCK)
        self.unblock = Button(look, "", Kind.SECONDARY, icon=Icon.UNLOCK)
        self.another = Button(look, "", Kind.SECONDARY, icon=Icon.PERSON)
        self.leave = Button(look, "", Kind.SECONDARY, icon=Icon.CLOSE)
        self.buttons = {
            "open_audience": self.open,
            "move": self.move_it,
            "cancel_audience": self.call_off,
            "block": self.block,
            "unblock": self.unblock,
            "another_of_day": self.another,
            "leave_move": self.leave,
        }
        for name, button in self.buttons.items():
            button.setObjectName(name)
        self.open.clicked.connect(lambda: self.open_asked.emit(self._choice))
        self.move_it.clicked.connect(lambda: self.move_asked.emit(self._choice))
        self.call_off.clicked.connect(lambda: self.cancel_asked.emit(self._choice))
        self.block.clicked.connect(lambda: self.block_asked.emit(self._choice))
        self.unblock.clicked.connect(lambda: self.unblock_asked.emit(self._choice))
        self.another.clicked.connect(self.another_asked)
        self.leave.clicked.connect(self.move_left)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._title)
        texts.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        row.setSpacing(Space.M)
        row.addLayout(texts, 1)
        for button in self.buttons.values():
            row.addWidget(button)
        self.setMinimumHeight(look.scaled(72))

    def show_choice(
        self,
        choice: Choice | None,
        answer: OfficeDays | None,
        landing: Landing | None,
        *,
        may_open: bool,
        may_cancel: bool,
        has_several: bool = False,
    ) -> None:
        """Say what is chosen, or what is being moved.

        `may_open`: whether briefs are theirs to read, `may_cancel`: whether audiences are theirs to cancel.
        `has_several`: others of the same day could be moved instead.
        """
        self._choice = choice
        may = answer is not None and answer.may_change
        is_moving = landing is not None
        self.leave.setVisible(is_moving)
        self.another.setVisible(is_moving and has_several)
        self.open.setVisible(may_open and not is_moving and isinstance(choice, CalendarAudience))
        is_to_come = not is_moving and isinstance(choice, CalendarAudience) and may_be_moved(choice)
        self.move_it.setVisible(may and is_to_come)
        self.call_off.setVisible(may_cancel and is_to_come)
        self.block.setVisible(may and not is_moving and isinstance(choice, Chosen))
        self.unblock.setVisible(may and not is_moving and isinstance(choice, BusyTime) and can_unblock(choice))
        title, text = self._words(choice, answer, landing)
        self._title.set_text(title)
        self._text.set_text(text)
        self._text.setVisible(bool(text))

    def _words(self, choice: Choice | None, answer: OfficeDays | None, landing: Landing | None) -> tuple[str, str]:
        language = self.look.language
        if landing is not None:
            if landing.slots is None:
                hint = QCoreApplication.translate("Calendar", "Looking for free times …")
            elif not landing.slots:
                hint = QCoreApplication.translate("Calendar", "No free time in this week. Turn to another week.")
            elif answer is not None and len(answer.days) > _A_WEEK:
                hint = QCoreApplication.translate("Calendar", "Choose a day: press it, or use the arrows and Enter.")
            else:
                hint = QCoreApplication.translate(
                    "Calendar", "Choose a free time: press it, or use the arrows and Enter."
                )
            moving = QCoreApplication.translate("Calendar", "Moving: {name}").format(name=landing.audience.citizen_name)
            return moving, hint
        if answer is None:
            return "", ""
        zone = ZoneInfo(answer.zone)
        match choice:
            case CalendarAudience() as one:
                when = stretch_words(one.slot.starts_at, one.slot.ends_at, zone, language)
                return audience_words(one, language), when
            case BusyTime() as busy:
                return busy_words(busy), stretch_words(busy.starts_at, busy.ends_at, zone, language)
            case Chosen() as empty:
                when = stretch_words(empty.starts_at, empty.ends_at, zone, language)
                return QCoreApplication.translate("Calendar", "Chosen time"), when
        return (
            QCoreApplication.translate("Calendar", "Nothing is chosen"),
            QCoreApplication.translate(
                "Calendar", "Drag an audience to another time, or draw over empty time to block it."
            ),
        )

    def retranslate(self) -> None:
        """Word the buttons."""
        self.open.set_text(QCoreApplication.translate("Calendar", "Open"))
        self.move_it.set_text(QCoreApplication.translate("Calendar", "Move"))
        self.call_off.set_text(QCoreApplication.translate("Calendar", "Cancel the audience"))
        self.block.set_text(QCoreApplication.translate("Calendar", "Block this time"))
        self.unblock.set_text(QCoreApplication.translate("Calendar", "Unblock"))
        self.another.set_text(QCoreApplication.translate("Calendar", "Another of that day"))
        self.leave.set_text(QCoreApplication.translate("Calendar", "Leave it"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        del event
        painter = QPainter(self)
        paint_face(painter, QRectF(self.rect()), Face(self.colours.surface, self.colours.border, 1, Radius.CARD))
        painter.end()
