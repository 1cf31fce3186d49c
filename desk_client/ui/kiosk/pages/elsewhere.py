"""Being confirmed elsewhere while the kiosk waits: in the national sign-on's app, or at the operator's desk."""

from datetime import timedelta
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.actions import recognise
from desk_client.client.visit import Page, Visit, Way
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.dates import elapsed
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.large_number import LargeNumber
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.kiosk.sides import Sides
from desk_client.ui.messages import worded
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space
from desk_client.ui.widgets.busy import Busy
from desk_client.ui.widgets.empty_state import EmptyState
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.reassurance import Reassurance

_LOOK_EVERY_MS = 2_000
_CLOCK_EVERY_MS = 500
_GRACE = timedelta(seconds=15)
"""So long after its time a challenge that nobody could ask about counts as over: nothing else is decided here."""
_MISSED = frozenset({RefusalCode.SERVER_UNAVAILABLE, RefusalCode.TIMEOUT})
_OVER_PX = 280


class ElsewherePage(VisitPage):
    """A number to be known by, what to do with it, and how long there is; it goes on by itself.

    Where it is over, that is said, with another try; the way back leads to the other ways, and nothing is lost.
    """

    measure_px = 1040
    way: ClassVar[Way]

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._over: Refusal | None = None
        self._is_looking = False
        self._named = Label(self.look, "", Role.BODY, tone=Tone.SECOND, is_centred=True)
        self.number = LargeNumber(self.look)
        self.number.setObjectName("number")
        shown = Panel(self.look)
        shown.body.addStretch()
        shown.body.addWidget(self._named)
        shown.body.addWidget(self.number)
        shown.body.addStretch()
        self._steps = tuple(Label(self.look, "", Role.BODY) for _ in range(3))
        self._life = Reassurance(self.look, Icon.TIMER)
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addStretch(1)
        for step in self._steps:
            column.addWidget(step)
        column.addSpacing(Space.S)
        waits = QHBoxLayout()
        waits.setSpacing(Space.M)
        waits.addWidget(Busy(self.look, 32), 0, Qt.AlignmentFlag.AlignTop)
        waits.addWidget(self._life, 1)
        column.addLayout(waits)
        column.addStretch(1)
        self._waiting = Sides(shown, told, shares=(5, 6))
        self.ended = EmptyState(self.look, Icon.TIMER)
        self.ended.setObjectName("ended")
        self.ended.setMinimumHeight(_OVER_PX)
        self.ended.action.setObjectName("ask_again")
        self.ended.action_asked.connect(self._ask_again)
        self.body.addWidget(self._waiting)
        self.body.addWidget(self.ended)
        self.add_back()
        self._looks = QTimer(self)
        self._looks.setInterval(_LOOK_EVERY_MS)
        self._looks.timeout.connect(self._look)
        self._clock = QTimer(self)
        self._clock.setInterval(_CLOCK_EVERY_MS)
        self._clock.timeout.connect(self._tell_time)
        self.ready()

    # --- for subclasses -------------------------------------------------------------------------------------------

    def headline(self) -> tuple[str, str]:
        """Title and hint."""
        raise NotImplementedError

    def named(self) -> str:
        """What the number is."""
        raise NotImplementedError

    def shown_number(self, visit: Visit) -> str:
        """The number to show."""
        raise NotImplementedError

    def steps(self) -> tuple[str, str, str]:
        """What to do, one thing after the other."""
        raise NotImplementedError

    def over_words(self, refusal: Refusal) -> tuple[str, str]:
        """Why it is over, and what one can do."""
        if refusal.code is RefusalCode.CODE_EXPIRED:
            return (
                QCoreApplication.translate("ElsewherePages", "The time is over"),
                QCoreApplication.translate(
                    "ElsewherePages", "Nothing is lost. You can try again, or go back and choose another way."
                ),
            )
        message = worded(refusal)
        return message.title, message.text

    # --- the page -------------------------------------------------------------------------------------------------

    def entered(self) -> None:
        """Begin to look whether it was confirmed."""
        self._over = None
        self._looks.start()
        self._clock.start()
        self.refresh(self.visit)

    def left(self) -> None:
        """Look no longer."""
        self._looks.stop()
        self._clock.stop()
        self.number.set_number("")

    def relabel(self) -> None:
        """Word the page."""
        self._named.set_text(self.named())
        for label, text in zip(self._steps, self.steps(), strict=True):
            label.set_text(text)
        if self.back is not None:
            self.back.set_text(QCoreApplication.translate("ElsewherePages", "Another way"))

    def refresh(self, visit: Visit) -> None:
        """Show the number, or that it is over."""
        waits = visit.challenge is not None
        title, hint = self.headline()
        self.title.set_texts(title, hint if waits else "")
        self.number.set_number(self.shown_number(visit) if waits else "")
        self._waiting.setVisible(waits)
        self.ended.setVisible(not waits)
        if not waits:
            why, text = self.over_words(self._over or Refusal(RefusalCode.CODE_EXPIRED))
            self.ended.set_texts(why, text, QCoreApplication.translate("ElsewherePages", "Try again"))
        self._tell_time()

    def show_over(self, refusal: Refusal) -> None:
        """Say why it is over."""
        self._over = refusal
        self.hush()
        self.refresh(self.visit)

    def go_back(self) -> None:
        """Choose another way; nobody waits for this one any longer."""
        if not self.is_acting:
            self.counter.bridge.run(recognise.give_up(self.client), lambda _nothing: None, lambda _refusal: None)

    def _ask_again(self) -> None:
        self.ask(lambda: recognise.begin(self.client, self.way), self.entered, button=self.ended.action)

    def _look(self) -> None:
        if self._is_looking or self.is_acting or self.visit.challenge is None:
            return
        self._is_looking = True
        self.counter.bridge.run(
            recognise.look(self.client), lambda _nothing: self.hush(), self._refused, on_end=self._looked
        )

    def _looked(self) -> None:
        self._is_looking = False

    def _refused(self, refusal: Refusal) -> None:
        if self.visit.page is not self.page:
            return
        if refusal.code not in recognise.PASSING:
            self.show_over(refusal)
            return
        if refusal.code in _MISSED:
            self.server_missed.emit()
        self.refuse(refusal)

    def _tell_time(self) -> None:
        challenge = self.visit.challenge
        if challenge is None:
            return
        left = challenge.expires_at - self.counter.now()
        if left < -_GRACE and not self._is_looking:
            self._over = Refusal(RefusalCode.CODE_EXPIRED)
            recognise.let_go(self.client)
            return
        text = QCoreApplication.translate("ElsewherePages", "There is time for {time}. We go on by ourselves.")
        self._life.set_text(text.format(time=elapsed(max(left, timedelta()), self.look.language)))


