"""One task that follows from an outcome, in a row: what is to be done, by whom, until when."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desk_client.domain.decision import LONGEST_ACTION, LONGEST_UNIT, ActionItem
from desk_client.ui.desk.due_field import DueField
from desk_client.ui.desk.unit_field import UnitField
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.text_field import TextField


class ActionRow(QWidget):
    """Enter in its first field asks for another row; Alt+Delete, anywhere in it, takes it away."""

    changed = Signal()
    another_asked = Signal()
    removal_asked = Signal()

    def __init__(
        self, look: Appearance, today: date, units: Sequence[str], item: ActionItem | None = None, owner: str = ""
    ) -> None:
        """``owner`` is who usually acts, where no item is given to begin with."""
        super().__init__()
        self._look = look
        self.text = TextField(look, longest=LONGEST_ACTION)
        self.text.setObjectName("action_text")
        self.owner = UnitField(look, units, longest=LONGEST_UNIT)
        self.owner.setObjectName("action_owner")
        self.due = DueField(look, today, None if item is None else item.due)
        self.due.days.setObjectName("action_due")
        self.remove = Button(look, "", Kind.QUIET, icon=Icon.REMOVE)
        self.remove.setObjectName("remove_action")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, Space.S)
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(Space.XS)
        grid.addWidget(self.text, 0, 0, 1, 2)
        grid.addWidget(self.remove, 0, 2)
        grid.addWidget(self.owner, 1, 0)
        grid.addWidget(self.due, 1, 1, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.owner.setText(owner if item is None else item.owner)
        self.text.setText("" if item is None else item.text)
        for field in (self.text, self.owner):
            field.textChanged.connect(self.changed)
        self.due.changed.connect(self.changed)
        self.text.returnPressed.connect(self.another_asked)
        self.remove.clicked.connect(self.removal_asked)

    @property
    def item(self) -> ActionItem:
        """As it is written so far."""
        return ActionItem(self.text.text().strip(), self.owner.text().strip(), self.due.due)

    def retranslate(self, number: int) -> None:
        """Word it as the task of that number."""
        shown = self._look.number(number)
        what = QCoreApplication.translate("DeskOutcome", "Action item {number}: what is to be done")
        who = QCoreApplication.translate("DeskOutcome", "Action item {number}: the office or department that does it")
        self.text.set_name(what.format(number=shown))
        self.text.setPlaceholderText(what.format(number=shown))
        self.owner.set_name(who.format(number=shown))
        self.owner.setPlaceholderText(QCoreApplication.translate("DeskOutcome", "Office or department that does it"))
        self.due.retranslate()
        remove = QCoreApplication.translate("DeskOutcome", "Remove action item {number}").format(number=shown)
        self.remove.setAccessibleName(remove)
        self.remove.setToolTip(f"{remove} (Alt+Delete)")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take it away without the mouse."""
        if event.key() == Qt.Key.Key_Delete and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.removal_asked.emit()
            return
        super().keyPressEvent(event)
