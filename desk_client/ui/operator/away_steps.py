"""What an operator does while the server is away: the steps that need none, and what is not possible without it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel


class AwaySteps(Panel):
    """Shown above the last known hall for as long as it is old."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.setObjectName("away_steps")
        self._title = Label(look, "", Role.LEAD, weight=Weight.SEMIBOLD)
        self._steps = [Label(look, "", Role.BODY) for _ in self._texts()]
        self._limit = Label(look, "", Role.BODY, tone=Tone.SECOND)
        self.body.setSpacing(Space.S)
        for label in (self._title, *self._steps, self._limit):
            self.body.addWidget(label)
        self.hide()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self._title.set_text(QCoreApplication.translate("AwaySteps", "Until the server answers again"))
        for number, (label, text) in enumerate(zip(self._steps, self._texts(), strict=True), 1):
            label.set_text(f"{self.look.number(number)}. {text}")
        self._limit.set_text(
            QCoreApplication.translate(
                "AwaySteps",
                "Not possible meanwhile: to ask anything of a kiosk from here, and to get past a kiosk's screen, for"
                " only the server can tell whether a PIN is right.",
            )
        )

    def _texts(self) -> tuple[str, ...]:
        return (
            QCoreApplication.translate(
                "AwaySteps", "A talk that runs goes on. Ask everybody else to wait: what they entered stays."
            ),
            QCoreApplication.translate(
                "AwaySteps", "Look at the power and the network cable of this computer and of the kiosks."
            ),
            QCoreApplication.translate(
                "AwaySteps", "Record the incident under Incidents: it is kept in this program and sent later."
            ),
            QCoreApplication.translate(
                "AwaySteps", "Note on paper who came and when, so that nobody counts as absent through our fault."
            ),
        )
