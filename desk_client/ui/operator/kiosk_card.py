"""One kiosk in the hall: how it is in a word, an icon and a colour; since when; and what can be asked of it."""

from datetime import timedelta

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from desk_client.client.console import HallKiosk, HallView, Order
from desk_client.domain.kiosk_health import Activity, Health
from desk_client.domain.kiosk_orders import OrderKind, OrderState
from desk_client.i18n.bidi import isolated
from desk_client.i18n.dates import clock_time
from desk_client.ui.moments import here
from desk_client.ui.operator import aside_words
from desk_client.ui.operator import hall_words as words
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.banner import Banner
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.facts import Facts
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.pill import Pill

_TOLD_FOR = timedelta(minutes=2)
"""So long the end of an order stays on the card."""
IN_USE = frozenset({Activity.IN_USE, Activity.WAITING, Activity.IN_CALL})


class KioskCard(Panel):
    """Follows its kiosk through one reading after the other, so that the keyboard's place survives."""

    asked = Signal(str)
    """Something is wished of the kiosk: the value of `OrderKind`, or `end_visit`."""

    def __init__(self, look: Appearance, kiosk_id: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.kiosk_id = kiosk_id
        self.setObjectName(f"kiosk_{kiosk_id}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._title = Label(look, "", Role.SUBTITLE, weight=Weight.BOLD, wraps=False)
        self._pill = Pill(look)
        self._pill.setObjectName("kiosk_health")
        self._activity = Label(look, "", Role.BODY, weight=Weight.MEDIUM)
        self._activity.setObjectName("kiosk_activity")
        self._complaints = Label(look, "", Role.BODY, tone=Tone.WARNING)
        self._complaints.setObjectName("kiosk_complaints")
        self._aside = Label(look, "", Role.BODY, tone=Tone.WARNING)
        self._aside.setObjectName("kiosk_aside")
        self._facts = Facts(look)
        self.progress = Banner(look)
        self.progress.setObjectName("kiosk_progress")
        self.buttons = {
            OrderKind.MESSAGE.value: Button(look, "", Kind.SECONDARY, icon=Icon.MESSAGE),
            OrderKind.TEST.value: Button(look, "", Kind.SECONDARY, icon=Icon.CLIPBOARD_CHECK),
            OrderKind.STILL.value: Button(look, "", Kind.SECONDARY, icon=Icon.PHOTO),
            OrderKind.RESTART.value: Button(look, "", Kind.SECONDARY, icon=Icon.TURN),
            OrderKind.LOCK.value: Button(look, "", Kind.SECONDARY, icon=Icon.LOCK),
            OrderKind.UNLOCK.value: Button(look, "", Kind.SECONDARY, icon=Icon.UNLOCK),
            "end_visit": Button(look, "", Kind.SECONDARY, icon=Icon.SIGN_OUT),
        }
        for name, button in self.buttons.items():
            button.setObjectName(f"kiosk_{name}")
            button.clicked.connect(lambda _checked, name=name: self.asked.emit(name))
        self._build()

    def show_kiosk(self, kiosk: HallKiosk, view: HallView, now_s: float) -> None:
        """Show how it is; ages are told as of ``now_s``, this machine's steady clock."""
        look = self.look
        name = QCoreApplication.translate("KioskCard", "Kiosk {number}").format(number=look.number(kiosk.number))
        self._title.set_text(name)
        self._pill.set_state(self._health(kiosk, view, now_s), words.health_mood(kiosk))
        self._activity.set_text(self._use(kiosk, view, now_s))
        self._activity.setVisible(bool(self._activity.said))
        self._complaints.set_text(" · ".join(map(words.complaint_words, kiosk.complaints)))
        self._complaints.setVisible(bool(kiosk.complaints))
        self._aside.set_text(aside_words.count_words(kiosk.aside_count) if kiosk.aside_count else "")
        self._aside.setVisible(bool(kiosk.aside_count))
        self._facts.set_rows(self._rows(kiosk, view, now_s))
        self.setAccessibleName(name)
        self._show_progress(kiosk, view, now_s)
        self._show_buttons(kiosk, name, is_old=view.trouble is not None)

    def _health(self, kiosk: HallKiosk, view: HallView, now_s: float) -> str:
        if kiosk.disabled:
            return QCoreApplication.translate("KioskCard", "Out of service")
        if kiosk.health is Health.SILENT and kiosk.heard_at is not None:
            return QCoreApplication.translate("KioskCard", "Silent for {span}").format(
                span=words.span_words(view.since(kiosk.heard_at, now_s))
            )
        return words.health_words(kiosk.health)

    def _use(self, kiosk: HallKiosk, view: HallView, now_s: float) -> str:
        if kiosk.activity is None or kiosk.since is None:
            if kiosk.enrolled:
                return ""
            return QCoreApplication.translate("KioskCard", "No program has been enrolled for it yet.")
        use = QCoreApplication.translate("KioskCard", "{use}, for {span}").format(
            use=words.activity_words(kiosk.activity), span=words.span_words(view.since(kiosk.since, now_s))
        )
        if kiosk.locked and kiosk.activity in IN_USE:
            use = f"{use} · {QCoreApplication.translate('KioskCard', 'closes after this visit')}"
        if kiosk.health is Health.SILENT:
            return QCoreApplication.translate("KioskCard", "When last heard of: {use}").format(
                use=words.activity_words(kiosk.activity)
            )
        return use

    def _rows(self, kiosk: HallKiosk, view: HallView, now_s: float) -> tuple[tuple[str, str], ...]:
        language = self.look.language
        program = ""
        if kiosk.program and kiosk.uptime_s is not None:
            program = QCoreApplication.translate("KioskCard", "{version}, running for {span}").format(
                version=isolated(kiosk.program), span=words.span_words(timedelta(seconds=kiosk.uptime_s))
            )
        trip = ""
        if kiosk.round_trip_ms is not None:
            trip = QCoreApplication.translate("KioskCard", "answers in %Ln ms", "", kiosk.round_trip_ms)
        devices = ""
        if kiosk.checked_at is not None:
            found = words.parts_words(kiosk.failed) if kiosk.failed else ""
            good = QCoreApplication.translate("KioskCard", "good, {span} ago")
            bad = QCoreApplication.translate("KioskCard", "{parts}, {span} ago")
            span = words.span_words(view.since(kiosk.checked_at, now_s))
            devices = (bad if found else good).format(parts=found, span=span)
        error = ""
        if kiosk.error is not None and kiosk.error_at is not None:
            at = clock_time(here(kiosk.error_at).time(), language)
            error = f"{words.error_words(kiosk.error)} · {at}"
        return (
            (QCoreApplication.translate("KioskCard", "Devices"), devices),
            (QCoreApplication.translate("KioskCard", "Printer"), words.printer_words(kiosk.printer)),
            (QCoreApplication.translate("KioskCard", "Server"), trip),
            (QCoreApplication.translate("KioskCard", "Program"), program),
            (QCoreApplication.translate("KioskCard", "Last fault"), error),
        )

    def _show_progress(self, kiosk: HallKiosk, view: HallView, now_s: float) -> None:
        order = next(iter(kiosk.orders), None)
        if order is None or _is_old_news(order, view, now_s):
            self.progress.say("")
            return
        said = words.progress_words(order)
        if order.state is OrderState.ASKED:
            said = f"{said} · {words.span_words(view.since(order.asked_at, now_s))}"
        self.progress.say(said, words.progress_mood(order))

    def _show_buttons(self, kiosk: HallKiosk, name: str, *, is_old: bool) -> None:
        texts = {
            OrderKind.MESSAGE.value: QCoreApplication.translate("KioskCard", "Message"),
            OrderKind.TEST.value: QCoreApplication.translate("KioskCard", "Test"),
            OrderKind.STILL.value: QCoreApplication.translate("KioskCard", "Picture"),
            OrderKind.RESTART.value: QCoreApplication.translate("KioskCard", "Restart"),
            OrderKind.LOCK.value: QCoreApplication.translate("KioskCard", "Close"),
            OrderKind.UNLOCK.value: QCoreApplication.translate("KioskCard", "Open again"),
            "end_visit": QCoreApplication.translate("KioskCard", "End the visit"),
        }
        can_ask = not is_old and not kiosk.disabled and kiosk.health is not Health.NEVER_HEARD
        is_pending = any(each.state in {OrderState.ASKED, OrderState.TAKEN} for each in kiosk.orders)
        for key, button in self.buttons.items():
            if button.text() != texts[key]:
                button.set_text(texts[key])
            button.setAccessibleName(f"{texts[key]} · {name}")
            button.setEnabled(can_ask and not is_pending)
        self.buttons[OrderKind.LOCK.value].setVisible(not kiosk.locked)
        self.buttons[OrderKind.UNLOCK.value].setVisible(kiosk.locked)
        self.buttons["end_visit"].setVisible(kiosk.locked and kiosk.activity in IN_USE)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignVCenter)
        grid = QGridLayout()
        grid.setSpacing(Space.S)
        rows = (
            (OrderKind.MESSAGE.value, OrderKind.TEST.value),
            (OrderKind.STILL.value, OrderKind.RESTART.value),
        )
        for row, names in enumerate(rows):
            for column, name in enumerate(names):
                grid.addWidget(self.buttons[name], row, column)
                grid.setColumnStretch(column, 1)
        either = QHBoxLayout()  # one of the two is hidden: in a cell of the grid that one would take the gap away
        either.addWidget(self.buttons[OrderKind.LOCK.value])
        either.addWidget(self.buttons[OrderKind.UNLOCK.value])
        grid.addLayout(either, len(rows), 0)
        grid.addWidget(self.buttons["end_visit"], len(rows), 1)
        self.body.setSpacing(Space.S)
        self.body.addLayout(head)
        self.body.addWidget(self._activity)
        self.body.addWidget(self._complaints)
        self.body.addWidget(self._aside)
        self.body.addWidget(self._facts)
        self.body.addStretch(1)
        self.body.addWidget(self.progress)
        self.body.addLayout(grid)


def _is_old_news(order: Order, view: HallView, now_s: float) -> bool:
    return order.ended_at is not None and view.since(order.ended_at, now_s) > _TOLD_FOR
