"""What was left, and what it is not: a slip with a number, "request, not confirmed yet"."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import attend
from desk_client.client.visit import Goal, Page, Visit
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.kiosk.paper_printing import Printing
from desk_client.ui.kiosk.slip_printing import SlipPrinting
from desk_client.ui.paper.slip_words import slip_facts, slip_heading, slip_steps
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.reassurance import Reassurance
from desk_client.ui.widgets.ticket_card import TicketCard

_STEPS = 3


class SlipPage(VisitPage):
    """The slip on the screen, and on paper where there is a printer."""

    page = Page.SLIP
    measure_px = 900

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._card = TicketCard(self.look)
        self._card.setObjectName("slip")
        self.printing = SlipPrinting(counter, self)
        self.printing.changed.connect(lambda: self.refresh(self.visit))
        self._steps = tuple(Reassurance(self.look, Icon.INFO) for _ in range(_STEPS))
        self.body.setSpacing(Space.M)
        self.body.addWidget(self.printing.notice)
        for step in self._steps:  # what it is not comes first, wherever the rest has no room
            self.body.addWidget(step)
        self.body.addWidget(self._card)
        self.foot.addStretch()
        self.foot.addWidget(self.printing.button)
        self.add_main("finish", lambda: self.ask(lambda: attend.leave(self.client)), Icon.CHECK)
        self.ready()

    def entered(self) -> None:
        """Whatever was printed before was another slip."""
        self.printing.show_state(Printing.NOT_ASKED)

    def relabel(self) -> None:
        """Name what can be done."""
        self.printing.relabel()
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("SlipPage", "Finish"))

    def refresh(self, visit: Visit) -> None:
        """Show what was left."""
        if visit.receipt is None:
            return
        language = self.look.language
        self.title.set_texts(
            slip_heading(visit),
            QCoreApplication.translate("SlipPage", "Kept here, and sent as soon as the line is back")
            if visit.goal is Goal.LEAVE_CHECK_IN
            else QCoreApplication.translate("SlipPage", "This is not an appointment"),
        )
        self._card.set_number(QCoreApplication.translate("SlipPage", "Number of this slip"), visit.receipt.number)
        self._card.set_code("", "")
        self._card.set_facts(slip_facts(visit, language))
        told = slip_steps(visit)
        for place, step in enumerate(self._steps):
            step.set_text(told[place] if place < len(told) else "")
            step.setVisible(place < len(told) and not self.printing.notice.text)
