"""Who waits at a kiosk for their papers to be seen: above whatever the operator does for somebody else."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.actions import help as helping_actions
from desk_client.client.helping import Helping, Waiting
from desk_client.i18n.bidi import isolated
from desk_client.i18n.dates import clock_time
from desk_client.ui.desk.office import Office
from desk_client.ui.moments import here
from desk_client.ui.operator.help.papers_words import document_words
from desk_client.ui.operator.refusal_notice import RefusalNotice
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.text_field import TextField

_LONGEST_NUMBER = 32
_SHOWN = 3
"""At a time: the operator's own work stays in sight below. The next comes up as soon as one is let in."""


class PapersAsk(Panel):
    """Somebody at a kiosk: which, what the kiosk shows of their number, and the field for what stands in the papers."""

    def __init__(self, owner: "WaitingList", waiting: Waiting) -> None:
        super().__init__(owner.office.look, margin_px=Space.S)
        self._owner, self._waiting = owner, waiting
        look = owner.office.look
        self._where = Label(look, "", Role.BODY, weight=Weight.SEMIBOLD)
        self._until = Label(look, "", Role.CAPTION, tone=Tone.SECOND)
        self.field = TextField(look, longest=_LONGEST_NUMBER)
        self.field.setObjectName(f"papers_number_{waiting.kiosk_number}")
        self.field.returnPressed.connect(self._confirm)
        self._confirm_button = Button(look, "", Kind.SECONDARY, icon=Icon.CHECK)
        self._confirm_button.setObjectName(f"papers_seen_{waiting.kiosk_number}")
        self._confirm_button.clicked.connect(self._confirm)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._where)
        texts.addWidget(self._until)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addLayout(texts, 1)
        row.addWidget(self.field, 1)
        row.addWidget(self._confirm_button)
        self.body.addLayout(row)
        self.retranslate()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        look, waiting = self.look, self._waiting
        kiosk = kiosk_words(waiting, self._owner.office)
        self._where.set_text(f"{kiosk} · {document_words(waiting.document)} {isolated(waiting.masked_id)}")
        until = QCoreApplication.translate("WaitingList", "Waits until {time}")
        self._until.set_text(until.format(time=clock_time(here(waiting.expires_at).time(), look.language)))
        self.field.set_name(QCoreApplication.translate("WaitingList", "Number as it stands in the papers"))
        self.field.setPlaceholderText(QCoreApplication.translate("WaitingList", "Number as it stands in the papers"))
        self._confirm_button.set_text(QCoreApplication.translate("WaitingList", "I have seen the papers"))

    def _confirm(self) -> None:
        self._owner.confirm(self._waiting, self.field.text(), self._confirm_button)


class WaitingList(QWidget):
    """Hidden while nobody waits."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help_waiting")
        self.office = office
        self._is_acting = False
        self._title = Label(office.look, "", Role.LEAD, weight=Weight.SEMIBOLD)
        self.notice = RefusalNotice(office.look)
        self.notice.setObjectName("help_waiting_notice")
        self._asks: dict[str, PapersAsk] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, Space.S)
        self._column.setSpacing(Space.S)
        self._column.addWidget(self._title)
        self._column.addWidget(self.notice)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.XS)
        self._column.addLayout(self._rows)
        self._more = Label(office.look, "", Role.BODY, tone=Tone.SECOND)
        self._more.setObjectName("help_waiting_more")
        self._column.addWidget(self._more)
        self.hide()

    def refresh(self, helping: Helping) -> None:
        """Show who waits; what was typed for somebody stays while they do."""
        wanted = {each.challenge_id: each for each in helping.waiting}
        for gone in set(self._asks) - set(wanted):
            ask = self._asks.pop(gone)
            ask.hide()
            ask.deleteLater()
        for key, waiting in wanted.items():
            if key not in self._asks:
                self._asks[key] = PapersAsk(self, waiting)
                self._rows.addWidget(self._asks[key])
        for place, key in enumerate(wanted):
            self._asks[key].setVisible(place < _SHOWN)
        count = max(0, len(wanted) - _SHOWN)
        self._more.set_text(QCoreApplication.translate("WaitingList", "And more after them: %Ln", "", count))
        self._more.setVisible(bool(count))
        if not wanted and not self._is_acting:
            self.notice.say("")
        self.setVisible(bool(wanted) or bool(self.notice.text))

    def confirm(self, waiting: Waiting, typed: str, button: Button) -> None:
        """Let somebody in whose papers were seen; a refusal is told here."""
        if self._is_acting:
            return
        self._is_acting = True
        self.notice.say("")
        button.set_busy(True)

        def ended() -> None:
            self._is_acting = False
            if waiting.challenge_id in self._asks:
                button.set_busy(False)

        self.office.bridge.run(
            helping_actions.confirm_papers(self.office.client, waiting, typed),
            lambda _none: None,
            self.notice.refuse,
            on_end=ended,
        )

    def forget(self) -> None:
        """Nothing typed here is for the next operator."""
        self.notice.say("")
        for ask in self._asks.values():
            ask.field.clear()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self._title.set_text(
            QCoreApplication.translate("WaitingList", "At a kiosk, waiting for their papers to be seen")
        )
        self.notice.say("")
        for ask in self._asks.values():
            ask.retranslate()


def kiosk_words(waiting: Waiting, office: Office) -> str:
    """At which kiosk somebody waits."""
    text = QCoreApplication.translate("WaitingList", "Kiosk {number}")
    return text.format(number=office.look.number(waiting.kiosk_number))
