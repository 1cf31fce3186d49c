"""The base of a kiosk's pages: a question in the middle, its answer below it, and at most one main action."""

from collections.abc import Callable, Coroutine
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from desk_client.client.flows import kiosk as flow
from desk_client.client.visit import Page, Visit
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.messages import worded
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.card import CardButton
from desk_client.ui.widgets.day_cell import DayCell
from desk_client.ui.widgets.focus import follow
from desk_client.ui.widgets.key_cap import KeyCap
from desk_client.ui.widgets.keypad import Keypad
from desk_client.ui.widgets.label import Label
from desk_client.ui.widgets.page_title import PageTitle
from desk_client.ui.widgets.pressable import Pressable
from desk_client.ui.widgets.scroll_edge import ScrollEdge
from desk_client.ui.widgets.touch_scroll import scroll_by_touch

Action = Callable[[], Coroutine[Any, Any, Refusal | None]]

_UNANSWERED = frozenset({RefusalCode.SERVER_UNAVAILABLE, RefusalCode.TIMEOUT})
_GUTTER_PX = int(Space.L)
"""On either side of the content: where its scroll bar stands when it has one."""
_LOW_PX = 250
_WITHIN_REACH = 0.62
"""Of an upright screen's height, from below: what is pressed by somebody who sits."""
_UPRIGHT = 1.2
_ABOVE_MIDDLE = 0.42  # what stands a little above the middle looks centred
_ABOVE_UPRIGHT = 0.3
"""Upright there is more room than is needed: the question stands where somebody who stands looks first."""
_GROWS_BY, _GROWS_TO = 0.4, 0.5
"""And what is pressed takes some of that room: of what is spare, and of what the content is high without it."""
_ABOVE_KEYBOARD = 0.7
"""And what is typed stands near the keys that type it."""


