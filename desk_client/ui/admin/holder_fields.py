"""Whose papers lie before the administrator: kind, number and nationality, as they stand there."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_client.client.actions.administer.oversight import Holder
from desk_client.domain.people import DocumentKind
from desk_client.ui.desk.office import Office
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.pick import Pick
from desk_client.ui.widgets.text_field import TextField


class HolderFields(QWidget):
    """`entered` is Return in the number or the nationality."""

    changed = Signal()
    entered = Signal()

    def __init__(self, office: Office, name: str) -> None:
        """The fields' names begin with ``name``."""
        super().__init__()
        look = office.look
        self.kind = Pick(look)
        self.kind.setObjectName(f"{name}_kind")
        self.number = TextField(look, longest=32)
        self.number.setObjectName(f"{name}_number")
        self.nationality = TextField(look, longest=2)
        self.nationality.setObjectName(f"{name}_nationality")
        self._blocks = tuple(FieldBlock(look, field) for field in (self.kind, self.number, self.nationality))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        for block, share in zip(self._blocks, (3, 4, 2), strict=True):
            row.addWidget(block, share)
        for field in (self.number, self.nationality):
            field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            field.textChanged.connect(lambda _text: self.changed.emit())
            field.returnPressed.connect(self.entered)
        self.kind.picked.connect(lambda _key: self._follow())
        self.retranslate()

    @property
    def holder(self) -> Holder | None:
        """Whom they name; None while something is missing."""
        number, nationality = self.number.text().strip(), self.nationality.text().strip().upper()
        kind = DocumentKind(self.kind.key or DocumentKind.NATIONAL_ID.value)
        if kind is DocumentKind.NATIONAL_ID:
            return Holder(number) if number else None
        return (
            Holder(number, kind, nationality) if number and len(nationality) == self.nationality.maxLength() else None
        )

    def empty(self) -> None:
        """Forget what was typed."""
        self.kind.pick(DocumentKind.NATIONAL_ID.value)
        self.number.clear()
        self.nationality.clear()
        self._follow()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.kind.set_choices(
            [
                (DocumentKind.NATIONAL_ID.value, QCoreApplication.translate("Oversight", "National ID or Iqama")),
                (DocumentKind.PASSPORT.value, QCoreApplication.translate("Oversight", "Passport")),
                (DocumentKind.BORDER_NUMBER.value, QCoreApplication.translate("Oversight", "Border number")),
            ]
        )
        if not self.kind.key:
            self.kind.pick(DocumentKind.NATIONAL_ID.value)
        kind, number, nationality = self._blocks
        kind.set_texts(QCoreApplication.translate("Oversight", "Document"))
        number.set_texts(QCoreApplication.translate("Oversight", "Number of the document"))
        nationality.set_texts(QCoreApplication.translate("Oversight", "Nationality (two letters, as EG)"))
        self._follow()

    def _follow(self) -> None:
        self._blocks[2].setVisible(self.kind.key not in {"", DocumentKind.NATIONAL_ID.value})
        self.changed.emit()
