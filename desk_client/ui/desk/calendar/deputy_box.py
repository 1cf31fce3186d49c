"""Who acts for the office: what its managers may, and who receives in its place on some days. Stands in a dialog."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk_client.client.actions.deputies import Delegate, DutyDays, Left, Roster, left_to
from desk_client.ui.bilingual import said
from desk_client.ui.desk.deputy_words import days_words, left_words
from desk_client.ui.desk.rights_form import DaysForm, RightsForm
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.choice import Choice
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.pick import Pick


class DeputyBox(QWidget):
    """Says what is wanted; who opened it asks, and does it."""

    leave_asked = Signal(object, object)
    """A `Delegate`, and the `Left` that they are to have."""
    duty_asked = Signal(object)
    """A `DutyDays` to be entered."""
    end_asked = Signal(object)
    """A `DutyDays` to be taken away."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._delegates: tuple[Delegate, ...] = ()
        self._roster: Roster | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build_rights())
        self._stack.addWidget(self._build_roster())
        switch = QHBoxLayout()
        switch.setSpacing(Space.S)
        group = QButtonGroup(self)
        titles = (
            QCoreApplication.translate("Deputies", "Office managers"),
            QCoreApplication.translate("Deputies", "Stand-in for some days"),
        )
        for place, title in enumerate(titles):
            choice = Choice(look)
            choice.setObjectName(f"deputies_{place}")
            choice.set_text(title)
            choice.setChecked(place == 0)
            choice.clicked.connect(lambda _checked, place=place: self._stack.setCurrentIndex(place))
            group.addButton(choice)
            switch.addWidget(choice, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addLayout(switch)
        column.addWidget(self._stack)

    def show_delegates(self, delegates: Sequence[Delegate]) -> None:
        """Offer these managers."""
        self._delegates = tuple(delegates)
        self._who.set_choices([(each.staff_id, said(each.name, self._look.language)) for each in delegates])
        if delegates:
            self._who.pick(delegates[0].staff_id)
        self._show_delegate()

    def show_roster(self, roster: Roster) -> None:
        """Offer the offices that could stand in, and the days on which one does."""
        self._roster = roster
        names = {key: said(title, self._look.language) for key, title in roster.offices}
        self._office.set_choices(list(names.items()))
        self._entered.set_choices([(str(place), self._duty_words(duty)) for place, duty in enumerate(roster.duties)])
        if roster.duties:
            self._entered.pick("0")
        for each in (self._entered, self.end):
            each.setVisible(bool(roster.duties))
        self._tell()

    def sizeHint(self) -> QSize:
        """Return a calm width."""
        return QSize(540, super().sizeHint().height())

    def _build_rights(self) -> QWidget:
        look = self._look
        self._who = Pick(look)
        self._who.setObjectName("deputies_who")
        self._who_block = FieldBlock(look, self._who)
        self._who_block.set_texts(QCoreApplication.translate("Deputies", "Office manager"))
        self._who.picked.connect(lambda _key: self._show_delegate())
        self._now = Label(look, "", Role.CAPTION, tone=Tone.SECOND)
        self._now.setObjectName("deputies_now")
        self.form = RightsForm(look)
        self.form.changed.connect(self._tell)
        self.save = _button(look, QCoreApplication.translate("Deputies", "Leave them this"), Icon.CHECK, "rights_save")
        self.save.clicked.connect(self._save)
        self.revoke = _button(
            look, QCoreApplication.translate("Deputies", "Take everything away now"), Icon.LOCK, "rights_revoke"
        )
        self.revoke.clicked.connect(lambda: self._leave(Left(())))
        return _column(self._who_block, self._now, self.form, _row(self.save, self.revoke))

    def _build_roster(self) -> QWidget:
        look = self._look
        told = QCoreApplication.translate(
            "Deputies", "Visitors of these days are received by the other office, and are shown its name."
        )
        self._office = Pick(look)
        self._office.setObjectName("deputies_office")
        office = FieldBlock(look, self._office)
        office.set_texts(QCoreApplication.translate("Deputies", "Who stands in"))
        self._office.picked.connect(lambda _key: self._tell())
        self._days = DaysForm(look, "duty")
        self._days.changed.connect(self._tell)
        self.enter = _button(
            look, QCoreApplication.translate("Deputies", "Enter the stand-in"), Icon.CHECK, "duty_enter"
        )
        self.enter.clicked.connect(self._enter)
        self._entered = Pick(look)
        self._entered.setObjectName("deputies_entered")
        self._entered.set_name(QCoreApplication.translate("Deputies", "Who stands in already"))
        self.end = _button(look, QCoreApplication.translate("Deputies", "End this stand-in"), Icon.REMOVE, "duty_end")
        self.end.clicked.connect(self._end)
        about = Label(look, told, Role.CAPTION, tone=Tone.SECOND)
        return _column(about, office, self._days, self.enter, self._entered, self.end)

    def _duty_words(self, duty: DutyDays) -> str:
        offices = () if self._roster is None else self._roster.offices
        names = {key: said(title, self._look.language) for key, title in offices}
        days = days_words(duty.first, duty.last, self._look.language)
        return f"{names.get(duty.stand_in_id, duty.stand_in_id)} · {days}"

    @property
    def _delegate(self) -> Delegate | None:
        return next((each for each in self._delegates if each.staff_id == self._who.key), None)

    @property
    def _duty(self) -> DutyDays | None:
        first, last = self._days.days
        if not self._office.key or first is None or last is None or not self._days.is_right:
            return None
        return DutyDays(stand_in_id=self._office.key, first=first, last=last)

    def _show_delegate(self) -> None:
        delegate = self._delegate
        for each in (self._who_block, self.form, self.save, self.revoke):
            each.setVisible(delegate is not None)
        if delegate is None:
            self._now.set_text(
                QCoreApplication.translate(
                    "Deputies", "Your office has no manager with an account: an administrator makes one."
                )
            )
            return
        self._now.set_text(left_words(left_to(delegate), self._look.language))
        self.form.show_left(left_to(delegate))
        self._tell()

    def _tell(self) -> None:
        delegate, left = self._delegate, self.form.left
        is_other = delegate is not None and left is not None and left != left_to(delegate)
        self.save.setEnabled(is_other and left is not None and bool(left.rights))
        self.revoke.setEnabled(delegate is not None and bool(delegate.rights))
        self.enter.setEnabled(self._duty is not None)

    def _save(self) -> None:
        if (left := self.form.left) is not None:
            self._leave(left)

    def _leave(self, left: Left) -> None:
        if self._delegate is not None:
            self.leave_asked.emit(self._delegate, left)

    def _enter(self) -> None:
        if (duty := self._duty) is not None:
            self.duty_asked.emit(duty)

    def _end(self) -> None:
        if self._roster is not None and self._entered.key:
            self.end_asked.emit(self._roster.duties[int(self._entered.key)])


def _column(*widgets: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.S)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return made


def _row(*widgets: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.S)
    for widget in widgets:
        row.addWidget(widget, 1)
    return made


def _button(look: Appearance, text: str, icon: Icon, name: str) -> Button:
    made = Button(look, text, Kind.SECONDARY, icon=icon)
    made.setObjectName(name)
    return made
