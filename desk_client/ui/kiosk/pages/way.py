"""How to be recognised where the code by SMS does not serve."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import recognise
from desk_client.client.visit import Page, Visit, Way
from desk_client.domain.outcomes import Refusal
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.busy import Busy
from desk_client.ui.widgets.card import CardButton


class WayPage(VisitPage):
    """A card for each way that this kiosk offers."""

    page = Page.WAY
    measure_px = 880

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._nafath = self._card("by_nafath", Icon.SHIELD, lambda: self._begin(Way.NAFATH))
        self._operator = self._card("by_operator", Icon.ARRIVED, lambda: self._begin(Way.OPERATOR))
        self._code = self._card("by_code", Icon.MESSAGE, lambda: recognise.by_code(self.client))
        self._wheel = Busy(self.look, 40)
        self._wheel.setObjectName("beginning")
        self.body.setSpacing(Space.M)
        for card in (self._nafath, self._operator, self._code):
            self.body.addWidget(card)
        self.body.addWidget(self._wheel, 0, Qt.AlignmentFlag.AlignHCenter)
        self.add_back()
        self.ready()

    def entered(self) -> None:
        """Nothing has begun yet."""
        self._wheel.hide()

    def relabel(self) -> None:
        """Word the choice."""
        self.title.set_texts(
            QCoreApplication.translate("WayPage", "How shall we recognise you?"),
            QCoreApplication.translate("WayPage", "What you have entered is kept"),
        )
        self._nafath.set_texts(
            QCoreApplication.translate("WayPage", "With the Nafath app"),
            QCoreApplication.translate("WayPage", "A number appears here; you choose it on your mobile"),
        )
        self._operator.set_texts(
            QCoreApplication.translate("WayPage", "At the operator's desk"),
            QCoreApplication.translate("WayPage", "You show your ID or passport; no mobile is needed"),
        )
        self._code.set_texts(
            QCoreApplication.translate("WayPage", "With a code by SMS"),
            QCoreApplication.translate("WayPage", "To the mobile that is registered with your ID"),
        )

    def refresh(self, visit: Visit) -> None:
        """Offer what there is."""
        offered = recognise.other_ways(visit)
        self._nafath.setVisible(Way.NAFATH in offered)
        self._operator.setVisible(Way.OPERATOR in offered)

    def on_refusal(self, refusal: Refusal, again: Callable[[], None]) -> None:
        """Say it above the other ways."""
        self._wheel.hide()
        super().on_refusal(refusal, again)

    def _begin(self, way: Way) -> None:
        self.ask(lambda: recognise.begin(self.client, way), self._wheel.hide)
        self._wheel.setVisible(self.is_busy)

    def _card(self, name: str, sign: Icon, chosen: Callable[[], None]) -> CardButton:
        card = CardButton(self.look, sign=sign)
        card.setObjectName(name)
        card.clicked.connect(chosen)
        return card
