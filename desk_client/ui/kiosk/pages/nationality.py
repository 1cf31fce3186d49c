"""Which country issued a visitor's papers: a few letters of its name, then the country itself."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desk_client.client.actions import introduce
from desk_client.client.nationalities import Country, found
from desk_client.client.visit import Page, Visit
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.kiosk.sides import Sides, is_upright
from desk_client.ui.theme.tokens import Role, Space
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.focus import follow
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desk_client.i18n.language import Language

_MOST = 6
_LONGEST = 40
_COLUMNS, _UPRIGHT_COLUMNS = 3, 2


class NationalityPage(VisitPage):
    """A field to search by, in any of the languages, and below it the countries that may be meant."""

    page = Page.NATIONALITY
    measure_px = 1220
    wants_keyboard = True

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self.field = TextField(self.look, longest=_LONGEST)
        self.field.setObjectName("nationality")
        self.field.returnPressed.connect(self._take_the_only_one)
        self.field.textChanged.connect(lambda _text: self._show())
        self.block = FieldBlock(self.look, self.field)
        self._none = Label(self.look, "", Role.BODY, tone=Tone.SECOND)
        self._none.setObjectName("no_country")
        self._buttons: tuple[Button, ...] = ()
        self._shown: tuple[tuple[Country, ...], Language] | None = None
        self._columns = 0
        self._grid = QGridLayout()
        self._grid.setSpacing(Space.S)
        offered = QWidget()
        column = QVBoxLayout(offered)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._none)
        column.addLayout(self._grid)
        column.addStretch(1)
        written = QWidget()
        beside = QVBoxLayout(written)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.block)
        beside.addStretch(1)
        self.body.addWidget(Sides(written, offered, shares=(3, 5)))
        self.add_back()
        self.ready()

    @property
    def keyboard_target(self) -> QWidget:
        """The field that the touch keyboard types into."""
        return self.field

    def entered(self) -> None:
        """Begin with those from which most people come."""
        self.field.clear()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def left(self) -> None:
        """Keep nothing of what was sought."""
        self.field.clear()

    def relabel(self) -> None:
        """Word the question."""
        self.title.set_texts(
            QCoreApplication.translate("VisitorPages", "Your nationality"),
            QCoreApplication.translate("VisitorPages", "The country that issued your passport"),
        )
        self.block.set_texts(
            QCoreApplication.translate("VisitorPages", "Country"),
            QCoreApplication.translate("VisitorPages", "Type the first letters, then touch the country"),
        )
        self._none.set_text(
            QCoreApplication.translate(
                "VisitorPages", "No country is called so. Fewer letters may help, or its name in another language."
            )
        )

    def refresh(self, visit: Visit) -> None:
        """Show the countries."""
        del visit
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the countries out in as many columns as there is room for."""
        super().resizeEvent(event)
        if self._wanted_columns() != self._columns:
            self._lay_out()

    def _show(self) -> None:
        language = self.look.language
        shown = (tuple(found(self.field.text(), language, _MOST)), language)
        if shown == self._shown:
            return
        self._shown = shown
        for button in self._buttons:
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = tuple(self._button(country) for country in shown[0])
        self._none.setVisible(not self._buttons)
        self._lay_out()

    def _lay_out(self) -> None:
        self._columns = self._wanted_columns()
        for index, button in enumerate(self._buttons):
            self._grid.addWidget(button, index // self._columns, index % self._columns)
            button.show()
        follow(self._none, *self._buttons)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)

    def _wanted_columns(self) -> int:
        return _UPRIGHT_COLUMNS if is_upright(self) else _COLUMNS

    def _button(self, country: Country) -> Button:
        button = Button(self.look, country.name(self.look.language), Kind.SECONDARY)
        button.setObjectName(f"country_{country.code}")
        button.clicked.connect(lambda: introduce.choose_nationality(self.client, country.code))
        return button

    def _take_the_only_one(self) -> None:
        if len(self._buttons) == 1:
            self._buttons[0].click()
