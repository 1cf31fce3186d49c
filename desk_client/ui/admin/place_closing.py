"""Closing a place and opening it again: from which day, what that touches, and the way back."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.client.actions.administer import places
from desk_client.client.administration import Closing, PlaceKind
from desk_client.client.region_entries import Entry, Place, entry_of, typed_day
from desk_client.i18n.dates import full_date
from desk_client.ui.admin import place_words as words
from desk_client.ui.admin.changing import Change, Changing
from desk_client.ui.admin.closing_words import closing_words
from desk_client.ui.desk.office import Office
from desk_client.ui.operator.help.today import today
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.text_field import TextField


class DayForm(QWidget):
    """One day, typed; it is read back with its weekday."""

    def __init__(self, look: Appearance, day: date, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self._field = TextField(look, longest=10)
        self._field.setObjectName("closing_day")
        self._block = FieldBlock(look, self._field)
        self._confirm: Button | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._block)
        self._field.setText(day.isoformat())
        self._field.textChanged.connect(lambda _text: self._tell())
        self._tell()

    @property
    def day(self) -> date | None:
        """The day; None while it is none, or is over."""
        day = typed_day(self._field.text())
        return None if day is None or day < today() else day

    def follow(self, confirm: Button) -> None:
        """Let this button be pressed only while there is a day."""
        self._confirm = confirm
        self._tell()

    def _tell(self) -> None:
        day = self.day
        hint = QCoreApplication.translate("Schedules", "Year, month and day, as 2026-03-15.")
        self._block.set_texts(
            self._name,
            hint if day is None else full_date(day, self._look.language),
        )
        if self._confirm is not None:
            self._confirm.setEnabled(day is not None)


class PlaceClosing(QObject):
    """The button of a form, and what follows from pressing it."""

    def __init__(self, office: Office, changing: Changing, host: QWidget) -> None:
        """Dialogs lie over the window of ``host``."""
        super().__init__(host)
        self._office = office
        self._changing = changing
        self._host = host
        self._entry: Entry | None = None
        self._place: Place | None = None
        self._name = ""
        self._words = closing_words(PlaceKind.OFFICE)
        self.button = Button(office.look, "", Kind.SECONDARY, icon=Icon.LOCK)
        self.button.setObjectName("place_closing")
        self.button.clicked.connect(self._pressed)

    def show_place(self, key: str, place: Place | None, name: str) -> None:
        """Stand for this place; None hides the button."""
        self.button.setVisible(place is not None)
        self._place, self._name = place, name
        if place is None:
            return
        self._entry = entry_of(key)
        self._words = closing_words(self._entry[0])
        is_open = place.closed_from is None
        self.button.set_icon(Icon.LOCK if is_open else Icon.UNLOCK)
        self.button.set_text(self._words.begin if is_open else self._words.again)

    def _pressed(self) -> None:
        if self._place is None or self._entry is None or self._changing.dialog is not None:
            return
        self._changing.quiet()
        if self._place.closed_from is not None:
            self._open_again(self._entry, self._place.closed_from)
            return
        entry, first = self._entry, today() + timedelta(days=1)
        seeing = places.see_closing(self._office.client, entry, first)
        self._office.bridge.run(seeing, lambda closing: self._ask_day(entry, closing, first), self._changing.refuse)

    def _ask_day(self, entry: Entry, closing: Closing, first: date) -> None:
        if closing.open_within:
            text = QCoreApplication.translate(
                "Places", "Offices of it that are open, and close first: %Ln", "", closing.open_within
            )
            self._changing.warn(text)
            return
        look = self._office.look
        form = DayForm(look, words.free_from(closing, first), self._words.first_day)
        dialog = Dialog(
            look,
            self._host.window(),
            self._words.which_day.format(name=self._name),
            QCoreApplication.translate("Places", "The day proposed is the first on which nobody is booked there."),
            confirm=QCoreApplication.translate("Places", "See what that touches"),
            cancel=QCoreApplication.translate("Administration", "Back"),
            icon=Icon.CALENDAR,
            body=form,
        )
        dialog.confirm.setObjectName("admin_confirm")
        dialog.cancel.setObjectName("admin_cancel")
        form.follow(dialog.confirm)
        self._changing.hold(dialog)

        def answered(is_confirmed: bool) -> None:
            day = form.day
            if is_confirmed and day is not None:
                seeing = places.see_closing(self._office.client, entry, day)
                self._office.bridge.run(seeing, lambda seen: self._ask(entry, seen, day), self._changing.refuse)

        dialog.answered.connect(answered)

    def _ask(self, entry: Entry, closing: Closing, day: date) -> None:
        client, said = self._office.client, self._words
        when = full_date(day, self._office.look.language)
        lines = words.closing_lines(closing, entry[0])
        self._changing.ask(
            Change(
                title=said.ask.format(name=self._name, day=when),
                lines=lines or (said.nobody,),
                confirm=said.confirm,
                does=lambda: places.close(client, entry, day),
                done=said.done.format(day=when),
                # whoever was told is not booked again behind their back: that is no way back
                undo=None if closing.appointments or closing.waiting else lambda: places.close(client, entry, None),
                is_danger=True,
            )
        )

    def _open_again(self, entry: Entry, closed_from: date) -> None:
        client, was, said = self._office.client, max(closed_from, today()), self._words
        self._changing.ask(
            Change(
                title=said.ask_again.format(name=self._name),
                lines=(said.means,),
                confirm=said.confirm_again,
                does=lambda: places.close(client, entry, None),
                done=said.done_again,
                undo=lambda: places.close(client, entry, was),
            )
        )
