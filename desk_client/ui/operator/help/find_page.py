"""Who is it? One field for ID, mobile or name; and who waits at a kiosk for their papers to be seen."""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.actions import help as helping_actions
from desk_client.client.helping import Helping, HelpStep, PersonFound, Waiting
from desk_client.i18n.bidi import embedded, isolated
from desk_client.i18n.digits import shown
from desk_client.ui.desk.office import Office
from desk_client.ui.operator.help.page import HelpPage
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.card import CardButton
from desk_client.ui.widgets.empty_state import EmptyState
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.text_field import TextField

_LONGEST = 120
_LONGEST_NUMBER = 32


class FindPage(HelpPage):
    """The field has the keyboard; Enter looks. Whoever is the only one found is helped at once."""

    step: ClassVar[HelpStep] = HelpStep.FIND

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        look = office.look
        self._back.hide()
        self.field = TextField(look, longest=_LONGEST)
        self.field.setObjectName("help_search")
        self._block = FieldBlock(look, self.field)
        self.field.returnPressed.connect(self._find)
        self.look_up = Button(look, "", Kind.PRIMARY, icon=Icon.SEARCH)
        self.look_up.setObjectName("help_find")
        self.look_up.clicked.connect(self._find)
        self.main = self.look_up
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self._block, 1)
        row.addWidget(self.look_up, 0, Qt.AlignmentFlag.AlignVCenter)
        self._nobody = EmptyState(look, Icon.PERSON)
        self._nobody.action.setObjectName("help_papers")
        self._nobody.action_asked.connect(lambda: helping_actions.ask_for_papers(office.client))
        self._found = QVBoxLayout()
        self._found.setSpacing(Space.S)
        self._cards: list[CardButton] = []
        self._shown: tuple[PersonFound, ...] | None = None
        self._waiting_title = Label(look, "", Role.LEAD, weight=Weight.SEMIBOLD)
        self._waiting_none = Label(look, "", Role.BODY, tone=Tone.SECOND)
        self._waiting = QVBoxLayout()
        self._waiting.setSpacing(Space.S)
        self._asks: dict[str, PapersAsk] = {}
        self.body.addLayout(row)
        self.body.addLayout(self._found)
        self.body.addWidget(self._nobody)
        self.body.addSpacing(Space.M)
        self.body.addWidget(self._waiting_title)
        self.body.addWidget(self._waiting_none)
        self.body.addLayout(self._waiting)
        self.body.addStretch(1)
        self.ready()

    def relabel(self) -> None:
        """Word the question."""
        self.title.set_texts(
            QCoreApplication.translate("FindPage", "Help a person"),
            QCoreApplication.translate("FindPage", "First look at their papers, then find them here."),
        )
        self._block.set_texts(
            QCoreApplication.translate("FindPage", "ID number, mobile or name"),
            QCoreApplication.translate("FindPage", "Digits in any form; of a name some words are enough"),
        )
        self.look_up.set_text(QCoreApplication.translate("FindPage", "Find"))
        self._nobody.set_texts(
            QCoreApplication.translate("FindPage", "Nobody of that ID, mobile or name is known"),
            QCoreApplication.translate(
                "FindPage", "Please compare it once more. Whoever is here for the first time is known by their papers."
            ),
            QCoreApplication.translate("FindPage", "Take down their papers"),
        )
        self._waiting_title.set_text(
            QCoreApplication.translate("FindPage", "At a kiosk, waiting for their papers to be seen")
        )
        self._waiting_none.set_text(QCoreApplication.translate("FindPage", "Nobody at present."))
        for ask in self._asks.values():
            ask.retranslate()

    def refresh(self, helping: Helping) -> None:
        """Show who was found, and who waits."""
        self._nobody.setVisible(helping.found == ())
        if helping.found != self._shown:
            self._shown = helping.found
            for card in self._cards:
                card.hide()
                card.deleteLater()
            self._cards = [self._card(person) for person in helping.found or ()]
        self._waiting_none.setVisible(not helping.waiting)
        wanted = {each.challenge_id: each for each in helping.waiting}
        for gone in set(self._asks) - set(wanted):
            ask = self._asks.pop(gone)
            ask.hide()
            ask.deleteLater()
        for key, waiting in wanted.items():
            if key not in self._asks:
                self._asks[key] = PapersAsk(self, waiting)
                self._waiting.addWidget(self._asks[key])

    def entered(self) -> None:
        """Begin with an empty field."""
        self.field.clear()
        self._block.set_error("")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Nothing typed here is for the next operator."""
        self.field.clear()
        for ask in self._asks.values():
            ask.field.clear()

    def _card(self, person: PersonFound) -> CardButton:
        name = embedded(person.name) if person.name else QCoreApplication.translate("FindPage", "Without a name yet")
        card = CardButton(self.look, name, isolated(person.masked_id or ""), sign=Icon.PERSON)
        card.setObjectName(f"found_{person.id}")
        card.setEnabled(not person.disabled)
        card.clicked.connect(lambda: self.ask(helping_actions.help_person(self.office.client, person)))
        self._found.addWidget(card)
        return card

    def _find(self) -> None:
        if not self.field.text().strip():
            self._block.set_error(QCoreApplication.translate("FindPage", "Please type whom to look for."))
            return
        self._block.set_error("")
        self.ask(helping_actions.find(self.office.client, self.field.text()), self.look_up, self._found_some)

    def _found_some(self) -> None:
        if self._cards and self.isVisible():
            self._cards[0].setFocus(Qt.FocusReason.TabFocusReason)


class PapersAsk(Panel):
    """Somebody at a kiosk: which, what the kiosk shows of their number, and the field for what stands in the papers."""

    def __init__(self, page: FindPage, waiting: Waiting) -> None:
        super().__init__(page.look)
        self._page, self._waiting = page, waiting
        look = page.look
        self._where = Label(look, "", Role.BODY, weight=Weight.SEMIBOLD)
        self.field = TextField(look, longest=_LONGEST_NUMBER)
        self.field.setObjectName(f"papers_number_{waiting.kiosk_number}")
        self.field.returnPressed.connect(self._confirm)
        self._confirm_button = Button(look, "", Kind.SECONDARY, icon=Icon.CHECK)
        self._confirm_button.setObjectName(f"papers_seen_{waiting.kiosk_number}")
        self._confirm_button.clicked.connect(self._confirm)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self._where, 1)
        row.addWidget(self.field, 1)
        row.addWidget(self._confirm_button)
        self.body.addLayout(row)
        self.retranslate()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        kiosk = QCoreApplication.translate("FindPage", "Kiosk {number}")
        number = shown(self._waiting.kiosk_number, self._page.look.language)
        self._where.set_text(f"{kiosk.format(number=number)} · {isolated(self._waiting.masked_id)}")
        self.field.set_name(QCoreApplication.translate("FindPage", "Number as it stands in the papers"))
        self.field.setPlaceholderText(QCoreApplication.translate("FindPage", "Number as it stands in the papers"))
        self._confirm_button.set_text(QCoreApplication.translate("FindPage", "I have seen the papers"))

    def _confirm(self) -> None:
        client = self._page.office.client
        self._page.ask(helping_actions.confirm_papers(client, self._waiting, self.field.text()), self._confirm_button)
