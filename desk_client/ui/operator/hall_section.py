"""The hall: its kiosks, how each of them is, and what can be done about it."""

import time
from collections.abc import Callable
from typing import ClassVar, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk_client.client.actions import help as help_actions
from desk_client.client.actions import operate
from desk_client.client.coalesced import Coalesced
from desk_client.client.console import EntryAside, HallKiosk, HallView, Order
from desk_client.domain.kiosk_health import Health
from desk_client.domain.kiosk_orders import OrderKind, OrderState
from desk_client.domain.outcomes import Refusal
from desk_client.ui.desk.office import Office
from desk_client.ui.messages import worded
from desk_client.ui.operator import hall_words as words
from desk_client.ui.operator.aside_pane import AsidePane
from desk_client.ui.operator.away_steps import AwaySteps
from desk_client.ui.operator.hall_forms import MessageForm, PinForm
from desk_client.ui.operator.kiosk_card import IN_USE, KioskCard
from desk_client.ui.operator.refusal_notice import AWAY, RefusalNotice
from desk_client.ui.operator.scrolling import keep_off_the_bar
from desk_client.ui.operator.section import Report, Section
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.empty_state import EmptyState
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.page import ScrollColumn
from desk_client.ui.widgets.scroll_edge import ScrollEdge

_CARD_PX: Final = 450
_MOST_COLUMNS: Final = 3
_NEARLY_ALL: Final = 100
"""Of the room that is left: nothing else stands there."""
_END_VISIT: Final = "end_visit"
_LOUD: Final = frozenset({Health.NEEDS_ATTENTION, Health.SILENT})


