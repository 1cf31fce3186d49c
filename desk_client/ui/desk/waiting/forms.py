"""What is chosen or written in the waiting room's dialogs: a word to all, a break's length, a reason, a rejection."""

from collections.abc import Callable, Hashable, Sequence
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from desk_client.domain.notes import MAX_NOTE_LENGTH, Prepared
from desk_client.domain.outcomes import Refusal
from desk_client.domain.request import MOST_CHARACTERS, Decline, parse_decline
from desk_client.domain.waiting_room import TurnReason
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.button import Button
from desk_client.ui.widgets.choice import Choice
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.text_field import TextArea, TextField

DELAYS_MIN: Final = (5, 10, 15, 20, 30)
BREAKS_MIN: Final = (5, 10, 15, 20, 30, 60)
_LONGEST_UNIT: Final = 200
C = TypeVar("C", bound=Hashable)


class Choices(QWidget, Generic[C]):
    """Buttons of which at most one is chosen, in columns."""

    def __init__(
        self, look: Appearance, offered: Sequence[tuple[C, str, str]], columns: int, on_change: Callable[[], None]
    ) -> None:
        """``offered``: each value with its object name and its words."""
        super().__init__()
        self._buttons: dict[C, Choice] = {}
        self._group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(Space.S)
        for index, (value, name, words) in enumerate(offered):
            button = self._buttons[value] = Choice(look)
            button.setObjectName(name)
            button.set_text(words)
            button.clicked.connect(on_change)
            self._group.addButton(button)
            grid.addWidget(button, index // columns, index % columns)

    @property
    def chosen(self) -> C | None:
        """The one that is chosen; None before any is."""
        return next((value for value, button in self._buttons.items() if button.isChecked()), None)

    def choose(self, value: C | None) -> None:
        """Choose for the person; None: nothing is chosen."""
        self._group.setExclusive(False)
        for each, button in self._buttons.items():
            button.setChecked(each == value)
        self._group.setExclusive(True)


class Form(QWidget):
    """The body of a dialog, whose confirmation can be pressed only once the form says something."""

    def __init__(self) -> None:
        super().__init__()
        self._confirm: Button | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(Space.M)

    def is_ready(self) -> bool:
        """Whether there is something to confirm."""
        raise NotImplementedError

    def follow(self, confirm: Button) -> None:
        """Let this button be pressed only while the form is ready."""
        self._confirm = confirm
        self.changed()

    def changed(self) -> None:
        """Something was chosen or written."""
        if self._confirm is not None:
            self._confirm.setEnabled(self.is_ready())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Ctrl+Enter confirm, wherever in the form the keyboard is."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._confirm is not None:
            self._confirm.click()
            return
        super().keyPressEvent(event)


class WordForm(Form):
    """A prepared sentence, how much longer it takes, or one's own words."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        soon = QCoreApplication.translate("WaitingForms", "One moment: you are about to be received")
        offered: list[tuple[Prepared | int, str, str]] = [(Prepared.SOON, "word_soon", soon)]
        delays: list[tuple[Prepared | int, str, str]] = [
            (
                minutes,
                f"word_{minutes}",
                QCoreApplication.translate("WaitingForms", "Sorry, %Ln more minutes", "", minutes),
            )
            for minutes in DELAYS_MIN
        ]
        self._ready = Choices(look, [*offered, *delays], 2, self._chose)
        self._own = TextField(look, longest=MAX_NOTE_LENGTH)
        self._own.setObjectName("word_own")
        self._own.textEdited.connect(self._wrote)
        self.column.addWidget(self._ready)
        own = QCoreApplication.translate("WaitingForms", "Or in your own words")
        self.column.addWidget(FieldBlock(look, self._own, own))

    @property
    def word(self) -> str | Prepared | int:
        """What is to be said."""
        chosen = self._ready.chosen
        return self._own.text().strip() if chosen is None else chosen

    def is_ready(self) -> bool:
        """Whether something is chosen or written."""
        return bool(self.word)

    def _chose(self) -> None:
        self._own.clear()
        self.changed()

    def _wrote(self) -> None:
        self._ready.choose(None)
        self.changed()


class BreakForm(Form):
    """For how long."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        offered = [
            (minutes, f"break_{minutes}", QCoreApplication.translate("WaitingForms", "%Ln minutes", "", minutes))
            for minutes in BREAKS_MIN
        ]
        self._minutes = Choices(look, offered, 3, self.changed)
        self.column.addWidget(self._minutes)

    @property
    def minutes(self) -> int:
        """The break's length."""
        return self._minutes.chosen or 0

    def is_ready(self) -> bool:
        """Whether a length is chosen."""
        return self._minutes.chosen is not None


class ReasonForm(Form):
    """Why somebody is received before others."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        words = {
            TurnReason.ELDERLY: QCoreApplication.translate("WaitingForms", "Elderly, or hard on their feet"),
            TurnReason.UNWELL: QCoreApplication.translate("WaitingForms", "Unwell"),
            TurnReason.FROM_AFAR: QCoreApplication.translate("WaitingForms", "Came from afar"),
            TurnReason.URGENT: QCoreApplication.translate("WaitingForms", "The matter does not wait"),
            TurnReason.OUR_FAULT: QCoreApplication.translate("WaitingForms", "Waited too long through our fault"),
        }
        self._reasons = Choices(look, [(each, f"reason_{each}", words[each]) for each in TurnReason], 1, self.changed)
        self.column.addWidget(self._reasons)

    @property
    def reason(self) -> TurnReason:
        """The one that is chosen."""
        return self._reasons.chosen or TurnReason.URGENT

    def is_ready(self) -> bool:
        """Whether a reason is chosen."""
        return self._reasons.chosen is not None


class DeclineForm(Form):
    """Who does not receive them, why, and where they go next: all three, or it cannot be confirmed."""

    def __init__(self, look: Appearance, unit: str, written: tuple[str, str, str] | None = None) -> None:
        """``unit`` is who is proposed; ``written`` is what was written before and did not arrive."""
        super().__init__()
        self._unit = TextField(look, longest=_LONGEST_UNIT)
        self._unit.setObjectName("decline_unit")
        self._reason = TextArea(look, lines=2, longest=MOST_CHARACTERS)
        self._reason.setObjectName("decline_reason")
        self._next = TextArea(look, lines=2, longest=MOST_CHARACTERS)
        self._next.setObjectName("decline_next_step")
        unit_name = QCoreApplication.translate("WaitingForms", "Who declines")
        reason_name = QCoreApplication.translate("WaitingForms", "Why")
        next_name = QCoreApplication.translate("WaitingForms", "Where they go next")
        next_hint = QCoreApplication.translate("WaitingForms", 'An office, a number or a day: not only "not ours".')
        self.column.addWidget(FieldBlock(look, self._unit, unit_name))
        self.column.addWidget(FieldBlock(look, self._reason, reason_name))
        self.column.addWidget(FieldBlock(look, self._next, next_name, next_hint))
        unit, reason, following = written or (unit, "", "")
        self._unit.setText(unit)
        self._reason.set_text(reason)
        self._next.set_text(following)
        self._unit.textChanged.connect(self.changed)
        self._reason.text_changed.connect(self.changed)
        self._next.text_changed.connect(self.changed)

    @property
    def named(self) -> Decline | Refusal:
        """What is written, as the rule reads it."""
        return parse_decline(self._unit.text(), self._reason.text, self._next.text)

    def is_ready(self) -> bool:
        """Whether unit, reason and next step are named."""
        return not isinstance(self.named, Refusal)
