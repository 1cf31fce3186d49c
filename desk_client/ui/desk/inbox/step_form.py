"""What a step needs before it can be taken: words, and a choice; kept as it is typed."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.inbox import InboxView, StepDraft
from desk_client.client.visit import Service
from desk_client.domain.request import RequestStep
from desk_client.i18n.bidi import embedded
from desk_client.ui.bilingual import said
from desk_client.ui.desk.inbox.pick_list import PickList
from desk_client.ui.desk.inbox.time_choice import TimeChoice
from desk_client.ui.desk.inbox.words import STEP_ICONS, moment_words, step_name
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.text_field import TextArea

_LONGEST: Final = 2000
_LONGEST_QUESTION: Final = 500
_FIELDS: Final = 3
_FEW_LINES: Final = 1
_MANY_LINES: Final = 4
_MAY_BE_EMPTY: Final = frozenset({RequestStep.ROUTE})


class StepForm(Panel):
    """One step at a time; `asked` says that it shall be taken, `left` that it was put away with what was written."""

    asked = Signal()
    left = Signal()
    changed = Signal(object)
    """A `StepDraft`: somebody has typed or picked."""
    look_at = Signal(object)
    """A widget of its own that shall be seen: something is missing there."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.setObjectName("step_form")
        self._draft: StepDraft | None = None
        self._opened: str | None = None
        self._view = InboxView()
        self._is_loading = False
        self._title = Label(look, "", Role.SUBTITLE, weight=Weight.SEMIBOLD, is_heading=True)
        self._what = Label(look, "", Role.BODY, tone=Tone.SECOND)
        self.first = PickList(look)
        self.first.setObjectName("pick_first")
        self.times = TimeChoice(look)
        self.fields = [FieldBlock(look, TextArea(look, lines=_MANY_LINES, longest=_LONGEST)) for _ in range(_FIELDS)]
        for number, block in enumerate(self.fields):
            block.field.setObjectName(f"step_words_{number}")
            self._area(block).text_changed.connect(self._typed)
        self.first.picked.connect(self._picked_first)
        self.times.picked.connect(self._typed)
        self.send = Button(look, "", Kind.PRIMARY)
        self.send.setObjectName("step_send")
        self.send.clicked.connect(self._send)
        self.leave = Button(look, "", Kind.SECONDARY)
        self.leave.setObjectName("step_leave")
        self.leave.clicked.connect(self.left)
        self.foot = QWidget()
        """Its buttons, for where they are always seen."""
        foot = QHBoxLayout(self.foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(Space.M)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.send)
        lists = QVBoxLayout()
        lists.setSpacing(Space.S)
        for part in (self._title, self._what, self.first, self.times, *self.fields):
            lists.addWidget(part)
        self.body.addLayout(lists)

    @property
    def draft(self) -> StepDraft | None:
        """What was typed and picked so far; None while no step is begun."""
        if self._draft is None:
            return None
        words = tuple(self._area(block).toPlainText() for block in self.fields[: _words_of(self._draft.step)])
        chosen = (self.first.key, *self.times.chosen)[: _picks_of(self._draft.step)]
        return StepDraft(self._draft.step, words, chosen)

    def show_draft(self, view: InboxView, draft: StepDraft | None) -> None:
        """Show a step as it was left, or none; what is typed just now is not touched."""
        self._view = view
        is_new = (
            draft is None or self._draft is None or draft.step is not self._draft.step or self._opened != view.opening
        )
        self._opened = view.opening
        self._draft = draft
        if is_new:
            self.first.key = ""
            self.times.begin()
        self.setVisible(draft is not None)
        self.foot.setVisible(draft is not None)
        if draft is None:
            return
        self._is_loading = True
        self._word(draft.step)
        self._offer(draft)
        if is_new:
            words = (*draft.words, *("",) * _FIELDS)
            for block, text in zip(self.fields, words, strict=False):
                block.set_error("")
                self._area(block).set_text(text)
        self._is_loading = False

    def take_focus(self) -> None:
        """Put the keyboard on what is to be filled in first."""
        if self._draft is None:
            return
        if _picks_of(self._draft.step) and self.first.has_options:
            self.first.take_focus()
        elif _words_of(self._draft.step):
            self.fields[0].field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.send.setFocus(Qt.FocusReason.OtherFocusReason)

    def want_times(self) -> None:
        """Ask for the times of the service that was chosen before."""
        if (service := self._service(self.first.key)) is not None:
            self.times.ask(service, self.times.kind.key)

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.times.retranslate()
        self.leave.set_text(QCoreApplication.translate("Inbox", "Put away"))
        if self._draft is not None:
            self._word(self._draft.step)
            self._offer(self._draft)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send with Ctrl+Enter, put away with Escape."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.send.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # --- inside ---------------------------------------------------------------------------------------------------

    @staticmethod
    def _area(block: FieldBlock) -> TextArea:
        field = block.field
        assert isinstance(field, TextArea)  # all of them are
        return field

    def _typed(self) -> None:
        if not self._is_loading and self._draft is not None:
            self._draft = self.draft
            self.changed.emit(self._draft)

    def _picked_first(self, key: str) -> None:
        if self._draft is not None and self._draft.step is RequestStep.GIVE_SLOT:
            self.times.begin()
            if (service := self._service(key)) is not None:
                self.times.ask(service)
        self._typed()

    def _send(self) -> None:
        draft = self.draft
        if draft is None:
            return
        missing = False
        for number, block in enumerate(self.fields[: len(draft.words)]):
            is_empty = not draft.words[number].strip() and draft.step not in _MAY_BE_EMPTY
            block.set_error(QCoreApplication.translate("Inbox", "Please fill this in.") if is_empty else "")
            if is_empty and not missing:
                block.field.setFocus(Qt.FocusReason.OtherFocusReason)
                self.look_at.emit(block)
            missing = missing or is_empty
        if "" in draft.chosen:
            self._what.set_tone(Tone.DANGER)
            self._what.set_text(QCoreApplication.translate("Inbox", "Please choose one first."))
            self.look_at.emit(self._what)
            return
        if not missing:
            self.asked.emit()

    def _word(self, step: RequestStep) -> None:
        self._title.set_text(step_name(step))
        self.send.set_icon(STEP_ICONS.get(step))
        self.send.set_text(step_name(step))
        self._what.set_tone(Tone.SECOND)
        self._what.set_text(_what_for(step))
        self._what.setVisible(bool(_what_for(step)))
        names = _field_names(step)
        for number, block in enumerate(self.fields):
            block.setVisible(number < len(names))
            if number < len(names):
                block.set_texts(*names[number])
                self._area(block).set_longest(_LONGEST_QUESTION if step is RequestStep.ASK_BACK else _LONGEST)
                self._area(block).set_lines(_FEW_LINES if len(names) > 1 else _MANY_LINES)

    def _offer(self, draft: StepDraft) -> None:
        picks = _picks_of(draft.step)
        self.first.setVisible(picks > 0)
        self.times.setVisible(picks > 1)
        self.first.set_options(self._first_options(draft.step) if picks else ())
        if draft.chosen and not self.first.key:
            self.first.pick(draft.chosen[0])
        if picks > 1:
            self.times.show_times(self._view, self._service(self.first.key), draft.chosen[1:])

    def _service(self, service_id: str) -> Service | None:
        every = (service for office in self._view.offices for service in office.services)
        return next((each for each in every if each.id == service_id), None)

    def _first_options(self, step: RequestStep) -> list[tuple[str, str]]:
        file, language = self._view.read, self.look.language
        if file is None:
            return []
        match step:
            case RequestStep.HAND:
                return [(each.id, said(each.name, language)) for each in file.colleagues]
            case RequestStep.MERGE:
                return [(each.request.id, moment_words(each.request.submitted_at, language)) for each in file.same]
            case RequestStep.GIVE_SLOT:
                wanted = file.item.request.service_id
                every = [
                    (service.id, f"{embedded(said(office.title, language))} · {embedded(said(service.name, language))}")
                    for office in self._view.offices
                    for service in office.services
                ]
                return sorted(every, key=lambda each: each[0] != wanted)
            case _:
                return [(each.id, said(each.title, language)) for each in self._view.offices]


