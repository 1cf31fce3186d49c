"""Who was called into the talk, and how it stands with each: it rings, they are in it, they said no."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_client.client.called_in import CalledIn
from desk_client.domain.called_in import Call
from desk_client.domain.party import Party
from desk_client.i18n.bidi import embedded
from desk_client.ui.bilingual import said
from desk_client.ui.capacities import capacity_words
from desk_client.ui.desk.handover_words import handover_words
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label
from desk_client.ui.widgets.panel import Panel


def call_words(state: Call) -> str:
    """How it stands with a call."""
    match state:
        case Call.RINGING:
            return QCoreApplication.translate("CalledBar", "it rings at their desk")
        case Call.ACCEPTED:
            return QCoreApplication.translate("CalledBar", "has said yes")
        case Call.DECLINED:
            return QCoreApplication.translate("CalledBar", "cannot come now")
        case Call.LEFT:
            return QCoreApplication.translate("CalledBar", "has left")
        case Call.TAKEN_OUT:
            return QCoreApplication.translate("CalledBar", "was taken out")
    assert_never(state)


class CalledBar(Panel):
    """The seats beside each other; hidden where nobody was called."""

    end_asked = Signal(object)
    """A call is to be taken back, or somebody to be taken out: a `CalledIn`."""
    handover_asked = Signal(object)
    """The talk is to be theirs from now on: a `CalledIn`."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(look, margin_px=Space.S, parent=parent)
        self.setObjectName("called_bar")
        self._called: tuple[CalledIn, ...] = ()
        self._present: frozenset[Party] = frozenset()
        self._rows: list[QWidget] = []
        self._across = QHBoxLayout()
        self._across.setSpacing(Space.L)
        self._across.setContentsMargins(Space.M, 0, Space.S, 0)
        self.body.addLayout(self._across)
        self.hide()

    def show_called(self, called: tuple[CalledIn, ...], present: frozenset[Party] = frozenset()) -> None:
        """Show these, of whom some are seen and heard; whoever was taken out is not told of any more."""
        shown = tuple(each for each in called if each.state is not Call.TAKEN_OUT)
        if (shown, present) == (self._called, self._present):
            return
        self._called, self._present = shown, present
        self.retranslate()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        for row in self._rows:
            self._across.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(each) for each in self._called]
        for row in self._rows:
            self._across.addWidget(row, 1)
        self.setVisible(bool(self._rows))

    def _row(self, called: CalledIn) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Space.M)
        name = embedded(said(called.name, self.look.language))
        is_here = called.party in self._present
        words = (
            f"{name} · {handover_words(called.state, is_here=is_here)}"
            if called.takes_over
            else " · ".join((name, capacity_words(called.capacity), call_words(called.state)))
        )
        text = Label(self.look, "", Role.BODY, weight=Weight.MEDIUM)
        text.setObjectName(f"called_{called.party.value}")
        text.set_text(words)
        across.addWidget(text, 1)
        if called.takes_over and called.state.is_open:
            leave = Button(self.look, QCoreApplication.translate("Handover", "Hand over and leave"), Kind.PRIMARY)
            leave.setObjectName("hand_over_and_leave")
            leave.setEnabled(is_here and called.state is Call.ACCEPTED)
            leave.setToolTip(QCoreApplication.translate("Handover", "The talk is theirs from then on (O)"))
            leave.clicked.connect(lambda: self.handover_asked.emit(called))
            across.addWidget(leave)
        if called.state.is_open:
            is_in = called.state is Call.ACCEPTED
            end = Button(
                self.look,
                QCoreApplication.translate("CalledBar", "Take out")
                if is_in
                else QCoreApplication.translate("CalledBar", "Take the call back"),
                Kind.SECONDARY,
                icon=Icon.DOOR if is_in else Icon.HANG_UP,
            )
            end.setObjectName(f"end_{called.party.value}")
            end.setAccessibleName(f"{end.text()}: {name}")
            end.clicked.connect(lambda: self.end_asked.emit(called))
            across.addWidget(end)
        return row
