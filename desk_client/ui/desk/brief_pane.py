"""The brief of one audience: read in thirty seconds, then one main action."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk_client.client.day import AgendaItem, Attachment, Brief
from desk_client.client.server_clock import utc_now
from desk_client.domain.access import Action
from desk_client.domain.appointment import QUEUED_STATES, AppointmentState
from desk_client.domain.kiosk_health import Presence
from desk_client.i18n.bidi import isolated
from desk_client.ui.desk.audience_words import state_mood, state_words
from desk_client.ui.desk.brief_facts import brief_rows, verified_words
from desk_client.ui.desk.case_sections import CaseSections
from desk_client.ui.desk.day_words import away_words, presence_words
from desk_client.ui.desk.document_cards import DocumentCards
from desk_client.ui.desk.note_box import NoteBox
from desk_client.ui.desk.outcome_box import OutcomeBox
from desk_client.ui.desk.waiting.steps import WaitingSteps
from desk_client.ui.moments import here
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.avatar import Avatar
from desk_client.ui.widgets.banner import Banner
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.empty_state import EmptyState
from desk_client.ui.widgets.facts import Facts
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.page import ScrollColumn
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.pill import Pill
from desk_client.ui.widgets.scroll_edge import ScrollEdge
from desk_client.ui.widgets.subject_box import SubjectBox


class BriefPane(Panel):
    """Shows a brief, or says how to open one. What is wrong is told in ``notice``, above the action."""

    brief_asked = Signal(str)
    """Of another audience, by its id."""
    admit_asked = Signal()
    outcome_asked = Signal()

    def __init__(self, look: Appearance, now: Callable[[], datetime] = utc_now, parent: QWidget | None = None) -> None:
        """``now`` is the server's clock."""
        super().__init__(look, margin_px=0, parent=parent)
        self.setObjectName("brief")
        self._brief: Brief | None = None
        self._documents: tuple[Attachment, ...] = ()
        self._has_draft = False
        self._may = frozenset[Action]()
        self._avatar = Avatar(look, "", 64)
        self._name = Label(look, "", Role.TITLE, weight=Weight.BOLD)
        self._name.setObjectName("brief_name")
        self._state = Pill(look)
        self._state.setObjectName("brief_state")
        self._subject = SubjectBox(look)
        self._subject.setObjectName("brief_subject")
        self._facts = Facts(look)
        self.note = NoteBox(look)
        self.outcome = OutcomeBox(look, now)
        self.steps = WaitingSteps(look)
        self._waiting = 0
        self._now = now
        self._verified = Label(look, "", Role.BODY, tone=Tone.SECOND)
        self._verified.setObjectName("verified")
        self.case = CaseSections(look)
        for transactions in (self.case.transactions, self.outcome.transaction):
            transactions.brief_asked.connect(self.brief_asked)
        self.documents = DocumentCards(look)
        self._empty = EmptyState(look, Icon.CLIPBOARD)
        self.notice = Banner(look)
        self.notice.setObjectName("notice")
        self.notice.action.setObjectName("try_again")
        self.admit = Button(look, "", Kind.PRIMARY, icon=Icon.CALL)
        self.admit.setObjectName("admit")
        self.admit.clicked.connect(self.admit_asked)
        self.write = Button(look, "", Kind.PRIMARY, icon=Icon.EDIT)
        self.write.setObjectName("write_outcome")
        self.write.clicked.connect(self.outcome_asked)
        self._hint = Label(look, "", Role.BODY, tone=Tone.SECOND)
        self._hint.setObjectName("brief_hint")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._built())
        self.body.addWidget(self._pages)
        self.retranslate()

    @property
    def main(self) -> Button | None:
        """The action that Enter takes, where there is one."""
        return next((button for button in (self.admit, self.write) if button.isVisible()), None)

    def show_brief(
        self,
        brief: Brief | None,
        documents: tuple[Attachment, ...] = (),
        *,
        has_draft: bool,
        may: frozenset[Action],
        waiting: int = 0,
    ) -> None:
        """Show this brief, with what the visitor brought, where so many wait; None: say how to open one.

        Only what whoever reads it `may` do is offered.
        """
        if brief is None or self._brief is None or brief.item.id != self._brief.item.id:
            self.note.begin_anew()
        shown = (self._brief, self._documents, self._has_draft, self._waiting, self._may)
        if (brief, documents, has_draft, waiting, may) != shown:
            self._brief, self._documents, self._has_draft = brief, documents, has_draft
            self._waiting, self._may = waiting, may
            self._show()

    def take_focus(self) -> None:
        """Put the keyboard on what can be done with it, or on its text."""
        outcome = self.outcome
        buttons = (self.admit, self.write, outcome.undo, outcome.amend, outcome.save)
        next((each for each in buttons if each.isVisible()), self._text).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_empty(self, title: str, text: str) -> None:
        """Word the place where nothing is open."""
        self._empty.set_texts(title, text)

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.note.retranslate()
        self.outcome.retranslate()
        self.steps.retranslate()
        self._show()

    def _built(self) -> QWidget:
        scroll = self._text = ScrollColumn()
        ScrollEdge(self.look, scroll, lambda colours: colours.surface)
        scroll.body.setContentsMargins(Space.L, Space.M, Space.L, Space.S)
        scroll.body.setSpacing(Space.M)
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        names = QVBoxLayout()
        names.setSpacing(Space.XS)
        names.addWidget(self._name)
        names.addWidget(self._verified)
        names.addWidget(self._state, 0, Qt.AlignmentFlag.AlignLeft)  # aligned, it does not narrow the name
        head.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(names, 1)
        scroll.body.addLayout(head)
        scroll.body.addWidget(self.outcome)
        scroll.body.addWidget(self._subject)
        scroll.body.addWidget(self.case)
        scroll.body.addWidget(self.documents)
        scroll.body.addWidget(self.note)
        scroll.body.addWidget(self._facts)
        scroll.body.addStretch()
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.L, 0, Space.L, Space.M)
        foot.setSpacing(Space.M)
        foot.addWidget(self._hint, 1)
        foot.addWidget(self.steps)
        foot.addWidget(self.write)
        foot.addWidget(self.admit)
        notice = QVBoxLayout()
        notice.setContentsMargins(Space.L, 0, Space.L, 0)
        notice.addWidget(self.notice)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(scroll, 1)
        column.addLayout(notice)
        column.addLayout(foot)
        return page

    def _show(self) -> None:
        brief = self._brief
        self._pages.setCurrentIndex(0 if brief is None else 1)
        if brief is None:
            return
        item = brief.item
        self._avatar.set_sign(item.citizen_name, hue=sum(map(ord, item.citizen_name)))
        self._name.set_text(item.citizen_name)
        self._state.set_state(state_words(item.state), state_mood(item.state))
        subject = item.subject or QCoreApplication.translate("Brief", "The visitor gave no subject.")
        self._subject.set_texts(QCoreApplication.translate("Brief", "What they want to say"), subject)
        known = verified_words(brief.verified_by, brief.verified_at, self.look.language)
        self._verified.set_text(" · ".join(part for part in (isolated(item.masked_id), known) if part))
        self.case.show_brief(brief, here(self._now()).date())
        self.documents.show_documents(self._documents)
        self._facts.set_rows(brief_rows(brief, self.look.language, here(self._now()).date()))
        can_read = item.state in QUEUED_STATES or item.state is AppointmentState.PAUSED
        self.note.setVisible(can_read and Action.WRITE_NOTE in self._may)
        self.steps.show_item(item, self._waiting, self._may)
        self._show_action(item)

    def _show_action(self, item: AgendaItem) -> None:
        state = item.state
        wants = {AppointmentState.WAITING: Action.ADMIT, AppointmentState.IN_SESSION: Action.ENTER_ROOM}.get(state)
        self.admit.setVisible(wants in self._may)
        self.admit.set_text(
            QCoreApplication.translate("Brief", "Return to the talk")
            if state is AppointmentState.IN_SESSION
            else QCoreApplication.translate("Brief", "Admit")
        )
        self.write.setVisible(state is AppointmentState.COMPLETED and Action.RECORD_OUTCOME in self._may)
        self.write.set_text(
            QCoreApplication.translate("Brief", "Continue the outcome")
            if self._has_draft
            else QCoreApplication.translate("Brief", "Write outcome")
        )
        amiss = away_words(item) if item.presence is Presence.AWAY else presence_words(item)
        self._hint.set_text(_hint(item.state) or self._left_words(item.state) or amiss)

    def _left_words(self, state: AppointmentState) -> str:
        """Why there is nothing to press where others find the main action."""
        match state:
            case AppointmentState.WAITING if Action.ADMIT not in self._may:
                return QCoreApplication.translate("Brief", "To admit somebody is not left to you.")
            case AppointmentState.IN_SESSION if Action.ENTER_ROOM not in self._may:
                return QCoreApplication.translate("Brief", "The talk is the official's.")
            case AppointmentState.COMPLETED if Action.RECORD_OUTCOME not in self._may:
                return QCoreApplication.translate("Brief", "To write the outcome is not left to you.")
            case _:
                return ""


def _hint(state: AppointmentState) -> str:
    """What is being waited for, where the official can do nothing now."""
    match state:
        case AppointmentState.BOOKED | AppointmentState.REMINDED | AppointmentState.HELD:
            return QCoreApplication.translate("Brief", "You can admit them as soon as they have checked in.")
        case AppointmentState.OUTCOME_RECORDED:
            return QCoreApplication.translate("Brief", "The visitor reads the outcome and confirms it.")
        case AppointmentState.CONFIRMED:
            return QCoreApplication.translate("Brief", "The visitor has read the outcome and confirmed it.")
        case AppointmentState.NO_SHOW:
            return QCoreApplication.translate("Brief", "The visitor did not come.")
        case AppointmentState.CANCELLED:
            return QCoreApplication.translate("Brief", "The visitor has cancelled.")
        case AppointmentState.UNSERVED:
            return QCoreApplication.translate("Brief", "Not held, through a fault of ours; they are booked again.")
        case AppointmentState.PAUSED:
            return QCoreApplication.translate("Brief", "A break: the talk goes on when you call them back.")
        case (
            AppointmentState.CHECKED_IN
            | AppointmentState.WAITING
            | AppointmentState.IN_SESSION
            | AppointmentState.COMPLETED
        ):
            return ""