def _picks_of(step: RequestStep) -> int:
    """How many things are chosen for it."""
    if step is RequestStep.GIVE_SLOT:
        return 3  # with whom, when and how
    return 1 if step in {RequestStep.ROUTE, RequestStep.HAND, RequestStep.MERGE} else 0


def _words_of(step: RequestStep) -> int:
    """How many texts are written for it."""
    return len(_field_names(step))


def _field_names(step: RequestStep) -> tuple[tuple[str, str], ...]:
    """Each with what belongs in it."""
    match step:
        case RequestStep.ANSWER:
            return (
                (
                    QCoreApplication.translate("Inbox", "The answer"),
                    QCoreApplication.translate("Inbox", "The citizen reads it word by word."),
                ),
            )
        case RequestStep.ASK_BACK:
            return (
                (
                    QCoreApplication.translate("Inbox", "The question"),
                    QCoreApplication.translate("Inbox", "The citizen reads it word by word, and answers by a link."),
                ),
            )
        case RequestStep.ROUTE:
            return (
                (
                    QCoreApplication.translate("Inbox", "A word for the department"),
                    QCoreApplication.translate("Inbox", "Read by staff alone; may be left empty."),
                ),
            )
        case RequestStep.ESCALATE:
            return (
                (
                    QCoreApplication.translate("Inbox", "What you recommend"),
                    QCoreApplication.translate("Inbox", "Read by staff alone."),
                ),
            )
        case RequestStep.DECLINE:
            return (
                (QCoreApplication.translate("Inbox", "Which unit declines"), ""),
                (QCoreApplication.translate("Inbox", "Why"), ""),
                (QCoreApplication.translate("Inbox", "Where the person goes next"), ""),
            )
        case _:
            return ()


def _what_for(step: RequestStep) -> str:
    match step:
        case RequestStep.ROUTE:
            return QCoreApplication.translate(
                "Inbox", "Choose the department. It lies there untaken until somebody does."
            )
        case RequestStep.ESCALATE:
            return QCoreApplication.translate("Inbox", "It goes one rung up the ladder.")
        case RequestStep.HAND:
            return QCoreApplication.translate("Inbox", "Choose the colleague whose it shall be.")
        case RequestStep.GIVE_SLOT:
            return QCoreApplication.translate("Inbox", "Choose with whom, and when.")
        case RequestStep.DECLINE:
            return QCoreApplication.translate("Inbox", "All three are told to the person.")
        case RequestStep.MERGE:
            return QCoreApplication.translate("Inbox", "Choose the request that keeps the thread.")
        case _:
            return ""
