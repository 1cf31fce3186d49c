"""The inbox: work lists at the line's beginning, the request that is read beside them."""

from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk_client.client.actions import triage_inbox
from desk_client.client.coalesced import Coalesced
from desk_client.client.day import Day, DeskPage
from desk_client.client.inbox import InboxView, Request, Shelf, StepDraft
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.request import RequestStep
from desk_client.i18n.bidi import embedded
from desk_client.ui.bilingual import said
from desk_client.ui.desk.inbox.asking import confirm_words, done_words, has_words
from desk_client.ui.desk.inbox.papers import RequestPapers
from desk_client.ui.desk.inbox.reading import ReadingPane
from desk_client.ui.desk.inbox.time_choice import THEIR_OWN
from desk_client.ui.desk.inbox.words import STEP_ICONS, empty_words, shelf_words, step_name
from desk_client.ui.desk.inbox.work_list import WorkListColumn
from desk_client.ui.desk.key_words import Keys, inbox_keys, paper_keys
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.place import Place
from desk_client.ui.messages import worded
from desk_client.ui.moments import here
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.banner import Mood
from desk_client.ui.widgets.bound_key import bind
from desk_client.ui.widgets.busy import Busy
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.choice import Choice
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.empty_state import EmptyState
from desk_client.ui.widgets.label import Label

_LIST_PX: Final = 520
_STACKED_BELOW_PX: Final = 1080
_SHELVES: Final = (None, Shelf.UNOWNED, Shelf.MINE, Shelf.UNATTENDED)
_AT_ONCE: Final = frozenset({RequestStep.TAKE, RequestStep.UNMERGE})
"""Steps that need nothing written, and can be taken back."""
_UNTOLD: Final = frozenset({RequestStep.HAND})
"""Steps of which the citizen hears nothing, and that a colleague can take back."""
_WITH_OFFICES: Final = frozenset({RequestStep.ROUTE, RequestStep.GIVE_SLOT})
_MOST_KEYS: Final = 9


