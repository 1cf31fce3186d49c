"""Somebody whom nobody knows yet, or who has no name yet: what stands in their papers."""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from desk_client.client.actions import help as helping_actions
from desk_client.client.helping import DocumentKind, Helping, HelpStep
from desk_client.client.nationalities import code_of
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.desk.office import Office
from desk_client.ui.messages import worded
from desk_client.ui.operator.help.page import HelpPage
from desk_client.ui.operator.help.papers_words import document_words
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.card import CardButton
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.text_field import TextField

_LONGEST_NUMBER = 32
_LONGEST_NAME = 80
_LONGEST_COUNTRY = 60


class PapersPage(HelpPage):
    """Kind, number, nationality where it matters, name; the main action says that the papers were seen."""

    step: ClassVar[HelpStep] = HelpStep.PAPERS

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        look = office.look
        self._group = QButtonGroup(self)
        self._kinds = {kind: CardButton(look, is_choice=True) for kind in DocumentKind}
        kinds = QHBoxLayout()
        kinds.setSpacing(Space.S)
        for kind, card in self._kinds.items():
            card.setObjectName(f"papers_{kind}")
            self._group.addButton(card)
            card.toggled.connect(lambda _checked: self.refresh(self.helping))
            kinds.addWidget(card)
        self.number, self.nationality, self.name = (
            TextField(look, longest=longest) for longest in (_LONGEST_NUMBER, _LONGEST_COUNTRY, _LONGEST_NAME)
        )
        self._blocks = tuple(FieldBlock(look, field) for field in (self.number, self.nationality, self.name))
        for field, code in ((self.number, "number"), (self.nationality, "nationality"), (self.name, "name")):
            field.setObjectName(f"papers_{code}")
            field.returnPressed.connect(self._see)
        self.body.addLayout(kinds)
        for block in self._blocks:
            self.body.addWidget(block)
        self.body.addStretch(1)
        self.add_main("papers_done", self._see, Icon.CHECK)
        self._kinds[DocumentKind.NATIONAL_ID].setChecked(True)
        self.ready()

    @property
    def kind(self) -> DocumentKind:
        """What the person is known by."""
        return next(kind for kind, card in self._kinds.items() if card.isChecked())

    def relabel(self) -> None:
        """Word the question."""
        self.title.set_texts(
            QCoreApplication.translate("PapersPage", "What stands in their papers?"),
            QCoreApplication.translate("PapersPage", "You answer with your name for having seen them."),
        )
        for kind, card in self._kinds.items():
            card.set_texts(document_words(kind))
        number, nationality, name = self._blocks
        number.set_texts(QCoreApplication.translate("PapersPage", "Number"))
        nationality.set_texts(
            QCoreApplication.translate("PapersPage", "Nationality"),
            QCoreApplication.translate("PapersPage", "The country's name, or its two letters"),
        )
        name.set_texts(QCoreApplication.translate("PapersPage", "Full name"))
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("PapersPage", "I have seen the papers"))

    def refresh(self, helping: Helping) -> None:
        """A citizen's or resident's card needs no nationality."""
        del helping
        self._blocks[1].setVisible(self.kind is not DocumentKind.NATIONAL_ID)

    def entered(self) -> None:
        """Begin with empty fields."""
        self.forget()
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Empty every field."""
        self._kinds[DocumentKind.NATIONAL_ID].setChecked(True)
        for block in self._blocks:
            block.set_error("")
        for field in (self.number, self.nationality, self.name):
            field.clear()

    def on_refusal(self, refusal: Refusal) -> None:
        """Say it at the field that is at fault."""
        number, nationality, name = self._blocks
        match refusal.code:
            case RefusalCode.INVALID_NATIONAL_ID | RefusalCode.INVALID_DOCUMENT:
                block = number
            case RefusalCode.INVALID_NATIONALITY:
                block = nationality
            case RefusalCode.INVALID_NAME:
                block = name
            case _:
                super().on_refusal(refusal)
                return
        message = worded(refusal)
        block.set_error(f"{message.title}. {message.text}")
        block.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _see(self) -> None:
        for block in self._blocks:
            block.set_error("")
        country = code_of(self.nationality.text(), self.look.language)
        action = helping_actions.see_papers(
            self.office.client, self.kind, self.number.text(), country, self.name.text()
        )
        self.ask(action, self.main)
