"""The request that is read: who asks and how that is known, their words, what was done so far, and the next step."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk_client.client.inbox import InboxView, RequestFile, StepTaken
from desk_client.domain.request import OPEN_STATES, RequestState, RequestStep
from desk_client.i18n.bidi import isolated
from desk_client.ui.bilingual import said
from desk_client.ui.desk.document_cards import DocumentCards
from desk_client.ui.desk.inbox.step_form import StepForm
from desk_client.ui.desk.inbox.words import (
    STEP_ICONS,
    history_words,
    moment_words,
    owner_words,
    service_words,
    state_words,
    step_name,
    wish_words,
)
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.avatar import Avatar
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.empty_state import EmptyState
from desk_client.ui.widgets.facts import Facts
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.page import ScrollColumn
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.pill import Pill
from desk_client.ui.widgets.scroll_edge import ScrollEdge
from desk_client.ui.widgets.subject_box import SubjectBox

_MOST_COLUMNS = 5
_FEWEST_COLUMNS = 2


class ReadingPane(Panel):
    """Shows a request's file, or says how to open one. What is wrong is told in ``notice``, above the steps."""

    step_asked = Signal(object)
    """A `RequestStep` was pressed."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(look, margin_px=0, parent=parent)
        self.setObjectName("reading")
        self._view = InboxView()
        self._me, self._may_triage = "", False
        self._steps: tuple[StepTaken, ...] | None = None
        self._avatar = Avatar(look, "", 56)
        self._name = Label(look, "", Role.TITLE, weight=Weight.BOLD, is_heading=True)
        self._name.setObjectName("reading_name")
        self._state = Pill(look)
        self._state.setObjectName("reading_state")
        self._wish = SubjectBox(look)
        self._wish.setObjectName("reading_wish")
        self.documents = DocumentCards(look)
        self._facts = Facts(look)
        self.form = StepForm(look)
        self._history_title = Label(look, "", Role.SUBTITLE, weight=Weight.SEMIBOLD, is_heading=True)
        self._history = QVBoxLayout()
        self._history.setSpacing(Space.S)
        self.empty = EmptyState(look, Icon.INBOX)
        self.notice = Banner(look)
        self.notice.setObjectName("inbox_notice")
        self.buttons = {step: Button(look, "", Kind.SECONDARY, icon=icon) for step, icon in STEP_ICONS.items()}
        for step, button in self.buttons.items():
            button.setObjectName(f"step_{step}")
            button.clicked.connect(lambda _checked=False, each=step: self.step_asked.emit(each))
        self._grid = QGridLayout()
        self._grid.setSpacing(Space.S)
        self._laid: tuple[RequestStep, ...] = ()
        self._columns = 0
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self._built())
        self.body.addWidget(self._pages)
        self.retranslate()

    @property
    def offered(self) -> tuple[RequestStep, ...]:
        """The steps that can be taken now, in their order; their numbers are their keys."""
        file = self._view.read
        return () if file is None or not self._may_triage else _possible(file, self._me)

    def show_view(self, view: InboxView, me: str, *, may_triage: bool) -> None:
        """Show the open request as it stands."""
        self._view, self._me, self._may_triage = view, me, may_triage
        file = view.read
        self._pages.setCurrentIndex(0 if file is None else 1)
        draft = view.draft if file is not None and may_triage else None
        if draft is not None and draft.step not in self.offered:
            draft = None  # it can be taken no more; what was written stays kept
        self.form.show_draft(view, draft)
        self._show_steps(has_draft=draft is not None)
        if file is not None:
            self._show(file)

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self._steps = None
        self._history_title.set_text(QCoreApplication.translate("Inbox", "What was done so far"))
        self.empty.set_texts(
            QCoreApplication.translate("Inbox", "Choose a request"),
            QCoreApplication.translate(
                "Inbox", "The arrow keys walk the list, Enter opens, Ctrl and a number takes a step."
            ),
        )
        for step, button in self.buttons.items():
            button.set_text(step_name(step))
        self.form.retranslate()
        self.show_view(self._view, self._me, may_triage=self._may_triage)

    def _show(self, file: RequestFile) -> None:
        item, language = file.item, self.look.language
        request = item.request
        self._avatar.set_sign(item.citizen_name, hue=sum(map(ord, item.citizen_name)))
        self._name.set_text(item.citizen_name)
        mood = None if request.state in OPEN_STATES else Mood.SUCCESS
        self._state.set_state(state_words(request.state), mood)
        self._wish.set_texts(wish_words(item), request.text)
        verified = (
            QCoreApplication.translate("Inbox", "Proved by a code, or by papers that staff have seen")
            if item.is_verified
            else QCoreApplication.translate("Inbox", "Not proved: told at a kiosk without a line")
        )
        lies = request.office_title or request.agency_name
        due = "" if item.due_at is None else moment_words(item.due_at, language)
        self.documents.show_documents(self._view.documents)
        self._facts.set_rows(
            (
                (QCoreApplication.translate("Inbox", "Service"), service_words(item, language)),
                (QCoreApplication.translate("Inbox", "National ID"), isolated(item.masked_id)),
                (QCoreApplication.translate("Inbox", "Identity"), verified),
                (QCoreApplication.translate("Inbox", "Sent"), moment_words(request.submitted_at, language)),
                (QCoreApplication.translate("Inbox", "Answer due"), due),
                (QCoreApplication.translate("Inbox", "Lies with"), said(lies, language)),
                (QCoreApplication.translate("Inbox", "Taken by"), owner_words(item, self._me, language)),
            )
        )
        if file.steps != self._steps:
            self._steps = file.steps
            self._show_history(file.steps)

    def _show_history(self, steps: tuple[StepTaken, ...]) -> None:
        while (entry := self._history.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._history_title.setVisible(bool(steps))
        for taken in reversed(steps):  # the newest is what one looks for
            title, words = history_words(taken, self.look.language)
            if words:
                box = SubjectBox(self.look)
                box.set_texts(title, words)
                self._history.addWidget(box)
            else:
                self._history.addWidget(Label(self.look, title, Role.CAPTION, tone=Tone.SECOND))

    def _show_steps(self, *, has_draft: bool) -> None:
        offered = () if has_draft else self.offered
        columns = self._fitting(offered)
        if (offered, columns) == (self._laid, self._columns):
            return
        self._laid, self._columns = offered, columns
        while self._grid.takeAt(0) is not None:
            pass
        for button in self.buttons.values():
            button.hide()
        for index, step in enumerate(offered):
            button = self.buttons[step]
            self._grid.addWidget(button, index // columns, index % columns)
            key = QCoreApplication.translate("Inbox", "Ctrl+{number}").format(number=index + 1)
            button.setToolTip(key)
            button.setAccessibleDescription(key)
            button.show()

    def _fitting(self, offered: tuple[RequestStep, ...]) -> int:
        """In how many columns the steps' buttons have room."""
        room = self.width() - 2 * Space.L
        widths = [self.buttons[step].sizeHint().width() for step in offered]
        for columns in range(_MOST_COLUMNS, _FEWEST_COLUMNS, -1):
            needed = sum(max(widths[column::columns], default=0) + Space.S for column in range(columns))
            if needed - Space.S <= room:
                return columns
        return _FEWEST_COLUMNS

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._show_steps(has_draft=not self.form.isHidden())

    def _built(self) -> QWidget:
        scroll = ScrollColumn()
        ScrollEdge(self.look, scroll, lambda colours: colours.surface)
        scroll.body.setContentsMargins(Space.L, Space.M, Space.L, Space.S)
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self._avatar)
        head.addWidget(self._name, 1)
        head.addWidget(self._state, 0, Qt.AlignmentFlag.AlignVCenter)
        scroll.body.addLayout(head)
        for part in (self._wish, self.form, self.documents, self._facts, self._history_title):
            scroll.body.addWidget(part)
        scroll.body.addLayout(self._history)
        scroll.body.addStretch()
        foot = QVBoxLayout()
        foot.setContentsMargins(Space.L, 0, Space.L, Space.M)
        foot.setSpacing(Space.S)
        foot.addWidget(self.notice)
        foot.addWidget(self.form.foot)
        foot.addLayout(self._grid)
        self.form.look_at.connect(lambda part: scroll.ensureWidgetVisible(part, 0, Space.L))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(scroll, 1)
        column.addLayout(foot)
        return page


def _possible(file: RequestFile, me: str) -> tuple[RequestStep, ...]:
    """What may be done with it as it stands."""
    item = file.item
    if item.request.state is RequestState.MERGED:
        return (RequestStep.UNMERGE,)
    if item.request.state not in OPEN_STATES:
        return ()
    is_mine = item.owner is not None and item.owner.id == me
    left_out = {RequestStep.UNMERGE}
    if is_mine:
        left_out.add(RequestStep.TAKE)
    if not file.may_ask_back or item.request.state is RequestState.AWAITING_REPLY:
        left_out.add(RequestStep.ASK_BACK)
    if not file.colleagues:
        left_out.add(RequestStep.HAND)
    if not file.same:
        left_out.add(RequestStep.MERGE)
    return tuple(step for step in STEP_ICONS if step not in left_out)