class VisitPage(QWidget):
    """One question. Subclasses fill ``body``, name things in ``relabel`` and show the visit in ``refresh``.

    What the person types stays in the page's fields until an action takes it; ``entered`` puts the visit's own answers
    there. A refused action leaves everything as it is, words the refusal above the answer and offers another try.
    """

    page: ClassVar[Page]
    measure_px: ClassVar[int] = 960
    """The widest that the content becomes: a line that is longer is not read."""
    wants_keyboard: ClassVar[bool] = False
    wants_latin: ClassVar[bool] = False
    """Whether the touch keyboard begins with Latin letters, whatever language is spoken."""
    fills: ClassVar[bool] = False
    """Whether the content takes all the height that there is, as a calendar does."""
    grows: ClassVar[bool] = True
    """Whether cards and keys are larger upright; not where some come up later, and nothing is to move by that."""

    server_missed = Signal()
    """An action found nobody there: the window looks whether the server answers at all."""
    person_active = Signal()
    """They are there, though they touch nothing: the visit does not end by itself meanwhile."""
    said_anew = Signal()
    """Somebody else than the visitor has changed what is to be read: whoever has pages read aloud hears it."""
    visit_over = Signal()
    """Nothing comes after this page."""

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counter = counter
        self.look = counter.look
        self.client = counter.client
        self.setObjectName(f"page_{self.page}")
        self.title = PageTitle(self.look)
        self.notice = Banner(self.look)
        self.notice.setObjectName("notice")
        self.notice.action.setObjectName("try_again")
        self.notice.action_asked.connect(self._try_again)
        self._again: Callable[[], None] | None = None
        self._refusal: Refusal | None = None
        self._running: object | None = None
        self._is_reading = False
        self._content = QWidget()
        self._content.setObjectName("page")
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(_GUTTER_PX, 0, _GUTTER_PX, 0)
        self.body.setSpacing(Space.L)
        self._spacing = int(Space.L)
        self.body.addWidget(self.title)
        self.body.addWidget(self.notice)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._content)
        scroll_by_touch(self._scroll, self.look)
        ScrollEdge(self.look, self._scroll, lambda colours: colours.background)
        self._foot = QWidget(self)
        self.foot = QHBoxLayout(self._foot)
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.foot.setSpacing(Space.M)
        self.back: Button | None = None
        self.main: Button | None = None
        self._content.installEventFilter(self)
        self._foot.installEventFilter(self)

    # --- for subclasses -------------------------------------------------------------------------------------------

    @property
    def visit(self) -> Visit:
        """The visit as it stands."""
        return self.client.visit.value

    @property
    def is_busy(self) -> bool:
        """Whether an action of this page runs."""
        return self._running is not None

    @property
    def is_acting(self) -> bool:
        """Whether an action runs that may lead to another page: other ways there wait for it."""
        return self.is_busy and not self._is_reading

    @property
    def keyboard_target(self) -> QWidget | None:
        """The field that the touch keyboard types into, on a page that wants one."""
        return None

    def relabel(self) -> None:
        """Write every text anew in the language spoken now."""

    def refresh(self, visit: Visit) -> None:
        """Show what the visit holds; called while the page is shown, and again at each change."""

    def entered(self) -> None:
        """The page has come up: put the visit's answers into the fields, load what is asked for."""

    def left(self) -> None:
        """The page has gone: let cameras and timers rest."""

    def keep_typed(self) -> None:
        """The page is left without its main action: take along what was typed and not confirmed yet."""

    def may_be_left(self) -> bool:
        """Whether the visit may be led elsewhere now, as no action runs; what was typed is taken along then."""
        if self.is_acting:
            return False
        self.keep_typed()
        return True

    def revived(self) -> None:
        """The server answers again: read what could not be read."""

    def teardown(self) -> None:
        """The window is about to go: end subscriptions."""

    def spoken(self) -> str:
        """What is on the page, as it is read aloud: a line for each text, and for each thing that can be pressed."""
        lines: list[str] = []
        for widget in (*self._content.findChildren(QWidget), *self._foot.findChildren(QWidget)):
            is_pressed = isinstance(widget, Pressable) and widget.isEnabled()
            if widget.isVisible() and (is_pressed or isinstance(widget, Label)) and not _is_one_of_many(widget):
                lines.append(widget.accessibleName())
        return "\n".join(dict.fromkeys(filter(None, lines)))

    def add_back(self) -> Button:
        """Add the way back at the line's beginning."""
        self.back = Button(self.look, "", Kind.SECONDARY, icon=Icon.BACK)
        self.back.setObjectName("back")
        self.back.clicked.connect(self.go_back)
        self.foot.addWidget(self.back)
        self.foot.addStretch()
        return self.back

    def add_main(self, name: str, pressed: Callable[[], None], icon: Icon = Icon.FORWARD) -> Button:
        """Add the main action at the line's end; Enter presses it too."""
        self.main = Button(self.look, "", Kind.PRIMARY, icon=icon, is_icon_after=icon is Icon.FORWARD)
        self.main.setObjectName(name)
        self.main.setMinimumWidth(220)
        self.main.clicked.connect(pressed)
        self.foot.addWidget(self.main)
        return self.main

    def ask(
        self,
        action: Action,
        then: Callable[[], None] | None = None,
        *,
        button: Button | None = None,
        is_reading: bool = False,
    ) -> None:
        """Run an action: busy meanwhile, and its refusal worded here; a page asks one thing at a time.

        The button turns a wheel (the main action's, where none is named); with `is_reading` none does, and nobody who
        touches something else has to wait for it.
        """
        if self.is_acting or (self.is_busy and is_reading):
            return
        wheel = None if is_reading else button or self.main
        run = self._running = object()
        self._is_reading = is_reading
        self.hush()
        self._show_busy(wheel, is_busy=True)

        def rest() -> None:
            if self._running is run:
                self._running = None
                self._show_busy(wheel, is_busy=False)

        def done(_nothing: None) -> None:
            rest()
            if then is not None:
                then()

        def refused(refusal: Refusal) -> None:
            rest()
            if refusal.code in _UNANSWERED:
                self.server_missed.emit()
            self.on_refusal(refusal, lambda: self.ask(action, then, button=button, is_reading=is_reading))

        self.counter.bridge.run(action(), done, refused, on_end=rest)

    def on_refusal(self, refusal: Refusal, again: Callable[[], None]) -> None:
        """Say what was refused; pages with a field say it at the field where it is about what was typed."""
        self.refuse(refusal, again)

    def refuse(self, refusal: Refusal, again: Callable[[], None] | None = None) -> None:
        """Word a refusal above the answer."""
        self._refusal, self._again = refusal, again
        message = worded(refusal)
        retry = QCoreApplication.translate("VisitPage", "Try again") if message.can_retry and again else ""
        self.notice.say(f"{message.title}. {message.text}", Mood.ERROR, retry)
        self._scroll.ensureVisible(0, 0)

    def hush(self) -> None:
        """Take the notice away."""
        self._refusal = self._again = None
        self.notice.say("")

    def bring_up(self, widget: QWidget) -> None:
        """Scroll the content so that a part of it is seen, once it is laid out."""
        QTimer.singleShot(0, widget, lambda: self._scroll.ensureWidgetVisible(widget, 0, Space.M))

    def go_back(self) -> None:
        """Go to the question before, with every answer kept, also the one that was being given."""
        if self.may_be_left():
            self.client.visit.set(flow.back(self.visit))

    def press_main(self) -> None:
        """Do what Enter does."""
        if self.main is not None and self.main.isEnabled() and self.main.isVisible():
            self.main.click()

    # --- Qt -------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter do the main action, and Escape go back where that is harmless."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.press_main()
        elif event.key() == Qt.Key.Key_Escape and self.back is not None and self.back.isVisible():
            self.go_back()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language; what was typed stays."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._relabel_all()
        elif event.type() == QEvent.Type.StyleChange:
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Place everything anew when the content's height has changed."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Centre the content in a comfortable measure."""
        super().resizeEvent(event)
        self._place()

    def _relabel_all(self) -> None:
        if self.back is not None:
            self.back.set_text(QCoreApplication.translate("VisitPage", "Back"))
        self.relabel()
        self.refresh(self.visit)
        if self._refusal is not None:
            self.refuse(self._refusal, self._again)

    def ready(self) -> None:
        """Order the keys' way and write the texts for the first time; the last line of a subclass's ``__init__``."""
        entries = (self.foot.itemAt(at) for at in range(self.foot.count()))
        in_foot = (entry.widget() for entry in entries if entry is not None)
        follow(self._content, self._content, *(each for each in in_foot if each is not None))
        self._spacing = self.body.spacing()
        self._relabel_all()

    def _place(self) -> None:
        """Lay content and actions out as one block; content that is too high is squeezed, then scrolls."""
        margin = Space.L
        is_upright = self.height() > _UPRIGHT * self.width()
        width = self.width() - 2 * margin
        if not is_upright:  # upright every page is as wide as the window: none is so wide that its lines are not read
            width = min(width, self.look.scaled(self.measure_px))
        inner = width + 2 * _GUTTER_PX
        left = (self.width() - width) // 2
        foot = self._foot.sizeHint().height() if self.foot.count() else 0
        edge, between = self._squeeze(inner, foot)
        room = self._room(edge, between, foot)
        wanted = self._wanted_height(inner)
        is_low_down = self.look.look.is_within_reach
        reached = room
        if is_low_down and is_upright:
            reached = min(room, max(round(self.height() * _WITHIN_REACH), self._least_height(inner)))
        height = max(0, reached if self.fills else min(wanted, room))
        spare = max(0, room - height)
        if is_upright and self.grows and not is_low_down and self._is_larger_better():
            grown = min(spare * _GROWS_BY, height * _GROWS_TO)
            height, spare = height + round(grown), spare - round(grown)
        share = _ABOVE_MIDDLE
        if is_upright:
            share = _ABOVE_KEYBOARD if self.wants_keyboard else _ABOVE_UPRIGHT
        top = edge + (spare if is_low_down else round(spare * share))
        self._scroll.setGeometry(left - _GUTTER_PX, top, inner, height)
        if self._least_height(inner) > height:
            inner -= self._scroll.verticalScrollBar().sizeHint().width()
        self._content.resize(inner, max(height, self._least_height(inner)))
        if self.keyboard_target is not None:
            self._scroll.ensureWidgetVisible(self.keyboard_target, 0, 0)
        self._foot.setGeometry(left, top + height + between, width, foot)

    def _squeeze(self, inner: int, foot: int) -> tuple[int, int]:
        """Leave out what can be done without where that keeps all in sight; return the distances around the content.

        Above a keyboard the field is what has to be seen: there even the question gives way, which the field repeats.
        """
        usual, tight = (int(Space.M), int(Space.L if foot else 0)), (int(Space.S), int(Space.M if foot else 0))
        if self.fills or (self.title.isHidden() and not self.wants_keyboard):
            return usual
        whole, brief = (self.title.height_within(inner - 2 * _GUTTER_PX, is_brief=each) for each in (False, True))
        ways = [(usual, self._spacing, whole), (tight, int(Space.S), whole), (tight, int(Space.S), brief)]
        if self.wants_keyboard:
            is_low = self._room(*usual, foot) < self.look.scaled(_LOW_PX)
            ways = [*ways[2 if is_low else 0 :], (tight, int(Space.S), 0)]
        fits = (way for way in ways if self._least_with(inner, *way[1:]) <= self._room(*way[0], foot))
        distances, spacing, title_px = next(fits, ways[-1 if self.wants_keyboard else 0])  # a list scrolls anyway
        if spacing != self.body.spacing():  # set again it would ask to be laid out again, and so on without an end
            self.body.setSpacing(spacing)
        self.title.set_brief(title_px < whole)
        if self.wants_keyboard:
            self.title.setHidden(title_px == 0)
        return distances

    def _least_with(self, inner: int, spacing: int, title_px: int) -> int:
        """Return the least height of the content with such distances and a question that high."""
        entries = (self.body.itemAt(at) for at in range(self.body.count()))
        between = max(0, sum(entry is not None and not entry.isEmpty() for entry in entries) - 1)
        least = self._least_height(inner) + between * (spacing - self.body.spacing())
        shown = 0 if self.title.isHidden() else self.title.shown_height(inner - 2 * _GUTTER_PX) + spacing
        return least - shown + (title_px + spacing if title_px else 0)

    def _is_larger_better(self) -> bool:
        """Whether there is something to press that takes the height it is given."""
        pressed = (each for kind in (CardButton, Keypad) for each in self._content.findChildren(kind))
        return any(each.isVisibleTo(self._content) for each in pressed)

    def _room(self, edge: int, between: int, foot: int) -> int:
        return self.height() - 2 * edge - foot - between

    def _wanted_height(self, width: int) -> int:
        if self.body.hasHeightForWidth():
            return self.body.totalHeightForWidth(width)
        return self.body.totalSizeHint().height()

    def _least_height(self, width: int) -> int:
        if self.body.hasHeightForWidth():
            return self.body.totalMinimumHeightForWidth(width)
        return self.body.totalMinimumSize().height()

    def _try_again(self) -> None:
        if self._again is not None:
            self._again()

    def _show_busy(self, wheel: Button | None, *, is_busy: bool) -> None:
        if wheel is not None and isValid(wheel):  # a card's button goes with its card
            wheel.set_busy(is_busy)


def _is_one_of_many(widget: QWidget) -> bool:
    """A key, or a day of the calendar: nobody would listen to all of them."""
    return any(isinstance(each, KeyCap | DayCell) for each in (widget, widget.parentWidget()))
