"""The number that was given last: large, so that it can be told, and on paper where there is a printer."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client.actions.walk_ins import print_number
from desk_client.client.printer import Trouble
from desk_client.client.walk_ins import Told, WalkIns
from desk_client.i18n.bidi import isolated
from desk_client.i18n.digits import shown
from desk_client.ui.desk.office import Office
from desk_client.ui.operator.paper import Paper, PaperState
from desk_client.ui.operator.walk_in_words import reason_words
from desk_client.ui.paper.ticket_paper import ticket_page
from desk_client.ui.paper.walk_in_words import expected_words, walk_in_sheet
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.facts import Facts
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel


class GivenNumber(Panel):
    """Hidden until one was given; without a printer, or paper, it says that the number is to be told."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office.look, margin_px=Space.M, parent=parent)
        look = self._look = office.look
        self._office = office
        self._told: Told | None = None
        self._day: WalkIns | None = None
        self._state: PaperState = Paper.NOT_ASKED
        self._name = Label(look, "", Role.CAPTION, tone=Tone.SECOND, is_centred=True)
        self._number = Label(look, "", Role.HERO, weight=Weight.BOLD, tone=Tone.ACCENT, is_centred=True, wraps=False)
        self._number.setObjectName("given_number")
        self._facts = Facts(look)
        self._notice = Banner(look)
        self._notice.setObjectName("number_paper")
        self._again = Button(look, "", Kind.SECONDARY, icon=Icon.PRINTER)
        self._again.setObjectName("print_number")
        self._again.clicked.connect(lambda: self.print_it(None if self._day is None else self._day.day))
        for widget in (self._name, self._number, self._facts, self._notice, self._again):
            self.body.addWidget(widget)
        self.hide()

    def show_told(self, told: Told | None, day: WalkIns | None) -> None:
        """Show the number given last."""
        if told != self._told:
            self._state = Paper.NOT_ASKED
        self._told, self._day = told, day
        self.setVisible(told is not None)
        self._word()

    def quiet(self) -> None:
        """Forget how the paper fared."""
        self._state = Paper.NOT_ASKED

    def print_it(self, day: date | None) -> None:
        """Have it printed; where nothing prints, say that it is to be told."""
        told, hall = self._told, None if self._day is None else self._day.site.name
        if told is None or hall is None or day is None or self._state is Paper.UNDER_WAY:
            return
        page = ticket_page(walk_in_sheet(told, hall, day, reason_words(told.reason), self._look.language))
        self._tell(Paper.UNDER_WAY)
        self._office.bridge.run(
            print_number(self._office.client, page.pdf, page.size_mm),
            lambda trouble: self._tell(trouble or Paper.OUT, of=told),
            lambda _refusal: self._tell(Trouble.REFUSED, of=told),
        )

    def _tell(self, state: PaperState, of: Told | None = None) -> None:
        if of is None or of == self._told:
            self._state = state
            self._word()

    def _word(self) -> None:
        told, language = self._told, self._look.language
        if told is None:
            return
        self._name.set_text(QCoreApplication.translate("GivenNumber", "Given just now"))
        self._number.set_text(isolated(told.number))
        here = QCoreApplication.translate("GivenNumber", "given here, while the server is away")
        self._facts.set_rows(
            (
                (QCoreApplication.translate("GivenNumber", "For"), reason_words(told.reason)),
                (
                    QCoreApplication.translate("GivenNumber", "Before them"),
                    "" if told.ahead is None else shown(told.ahead, language),
                ),
                (QCoreApplication.translate("GivenNumber", "Expected"), expected_words(told, language)),
                (QCoreApplication.translate("GivenNumber", "Note"), here if told.is_local else ""),
            )
        )
        has_printer = self._office.client.printer.is_set
        self._again.set_text(QCoreApplication.translate("GivenNumber", "Print it again"))
        self._again.setVisible(has_printer)
        self._again.set_busy(self._state is Paper.UNDER_WAY)
        match self._state:
            case Paper.NOT_ASKED:
                self._notice.say("")
            case Paper.UNDER_WAY:
                self._notice.say(QCoreApplication.translate("GivenNumber", "The number is being printed."), Mood.INFO)
            case Paper.OUT:
                self._notice.say(QCoreApplication.translate("GivenNumber", "The number is printed."), Mood.SUCCESS)
            case Trouble.OUT_OF_PAPER:
                text = QCoreApplication.translate("GivenNumber", "The printer has no paper. Please tell the number.")
                self._notice.say(text, Mood.WARNING)
            case Trouble.NO_PRINTER if not has_printer:
                text = QCoreApplication.translate("GivenNumber", "No printer here. Please tell the number.")
                self._notice.say(text, Mood.INFO)
            case _:
                text = QCoreApplication.translate("GivenNumber", "The printer did not print. Please tell the number.")
                self._notice.say(text, Mood.WARNING)
