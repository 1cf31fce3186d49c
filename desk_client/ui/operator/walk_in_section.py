"""Those who come without an appointment: numbers are given, called in turn, and let go."""

from collections import deque
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, ClassVar, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.actions import walk_ins
from desk_client.client.coalesced import Coalesced
from desk_client.client.walk_ins import WalkIn, WalkInQueue, WalkInReason, WalkInState, WalkInStep
from desk_client.domain.outcomes import Refusal
from desk_client.domain.walk_in import CALLS_BEFORE_LEFT
from desk_client.i18n.digits import shown
from desk_client.ui.desk.key_words import Keys, pressed
from desk_client.ui.desk.office import Office
from desk_client.ui.moments import RIYADH
from desk_client.ui.operator.called_to import CalledTo
from desk_client.ui.operator.given_number import GivenNumber
from desk_client.ui.operator.number_rows import Deed, NumberRows, Row
from desk_client.ui.operator.refusal_notice import RefusalNotice
from desk_client.ui.operator.scrolling import keep_off_the_bar
from desk_client.ui.operator.section import Report, Section
from desk_client.ui.operator.walk_in_words import called_words, reason_words, refused_words, waiting_words
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.card import CardButton
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.page import ScrollColumn
from desk_client.ui.widgets.panel import Panel

_KEYS: Final = {
    WalkInReason.BOOKING: "F2",
    WalkInReason.KIOSK: "F3",
    WalkInReason.INQUIRY: "F4",
}
_CALL_KEY: Final = "F8"
_SERVED_KEY: Final = "F9"
_GIVING_PX: Final = 360
_SHOWN_ENDED: Final = 5
_MOST_TO_DO: Final = 5


@dataclass(frozen=True)
class Act:
    """Something to be done: what does it, whose button turns meanwhile, and what comes after. A code is done once."""

    does: Callable[[], Coroutine[Any, Any, Refusal | None]]
    button: Button | None = None
    then: Callable[[], None] = lambda: None
    code: str = ""


