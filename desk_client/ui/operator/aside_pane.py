"""What people left at the hall's kiosks and could not be done: each with its reason, and what can be done about it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.console import EntryAside, HallKiosk
from desk_client.domain.deposits import LeftKind
from desk_client.i18n.bidi import isolated
from desk_client.i18n.dates import clock_time, short_date
from desk_client.ui.moments import here
from desk_client.ui.operator import aside_words as words
from desk_client.ui.operator.scrolling import keep_off_the_bar
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.page import ScrollColumn
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.scroll_edge import ScrollEdge


class _Row(Panel):
    """One entry: the number of its slip, what it is, why it was not done, and what is to be done."""

    help_asked = Signal()
    dealt_with = Signal()

    def __init__(self, look: Appearance, kiosk: HallKiosk, entry: EntryAside) -> None:
        super().__init__(look, margin_px=Space.M)
        self.setObjectName(f"aside_{entry.number}")
        at = here(entry.left_at)
        when = f"{short_date(at.date(), look.language)} · {clock_time(at.time(), look.language)}"
        where = QCoreApplication.translate("KioskCard", "Kiosk {number}").format(number=look.number(kiosk.number))
        title = f"{words.kind_words(entry.kind)} · {isolated(entry.number)}"
        texts = QVBoxLayout()
        texts.setSpacing(Space.XS)
        texts.addWidget(Label(look, title, Role.LEAD, weight=Weight.SEMIBOLD))
        texts.addWidget(Label(look, f"{where} · {when}", Role.BODY, tone=Tone.SECOND))
        texts.addWidget(Label(look, words.reason_words(entry.reason), Role.BODY, tone=Tone.WARNING))
        texts.addWidget(Label(look, words.advice_words(entry), Role.BODY, tone=Tone.SECOND))
        self.help = Button(look, QCoreApplication.translate("Aside", "Help them"), Kind.PRIMARY, icon=Icon.HAND)
        self.help.setObjectName("aside_help")
        self.help.clicked.connect(self.help_asked)
        self.help.setVisible(entry.kind is not LeftKind.SURVEY)
        self.dealt = Button(look, QCoreApplication.translate("Aside", "Dealt with"), Kind.SECONDARY, icon=Icon.CHECK)
        self.dealt.setObjectName("aside_dealt")
        self.dealt.clicked.connect(self.dealt_with)
        for button in (self.help, self.dealt):
            button.setAccessibleName(f"{button.text()} · {title}")
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addLayout(texts, 1)
        row.addWidget(self.help, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.dealt, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
        self.setAccessibleName(f"{title}. {words.reason_words(entry.reason)}")


class AsidePane(QWidget):
    """In place of the kiosks' cards until the operator goes back to them."""

    back_asked = Signal()
    help_asked = Signal(str, object)
    """A kiosk's id, and the entry (`EntryAside`) whose person is to be helped."""
    dealt_with = Signal(str, str)
    """A kiosk's id and an entry's."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hall_aside")
        self._look = look
        self._rows: dict[str, _Row] = {}
        self._back = Button(look, "", Kind.SECONDARY, icon=Icon.BACK)
        self._back.setObjectName("aside_back")
        self._back.clicked.connect(self.back_asked)
        self._title = Label(look, "", Role.LEAD, weight=Weight.SEMIBOLD)
        self._none = Label(look, "", Role.BODY, tone=Tone.SECOND)
        self._none.setObjectName("aside_none")
        self._list = ScrollColumn()
        self._list.body.setSpacing(Space.S)
        self._list.body.addWidget(self._none)
        self._list.body.addStretch(1)
        ScrollEdge(look, self._list, lambda colours: colours.background)
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self._back)
        head.addWidget(self._title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addWidget(self._list, 1)
        self.hide()

    def show_kiosks(self, kiosks: tuple[HallKiosk, ...], *, is_old: bool) -> None:
        """Show what the kiosks hold; nothing can be done about it while that is old."""
        wanted = {entry.id: (kiosk, entry) for kiosk in kiosks for entry in kiosk.aside}
        for gone in set(self._rows) - set(wanted):
            row = self._rows.pop(gone)
            if row.isAncestorOf(self.window().focusWidget() or self):
                self._back.setFocus(Qt.FocusReason.OtherFocusReason)
            row.hide()
            row.deleteLater()
        for place, (key, (kiosk, entry)) in enumerate(wanted.items()):
            if key not in self._rows:
                row = self._rows[key] = _Row(self._look, kiosk, entry)
                row.help_asked.connect(lambda kiosk_id=kiosk.id, entry=entry: self.help_asked.emit(kiosk_id, entry))
                row.dealt_with.connect(lambda kiosk_id=kiosk.id, key=key: self.dealt_with.emit(kiosk_id, key))
                self._list.body.insertWidget(place, row)
            self._rows[key].help.setEnabled(not is_old)
            self._rows[key].dealt.setEnabled(not is_old)
        self._none.setVisible(not wanted)

    def enter(self) -> None:
        """Come up, with the keyboard at the first that can be done."""
        self.show()
        first = next(iter(self._rows.values()), None)
        (self._back if first is None else first.dealt).setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self._back.set_text(QCoreApplication.translate("Aside", "Back to the kiosks"))
        self._title.set_text(QCoreApplication.translate("Aside", "Left at the kiosks, and not done"))
        self._none.set_text(QCoreApplication.translate("Aside", "Everything has been dealt with."))
        keep_off_the_bar(self._list, self._look)
        for row in self._rows.values():
            row.hide()
            row.deleteLater()
        self._rows.clear()
