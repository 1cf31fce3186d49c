"""What else may be done with whom the open brief is about: skip, receive first, decline, send back."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desk_client.client.day import AgendaItem
from desk_client.domain.access import Action
from desk_client.domain.appointment import AppointmentState
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.button import Button, Kind


class WaitingStep(StrEnum):
    """What is asked for. The value ends the button's object name."""

    SKIP = "skip"
    TAKE_FIRST = "take_first"
    SEND_BACK = "send_back_now"
    DECLINE = "decline"


_ICONS = {
    WaitingStep.SKIP: Icon.FORWARD,
    WaitingStep.TAKE_FIRST: Icon.ARRIVED,
    WaitingStep.SEND_BACK: Icon.SEND_BACK,
    WaitingStep.DECLINE: Icon.DOOR,
}


_NEEDED = {
    WaitingStep.SKIP: Action.RUN_WAITING_ROOM,
    WaitingStep.TAKE_FIRST: Action.RUN_WAITING_ROOM,
    WaitingStep.SEND_BACK: Action.SEND_BACK,
    WaitingStep.DECLINE: Action.DECLINE,
}


class WaitingSteps(QWidget):
    """Offers only what can be done now; each button asks, nothing is done here."""

    asked = Signal(object)
    """The `WaitingStep`."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("waiting_steps")
        self._buttons: dict[WaitingStep, Button] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.S)
        for step in WaitingStep:
            button = self._buttons[step] = Button(look, "", Kind.SECONDARY, icon=_ICONS[step])
            button.setObjectName(f"ask_{step}")
            button.clicked.connect(lambda _checked=False, each=step: self.asked.emit(each))
        self.retranslate()
        self.hide()

    def show_item(self, item: AgendaItem, waiting: int, may: frozenset[Action]) -> None:
        """Offer what can be done with this one, where so many wait, by somebody who may so much."""
        waits = item.state is AppointmentState.WAITING
        offered = {
            WaitingStep.SKIP: waits and item.position == 1 and waiting > 1,
            WaitingStep.TAKE_FIRST: waits and item.position is not None and item.position > 1,
            WaitingStep.SEND_BACK: item.state is AppointmentState.IN_SESSION,
            WaitingStep.DECLINE: waits,
        }
        offered = {step: can_be and _NEEDED[step] in may for step, can_be in offered.items()}
        while self._grid.takeAt(0) is not None:
            pass
        for index, step in enumerate(step for step in WaitingStep if offered[step]):
            self._grid.addWidget(self._buttons[step], 0, index)
        for step, button in self._buttons.items():
            button.setVisible(offered[step])
        self.setVisible(any(offered.values()))

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        words = {
            WaitingStep.SKIP: QCoreApplication.translate("WaitingSteps", "Skip"),
            WaitingStep.TAKE_FIRST: QCoreApplication.translate("WaitingSteps", "Receive first"),
            WaitingStep.SEND_BACK: QCoreApplication.translate("WaitingSteps", "Send back"),
            WaitingStep.DECLINE: QCoreApplication.translate("WaitingSteps", "Decline"),
        }
        for step, button in self._buttons.items():
            button.set_text(words[step])
