"""What was decided: written once, read and confirmed by the citizen."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk_client.client.actions import decide, receive
from desk_client.client.day import Brief, Day, DeskPage, Draft
from desk_client.domain.decision import LONGEST_UNIT, MAX_TEXT_LENGTH
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.bidi import embedded
from desk_client.ui.desk.brief_facts import talk_rows
from desk_client.ui.desk.decision_choice import DecisionChoice
from desk_client.ui.desk.follows_form import FollowsForm
from desk_client.ui.desk.key_words import Keys, outcome_keys
from desk_client.ui.desk.minutes_field import MinutesField
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.outside import unopened_copied_words
from desk_client.ui.desk.place import Place, lost_outcome
from desk_client.ui.desk.unit_field import UnitField
from desk_client.ui.desk.wording_choice import WordingChoice
from desk_client.ui.messages import Message, worded
from desk_client.ui.moments import wall_day
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.facts import Facts
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.label import Label
from desk_client.ui.widgets.page import ScrollColumn
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.scroll_edge import ScrollEdge
from desk_client.ui.widgets.subject_box import SubjectBox
from desk_client.ui.widgets.text_field import TextArea

_ASIDE_PX = 380
_ASIDE_LEAST_PX = 320
_STACKED_BELOW_PX = 1080


class OutcomePage(Place):
    """Kind, words and who acts. Nothing written is ever lost: a refusal keeps it, going back keeps it as a draft."""

    def __init__(
        self,
        office: Office,
        refresh: Callable[[], None],
        on_saved: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        """``refresh`` reads the agenda again; ``on_saved`` is told that the outcome is with the server."""
        super().__init__(parent)
        self.setObjectName("page_outcome")
        self._office = office
        self._refresh = refresh
        self._on_saved = on_saved
        self._about: str | None = None
        self._is_saving = False
        self._refusal: Refusal | None = None
        self._dialog: Dialog | None = None
        look = office.look
        self._title = Label(look, "", Role.SUBTITLE, weight=Weight.BOLD)
        self.kind = DecisionChoice(look)
        self._kind_name = Label(look, "", Role.BODY, weight=Weight.MEDIUM)
        self.text = TextArea(look, lines=3, longest=MAX_TEXT_LENGTH)
        self.text.setObjectName("outcome_text")
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._text_block = FieldBlock(look, self.text)
        self._minutes = MinutesField(office, self.text)
        self.wordings = WordingChoice(look)
        self.unit = UnitField(look, longest=LONGEST_UNIT, is_given_work=False)
        self.unit.setObjectName("responsible_unit")
        self._unit_block = FieldBlock(look, self.unit)
        self.follows = FollowsForm(look)
        self.notice = Banner(look, Mood.ERROR)
        self.notice.setObjectName("notice")
        self.notice.action.setObjectName("try_again")
        self.back = Button(look, "", Kind.SECONDARY, icon=Icon.BACK)
        self.back.setObjectName("back")
        self.save = Button(look, "", Kind.PRIMARY, icon=Icon.CHECK)
        self.save.setObjectName("save_outcome")
        self._subject = SubjectBox(look)
        self._facts = Facts(look)
        self.kind.chosen.connect(self._changed)
        self.text.text_changed.connect(self._changed)
        self.unit.textChanged.connect(self._changed)
        self.follows.changed.connect(self._changed)
        self.follows.wanted.connect(self._bring_up)
        self.follows.unopened.connect(lambda: self.notice.say(unopened_copied_words(), Mood.WARNING))
        self.wordings.chosen.connect(self._use_wording)
        self.notice.action_asked.connect(self._save)
        self.back.clicked.connect(self.go_back)
        self.save.clicked.connect(self._save)
        self._build()
        self.retranslate()

    # --- showing --------------------------------------------------------------------------------------------------

    def show_day(self, day: Day) -> None:
        """Open the form when the page comes up; keep a draft when it goes."""
        if day.page is DeskPage.OUTCOME and day.brief is not None:
            if self._about != day.brief.item.id:
                self._open(day.brief)
            self._show_brief(day.brief)
        elif self._about is not None:
            self._keep()

    @property
    def has_unsaved(self) -> bool:
        """Whether something was chosen or written that the server does not have."""
        is_begun = self.kind.code is not None or bool(self.text.text) or not self.follows.is_empty
        return self._about is not None and is_begun

    def loses(self) -> str:
        """What was chosen or written, where the server does not have it."""
        return lost_outcome() if self.has_unsaved else ""

    def keys(self) -> Keys:
        """Tell what its keys do."""
        return outcome_keys()

    def retranslate(self) -> None:
        """Word everything in the language spoken now; what was written stays."""
        self._kind_name.set_text(QCoreApplication.translate("DeskOutcome", "What is decided"))
        self._unit_block.set_texts(
            QCoreApplication.translate("DeskOutcome", "Responsible unit"),
            QCoreApplication.translate("DeskOutcome", "Who acts on it; a refusal names who refuses."),
        )
        self.wordings.retranslate()
        self._minutes.box.retranslate()
        self.follows.retranslate()
        self.back.set_text(QCoreApplication.translate("DeskOutcome", "Back to the day"))
        self.save.set_text(QCoreApplication.translate("DeskOutcome", "Save the outcome"))
        if self._office.day.brief is not None:
            self._show_brief(self._office.day.brief)
        self._changed()
        if self._refusal is not None:
            self.show_refusal(self._refusal)

    def teardown(self) -> None:
        """End the subscription; the window is about to go."""
        self._minutes.teardown()

    # --- leaving --------------------------------------------------------------------------------------------------

    def go_back(self) -> None:
        """Go to the day; what is not saved is asked about, and kept as a draft."""
        if self._is_saving or self._dialog is not None:
            return
        if not self.has_unsaved:
            receive.return_to_today(self._office.client)
            return
        dialog = self._dialog = Dialog(
            self._office.look,
            self.window(),
            QCoreApplication.translate("DeskOutcome", "Leave without saving?"),
            QCoreApplication.translate(
                "DeskOutcome", "The visitor does not see it yet. What you wrote is kept until you sign out."
            ),
            confirm=QCoreApplication.translate("DeskOutcome", "Back to the day"),
            cancel=QCoreApplication.translate("DeskOutcome", "Keep writing"),
            icon=Icon.FILE,
        )
        dialog.confirm.setObjectName("leave_outcome")
        dialog.cancel.setObjectName("keep_writing")

        def answered(is_confirmed: bool) -> None:
            self._dialog = None
            if is_confirmed:
                receive.return_to_today(self._office.client)

        dialog.answered.connect(answered)

    def _open(self, brief: Brief) -> None:
        self._refusal = None
        self.notice.say("")
        self._about = brief.item.id
        session = self._office.day.session
        own = self._office.said(session.person.office_title) if session is not None else ""
        draft = self._office.day.drafts.get(brief.item.id) or Draft(None, "", own)
        self.kind.choose(draft.code)
        self._minutes.open(brief.item.id, draft.text)
        self.unit.setText(draft.responsible_unit)
        units = tuple(self._office.said(each) for each in brief.units)
        self.unit.offer(units)
        self.wordings.offer(brief.wordings)
        self.follows.open(
            draft, wall_day(self._office.client.clock.now(), brief.item.slot), units, own, brief.transaction_link
        )
        self.follows.retranslate()
        self._changed()

    def _keep(self) -> None:
        about = self._about
        if about is not None and self.has_unsaved and not self._is_saving:
            decide.keep_draft(self._office.client, about, self._draft())
        self._minutes.close()
        self._about = None

    def _draft(self) -> Draft:
        follows = self.follows
        return Draft(
            self.kind.code,
            self.text.text,
            self.unit.text(),
            follows.directive,
            follows.tasks,
            follows.follow_up,
            follows.transaction_number,
        )

    # --- saving ---------------------------------------------------------------------------------------------------

    def _save(self) -> None:
        decision = self._draft().decision
        if self._is_saving or decision is None:
            return
        self._refusal = None
        self.notice.say("")
        self._set_saving(is_saving=True)
        self._office.bridge.run(
            decide.record_outcome(self._office.client, decision),
            lambda _none: self._on_saved(),
            self._refused,
            on_end=lambda: self._set_saving(is_saving=False),
        )

    def _refused(self, refusal: Refusal) -> None:
        self._set_saving(is_saving=False)
        self.show_refusal(refusal)
        if refusal.code in {RefusalCode.UNAUTHENTICATED, RefusalCode.SESSION_EXPIRED}:
            self._refresh()

    def show_refusal(self, refusal: Refusal) -> None:
        """Say why it is not saved; everything written stays."""
        self._refusal = refusal
        message = others_wrote() if refusal.code is RefusalCode.PRECONDITION_FAILED else worded(refusal)
        action = QCoreApplication.translate("DeskOutcome", "Try again") if message.can_retry else ""
        self.notice.say(f"{message.title}. {message.text}", Mood.ERROR, action)

    def _set_saving(self, *, is_saving: bool) -> None:
        self._is_saving = is_saving
        self.save.set_busy(is_saving)
        for field in (self.kind, self.text, self.unit, self.back, self.wordings, self.follows, self.follows.buttons):
            field.setEnabled(not is_saving)
        self._changed()

    def _changed(self) -> None:
        look = self._office.look
        count = QCoreApplication.translate("DeskOutcome", "{count} of {most} letters").format(
            count=look.number(len(self.text.text)), most=look.number(MAX_TEXT_LENGTH)
        )
        self._text_block.set_texts(
            QCoreApplication.translate("DeskOutcome", "In words, as the visitor reads it"), count
        )
        if not self._is_saving:
            self.save.setEnabled(self._draft().decision is not None)
        self.wordings.show_for(None if self.text.text else self.kind.code)

    def _bring_up(self, field: QWidget) -> None:
        def show() -> None:  # once the new rows have their places
            self._scroll.ensureWidgetVisible(field, 0, Space.XXL)

        QTimer.singleShot(0, field, show)

    def _use_wording(self, text: str) -> None:
        self.text.set_text(text)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_brief(self, brief: Brief) -> None:
        title = QCoreApplication.translate("DeskOutcome", "Outcome of the audience")
        service = self._office.said(brief.item.service_name)
        self._title.set_text(f"{title} · {embedded(brief.item.citizen_name)} · {embedded(service)}")
        subject = brief.item.subject or QCoreApplication.translate("Brief", "The visitor gave no subject.")
        self._subject.set_texts(QCoreApplication.translate("Brief", "What they want to say"), subject)
        self._facts.set_rows(talk_rows(brief, self._office.look.language))

    # --- Qt -------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Ctrl+Enter, go back with Escape."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the brief above the form where there is no room beside it."""
        super().resizeEvent(event)
        is_narrow = self.width() < _STACKED_BELOW_PX or self.width() < self.height()
        self.follows.set_narrow(is_narrow=is_narrow)
        self._columns.setDirection(QBoxLayout.Direction.BottomToTop if is_narrow else QBoxLayout.Direction.LeftToRight)
        self._aside.setMaximumWidth(16_777_215 if is_narrow else self._office.look.scaled(_ASIDE_PX))
        self._aside.setMinimumWidth(0 if is_narrow else _ASIDE_LEAST_PX)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the kind of decision."""
        super().showEvent(event)
        self.kind.take_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take a question back that nobody answers any more."""
        super().hideEvent(event)
        if self._dialog is not None and not event.spontaneous():
            self._dialog.cancel.click()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _build(self) -> None:
        look = self._office.look
        form = Panel(look, margin_px=Space.M)
        form.body.setSpacing(Space.S)
        form.body.addWidget(self._kind_name)
        form.body.addWidget(self.kind)
        form.body.addWidget(self._text_block, 1)
        form.body.addWidget(self._minutes.box)
        form.body.addWidget(self.wordings)
        form.body.addWidget(self._unit_block)
        form.body.addWidget(self.follows)
        self._aside = Panel(look, margin_px=Space.M)
        self._aside.body.addWidget(self._subject)
        self._aside.body.addWidget(self._facts)
        self._aside.body.addStretch()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(Space.L)
        self._columns.addWidget(form, 1)
        self._columns.addWidget(self._aside)
        scroll = self._scroll = ScrollColumn()
        ScrollEdge(look, scroll, lambda colours: colours.background)
        scroll.body.setContentsMargins(Space.XL, Space.M, Space.XL, 0)
        scroll.body.addWidget(self._title)
        scroll.body.addLayout(self._columns, 1)
        foot = QHBoxLayout()
        foot.setSpacing(Space.M)
        foot.addWidget(self.back)
        foot.addStretch()
        foot.addWidget(self.follows.buttons)
        foot.addWidget(self.save)
        below = QVBoxLayout()
        below.setContentsMargins(Space.XL, 0, Space.XL, Space.L)
        below.setSpacing(Space.M)
        below.addWidget(self.notice)
        below.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(scroll, 1)
        column.addLayout(below)


def others_wrote() -> Message:
    """Why an outcome is not saved whose minutes somebody else wrote on."""
    return Message(
        QCoreApplication.translate("Minutes", "Somebody else of the office wrote meanwhile"),
        QCoreApplication.translate("Minutes", "Please read their words, choose what is to stand, and save again."),
    )
