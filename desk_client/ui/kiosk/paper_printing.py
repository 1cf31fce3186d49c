"""Printing something: the notice that tells what became of it, and a button for it."""

from enum import Enum, auto
from typing import assert_never

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desk_client.client.actions.print_ticket import print_ticket
from desk_client.client.printer import Trouble
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.paper.roll import Page
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.button import Button, Kind


class Printing(Enum):
    """How far it has come, where there is no trouble."""

    NOT_ASKED = auto()
    UNDER_WAY = auto()
    DONE = auto()


class PaperNotice(QObject):
    """`notice`, for a page to place, tells what became of the paper.

    Subclasses paint the page, and word what is theirs. `changed` is emitted when the notice says something else.

    Nothing else waits for the paper: whoever goes on meanwhile may, and it comes out all the same.
    """

    changed = Signal()

    def __init__(self, counter: Counter, parent: QObject) -> None:
        super().__init__(parent)
        self.counter = counter
        self._state: Printing | Trouble = Printing.NOT_ASKED
        self.notice = Banner(counter.look)
        self.notice.setObjectName("paper")

    @property
    def is_under_way(self) -> bool:
        """Whether something is being printed."""
        return self._state is Printing.UNDER_WAY

    # --- for subclasses -------------------------------------------------------------------------------------------

    def painted(self) -> Page | None:
        """What is to be printed as it stands; None: nothing yet."""
        raise NotImplementedError

    def under_way(self) -> str:
        """That it is being printed."""
        raise NotImplementedError

    def done(self) -> str:
        """That it has come out."""
        raise NotImplementedError

    def remains(self) -> str:
        """What the person has in place of the paper that did not come."""
        raise NotImplementedError

    # --------------------------------------------------------------------------------------------------------------

    def show_state(self, state: Printing | Trouble) -> None:
        """Tell how far it has come, or what is the matter."""
        self._state = state
        self.relabel()
        self.changed.emit()

    def relabel(self) -> None:
        """Say it in the language spoken now."""
        match self._state:
            case Printing.NOT_ASKED:
                self.notice.say("")
            case Printing.UNDER_WAY:
                self.notice.say(self.under_way(), Mood.INFO)
            case Printing.DONE:
                self.notice.say(self.done(), Mood.SUCCESS)
            case Trouble() as trouble:
                self.notice.say(f"{_what_is_wrong(trouble)} {self.remains()}", Mood.WARNING)
            case _ as never:
                assert_never(never)

    def print_it(self) -> None:
        """Paint the page as it stands, and hand it to the printer."""
        page = None if self.is_under_way else self.painted()
        if page is None:
            return
        self.show_state(Printing.UNDER_WAY)
        self.counter.bridge.run(
            print_ticket(self.counter.client, page.pdf, page.size_mm),
            lambda trouble: self.show_state(trouble or Printing.DONE),
            lambda _refusal: self.show_state(Trouble.REFUSED),
            on_end=self._ended,
        )

    def _ended(self) -> None:
        if self.is_under_way:  # it broke off: the window says that something went wrong
            self.show_state(Printing.NOT_ASKED)


class PaperPrinting(PaperNotice):
    """The same with a `button`, to place as well; it shows only where this kiosk has a printer.

    The button is also how one tries again.
    """

    def __init__(self, counter: Counter, parent: QObject) -> None:
        super().__init__(counter, parent)
        self.button = Button(counter.look, "", Kind.SECONDARY, icon=Icon.PRINTER)
        self.button.setObjectName("print")
        self.button.clicked.connect(self.print_it)
        self.button.setVisible(counter.client.printer is not None)

    def asks(self) -> str:
        """What the button says."""
        raise NotImplementedError

    def show_state(self, state: Printing | Trouble) -> None:
        """Tell it on the button too."""
        self.button.set_busy(state is Printing.UNDER_WAY)
        super().show_state(state)

    def relabel(self) -> None:
        """Name the button too."""
        self.button.set_text(self.asks())
        super().relabel()


def _what_is_wrong(trouble: Trouble) -> str:
    match trouble:
        case Trouble.NO_PRINTER:
            return QCoreApplication.translate("TicketPrinting", "The printer cannot be reached.")
        case Trouble.OUT_OF_PAPER:
            return QCoreApplication.translate("TicketPrinting", "The printer has no paper.")
        case Trouble.REFUSED:
            return QCoreApplication.translate("TicketPrinting", "The printer could not print.")
    assert_never(trouble)