class HallSection(Section):
    """A card for each kiosk. While something asked of one is under way, the hall is read every second."""

    code: ClassVar[str] = "hall"
    icon: ClassVar[Icon] = Icon.HALL

    def __init__(self, office: Office, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(office, report, parent)
        self._read = Coalesced(lambda: operate.read_hall(office.client))
        self._cards: dict[str, KioskCard] = {}
        self._columns = 0
        self._dialog: Dialog | None = None
        self._draft = ""
        self._stills: dict[str, str] = {}
        look = office.look
        self._title = Label(look, "", Role.TITLE, weight=Weight.BOLD)
        self._counts = Label(look, "", Role.BODY, tone=Tone.SECOND)
        self._counts.setObjectName("hall_counts")
        self.pin = Button(look, "", Kind.QUIET, icon=Icon.KEY)
        self.pin.setObjectName("hall_pin")
        self.pin.clicked.connect(self._ask_pin)
        self.notice = RefusalNotice(look)
        self.notice.setObjectName("hall_notice")
        self.age = Banner(look, Mood.WARNING)
        self.age.setObjectName("hall_age")
        self.left = Banner(look, Mood.WARNING)
        self.left.setObjectName("hall_left")
        self.left.action.setObjectName("hall_left_button")
        self.left.action_asked.connect(self._open_aside)
        self.aside = AsidePane(look)
        self.aside.back_asked.connect(self._close_aside)
        self.aside.help_asked.connect(self._help_whoever_left)
        self.aside.dealt_with.connect(self._ask_whether_dealt_with)
        self.away = AwaySteps(look)
        self._empty = EmptyState(look, Icon.HALL)
        self._empty.setObjectName("hall_empty")
        self._empty.action.setObjectName("console_again")
        self._empty.action_asked.connect(self.refresh)
        self._grid = QGridLayout()
        self._grid.setSpacing(Space.M)
        self._build()
        self._leave = office.client.console.hall.subscribe(lambda _view: self._show())
        self.retranslate()

    # --- showing --------------------------------------------------------------------------------------------------

    def title(self) -> str:
        """The section's name."""
        return QCoreApplication.translate("HallSection", "The hall")

    def refresh(self) -> None:
        """Read the hall again."""
        self.office.bridge.run(self._read(), lambda _none: self._was_read(), self.report)

    def _was_read(self) -> None:
        self.notice.answered()
        self.report(None)

    def tick(self) -> None:
        """A second has passed: ages are told anew, and whoever waits for a kiosk's answer has it soon."""
        if any(order.state in {OrderState.ASKED, OrderState.TAKEN} for order in self._orders()):
            self.refresh()
        self._show()

    def forget(self) -> None:
        """Nothing typed is for whoever signs in next."""
        self._draft = ""
        self._stills.clear()
        self.notice.say("")
        self._close_aside()
        if self._dialog is not None:
            self._dialog.cancel.click()

    def teardown(self) -> None:
        """End the subscription."""
        self._leave()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.pin.set_text(QCoreApplication.translate("HallSection", "PIN of the kiosks"))
        self.notice.say("")
        self.away.retranslate()
        self.aside.retranslate()
        keep_off_the_bar(self._scroll, self.office.look)
        self._show()

    @property
    def _view(self) -> HallView:
        return self.office.client.console.hall.value

    def _orders(self) -> list[Order]:
        return [] if self._view.hall is None else [order for each in self._view.hall.kiosks for order in each.orders]

    def _show(self) -> None:
        view, now_s = self._view, time.monotonic()
        hall = view.hall
        self._title.set_text(self.title() if hall is None else self.office.said(hall.site.name))
        kiosks = () if hall is None else hall.kiosks
        self._lay(kiosks)
        for kiosk in kiosks:
            self._cards[kiosk.id].show_kiosk(kiosk, view, now_s)
        self._show_counts(kiosks)
        self._show_aside(kiosks, is_old=view.trouble is not None)
        self._show_age(view, now_s)
        self._show_empty(view)
        self.pin.setEnabled(hall is not None and view.trouble is None)
        self.away.setVisible(view.trouble is not None)
        loud = sum(each.health in _LOUD and not each.disabled for each in kiosks)
        self.attention.emit(loud)
        self._fetch_stills()

    def _show_counts(self, kiosks: tuple[HallKiosk, ...]) -> None:
        if not kiosks:
            self._counts.set_text("")
            return
        loud = sum(each.health in _LOUD and not each.disabled for each in kiosks)
        counted = QCoreApplication.translate("HallSection", "Kiosks: %Ln", "", len(kiosks))
        troubled = QCoreApplication.translate("HallSection", "To be looked after: %Ln", "", loud)
        self._counts.set_text(f"{counted} · {troubled}" if loud else counted)

    def _show_aside(self, kiosks: tuple[HallKiosk, ...], *, is_old: bool) -> None:
        count = sum(each.aside_count for each in kiosks)
        told = QCoreApplication.translate("HallSection", "Left at the kiosks, and not done: %Ln", "", count)
        see = QCoreApplication.translate("HallSection", "See to it")
        is_told = bool(count) and not self.aside.isVisibleTo(self)
        self.left.say(told if is_told else "", Mood.WARNING, see if is_told else "")
        self.aside.show_kiosks(kiosks, is_old=is_old)

    def _show_age(self, view: HallView, now_s: float) -> None:
        if view.trouble is None or view.hall is None:
            no_pin = view.hall is not None and not view.hall.has_pin
            hint = QCoreApplication.translate(
                "HallSection", "This hall has no PIN yet: nobody gets past the screen of its kiosks. Give it one."
            )
            self.age.say(hint if no_pin else "", Mood.INFO)
            return
        self.age.say(
            QCoreApplication.translate(
                "HallSection", "This is the hall as it was {span} ago: the server cannot be reached."
            ).format(span=words.span_words(view.age(now_s))),
            Mood.WARNING,
        )

    def _show_empty(self, view: HallView) -> None:
        is_empty = view.hall is None or not view.hall.kiosks
        self._empty.setVisible(is_empty and (view.hall is not None or view.trouble is not None))
        self._scroll.body.setStretchFactor(self._empty, _NEARLY_ALL if view.hall is not None else 0)  # in the middle
        if view.hall is None and view.trouble is not None:
            message = worded(view.trouble)
            again = QCoreApplication.translate("HallSection", "Try again")
            self._empty.set_texts(message.title, message.text, again)
        elif is_empty:
            self._empty.set_texts(
                QCoreApplication.translate("HallSection", "No kiosks in this hall"),
                QCoreApplication.translate("HallSection", "An administrator adds them; they then appear here."),
            )

    def _lay(self, kiosks: tuple[HallKiosk, ...]) -> None:
        wanted = tuple(each.id for each in kiosks)
        width = max(self.width() - Space.L, 1)  # of which the scroll bar may take some
        columns = min(max(1, width // self.office.look.scaled(_CARD_PX)), _MOST_COLUMNS, max(1, len(wanted)))
        if wanted == tuple(self._cards) and columns == self._columns:
            return
        for gone in set(self._cards) - set(wanted):
            card = self._cards.pop(gone)
            card.hide()
            card.deleteLater()
        for key in wanted:
            if key not in self._cards:
                self._cards[key] = card = KioskCard(self.office.look, key)
                card.asked.connect(lambda name, key=key: self._wish(key, name))
        self._cards = {key: self._cards[key] for key in wanted}
        while self._grid.takeAt(0) is not None:
            pass
        for place, card in enumerate(self._cards.values()):
            self._grid.addWidget(card, place // columns, place % columns)
            card.show()
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns

    # --- asking ---------------------------------------------------------------------------------------------------

    def _wish(self, kiosk_id: str, name: str) -> None:
        kiosk = self._view.kiosk(kiosk_id)
        if kiosk is None:
            return
        if name == _END_VISIT:
            self._confirm_loss(kiosk, OrderKind.LOCK, QCoreApplication.translate("HallSection", "End the visit"))
            return
        kind = OrderKind(name)
        if kind is OrderKind.MESSAGE:
            self._ask_message(kiosk_id)
        elif kind is OrderKind.RESTART and kiosk.activity in IN_USE:
            self._confirm_loss(kiosk, kind, QCoreApplication.translate("HallSection", "Restart it"))
        else:
            self._send(kiosk_id, kind)

    def _confirm_loss(self, kiosk: HallKiosk, kind: OrderKind, confirm: str) -> None:
        self._open(
            Dialog(
                self.office.look,
                self.window(),
                QCoreApplication.translate("HallSection", "Somebody is using kiosk {number}").format(
                    number=self.office.look.number(kiosk.number)
                ),
                QCoreApplication.translate(
                    "HallSection",
                    "Their visit ends at once: a talk is cut off, and what they have entered and not sent is lost.",
                ),
                confirm=confirm,
                cancel=QCoreApplication.translate("HallSection", "Leave it"),
                is_danger=True,
                icon=Icon.WARNING,
            ),
            lambda: self._send(kiosk.id, kind, ends_visit=True),
        )

    def _ask_message(self, kiosk_id: str) -> None:
        form = MessageForm(self.office.look, self._draft)
        dialog = Dialog(
            self.office.look,
            self.window(),
            QCoreApplication.translate("HallSection", "A message to whoever stands there"),
            QCoreApplication.translate("HallSection", "It is shown at once. Write nothing about a person."),
            confirm=QCoreApplication.translate("HallSection", "Show it"),
            cancel=QCoreApplication.translate("HallSection", "Go back"),
            icon=Icon.MESSAGE,
            body=form,
        )
        form.follow(dialog.confirm)
        dialog.answered.connect(lambda _is_confirmed: self._keep_draft(form.text))
        self._open(dialog, lambda: self._send(kiosk_id, OrderKind.MESSAGE, text=form.text))

    def _keep_draft(self, text: str) -> None:
        self._draft = text

    def _ask_pin(self) -> None:
        form = PinForm(self.office.look)
        dialog = Dialog(
            self.office.look,
            self.window(),
            QCoreApplication.translate("HallSection", "A PIN for the kiosks of this hall"),
            QCoreApplication.translate(
                "HallSection", "Six to twelve digits. Whoever knows it gets past a kiosk's screen; the old one ends."
            ),
            confirm=QCoreApplication.translate("HallSection", "Set it"),
            cancel=QCoreApplication.translate("HallSection", "Go back"),
            icon=Icon.KEY,
            body=form,
        )
        form.follow(dialog.confirm)
        self._open(dialog, lambda: self._set_pin(form.pin))

    def _open(self, dialog: Dialog, then: Callable[[], None]) -> None:
        self._dialog = dialog
        dialog.confirm.setObjectName("hall_confirm")
        dialog.cancel.setObjectName("hall_cancel")

        def answered(is_confirmed: bool) -> None:
            self._dialog = None
            if is_confirmed:
                then()

        dialog.answered.connect(answered)

    def _send(self, kiosk_id: str, kind: OrderKind, *, text: str = "", ends_visit: bool = False) -> None:
        self.notice.say("")
        client = self.office.client

        def asked(order: Order) -> None:
            if kind is OrderKind.STILL:
                self._stills[order.id] = kiosk_id
            if kind is OrderKind.MESSAGE:
                self._draft = ""

        self.office.bridge.run(
            operate.ask_kiosk(client, kiosk_id, kind, text=text, ends_visit=ends_visit), asked, self._refuse
        )

    def _set_pin(self, pin: str) -> None:
        self.notice.say("")
        done = QCoreApplication.translate("HallSection", "The PIN is set. It holds at every kiosk of this hall.")
        self.office.bridge.run(
            operate.set_pin(self.office.client, pin), lambda _none: self.notice.say(done, Mood.SUCCESS), self._refuse
        )

    def _refuse(self, refusal: Refusal) -> None:
        self.notice.refuse(refusal)
        if refusal.code in AWAY:
            self.refresh()  # what cannot be asked for now is not offered any more

    # --- what was left and not done -------------------------------------------------------------------------------

    def _open_aside(self) -> None:
        self._scroll.hide()
        self.aside.enter()
        self._show()

    def _close_aside(self) -> None:
        self.aside.hide()
        self._scroll.show()
        self._show()

    def _help_whoever_left(self, kiosk_id: str, entry: EntryAside) -> None:
        client = self.office.client
        if not client.console.helping.value.may_begin:
            said = QCoreApplication.translate(
                "HallSection", "Somebody is being helped at the moment. Please finish that first, or go back there."
            )
            self.notice.say(said, Mood.WARNING)
            return
        self.notice.say("")
        if entry.person_known:
            action = help_actions.help_whoever_left(client, kiosk_id, entry.id)
            self.office.bridge.run(action, lambda _none: self.leads_to.emit("help"), self._refuse)
        else:
            self.leads_to.emit("help")

    def _ask_whether_dealt_with(self, kiosk_id: str, entry_id: str) -> None:
        self._open(
            Dialog(
                self.office.look,
                self.window(),
                QCoreApplication.translate("HallSection", "Has it been dealt with?"),
                QCoreApplication.translate(
                    "HallSection", "It goes off the list, and the kiosk keeps it no longer. Your name stands for it."
                ),
                confirm=QCoreApplication.translate("HallSection", "Yes, it is dealt with"),
                cancel=QCoreApplication.translate("HallSection", "Not yet"),
                icon=Icon.CHECK,
            ),
            lambda: self._deal_with(kiosk_id, entry_id),
        )

    def _deal_with(self, kiosk_id: str, entry_id: str) -> None:
        self.notice.say("")
        action = operate.deal_with_entry(self.office.client, kiosk_id, entry_id)
        self.office.bridge.run(action, lambda _none: None, self._refuse)

    # --- pictures -------------------------------------------------------------------------------------------------

    def _fetch_stills(self) -> None:
        for order in self._orders():
            if order.id in self._stills and order.state in {OrderState.DONE, OrderState.FAILED}:
                kiosk_id = self._stills.pop(order.id)
                if order.state is OrderState.DONE:
                    self._fetch_still(kiosk_id, order.id)

    def _fetch_still(self, kiosk_id: str, order_id: str) -> None:
        def taken(jpeg: bytes) -> None:
            self._show_still(kiosk_id, jpeg)

        self.office.bridge.run(operate.take_still(self.office.client, kiosk_id, order_id), taken, self._refuse)

    def _show_still(self, kiosk_id: str, jpeg: bytes) -> None:
        image = QImage.fromData(jpeg)
        kiosk = self._view.kiosk(kiosk_id)
        if image.isNull() or kiosk is None or self._dialog is not None:
            self.notice.say(QCoreApplication.translate("HallSection", "The picture cannot be shown."), Mood.ERROR)
            return
        picture = QLabel()
        picture.setObjectName("still_picture")
        picture.setPixmap(QPixmap.fromImage(image))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = QCoreApplication.translate("HallSection", "What the camera of kiosk {number} saw").format(
            number=self.office.look.number(kiosk.number)
        )
        picture.setAccessibleName(title)
        self._open(
            Dialog(
                self.office.look,
                self.window(),
                title,
                QCoreApplication.translate("HallSection", "It is kept nowhere, and gone once you close it."),
                confirm=QCoreApplication.translate("HallSection", "Close"),
                icon=Icon.PHOTO,
                body=picture,
            ),
            lambda: None,
        )

    # --- Qt -------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out anew where another number of columns fits."""
        super().resizeEvent(event)
        self._lay(() if self._view.hall is None else self._view.hall.kiosks)

    def _build(self) -> None:
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self._title)
        titles.addWidget(self._counts)
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addLayout(titles, 1)
        head.addWidget(self.pin)
        self._scroll = ScrollColumn()
        self._scroll.body.addWidget(self.away)
        self._scroll.body.addLayout(self._grid)
        self._scroll.body.addWidget(self._empty)
        self._scroll.body.addStretch(1)
        ScrollEdge(self.office.look, self._scroll, lambda colours: colours.background)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self.notice)
        column.addWidget(self.age)
        column.addWidget(self.left)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.aside, 1)
