"""What follows from an outcome: nothing, or a directive, tasks, another audience, a transaction's number.

Each is a button until it is wanted, so that a simple decision is written as shortly as ever.
"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.day import Draft
from desk_client.domain.decision import (
    LONGEST_DIRECTIVE,
    LONGEST_UNIT,
    MOST_ACTIONS,
    MOST_WEEKS,
    ActionItem,
    Directive,
    FollowUp,
)
from desk_client.domain.transaction_link import address_of
from desk_client.i18n.digits import only_digits, to_ascii
from desk_client.ui.desk.action_row import ActionRow
from desk_client.ui.desk.outside import open_outside
from desk_client.ui.desk.unit_field import UnitField
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label
from desk_client.ui.widgets.text_field import TextArea, TextField

_WEEKS = 4
_WEEKS_PX = 84
_LONGEST_TRANSACTION = 32


class FollowsForm(QWidget):
    """`changed` is emitted whenever something else is written."""

    changed = Signal()
    wanted = Signal(QWidget)
    """Something was added: the field in which it is written."""
    unopened = Signal()
    """No browser opened for the transaction; its address is copied."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._today = date.min
        self._units: tuple[str, ...] = ()
        self._own = ""
        self.rows: list[ActionRow] = []
        self.directive_unit = UnitField(look, longest=LONGEST_UNIT)
        self.directive_unit.setObjectName("directive_unit")
        self.directive_text = TextArea(look, lines=2, longest=LONGEST_DIRECTIVE)
        self.directive_text.setObjectName("directive_text")
        self.follow_up_office = UnitField(look, longest=LONGEST_UNIT)
        self.follow_up_office.setObjectName("follow_up_office")
        self.follow_up_weeks = TextField(look, longest=2)
        self.follow_up_weeks.setObjectName("follow_up_weeks")
        self.follow_up_weeks.setFixedWidth(look.scaled(_WEEKS_PX))
        self._weeks_name = Label(look, "", Role.BODY, wraps=False)
        self.transaction = TextField(look, longest=_LONGEST_TRANSACTION)
        self.transaction.setObjectName("transaction_number")
        self._transaction_link: str | None = None
        self.open_transaction = self._button("open_transaction", Icon.GLOBE, self._open_transaction)
        self._directive = _Block(look, "directive")
        self._directive.body.addWidget(self.directive_unit)
        self._directive.body.addWidget(self.directive_text)
        self._actions = _Block(look, "actions", removable=False)
        self._actions_body = QVBoxLayout()
        self._actions_body.setSpacing(0)
        self._actions.body.addLayout(self._actions_body)
        self._follow_up = _Block(look, "follow_up")
        beside = QHBoxLayout()
        beside.setSpacing(Space.S)
        beside.addWidget(self.follow_up_office, 1)
        beside.addWidget(self.follow_up_weeks)
        beside.addWidget(self._weeks_name)
        self._follow_up.body.addLayout(beside)
        self._transaction = _Block(look, "transaction")
        numbered = QHBoxLayout()
        numbered.setSpacing(Space.S)
        numbered.addWidget(self.transaction, 1)
        numbered.addWidget(self.open_transaction)
        self._transaction.body.addLayout(numbered)
        self.add_directive = self._button("add_directive", Icon.SEND, self._want_directive)
        self.add_action = self._button("add_action", Icon.CLIPBOARD_CHECK, self.another_action)
        self.add_follow_up = self._button("add_follow_up", Icon.CALENDAR_TIME, self._want_follow_up)
        self.add_transaction = self._button("add_transaction", Icon.FILE, self._want_transaction)
        self.buttons = QWidget()
        """What adds them: for the page to place where it is always seen."""
        self._is_narrow = False
        self._connect()
        self._build()

    # --- what is written ------------------------------------------------------------------------------------------

    def open(self, draft: Draft, today: date, units: Sequence[str], own: str, link: str | None = None) -> None:
        """Begin with what a draft says. ``units`` may be named, ``own`` is who decides, ``today`` the office's.

        ``link``: where a transaction is found, as `domain.transaction_link` has it.
        """
        self._transaction_link = link
        self._today, self._units, self._own = today, tuple(units), own
        for field in (self.directive_unit, self.follow_up_office):
            field.offer(units)
        directive, follow_up = draft.directive, draft.follow_up
        self.directive_unit.setText("" if directive is None else directive.unit)
        self.directive_text.set_text("" if directive is None else directive.text)
        self.follow_up_office.setText(own if follow_up is None else follow_up.office)
        self.follow_up_weeks.setText(self._look.number(_WEEKS if follow_up is None else follow_up.within_weeks))
        self.transaction.setText(draft.transaction_number)
        self._directive.setVisible(directive is not None)
        self._follow_up.setVisible(follow_up is not None)
        self._transaction.setVisible(bool(draft.transaction_number))
        while self.rows:
            self._remove(self.rows[-1])
        for item in draft.actions:
            self._add_row(item)
        self._show()

    @property
    def directive(self) -> Directive | None:
        """What a department is told; None where nobody is."""
        if self._directive.isHidden():
            return None
        return Directive(self.directive_unit.text().strip(), self.directive_text.text)

    @property
    def tasks(self) -> tuple[ActionItem, ...]:
        """The tasks; a row in which no task is written is none."""
        return tuple(row.item for row in self.rows if row.item.text)

    @property
    def follow_up(self) -> FollowUp | None:
        """The audience that is to follow."""
        if self._follow_up.isHidden():
            return None
        weeks = min(int(only_digits(self.follow_up_weeks.text()) or 0), MOST_WEEKS)
        return FollowUp(self.follow_up_office.text().strip(), weeks)

    @property
    def transaction_number(self) -> str:
        """As the emirate's system has it, in plain digits."""
        return "" if self._transaction.isHidden() else to_ascii(self.transaction.text()).strip()

    @property
    def is_empty(self) -> bool:
        """Whether nothing follows."""
        return not (self.directive or self.tasks or self.follow_up or self.transaction_number)

    def retranslate(self) -> None:
        """Word everything in the language spoken now; what was written stays."""
        for button, name in (
            (self.add_directive, QCoreApplication.translate("DeskOutcome", "Directive")),
            (self.add_action, QCoreApplication.translate("DeskOutcome", "Action item")),
            (self.add_follow_up, QCoreApplication.translate("DeskOutcome", "Follow-up audience")),
            (self.add_transaction, QCoreApplication.translate("DeskOutcome", "Transaction number")),
            (self.open_transaction, QCoreApplication.translate("Transactions", "Open in the browser")),
        ):
            button.set_text("" if self._is_narrow else name)
            button.setAccessibleName(name)
            button.setToolTip(name)
        self._directive.set_texts(
            QCoreApplication.translate("DeskOutcome", "Directive to a department"),
            QCoreApplication.translate("DeskOutcome", "Remove the directive"),
        )
        self._actions.set_texts(QCoreApplication.translate("DeskOutcome", "Action items"), "")
        self._follow_up.set_texts(
            QCoreApplication.translate("DeskOutcome", "A follow-up audience is wanted"),
            QCoreApplication.translate("DeskOutcome", "Remove the follow-up"),
        )
        self._transaction.set_texts(
            QCoreApplication.translate("DeskOutcome", "Transaction number in the emirate's system"),
            QCoreApplication.translate("DeskOutcome", "Remove the transaction number"),
        )
        for field, name in (
            (self.directive_unit, QCoreApplication.translate("DeskOutcome", "Department that is directed")),
            (self.directive_text, QCoreApplication.translate("DeskOutcome", "What it is directed to do")),
            (self.follow_up_office, QCoreApplication.translate("DeskOutcome", "Office of the follow-up")),
            (self.follow_up_weeks, QCoreApplication.translate("DeskOutcome", "Within how many weeks")),
            (self.transaction, QCoreApplication.translate("DeskOutcome", "Transaction number in the emirate's system")),
        ):
            field.set_name(name)
            field.setPlaceholderText(name)
        self._weeks_name.set_text(QCoreApplication.translate("DeskOutcome", "weeks at most"))
        self._number()

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Show the buttons by their icons alone."""
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            self.retranslate()

    # --- wanting and not wanting ----------------------------------------------------------------------------------

    def another_action(self) -> None:
        """Add a row for one more task, and write in it; an empty one is gone on with."""
        if self.rows and not self.rows[-1].item.text:
            self._begin(self.rows[-1].text)
        elif len(self.rows) < MOST_ACTIONS:
            self._begin(self._add_row(None).text)

    def _want_directive(self) -> None:
        self._directive.show()
        self._begin(self.directive_unit)

    def _want_follow_up(self) -> None:
        self._follow_up.show()
        self._begin(self.follow_up_weeks)

    def _want_transaction(self) -> None:
        self._transaction.show()
        self._begin(self.transaction)

    def _open_transaction(self) -> None:
        address = address_of(self._transaction_link, self.transaction_number)
        if address is not None and not open_outside(address):
            QGuiApplication.clipboard().setText(address)
            self.unopened.emit()

    def _begin(self, field: QWidget) -> None:
        self._show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
        self.wanted.emit(field)

    def _put_away(self, block: "_Block", button: Button) -> None:
        block.hide()
        self._show()
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _add_row(self, item: ActionItem | None) -> ActionRow:
        owner = self.directive_unit.text().strip() if not self._directive.isHidden() else ""
        row = ActionRow(self._look, self._today, self._units, item, owner)
        row.changed.connect(self.changed)
        row.another_asked.connect(self.another_action)
        row.removal_asked.connect(lambda: self._removal(row))
        self.rows.append(row)
        self._actions_body.addWidget(row)
        self._number()
        return row

    def _removal(self, row: ActionRow) -> None:
        at = self.rows.index(row)
        self._remove(row)
        self._show()
        next_one = self.rows[min(at, len(self.rows) - 1)].text if self.rows else self.add_action
        next_one.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _remove(self, row: ActionRow) -> None:
        self.rows.remove(row)
        self._actions_body.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._number()

    def _number(self) -> None:
        for number, row in enumerate(self.rows, 1):
            row.retranslate(number)

    def _show(self) -> None:
        self._actions.setVisible(bool(self.rows))
        self.add_directive.setVisible(self._directive.isHidden())
        self.add_follow_up.setVisible(self._follow_up.isHidden())
        self.add_transaction.setVisible(self._transaction.isHidden())
        self.add_action.setEnabled(len(self.rows) < MOST_ACTIONS)
        self._offer_opening()

    def _offer_opening(self) -> None:
        """Whoever writes a number may look whether it is the right one, where anything leads there."""
        self.open_transaction.setVisible(address_of(self._transaction_link, "1") is not None)
        self.open_transaction.setEnabled(address_of(self._transaction_link, self.transaction_number) is not None)

    def _connect(self) -> None:
        for block, button in (
            (self._directive, self.add_directive),
            (self._follow_up, self.add_follow_up),
            (self._transaction, self.add_transaction),
        ):
            block.removed.connect(lambda block=block, button=button: self._put_away(block, button))
        for field in (self.directive_unit, self.follow_up_office, self.follow_up_weeks, self.transaction):
            field.textChanged.connect(self.changed)
        self.directive_text.text_changed.connect(self.changed)
        self.transaction.textChanged.connect(self._offer_opening)

    def _build(self) -> None:
        row = QHBoxLayout(self.buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self.add_directive, self.add_action, self.add_follow_up, self.add_transaction):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for block in (self._directive, self._actions, self._follow_up, self._transaction):
            block.hide()
            column.addWidget(block)

    def _button(self, name: str, icon: Icon, pressed: object) -> Button:
        button = Button(self._look, "", Kind.QUIET, icon=icon)
        button.setObjectName(name)
        button.clicked.connect(pressed)
        return button


class _Block(QWidget):
    """A heading with a way to put the block away, and whatever is written under it in `body`."""

    removed = Signal()

    def __init__(self, look: Appearance, name: str, *, removable: bool = True) -> None:
        super().__init__()
        self._title = Label(look, "", Role.BODY, weight=Weight.MEDIUM)
        self._remove = Button(look, "", Kind.QUIET, icon=Icon.CLOSE)
        self._remove.setObjectName(f"remove_{name}")
        self._remove.setVisible(removable)
        self._remove.clicked.connect(self.removed)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._remove)
        self.body = QVBoxLayout()
        self.body.setSpacing(Space.S)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        column.addLayout(self.body)

    def set_texts(self, title: str, remove: str) -> None:
        """Name the block, and what puts it away."""
        self._title.set_text(title)
        self._remove.setAccessibleName(remove)
        self._remove.setToolTip(remove)
