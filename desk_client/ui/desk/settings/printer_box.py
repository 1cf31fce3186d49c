"""Which printer everything goes to, and what of it is not as it should be."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout

from desk_client.client.actions import settle
from desk_client.client.desk_printer import Known
from desk_client.client.preferences import SYSTEM_PRINTER
from desk_client.i18n.bidi import embedded
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.printer_words import printer_name
from desk_client.ui.desk.settings.choice_row import back_button, word_back
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.label import Label
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.pick import Pick

_INSTALLED: Final = "installed"
_SYSTEM: Final = "system"
_NAMED: Final = "name:"


class PrinterBox(Panel):
    """The list is read anew by `begin`; what is chosen and away stays chosen, and is said to be."""

    def __init__(self, office: Office) -> None:
        super().__init__(office.look, margin_px=Space.M)
        self._office = office
        self._printer = office.client.printer
        look = office.look
        self._before: str | None = None
        self._title = Label(look, "", Role.LEAD, weight=Weight.SEMIBOLD, is_heading=True)
        self.pick = Pick(look)
        self.pick.setObjectName("pick_printer")
        self.pick.picked.connect(self._choose)
        self.block = FieldBlock(look, self.pick)
        self.back = back_button(look, "printer")
        self.back.clicked.connect(lambda: self._put(self._before))
        row = QHBoxLayout()
        row.addWidget(self.block, 1)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addWidget(self._title)
        self.body.addLayout(row)
        self._leave = (
            self._printer.known.subscribe(lambda _known: self.show_printers()),
            office.client.preferences.now.subscribe(lambda _chosen: self.show_printers()),
        )
        self.retranslate()

    def begin(self) -> None:
        """From here on it is known what it was; which printers there are is read."""
        self._before = self._chosen
        self.retranslate()
        self._office.bridge.run(
            settle.look_for_printers(self._office.client), lambda _none: None, lambda _refusal: None
        )

    def show_printers(self) -> None:
        """Bring list and sentence in line with what there is and what is chosen."""
        known, chosen = self._printer.known.value, self._chosen
        names = [each.name for each in known.queues or ()]
        choices = [(_INSTALLED, self._words_for(None)), (_SYSTEM, self._words_for(SYSTEM_PRINTER))]
        choices += [(_NAMED + name, self._words_for(name)) for name in names]
        if chosen and chosen not in names:
            choices.append((_NAMED + chosen, self._words_for(chosen)))
        if [(self.pick.itemData(place), self.pick.itemText(place)) for place in range(self.pick.count())] != choices:
            self.pick.set_choices(choices)  # a list that is open would close
        self.pick.pick(_INSTALLED if chosen is None else _SYSTEM if chosen == SYSTEM_PRINTER else _NAMED + chosen)
        self._say(known, self._printer.installed if chosen is None else chosen)
        had_focus = self.back.hasFocus()
        self.back.setVisible(chosen != self._before)
        if had_focus and self.back.isHidden():
            self.pick.setFocus(Qt.FocusReason.OtherFocusReason)

    def teardown(self) -> None:
        """End the subscriptions."""
        for leave in self._leave:
            leave()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self._title.set_text(QCoreApplication.translate("Settings", "Printing"))
        word_back(self.back, self._words_for(self._before))
        self.show_printers()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @property
    def _chosen(self) -> str | None:
        return self._office.client.preferences.now.value.printer

    def _choose(self, key: str) -> None:
        self._put({_INSTALLED: None, _SYSTEM: SYSTEM_PRINTER}.get(key, key.removeprefix(_NAMED)))

    def _put(self, name: str | None) -> None:
        self._office.client.preferences.change(printer=name)

    def _words_for(self, name: str | None) -> str:
        known, installed = self._printer.known.value, self._printer.installed
        if name is None and not installed:
            return QCoreApplication.translate("Settings", "None: this desk was set up without a printer")
        if name is None:
            said = QCoreApplication.translate("Settings", "As this desk was set up: {printer}")
            return said.format(printer=embedded(printer_name(known, installed)))
        if name == SYSTEM_PRINTER:
            return QCoreApplication.translate("Settings", "The system's own printer")
        if known.queues is not None and known.named(name) is None:
            return QCoreApplication.translate("Settings", "Not there: {printer}").format(printer=embedded(name))
        return printer_name(known, name)

    def _say(self, known: Known, wished: str) -> None:
        """Where a page goes; ``wished`` is a queue's name, or empty: see `Preferences.printer`."""
        hint, error = "", ""
        goes_to = known.default if self._chosen == SYSTEM_PRINTER else known.named(wished)
        if known.is_silent:
            error = QCoreApplication.translate(
                "Settings", "This computer's printing service does not answer: nothing can be printed at present."
            )
        elif known.queues is None:
            hint = QCoreApplication.translate("Settings", "Looking for printers…")
        elif goes_to is not None:
            hint = QCoreApplication.translate("Settings", "What you print goes to {printer}.")
            hint = hint.format(printer=embedded(printer_name(known, goes_to.name)))
        elif wished:
            error = QCoreApplication.translate(
                "Settings",
                "{printer} is no longer on this computer. Nothing is printed until it is back, or you choose another.",
            ).format(printer=embedded(wished))
        elif not known.queues:
            hint = QCoreApplication.translate(
                "Settings", "There is no printer on this computer. Whoever looks after it can add one."
            )
        elif self._chosen == SYSTEM_PRINTER:
            error = QCoreApplication.translate(
                "Settings", "The system has no printer of its own choice. Nothing is printed until you choose one."
            )
        else:
            hint = QCoreApplication.translate("Settings", "Nothing is printed until you choose a printer.")
        self.block.set_texts(QCoreApplication.translate("Settings", "Printer"), hint)
        self.block.set_error(error)
