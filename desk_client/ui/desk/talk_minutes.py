"""Taking the minutes in a talk: one button among its controls, and the panel beside the pictures."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QSizePolicy

from desk_client.client.day import Brief
from desk_client.domain.access import Action
from desk_client.domain.decision import MAX_TEXT_LENGTH
from desk_client.ui.call.call_view import CallView
from desk_client.ui.desk.minutes_field import MinutesField
from desk_client.ui.desk.office import Office
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.page import ScrollColumn
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.round_button import RoundButton
from desk_client.ui.widgets.scroll_edge import ScrollEdge
from desk_client.ui.widgets.text_field import TextArea


class TalkMinutes(QObject):
    """What is written here is what the outcome begins with; the official and their office's manager write one text."""

    def __init__(self, office: Office, view: CallView, give_back: Callable[[], None]) -> None:
        """``give_back`` puts beside the pictures what was there before."""
        super().__init__(view)
        self._office, self._view, self._give_back = office, view, give_back
        look = office.look
        self.side = Panel(look, margin_px=Space.M, is_stage=True, parent=view)
        self.side.setObjectName("minutes")
        self._title = Label(look, "", Role.LEAD, weight=Weight.SEMIBOLD, tone=Tone.ON_STAGE)
        self._hint = Label(look, "", Role.CAPTION, tone=Tone.ON_STAGE_SECOND)
        self.area = TextArea(look, lines=2, longest=MAX_TEXT_LENGTH)
        self.area.setObjectName("minutes_text")
        self.area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.field = MinutesField(office, self.area, is_stage=True)
        self.area.setMinimumHeight(self.area.sizeHint().height())
        scroll = ScrollColumn()  # in a low place nothing of it is cut off
        scroll.setMinimumHeight(1)
        scroll.body.setSpacing(Space.S)
        scroll.body.addWidget(self._hint)
        scroll.body.addWidget(self.area, 1)
        scroll.body.addWidget(self.field.box)
        self.side.body.addWidget(self._title)
        self.side.body.addWidget(scroll, 1)
        ScrollEdge(look, scroll, lambda colours: colours.stage_surface)
        self.side.hide()
        self.button = RoundButton(look, Icon.EDIT)
        self.button.setObjectName("toggle_minutes")
        self.button.clicked.connect(self._switch)
        view.bar.add(self.button)

    def show_talk(self, brief: Brief) -> None:
        """Write the minutes of the talk that runs here, where they are theirs to take who sit here."""
        if Action.TAKE_MINUTES in self._office.day.may:
            self.field.open(brief.item.id)

    def open(self) -> None:
        """Lay them beside the pictures."""
        self._view.set_side(self.side)

    def teardown(self) -> None:
        """End the subscription."""
        self.field.teardown()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        words = QCoreApplication.translate("Minutes", "Minutes")
        self.button.set_text(words)
        self.button.setToolTip(QCoreApplication.translate("Minutes", "Write the minutes, or put them away (N)"))
        self._title.set_text(words)
        self._hint.set_text(
            QCoreApplication.translate(
                "Minutes", "The outcome begins with these words. The visitor sees nothing of them until it is recorded."
            )
        )
        self.area.set_name(words)
        self.field.box.retranslate()

    def _switch(self) -> None:
        if self.side.isVisible():
            self._give_back()
        else:
            self.open()
            self.area.setFocus(Qt.FocusReason.OtherFocusReason)
