"""Who is it? One field for ID, mobile or name; or the number of a visitor's papers with their nationality."""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.actions import help as helping_actions
from desk_client.client.helping import DocumentKind, Helping, HelpStep, PersonFound
from desk_client.client.nationalities import code_of
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.bidi import embedded, isolated
from desk_client.ui.desk.office import Office
from desk_client.ui.messages import worded
from desk_client.ui.operator.help.page import HelpPage
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.card import CardButton
from desk_client.ui.widgets.choice import Choice
from desk_client.ui.widgets.empty_state import EmptyState
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.text_field import TextField

_LONGEST = 120
_LONGEST_COUNTRY = 60


class FindPage(HelpPage):
    """The field has the keyboard; Enter looks. Whoever is the only one found is helped at once."""

    step: ClassVar[HelpStep] = HelpStep.FIND

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        look = office.look
        self._back.hide()
        self._group = QButtonGroup(self)
        self._ways: dict[DocumentKind | None, Choice] = {}
        ways = QHBoxLayout()
        ways.setSpacing(Space.S)
        for kind in (None, DocumentKind.PASSPORT, DocumentKind.BORDER_NUMBER):
            choice = self._ways[kind] = Choice(look)
            choice.setObjectName("by_any" if kind is None else f"by_{kind}")
            self._group.addButton(choice)
            choice.clicked.connect(self._turn)
            ways.addWidget(choice)
        ways.addStretch(1)
        self._ways[None].setChecked(True)
        self.field = TextField(look, longest=_LONGEST)
        self.field.setObjectName("help_search")
        self._block = FieldBlock(look, self.field)
        self.field.returnPressed.connect(self._find)
        self.nationality = TextField(look, longest=_LONGEST_COUNTRY)
        self.nationality.setObjectName("help_nationality")
        self._country = FieldBlock(look, self.nationality)
        self.nationality.returnPressed.connect(self._find)
        self._country.hide()
        self.look_up = self.add_main("help_look_up", self._find, Icon.SEARCH)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self._block, 3, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._country, 2, Qt.AlignmentFlag.AlignTop)
        self._nobody = EmptyState(look, Icon.PERSON)
        self._nobody.action.setObjectName("help_papers")
        self._nobody.action_asked.connect(lambda: helping_actions.ask_for_papers(office.client))
        self._found = QVBoxLayout()
        self._found.setSpacing(Space.S)
        self._cards: list[CardButton] = []
        self._shown: tuple[PersonFound, ...] | None = None
        self.body.addLayout(ways)
        self.body.addLayout(row)
        self.body.addLayout(self._found)
        self.body.addWidget(self._nobody)
        self.body.addStretch(1)
        self.ready()

    def relabel(self) -> None:
        """Word the question."""
        self.title.set_texts(
            QCoreApplication.translate("FindPage", "Help a person"),
            QCoreApplication.translate("FindPage", "First look at their papers, then find them here."),
        )
        words = {
            None: QCoreApplication.translate("FindPage", "ID, mobile or name"),
            DocumentKind.PASSPORT: QCoreApplication.translate("FindPage", "Passport"),
            DocumentKind.BORDER_NUMBER: QCoreApplication.translate("FindPage", "Border number"),
        }
        for kind, choice in self._ways.items():
            choice.set_text(words[kind])
        self._word_field()
        self._country.set_texts(
            QCoreApplication.translate("FindPage", "Nationality"),
            QCoreApplication.translate("FindPage", "The country's name, or its two letters"),
        )
        self.look_up.set_text(QCoreApplication.translate("FindPage", "Find"))
        self._nobody.set_texts(
            QCoreApplication.translate("FindPage", "Nobody is known by that"),
            QCoreApplication.translate(
                "FindPage", "Please compare it once more. Whoever is here for the first time is known by their papers."
            ),
            QCoreApplication.translate("FindPage", "Take down their papers"),
        )

    def refresh(self, helping: Helping) -> None:
        """Show who was found."""
        self._nobody.setVisible(helping.found == ())
        if helping.found != self._shown:
            self._shown = helping.found
            for card in self._cards:
                card.hide()
                card.deleteLater()
            self._cards = [self._card(person) for person in helping.found or ()]

    def entered(self) -> None:
        """Begin with an empty field."""
        self.forget()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Nothing typed here is for the next operator."""
        self.field.clear()
        self.nationality.clear()
        self._ways[None].setChecked(True)
        self._turn()

    @property
    def document(self) -> DocumentKind | None:
        """By whose number is looked; None: by whatever it is that was typed."""
        return next(kind for kind, choice in self._ways.items() if choice.isChecked())

    def on_refusal(self, refusal: Refusal) -> None:
        """Say it at the field that is at fault."""
        match refusal.code:
            case RefusalCode.INVALID_NATIONALITY:
                block = self._country
            case RefusalCode.INVALID_DOCUMENT | RefusalCode.INVALID_NATIONAL_ID | RefusalCode.INVALID_MOBILE:
                block = self._block
            case _:
                super().on_refusal(refusal)
                return
        message = worded(refusal)
        block.set_error(f"{message.title}. {message.text}")
        block.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self) -> None:
        """Ask for what is looked by; what was typed stays."""
        for block in (self._block, self._country):
            block.set_error("")
        self._country.setVisible(self.document is not None)
        self._word_field()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _word_field(self) -> None:
        if self.document is None:
            self._block.set_texts(
                QCoreApplication.translate("FindPage", "ID number, mobile or name"),
                QCoreApplication.translate("FindPage", "Digits in any form; of a name some words are enough"),
            )
        else:
            self._block.set_texts(QCoreApplication.translate("FindPage", "Number as it stands in the papers"))

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
        for block in (self._block, self._country):
            block.set_error("")
        client, typed, document = self.office.client, self.field.text(), self.document
        action = (
            helping_actions.find(client, typed)
            if document is None
            else helping_actions.find_by_papers(
                client, document, typed, code_of(self.nationality.text(), self.look.language)
            )
        )
        self.ask(action, self.look_up, self._found_some)

    def _found_some(self) -> None:
        if self._cards and self.isVisible():
            self._cards[0].setFocus(Qt.FocusReason.TabFocusReason)
