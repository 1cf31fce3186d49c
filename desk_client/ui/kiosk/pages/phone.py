"""From the visitor's own telephone: a code to scan, and what arrives from there, which they confirm as theirs."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.client.actions import documents
from desk_client.client.visit import Page, Visit
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.dates import elapsed
from desk_client.ui.file_size import size_words
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.document_row import DocumentRow
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.kiosk.sides import Sides
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.qr_pane import QrPane

_EVERY_MS = 2_000


class PhonePage(VisitPage):
    """The link lives for as long as this page shows, and for ten minutes at the most."""

    page = Page.PHONE
    measure_px = 1120

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._brought = self.client.brought
        self._code = QrPane(self.look)
        self._code.setObjectName("code")
        self._left = Label(self.look, "", Role.BODY, tone=Tone.SECOND, is_centred=True)
        self._left.setObjectName("link_left")
        self._anew = Button(self.look, "", Kind.SECONDARY, icon=Icon.REFRESH)
        self._anew.setObjectName("new_code")
        self._anew.clicked.connect(self._open)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._code, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._left)
        column.addWidget(self._anew, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        self._state = Label(self.look, "", Role.LEAD, weight=Weight.SEMIBOLD)
        self._state.setObjectName("phone_state")
        self._steps = Label(self.look, "", Role.BODY, tone=Tone.SECOND)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.S)
        arrived = Panel(self.look)
        arrived.body.addWidget(self._state)
        arrived.body.addWidget(self._steps)
        arrived.body.addLayout(self._rows)
        arrived.body.addStretch()
        self.body.addWidget(Sides(arrived, shown, shares=(3, 2)))
        self.add_back()
        self.add_main("mine", self._confirm, Icon.CHECK)
        self._listed: tuple[str, ...] | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_EVERY_MS)
        self._clock.timeout.connect(self._look)
        self._is_looking = False
        self._unsubscribe = (
            self._brought.link.subscribe(lambda _link: self.refresh(self.visit)),
            self._brought.phone.subscribe(lambda _phone: self.refresh(self.visit)),
        )
        self.ready()

    def entered(self) -> None:
        """Have a link made, and look whether something comes by it."""
        self._clock.start()
        self._open()

    def left(self) -> None:
        """End the link: nothing more may be sent by it."""
        self._clock.stop()
        self.counter.bridge.run(documents.close_link(self.client), lambda _nothing: None, lambda _refusal: None)

    def revived(self) -> None:
        """Have the link made that could not be made."""
        if self._brought.link.value is None:
            self._open()

    def teardown(self) -> None:
        """Stop listening."""
        self._clock.stop()
        for unsubscribe in self._unsubscribe:
            unsubscribe()

    def relabel(self) -> None:
        """Word the way."""
        self.title.set_texts(
            QCoreApplication.translate("PhonePage", "Scan this code with your phone"),
            QCoreApplication.translate("PhonePage", "Your phone needs the internet. Nothing has to be installed."),
        )
        self._code.setAccessibleName(QCoreApplication.translate("PhonePage", "A code for your phone’s camera"))
        self._anew.set_text(QCoreApplication.translate("PhonePage", "A new code"))
        self._steps.set_text(
            QCoreApplication.translate(
                "PhonePage",
                "1. Open your phone’s camera and point it at the code.\n"
                "2. Choose files, or photograph the paper.\n"
                "3. Come back here and confirm that they are yours.",
            )
        )
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("PhonePage", "Yes, these are mine: bring them"))
        self._listed = None

    def refresh(self, visit: Visit) -> None:
        """Show the code, how long it is good for, and what came."""
        del visit
        link, phone = self._brought.link.value, self._brought.phone.value
        left = None if link is None else link.expires_at - self.counter.now()
        is_open = left is not None and left.total_seconds() > 0 and (phone is None or phone.is_open)
        self._code.show_code(link.url if link is not None and is_open else "")
        self._code.setVisible(self._code.has_code)
        self._anew.setVisible(link is not None and not is_open)
        if left is not None and is_open:
            text = QCoreApplication.translate("PhonePage", "Good for another {time}")
            self._left.set_text(text.format(time=elapsed(left, self.look.language)))
        else:
            self._left.set_text(
                "" if link is None else QCoreApplication.translate("PhonePage", "The code is no longer good.")
            )
        files = () if phone is None else phone.files
        self._state.set_text(self._state_words(len(files), has_phone=phone is not None and phone.has_phone))
        self._steps.setVisible(not files)
        ids = tuple(file.id for file in files)
        if ids != self._listed:
            self._listed = ids
            self._show_rows()
        if self.main is not None:
            self.main.setEnabled(bool(files))

    def on_refusal(self, refusal: Refusal, again: Callable[[], None]) -> None:
        """A link that is over leads to another one."""
        if refusal.code is RefusalCode.NOT_FOUND and self._brought.link.value is not None:
            self._open()
        else:
            self.refuse(refusal, again)

    def _open(self) -> None:
        self.ask(lambda: documents.open_link(self.client), is_reading=True)

    def _look(self) -> None:
        self.refresh(self.visit)
        if self._is_looking or self._brought.link.value is None:
            return
        self._is_looking = True
        self.counter.bridge.run(
            documents.read_phone(self.client), self._has_seen, lambda _refusal: None, on_end=self._has_looked
        )

    def _has_seen(self, _nothing: None) -> None:
        phone = self._brought.phone.value
        if phone is not None and phone.has_phone:
            self.person_active.emit()  # they are at their telephone, and touch nothing here

    def _has_looked(self) -> None:
        self._is_looking = False

    def _confirm(self) -> None:
        self.ask(lambda: documents.take_from_phone(self.client))

    def _state_words(self, files: int, *, has_phone: bool) -> str:
        if files:
            return QCoreApplication.translate("PhonePage", "Files from your phone: %Ln", None, files)
        if has_phone:
            return QCoreApplication.translate("PhonePage", "Your phone is connected. Choose files there.")
        return QCoreApplication.translate("PhonePage", "Waiting for your phone")

    def _show_rows(self) -> None:
        while (entry := self._rows.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        phone = self._brought.phone.value
        for file in () if phone is None else phone.files:
            icon = Icon.FILE if file.media_type.endswith("pdf") else Icon.IMAGE
            second = size_words(file.size, self.look.language)
            self._rows.addWidget(DocumentRow(self.look, icon, file.name, second, can_remove=False))
