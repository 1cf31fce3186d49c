"""The hall's operator was called: whether somebody comes, and what else one can do."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import call_operator, find_point
from desk_client.client.kiosk import KioskService
from desk_client.client.visit import Page, Visit
from desk_client.domain.call_for_help import HelpStage
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.dates import elapsed
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.avatar import Avatar
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel

_LOOK_EVERY_MS = 3_000
_TELL_EVERY_MS = 1_000


class OperatorPage(VisitPage):
    """Calls when it comes up, tells how the call stands, and lets it be called off."""

    page = Page.OPERATOR
    measure_px = 880

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._sign = Avatar(self.look, Icon.HAND, 96)
        self._state = Label(self.look, "", Role.SUBTITLE, weight=Weight.SEMIBOLD, is_centred=True)
        self._state.setObjectName("help_state")
        self._advice = Label(self.look, "", Role.BODY, tone=Tone.SECOND, is_centred=True)
        self._since = Label(self.look, "", Role.BODY, tone=Tone.SECOND, is_centred=True)
        panel = Panel(self.look, margin_px=Space.XL)
        panel.body.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._state, self._advice, self._since):
            panel.body.addWidget(label)
        self.body.addWidget(panel)
        self.add_back()
        self._elsewhere = Button(self.look, "", Kind.SECONDARY, icon=Icon.BUILDING)
        self._elsewhere.setObjectName("other_points")
        self._elsewhere.clicked.connect(self._go_elsewhere)
        self.foot.addWidget(self._elsewhere)
        self._cancel = Button(self.look, "", Kind.SECONDARY, icon=Icon.CLOSE)
        self._cancel.setObjectName("cancel_call")
        self._cancel.clicked.connect(self._call_off)
        self.foot.addWidget(self._cancel)
        self.add_main("call_again", self._call, Icon.HAND)
        self._look_again = _timer(self, _LOOK_EVERY_MS, self._look)
        self._tell_again = _timer(self, _TELL_EVERY_MS, lambda: self.refresh(self.visit))
        self.ready()

    def entered(self) -> None:
        """Call, unless somebody was called already, and watch who comes."""
        if self.visit.help is None:
            self._call()
        self._look_again.start()
        self._tell_again.start()

    def left(self) -> None:
        """Watch no longer; the call stands until somebody comes, or it is called off."""
        self._look_again.stop()
        self._tell_again.stop()

    def relabel(self) -> None:
        """Name what can be done."""
        self._cancel.set_text(QCoreApplication.translate("OperatorPage", "Cancel the call"))
        self._elsewhere.set_text(QCoreApplication.translate("OperatorPage", "Other service points"))
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("OperatorPage", "Call again"))

    def refresh(self, visit: Visit) -> None:
        """Tell how the call stands."""
        self.title.set_texts(QCoreApplication.translate("OperatorPage", "Talk to the operator"))
        stage = None if visit.help is None else visit.help.stage
        self._tell(stage)
        stands = stage in {HelpStage.CALLED, HelpStage.ON_THE_WAY, HelpStage.UNANSWERED}
        self._cancel.setVisible(stands)
        kiosk = self.client.station.value.kiosk
        has_points = kiosk is not None and KioskService.SERVICE_POINTS in kiosk.services
        self._elsewhere.setVisible(stage is HelpStage.UNANSWERED and has_points)
        if self.main is not None:
            self.main.setVisible(stage is HelpStage.OVER)
        since = ""
        if visit.help is not None and stands:
            waited = self.counter.now() - visit.help.called_at
            text = QCoreApplication.translate("OperatorPage", "Called {time} ago")
            since = text.format(time=elapsed(waited, self.look.language))
        self._since.set_text(since)
        self._since.setVisible(bool(since))

    def on_refusal(self, refusal: Refusal, again: Callable[[], None]) -> None:
        """Where the call could not be made, the staff in the hall are near; a look that fails is repeated by itself."""
        if self.visit.help is None and refusal.code is not RefusalCode.NOT_FOUND:
            self.refuse(refusal, again)
        self.refresh(self.visit)

    def revived(self) -> None:
        """Make the call that could not be made."""
        if self.visit.help is None:
            self._call()

    def _tell(self, stage: HelpStage | None) -> None:
        match stage:
            case HelpStage.ON_THE_WAY:
                sign, state, advice = (
                    Icon.ARRIVED,
                    QCoreApplication.translate("OperatorPage", "The operator is on the way to you"),
                    QCoreApplication.translate("OperatorPage", "Please stay at this kiosk."),
                )
            case HelpStage.UNANSWERED:
                sign, state, advice = (
                    Icon.CLOCK,
                    QCoreApplication.translate("OperatorPage", "Nobody has answered yet"),
                    QCoreApplication.translate(
                        "OperatorPage",
                        "Your call still stands. You can also speak to the staff at the entrance of the hall, or go on "
                        "by yourself: everything here can be done without the operator.",
                    ),
                )
            case HelpStage.OVER:
                sign, state, advice = (
                    Icon.CHECK,
                    QCoreApplication.translate("OperatorPage", "The call has ended"),
                    QCoreApplication.translate("OperatorPage", "If you still need somebody, call again."),
                )
            case HelpStage.CALLED:
                sign, state, advice = (
                    Icon.HAND,
                    QCoreApplication.translate("OperatorPage", "The operator of this hall has been called"),
                    QCoreApplication.translate("OperatorPage", "Please stay at this kiosk; somebody comes to you."),
                )
            case None:
                sign, state, advice = (
                    Icon.HAND,
                    QCoreApplication.translate("OperatorPage", "Calling the operator…")
                    if self.is_busy
                    else QCoreApplication.translate("OperatorPage", "The call could not be made"),
                    QCoreApplication.translate("OperatorPage", "The staff of the hall are at its entrance as well."),
                )
        self._sign.set_sign(sign)
        self._state.set_text(state)
        self._advice.set_text(advice)

    def _call(self) -> None:
        self.ask(lambda: call_operator.call(self.client), lambda: self.refresh(self.visit), is_reading=True)
        self.refresh(self.visit)

    def _look(self) -> None:
        call = self.visit.help
        if call is not None and call.stage is not HelpStage.OVER and not self.is_busy:
            self.ask(lambda: call_operator.look(self.client), is_reading=True)

    def _call_off(self) -> None:
        self.ask(lambda: call_operator.call_off(self.client), button=self._cancel)

    def _go_elsewhere(self) -> None:
        if not self.is_acting:
            find_point.begin(self.client)


def _timer(owner: QWidget, every_ms: int, then: Callable[[], None]) -> QTimer:
    timer = QTimer(owner)
    timer.setInterval(every_ms)
    timer.timeout.connect(then)
    return timer
