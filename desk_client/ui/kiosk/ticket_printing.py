"""The button that prints a ticket, and the notice that tells what became of it."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import assert_never

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desk_client.client.actions.print_ticket import calendar_link, print_ticket
from desk_client.client.printer import Trouble
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.paper.ticket_paper import ticket_page
from desk_client.ui.paper.ticket_words import TicketSheet, ticket_sheet
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.button import Button, Kind


class Printing(Enum):
    """How far it has come, where there is no trouble."""

    NOT_ASKED = auto()
    UNDER_WAY = auto()
    DONE = auto()


@dataclass(frozen=True)
class PrintingWords:
    """What is said about a paper: on the button, while it is printed, once it is there, and where it never will be."""

    button: str
    under_way: str
    done: str
    remains: str


class TicketPrinting(QObject):
    """`notice` and `button`, for a page to place; the button shows only where this kiosk has a printer.

    The button is also how one tries again. `changed` is emitted when the notice says something else.

    Nothing else waits for the paper: whoever checks in or goes meanwhile may, and it comes out all the same.
    """

    changed = Signal()

    def __init__(self, counter: Counter, parent: QObject) -> None:
        super().__init__(parent)
        self.counter = counter
        self._state: Printing | Trouble = Printing.NOT_ASKED
        self.notice = Banner(counter.look)
        self.notice.setObjectName("paper")
        self.button = Button(counter.look, "", Kind.SECONDARY, icon=Icon.PRINTER)
        self.button.setObjectName("print")
        self.button.clicked.connect(self.print_it)
        self.button.setVisible(counter.client.printer is not None)

    def show_state(self, state: Printing | Trouble) -> None:
        """Tell how far it has come, or what is the matter."""
        self._state = state
        self.button.set_busy(state is Printing.UNDER_WAY)
        self.relabel()
        self.changed.emit()

    def relabel(self) -> None:
        """Say it in the language spoken now."""
        words = self.words()
        self.button.set_text(words.button)
        match self._state:
            case Printing.NOT_ASKED:
                self.notice.say("")
            case Printing.UNDER_WAY:
                self.notice.say(words.under_way, Mood.INFO)
            case Printing.DONE:
                self.notice.say(words.done, Mood.SUCCESS)
            case Trouble() as trouble:
                self.notice.say(f"{_what_is_wrong(trouble)} {words.remains}", Mood.WARNING)
            case _ as never:
                assert_never(never)

    def sheet(self) -> TicketSheet | None:
        """Return what goes on the paper; None where there is nothing to print."""
        client, language = self.counter.client, self.counter.language
        visit = client.visit.value
        if visit.appointment is None:
            return None
        code = "" if visit.booked is None else visit.booked.ticket_code
        return ticket_sheet(visit.appointment, code, calendar_link(client, visit.appointment), language)

    def words(self) -> PrintingWords:
        """Return what is said about it, in the language spoken now."""
        return PrintingWords(
            button=QCoreApplication.translate("TicketPrinting", "Print the ticket"),
            under_way=QCoreApplication.translate("TicketPrinting", "Your ticket is being printed. One moment, please."),
            done=QCoreApplication.translate("TicketPrinting", "Please take your ticket from below the screen."),
            remains=QCoreApplication.translate(
                "TicketPrinting", "Your number was sent by SMS too, and you may write it down."
            ),
        )

    def print_it(self) -> None:
        """Paint the paper as it stands, and hand it to the printer."""
        sheet = self.sheet()
        if sheet is None or self._state is Printing.UNDER_WAY:
            return
        page = ticket_page(sheet)
        self.show_state(Printing.UNDER_WAY)
        self.counter.bridge.run(
            print_ticket(self.counter.client, page.pdf, page.size_mm),
            lambda trouble: self.show_state(trouble or Printing.DONE),
            lambda _refusal: self.show_state(Trouble.REFUSED),
            on_end=self._ended,
        )

    def _ended(self) -> None:
        if self._state is Printing.UNDER_WAY:  # it broke off: the window says that something went wrong
            self.show_state(Printing.NOT_ASKED)


def _what_is_wrong(trouble: Trouble) -> str:
    match trouble:
        case Trouble.NO_PRINTER:
            return QCoreApplication.translate("TicketPrinting", "The printer cannot be reached.")
        case Trouble.OUT_OF_PAPER:
            return QCoreApplication.translate("TicketPrinting", "The printer has no paper.")
        case Trouble.REFUSED:
            return QCoreApplication.translate("TicketPrinting", "The printer could not print.")
    assert_never(trouble)