class WalkInSection(Section):
    """At the line's beginning numbers are given; beside it they are called. F2, F3, F4 give, F8 calls, F9 lets go."""

    code: ClassVar[str] = "walk_ins"
    icon: ClassVar[Icon] = Icon.CLIPBOARD

    def __init__(self, office: Office, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(office, report, parent)
        look = office.look
        self._read = Coalesced(lambda: walk_ins.load(office.client))
        self._acting: Act | None = None
        self._to_do: deque[Act] = deque()
        self._title = Label(look, "", Role.TITLE, weight=Weight.BOLD)
        self._counts = Label(look, "", Role.BODY, tone=Tone.SECOND)
        self._counts.setObjectName("walk_in_counts")
        self.away = Banner(look, Mood.WARNING)
        self.away.setObjectName("walk_ins_away")
        self.notice = RefusalNotice(look)
        self.notice.setObjectName("walk_ins_notice")
        self._give_title = Label(look, "", Role.LEAD, weight=Weight.SEMIBOLD)
        self.priority = CardButton(look, sign=Icon.ACCESSIBILITY, is_choice=True)
        self.priority.setObjectName("priority")
        self.giving = {reason: Button(look, "", Kind.SECONDARY) for reason in WalkInReason}
        self.given = GivenNumber(office)
        self.called_to = CalledTo(look)
        self.call = Button(look, "", Kind.PRIMARY, icon=Icon.SPEAKER)
        self.call.setObjectName("call_next")
        self.call.clicked.connect(self._call)
        self._mine, self._line, self._others, self._ended = (NumberRows(look) for _ in range(4))
        self._giving_column, self._calling_column = ScrollColumn(), ScrollColumn()
        self._nobody = Label(look, "", Role.BODY, tone=Tone.SECOND, is_centred=True)
        for reason, button in self.giving.items():
            button.setObjectName(f"give_{reason.value}")
            button.clicked.connect(lambda _checked=False, reason=reason: self._give(reason))
            self._shortcut(_KEYS[reason], partial(self._give, reason))
        self._shortcut(_CALL_KEY, self._call)
        self._shortcut(_SERVED_KEY, self._serve_first)
        self._build()
        self._leave = office.client.console.walk_ins.subscribe(self._show)
        self.retranslate()

    # --- the section ----------------------------------------------------------------------------------------------

    def title(self) -> str:
        """The section's name."""
        return QCoreApplication.translate("WalkInSection", "Without appointment")

    def refresh(self) -> None:
        """Read the queue again."""
        self.office.bridge.run(self._read(), lambda _none: self._was_read(), self.report)

    def _was_read(self) -> None:
        self.notice.answered()
        self.report(None)

    def loses(self) -> str:
        """Numbers that the server does not know yet."""
        if not self._queue.given:
            return ""
        return QCoreApplication.translate(
            "WalkInSection", "Numbers that were given while the server was away are not handed in yet."
        )

    def forget(self) -> None:
        """Begin anew for the next operator."""
        self.notice.say("")
        self._to_do.clear()
        self.priority.setChecked(False)
        self.called_to.choose(None)
        self.given.quiet()

    def teardown(self) -> None:
        """End the subscription."""
        self._leave()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self._title.set_text(self.title())
        self._give_title.set_text(QCoreApplication.translate("WalkInSection", "Give a number for"))
        self.priority.set_texts(QCoreApplication.translate("WalkInSection", "Priority: old, or with a disability"))
        for reason, button in self.giving.items():
            button.set_text(f"{reason_words(reason)} · {_KEYS[reason]}")
            button.setAccessibleName(reason_words(reason))
        call = QCoreApplication.translate("WalkInSection", "Call the next")
        self.call.set_text(f"{call} · {_CALL_KEY}")
        self.call.setAccessibleName(call)
        self._nobody.set_text(QCoreApplication.translate("WalkInSection", "Nobody waits."))
        self.called_to.retranslate()
        for column in (self._giving_column, self._calling_column):
            keep_off_the_bar(column, self.office.look)
        self.notice.say("")
        self._show(self._queue)

    # --- showing --------------------------------------------------------------------------------------------------

    @property
    def _queue(self) -> WalkInQueue:
        return self.office.client.console.walk_ins.value

    def _show(self, queue: WalkInQueue) -> None:
        language = self.office.look.language
        day = queue.shown
        waiting = () if day is None else day.waiting
        here = queue.waiting_here
        count = len(waiting) + len(here)
        self.attention.emit(count)
        self._counts.set_text(QCoreApplication.translate("WalkInSection", "Waiting: %Ln", "", count))
        self.given.show_told(queue.told, day)
        self.called_to.show_kiosks(() if day is None else day.kiosks)
        self._tell_away(queue)
        mine = [self._mine_row(number) for number in queue.mine]
        called_here = queue.called_here()
        if called_here is not None:
            mine.append(self._here_row(called_here.number, called_here.reason))
        self.call.set_kind(Kind.SECONDARY if mine else Kind.PRIMARY)  # whoever is here is let go first
        self._mine.show_rows(QCoreApplication.translate("WalkInSection", "With you now"), mine)
        rows = [self._waiting_row(number) for number in waiting]
        mark = QCoreApplication.translate("WalkInSection", "given here, not handed in yet")
        rows += [Row(each.number, f"{reason_words(each.reason)} · {mark}") for each in here]
        self._line.show_rows(QCoreApplication.translate("WalkInSection", "In the order of their turns"), rows)
        self._nobody.setVisible(not rows)
        others = () if day is None else tuple(each for each in day.called if not each.is_mine)
        self._others.show_rows(
            QCoreApplication.translate("WalkInSection", "With your colleagues"),
            [Row(each.number, called_words(each, language)) for each in others],
        )
        ended = () if day is None or queue.is_away else day.ended[:_SHOWN_ENDED]
        self._ended.show_rows(
            QCoreApplication.translate("WalkInSection", "Over"),
            [Row(each.number, _ended_words(each), (self._put_back(each),)) for each in ended],
        )

    def _tell_away(self, queue: WalkInQueue) -> None:
        if not queue.is_away:
            self.away.say("")
            return
        text = QCoreApplication.translate(
            "WalkInSection",
            "The server is away. Numbers are given here all the same, {count} are left; only they can be called, "
            "and they are handed in when it is back.",
        )
        self.away.say(text.format(count=shown(queue.left_in_block, self.office.look.language)), Mood.WARNING)

    def _mine_row(self, number: WalkIn) -> Row:
        words = called_words(number, self.office.look.language)
        if self._queue.is_away:  # what becomes of it is told when the server is back
            return Row(number.number, words, is_large=True)
        deeds = [
            self._deed("serve", QCoreApplication.translate("WalkInSection", "Served"), number, WalkInStep.SERVE, True),
            self._deed("recall", QCoreApplication.translate("WalkInSection", "Call again"), number, WalkInStep.RECALL),
            self._put_back(number),
        ]
        if number.calls >= CALLS_BEFORE_LEFT:
            deeds.append(self._goes(number))
        return Row(number.number, words, tuple(deeds), is_large=True)

    def _waiting_row(self, number: WalkIn) -> Row:
        deeds = () if self._queue.is_away else (self._goes(number),)
        return Row(number.number, waiting_words(number, self.office.look.language), deeds)

    def _here_row(self, number: str, reason: WalkInReason) -> Row:
        client = self.office.client

        def deed(code: str, words: str, state: WalkInState, *, is_main: bool = False) -> Deed:
            return Deed(code, words, lambda: walk_ins.settle_here(client, number, state), is_main)

        served = QCoreApplication.translate("WalkInSection", "Served")
        back = QCoreApplication.translate("WalkInSection", "Put back")
        gone = QCoreApplication.translate("WalkInSection", "Not there")
        deeds = (
            deed("serve", served, WalkInState.SERVED, is_main=True),
            deed("put_back", back, WalkInState.WAITING),
            deed("leave", gone, WalkInState.LEFT),
        )
        return Row(number, reason_words(reason), deeds, is_large=True)

    def _goes(self, number: WalkIn) -> Deed:
        words = (
            QCoreApplication.translate("WalkInSection", "Goes")
            if number.state is WalkInState.WAITING
            else QCoreApplication.translate("WalkInSection", "Not there")
        )
        return self._deed("leave", words, number, WalkInStep.LEAVE)

    def _put_back(self, number: WalkIn) -> Deed:
        words = QCoreApplication.translate("WalkInSection", "Put back")
        return self._deed("put_back", words, number, WalkInStep.PUT_BACK)

    def _deed(self, code: str, words: str, number: WalkIn, step: WalkInStep, is_main: bool = False) -> Deed:  # noqa: FBT002 - one flag, told at each call by its place
        return Deed(code, words, lambda: self._step(number, step), is_main)

    # --- doing ----------------------------------------------------------------------------------------------------

    def _give(self, reason: WalkInReason) -> None:
        is_priority = self.priority.isChecked()
        self.priority.setChecked(False)

        def is_given() -> None:
            self.refresh()
            day = self._queue.shown
            self.given.print_it(datetime.now(RIYADH).date() if day is None else day.day)

        client = self.office.client
        self._act(
            Act(lambda: walk_ins.take(client, reason, is_priority=is_priority), self.giving[reason], is_given),
        )

    def _call(self) -> None:
        kiosk_number = self.called_to.kiosk_number
        self._act(Act(lambda: walk_ins.call_next(self.office.client, kiosk_number), self.call, code="call"))

    def _step(self, number: WalkIn, step: WalkInStep) -> None:
        self._act(Act(lambda: walk_ins.step(self.office.client, number, step), code=f"{step} {number.id}"))

    def _serve_first(self) -> None:
        queue = self._queue
        called_here = queue.called_here()
        if queue.mine and not queue.is_away:
            self._step(queue.mine[0], WalkInStep.SERVE)
        elif called_here is not None:
            walk_ins.settle_here(self.office.client, called_here.number, WalkInState.SERVED)

    def _act(self, act: Act) -> None:
        """One after the other: whoever types fast has each number given, but who presses twice calls once."""
        again = [self._acting, *self._to_do]
        if len(self._to_do) < _MOST_TO_DO and not (act.code and any(each and each.code == act.code for each in again)):
            self._to_do.append(act)
            self._go_on()

    def _go_on(self) -> None:
        if self._acting is not None or not self._to_do:
            return
        act = self._acting = self._to_do.popleft()
        self.notice.say("")
        if act.button is not None:
            act.button.set_busy(True)

        def ended() -> None:
            self._acting = None
            if act.button is not None:
                act.button.set_busy(False)
                act.button.setFocus(Qt.FocusReason.OtherFocusReason)
            self._go_on()

        self.office.bridge.run(
            act.does(),
            lambda _none: act.then(),
            lambda refusal: self.notice.refuse(refusal, refused_words(refusal, is_away=self._queue.is_away)),
            on_end=ended,
        )

    def keys(self) -> Keys:
        """Tell what its keys do."""
        return (
            *((reason_words(reason), pressed(key)) for reason, key in _KEYS.items()),
            (QCoreApplication.translate("PageKeys", "Call the next number"), pressed(_CALL_KEY)),
            (QCoreApplication.translate("PageKeys", "The first number was served"), pressed(_SERVED_KEY)),
        )

    def _shortcut(self, key: str, does: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(does)

    def _build(self) -> None:
        look = self.office.look
        give = Panel(look, margin_px=Space.M)
        give.body.setSpacing(Space.S)
        give.body.addWidget(self._give_title)
        for button in self.giving.values():
            give.body.addWidget(button)
        give.body.addWidget(self.priority)
        giving = self._giving_column
        giving.setFixedWidth(look.scaled(_GIVING_PX))
        giving.body.addWidget(give)
        giving.body.addWidget(self.given)
        giving.body.addStretch(1)
        scroll = self._calling_column
        for rows in (self._mine, self._line, self._nobody, self._others, self._ended):
            scroll.body.addWidget(rows)
        scroll.body.addStretch(1)
        calling = QVBoxLayout()
        calling.setSpacing(Space.M)
        calling.addWidget(self.called_to)
        calling.addWidget(self.call)
        calling.addWidget(scroll, 1)
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        row.addWidget(giving)
        row.addLayout(calling, 1)
        titles = QHBoxLayout()
        titles.addWidget(self._title)
        titles.addStretch(1)
        titles.addWidget(self._counts)
        column = QVBoxLayout(self)
        column.setSpacing(Space.M)
        column.addLayout(titles)
        column.addWidget(self.away)
        column.addWidget(self.notice)
        column.addLayout(row, 1)


def _ended_words(number: WalkIn) -> str:
    over = (
        QCoreApplication.translate("WalkInSection", "served")
        if number.state is WalkInState.SERVED
        else QCoreApplication.translate("WalkInSection", "gone")
    )
    return f"{reason_words(number.reason)} · {over}"
