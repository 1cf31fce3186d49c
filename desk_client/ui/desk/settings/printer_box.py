"""Which printer everything goes to, what of it is not as it should be, and a page to try it."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout

from desk_client.client.actions import settle
from desk_client.client.actions.print_ticket import print_ticket
from desk_client.client.day import DeskPage
from desk_client.client.desk_printer import Known
from desk_client.client.preferences import SYSTEM_PRINTER
from desk_client.client.printer import Trouble
from desk_client.i18n.bidi import embedded
from desk_client.i18n.dates import clock_time, full_date
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.printer_words import last_printer, printer_name, trouble_words
from desk_client.ui.desk.settings.choice_row import back_button, word_back
from desk_client.ui.paper.trial_paper import TrialSheet, trial_page
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.label import Label, Tone
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
        self._goes_to = ""
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
        self.trial = Button(look, "", Kind.SECONDARY, icon=Icon.PRINTER)
        self.trial.setObjectName("test_printer")
        self.trial.clicked.connect(self._try)
        self.tried = Label(look, "", Role.CAPTION, tone=Tone.SECOND)
        self.tried.setObjectName("test_printer_result")
        self.body.addWidget(self._title)
        self.body.addLayout(row)
        self.body.addWidget(self.trial, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.tried)
        self._leave = (
            self._printer.known.subscribe(lambda _known: self.show_printers()),
            office.client.preferences.now.subscribe(lambda _chosen: self.show_printers()),
        )
        self.retranslate()

    def begin(self) -> None:
        """From here on it is known what it was; which printers there are is read."""
        self._before = self._chosen
        self._tell("")
        self.retranslate()
        self._look()

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
        self.trial.set_text(QCoreApplication.translate("Settings", "Print a test page"))
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

    def _look(self) -> None:
        self._office.bridge.run(
            settle.look_for_printers(self._office.client), lambda _none: None, lambda _refusal: None
        )

    def _choose(self, key: str) -> None:
        self._put({_INSTALLED: None, _SYSTEM: SYSTEM_PRINTER}.get(key, key.removeprefix(_NAMED)))

    def _put(self, name: str | None) -> None:
        self._office.client.preferences.change(printer=name)
        self._tell("")

    def _try(self) -> None:
        """Paint a page, and hand it to the printer that papers go to."""
        look, known = self._office.look, self._printer.known.value
        now = datetime.now().astimezone()
        sheet = TrialSheet(
            look.language,
            QCoreApplication.translate("Settings", "Test page"),
            (
                (QCoreApplication.translate("Settings", "Printer"), printer_name(known, self._goes_to)),
                (QCoreApplication.translate("Settings", "Day"), full_date(now.date(), look.language)),
                (QCoreApplication.translate("Settings", "Time"), clock_time(now.time(), look.language)),
            ),
            QCoreApplication.translate("Settings", "If you can read this, papers of this desk come out here."),
        )
        on_roll = DeskPage.CONSOLE in self._office.day.pages  # an operator's are tickets
        page = trial_page(sheet, on_roll=on_roll)
        self._tell(QCoreApplication.translate("Settings", "The test page is being printed."))
        self.trial.set_busy(True)
        self._office.bridge.run(
            print_ticket(self._office.client, page.pdf, page.size_mm),
            self._printed,
            lambda _refusal: self._printed(Trouble.REFUSED),
            on_end=lambda: self.trial.set_busy(False),
        )

    def _printed(self, trouble: Trouble | None) -> None:
        printer = last_printer(self._printer)
        if trouble is not None:
            self._tell(trouble_words(trouble, printer), Tone.DANGER)
            self._look()  # it may be gone since the list was read
            return
        words = QCoreApplication.translate("Settings", "The test page came out of {printer}.")
        self._tell(words.format(printer=printer))

    def _tell(self, words: str, tone: Tone = Tone.SECOND) -> None:
        self.tried.set_text(words)
        self.tried.set_tone(tone)
        self.tried.setVisible(bool(words))

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
        self._goes_to = "" if goes_to is None else goes_to.name
        self.trial.setVisible(bool(self._goes_to))