class InboxPage(Place):
    """Hears of changes by the agency's or the office's line, as the day does; what is shown is the client's inbox."""

    def __init__(
        self, office: Office, have_read: Callable[[Refusal | None], None], parent: QWidget | None = None
    ) -> None:
        """``have_read`` is told how each reading went: None where all is well."""
        super().__init__(parent)
        self.setObjectName("page_inbox")
        self._have_read = have_read
        self._office = office
        self._read = Coalesced(lambda: triage_inbox.look_again(office.client))
        self._dialog: Dialog | None = None
        self._refused_with: Refusal | None = None
        self._has_looked = False
        look = office.look
        self._title = Label(look, "", Role.TITLE, weight=Weight.BOLD, is_heading=True)
        self.shelves = {shelf: Choice(look) for shelf in _SHELVES}
        self._group = QButtonGroup(self)
        for shelf, choice in self.shelves.items():
            choice.setObjectName(f"shelf_{shelf or 'all'}")
            choice.clicked.connect(lambda _checked=False, each=shelf: self._look_at(each))
            self._group.addButton(choice)
        self.list = WorkListColumn(look)
        self.list.setObjectName("work_list")
        self.list.chosen.connect(self._open)
        self._empty = EmptyState(look, Icon.INBOX)
        self._empty.setObjectName("inbox_empty")
        self._failed = EmptyState(look, Icon.SERVER_OFF)
        self._failed.setObjectName("inbox_failed")
        self._failed.action.setObjectName("inbox_again")
        self._failed.action_asked.connect(self.refresh)
        self.earlier = Button(look, "", Kind.QUIET, icon=Icon.PREVIOUS)
        self.later = Button(look, "", Kind.QUIET, icon=Icon.GO)
        for name, button, is_forward in (("turn_earlier", self.earlier, False), ("turn_later", self.later, True)):
            button.setObjectName(name)
            button.clicked.connect(lambda _checked=False, forward=is_forward: self._turn(is_forward=forward))
        self.reading = ReadingPane(look)
        self.papers = RequestPapers(office, self.reading)
        self.reading.step_asked.connect(self._step)
        self.reading.form.asked.connect(self._send)
        self.reading.form.left.connect(self._put_away)
        self.reading.form.changed.connect(self._keep)
        self.reading.form.times.wanted.connect(self._read_times)
        self.reading.form.times.turned.connect(lambda forward: self._turn_times(is_forward=forward))
        self._lists = QStackedWidget()
        self._busy = Busy(look)
        self._build()
        self._add_keys()
        self._leave = office.client.inbox.subscribe(self._show)
        self.retranslate()

    # --- showing --------------------------------------------------------------------------------------------------

    def show_day(self, day: Day) -> None:
        """Read the list once the page is open; whoever goes takes questions with them."""
        if day.session is None or day.page is not DeskPage.INBOX:
            self._has_looked = False
            self._drop()
        elif not self._has_looked:
            self._has_looked = True
            self.refresh()

    def refresh(self) -> None:
        """Something changed: read the page that is shown again."""
        if self._office.day.page is DeskPage.INBOX:
            self._office.bridge.run(self._read(), lambda _none: self._have_read(None), self._have_read)

    def tick(self) -> None:
        """A minute has passed."""
        self.list.tick()

    def loses(self) -> str:
        """Steps that were begun and not taken."""
        if not self._office.client.inbox.value.drafts:
            return ""
        return QCoreApplication.translate("DeskWindow", "A step is not taken yet. What you wrote will be lost.")

    def teardown(self) -> None:
        """End the subscription, and let go of the document that is read."""
        self._leave()
        self.papers.teardown()

    def keys(self) -> Keys:
        """Tell what its keys do."""
        if self.papers.is_reading:
            return paper_keys()
        return inbox_keys(map(shelf_words, _SHELVES), map(step_name, self.reading.offered))

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self._title.set_text(QCoreApplication.translate("Inbox", "Inbox"))
        for number, (shelf, button) in enumerate(self.shelves.items(), 1):
            button.set_text(shelf_words(shelf))
            button.setToolTip(QCoreApplication.translate("Inbox", "Alt+{number}").format(number=number))
        self.earlier.set_text(QCoreApplication.translate("Inbox", "Back"))
        self.later.set_text(QCoreApplication.translate("Inbox", "Further requests"))
        self.list.setAccessibleName(QCoreApplication.translate("Inbox", "Requests, what is due first on top"))
        self.list.retranslate()
        self.reading.retranslate()
        self._show(self._office.client.inbox.value)
        if self._refused_with is not None:
            self._refused(self._refused_with)

    def _show(self, view: InboxView) -> None:
        session = self._office.day.session
        me = "" if session is None else session.person.id
        for shelf, button in self.shelves.items():
            button.setChecked(shelf is view.shelf)
        listed = view.listed
        items = () if listed is None else listed.items
        self.list.show_items(items, me, view.opening)
        if listed is None and view.trouble is not None:
            message = worded(view.trouble)
            self._failed.set_texts(message.title, message.text, QCoreApplication.translate("Inbox", "Try again"))
            self._lists.setCurrentIndex(3)
        elif listed is None:
            self._lists.setCurrentIndex(2)
        else:
            self._empty.set_texts(*empty_words(view.shelf))
            self._lists.setCurrentIndex(0 if items else 1)
        self.earlier.setVisible(len(view.trail) > 1)
        self.later.setVisible(listed is not None and listed.next is not None)
        self.papers.show_view(view)
        self.papers.setVisible(bool(items) or view.opening is not None)
        self._share_out()
        self.reading.show_view(view, me, may_triage=self._office.day.may_triage)

    # --- looking --------------------------------------------------------------------------------------------------

    def _look_at(self, shelf: Shelf | None) -> None:
        self._quiet()
        self._office.bridge.run(triage_inbox.look_at(self._office.client, shelf), _nothing, _passed_over)

    def _turn(self, *, is_forward: bool) -> None:
        action = triage_inbox.turn(self._office.client, is_forward=is_forward)
        self._office.bridge.run(action, _nothing, self._refused)

    def _open(self, request_id: str) -> None:
        self._quiet()
        self._office.bridge.run(
            triage_inbox.open_file(self._office.client, request_id), lambda _none: self._prepare(), self._refused
        )

    def _prepare(self) -> None:
        """A step that was begun before needs what it is chosen from."""
        draft = self._view.draft
        if draft is None or draft.step not in _WITH_OFFICES:
            return

        def there(_none: None) -> None:
            if draft.step is RequestStep.GIVE_SLOT and draft.chosen and draft.chosen[0]:
                self.reading.form.want_times()

        self._office.bridge.run(triage_inbox.read_offices(self._office.client), there, self._refused)

    @property
    def _view(self) -> InboxView:
        return self._office.client.inbox.value

    # --- steps ----------------------------------------------------------------------------------------------------

    def _step(self, step: RequestStep) -> None:
        file = self._view.read
        if file is None or step not in self.reading.offered or self._dialog is not None:
            return
        self._quiet()
        if step in _AT_ONCE:
            action = triage_inbox.take if step is RequestStep.TAKE else triage_inbox.unmerge
            self._carry_out(step, action(self._office.client))
            return
        request = file.item.request
        draft = StepDraft(step)
        if step is RequestStep.DECLINE:
            unit = request.office_title or request.agency_name
            draft = StepDraft(step, (said(unit, self._office.look.language), "", ""))
        elif step is RequestStep.GIVE_SLOT and request.service_id is not None:
            draft = StepDraft(step, chosen=(request.service_id, ""))
        triage_inbox.keep_draft(self._office.client, request.id, draft)
        self.reading.form.take_focus()
        self._prepare()

    def _keep(self, draft: StepDraft) -> None:
        if self._view.opening is not None:
            triage_inbox.keep_draft(self._office.client, self._view.opening, draft)

    def _put_away(self) -> None:
        """Without a question while nothing is written: there is nothing to lose then."""
        draft, opening = self.reading.form.draft, self._view.opening
        if opening is None:
            return

        def forget() -> None:
            triage_inbox.keep_draft(self._office.client, opening, None)
            self.list.take_focus()

        if draft is None or not has_words(draft):
            forget()
            return
        self._ask(
            QCoreApplication.translate("Inbox", "Put this away?"),
            QCoreApplication.translate("Inbox", "What you wrote will be lost."),
            QCoreApplication.translate("Inbox", "Put away"),
            Icon.WARNING,
            forget,
            is_danger=True,
        )

    def _read_times(self, service_id: str, kind: AppointmentKind) -> None:
        today = here(datetime.now(UTC)).date()
        action = triage_inbox.read_times(self._office.client, service_id, kind, (today,))
        self._office.bridge.run(action, _nothing, self._refused)

    def _turn_times(self, *, is_forward: bool) -> None:
        action = triage_inbox.turn_times(self._office.client, is_forward=is_forward)
        self._office.bridge.run(action, _nothing, self._refused)

    def _send(self) -> None:
        draft, file = self.reading.form.draft, self._view.read
        if draft is None or file is None or self.reading.form.send.is_busy:
            return
        if draft.step in _UNTOLD:
            self._carry_out(draft.step, self._action(draft))
            return
        form = self.reading.form
        picks = (form.first, form.times.list, form.times.kind)
        picked = tuple(pick.name(key) for pick, key in zip(picks, draft.chosen, strict=False))
        self._ask(
            QCoreApplication.translate("Inbox", "{step}?").format(step=step_name(draft.step)),
            confirm_words(draft, embedded(file.item.citizen_name), picked),
            step_name(draft.step),
            STEP_ICONS[draft.step],
            lambda: self._carry_out(draft.step, self._action(draft)),
        )

    def _action(self, draft: StepDraft) -> Coroutine[Any, Any, Request | Refusal]:
        client, words, chosen = self._office.client, tuple(each.strip() for each in draft.words), draft.chosen
        match draft.step:
            case RequestStep.ANSWER:
                return triage_inbox.answer(client, words[0])
            case RequestStep.ASK_BACK:
                return triage_inbox.ask_back(client, words[0])
            case RequestStep.ROUTE:
                return triage_inbox.route(client, chosen[0], words[0])
            case RequestStep.ESCALATE:
                return triage_inbox.escalate(client, words[0])
            case RequestStep.DECLINE:
                return triage_inbox.decline(client, *words)
            case RequestStep.HAND:
                return triage_inbox.hand(client, chosen[0])
            case RequestStep.MERGE:
                return triage_inbox.merge(client, chosen[0])
            case _:
                starts_at = None if chosen[1] == THEIR_OWN else chosen[1]
                return triage_inbox.give_slot(client, chosen[0], AppointmentKind(chosen[2]), starts_at)

    def _carry_out(self, step: RequestStep, action: Coroutine[Any, Any, Request | Refusal]) -> None:
        send = self.reading.form.send
        buttons = (send, *self.reading.buttons.values())
        for button in buttons:
            button.setEnabled(False)
        send.set_busy(True)

        def ended() -> None:
            send.set_busy(False)
            for button in buttons:
                button.setEnabled(True)

        def done(_request: Request) -> None:
            self.reading.notice.say(done_words(step), Mood.SUCCESS)
            self.list.take_focus()

        self._office.bridge.run(action, done, self._refused, on_end=ended)

    def _refused(self, refusal: Refusal) -> None:
        """Say why not; where it is another one by now, that it was read anew, and whose it is."""
        self._refused_with = refusal
        if refusal.code not in {RefusalCode.PRECONDITION_FAILED, RefusalCode.ILLEGAL_TRANSITION}:
            message = worded(refusal)
            self.reading.notice.say(f"{message.title}. {message.text}", Mood.ERROR)
            return
        file, session = self._view.read, self._office.day.session
        owner = None if file is None else file.item.owner
        if owner is not None and session is not None and owner.id != session.person.id:
            words = QCoreApplication.translate(
                "Inbox", "This request is with {name} meanwhile. Nothing was done; what you wrote is kept."
            ).format(name=embedded(said(owner.name, self._office.look.language)))
        else:
            words = QCoreApplication.translate(
                "Inbox", "This request has changed meanwhile. Nothing was done; please look at it again."
            )
        self.reading.notice.say(words, Mood.WARNING)

    def _quiet(self) -> None:
        self._refused_with = None
        self.reading.notice.say("")

    # --- asking ---------------------------------------------------------------------------------------------------

    def _ask(
        self, title: str, text: str, confirm: str, icon: Icon, then: Callable[[], None], *, is_danger: bool = False
    ) -> None:
        if self._dialog is not None:
            return
        dialog = self._dialog = Dialog(
            self._office.look,
            self.window(),
            title,
            text,
            confirm=confirm,
            cancel=QCoreApplication.translate("Inbox", "Go back"),
            is_danger=is_danger,
            icon=icon,
        )
        dialog.confirm.setObjectName("inbox_confirm")
        dialog.cancel.setObjectName("inbox_cancel")

        def answered(is_confirmed: bool) -> None:
            self._dialog = None
            if is_confirmed:
                then()

        dialog.answered.connect(answered)

    def _drop(self) -> None:
        """Take an open question away; nothing is done."""
        if self._dialog is not None:
            self._dialog.hide()
            self._dialog.deleteLater()
            self._dialog = None

    # --- Qt -------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at what is read, or at the top of the list."""
        super().showEvent(event)
        self.list.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack list and request where there is no room for both side by side."""
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        """A list of its width beside what is read; the whole place where nothing can be."""
        is_narrow = self.width() < _STACKED_BELOW_PX or self.width() < self.height()
        is_alone = self.papers.isHidden()
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)
        wide = min(self._office.look.scaled(_LIST_PX), round(self.width() * 0.35))
        self._side.setMinimumWidth(0 if is_narrow else wide)  # as wide whatever is read beside it
        self._side.setMaximumWidth(16_777_215 if is_narrow or is_alone else wide)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _add_keys(self) -> None:
        """By numbers, which every layout has where it is; within the page alone."""

        def key(sequence: str, then: Callable[[], None]) -> None:
            bind(self, sequence, then, Qt.ShortcutContext.WidgetWithChildrenShortcut)

        for number, shelf in enumerate(_SHELVES, 1):
            key(f"Alt+{number}", partial(self._look_at, shelf))
        for number in range(1, _MOST_KEYS + 1):
            key(f"Ctrl+{number}", partial(self._step_of_key, number))

    def _step_of_key(self, number: int) -> None:
        offered = self.reading.offered
        if self.reading.form.isHidden() and not self.papers.is_reading and number <= len(offered):
            self._step(offered[number - 1])

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(Space.S)
        top.addWidget(self._title, 1)
        for button in self.shelves.values():
            top.addWidget(button)
        middle = QWidget()
        across = QVBoxLayout(middle)
        across.addStretch()
        across.addWidget(self._busy, 0, Qt.AlignmentFlag.AlignHCenter)
        across.addStretch()
        for part in (self.list, self._empty, middle, self._failed):
            self._lists.addWidget(part)
        turning = QHBoxLayout()
        turning.addWidget(self.earlier)
        turning.addStretch(1)
        turning.addWidget(self.later)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(Space.S)
        side.addWidget(self._lists, 1)
        side.addLayout(turning)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(Space.L)
        self._columns.addWidget(self._side, 9)
        self._columns.addWidget(self.papers, 11)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        column.setSpacing(Space.S)
        column.addLayout(top)
        column.addLayout(self._columns, 1)


def _nothing(_none: None) -> None:
    """The page follows the model."""


def _passed_over(_refusal: Refusal) -> None:
    """The model holds what went wrong."""