class NafathPage(ElsewherePage):
    """The number that the person picks in the app on their mobile."""

    page = Page.NAFATH
    way = Way.NAFATH

    def named(self) -> str:
        """Say where the number is wanted."""
        return QCoreApplication.translate("ElsewherePages", "Choose this number in Nafath")

    def shown_number(self, visit: Visit) -> str:
        """Return the number as the app shows it."""
        return "" if visit.challenge is None else visit.challenge.number_to_show or ""

    def steps(self) -> tuple[str, str, str]:
        """Return what to do in the app."""
        return (
            QCoreApplication.translate("ElsewherePages", "Open the Nafath app on your mobile."),
            QCoreApplication.translate("ElsewherePages", "Open the request from Majlis, and choose this number."),
            QCoreApplication.translate("ElsewherePages", "Confirm it with your face, finger or code."),
        )

    def headline(self) -> tuple[str, str]:
        """Return title and hint."""
        return (
            QCoreApplication.translate("ElsewherePages", "Confirm it in Nafath"),
            QCoreApplication.translate("ElsewherePages", "Never give this number to anybody who calls you."),
        )


class DeskPage(ElsewherePage):
    """The kiosk's number, by which the operator finds who waits."""

    page = Page.DESK
    way = Way.OPERATOR

    def named(self) -> str:
        """Say what the number is."""
        return QCoreApplication.translate("ElsewherePages", "Tell the operator this kiosk's number")

    def shown_number(self, visit: Visit) -> str:
        """Return the number of this kiosk in its hall."""
        del visit
        kiosk = self.client.station.value.kiosk
        return "" if kiosk is None else self.look.number(kiosk.number)

    def steps(self) -> tuple[str, str, str]:
        """Return what to do at the desk."""
        return (
            QCoreApplication.translate("ElsewherePages", "Take your ID or passport to the operator's desk."),
            QCoreApplication.translate("ElsewherePages", "The operator looks at it and confirms you."),
            QCoreApplication.translate("ElsewherePages", "Then come back: this kiosk is kept for you."),
        )

    def over_words(self, refusal: Refusal) -> tuple[str, str]:
        """Say what the operator's own no means."""
        if refusal.code is RefusalCode.IDENTITY_REJECTED:
            return (
                QCoreApplication.translate("ElsewherePages", "You could not be let in"),
                QCoreApplication.translate("ElsewherePages", "Please ask the operator at the desk."),
            )
        return super().over_words(refusal)

    def headline(self) -> tuple[str, str]:
        """Return title and hint."""
        return (
            QCoreApplication.translate("ElsewherePages", "Please go to the operator's desk"),
            QCoreApplication.translate("ElsewherePages", "Your papers are enough; no mobile is needed."),
        )
