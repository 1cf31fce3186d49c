"""The questions before a booking: a service's, as a tree that is changed as a whole and walked before it is saved."""

from collections.abc import Coroutine, Mapping, Sequence
from typing import Any, ClassVar, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client import question_draft as draft
from desk_client.client.actions.administer import guidance, places
from desk_client.client.administration import Listed, RegionService
from desk_client.client.question_draft import Questions, Step
from desk_client.domain.outcomes import Refusal
from desk_client.domain.triage import MOST_QUESTIONS, QuestionKind, first_fault
from desk_client.ui.admin import question_words as words
from desk_client.ui.admin.changing import Change
from desk_client.ui.admin.form import Values
from desk_client.ui.admin.question_walk import QuestionWalk
from desk_client.ui.admin.region_section import RegionSection
from desk_client.ui.desk.office import Office
from desk_client.ui.operator.section import Report
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.pick import Pick
from desk_client.ui.widgets.table import Column, Row

_WHOLE: Final = "*"
"""The row of the service itself."""
_TEXTS: Final = ("text_ar", "text_en", "text_ur")
_AWAY: Final = tuple(f"{name}_{code}" for name in ("unit", "reason", "next") for code in ("ar", "en", "ur"))
_LETTERS: Final = 24


class QuestionsSection(RegionSection):
    """What is typed is kept for each service until it is saved or discarded: half a tree is never asked."""

    code: ClassVar[str] = "questions"
    icon: ClassVar[Icon] = Icon.HELP
    can_add = True

    def __init__(self, office: Office, report: Report, parent: QWidget | None = None) -> None:
        look = office.look
        self._written: dict[str, tuple[int, Questions]] = {}
        self.services = Pick(look)
        self.services.setObjectName("questions_service")
        self.services.setMinimumContentsLength(_LETTERS)
        self.services.picked.connect(lambda _key: self._other_service())
        self.walk = Button(look, "", Kind.SECONDARY, icon=Icon.EYE)
        self.walk.setObjectName("questions_walk")
        self.walk.clicked.connect(self._walk)
        self.fault = Label(look, "", Role.BODY, tone=Tone.DANGER)
        self.fault.setObjectName("questions_fault")
        super().__init__(office, report, parent)
        self.head.insertWidget(1, self.services)
        self.head.insertWidget(2, self.walk)
        self.listing.addWidget(self.fault)

    def title(self) -> str:
        """The section's name."""
        return QCoreApplication.translate("Administration", "Questions before booking")

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.about.set_text(
            QCoreApplication.translate(
                "Questions",
                "What a visitor is asked before a service is booked. A change is for visits that begin later.",
            )
        )
        self.add.set_text(QCoreApplication.translate("Questions", "New question"))
        self.walk.set_text(QCoreApplication.translate("Questions", "As a visitor is asked"))
        self.services.set_name(QCoreApplication.translate("Questions", "Service"))
        self.more.set_text(QCoreApplication.translate("Questions", "Add an answer"))
        self.up.set_text(QCoreApplication.translate("Questions", "Earlier"))
        self.down.set_text(QCoreApplication.translate("Questions", "Later"))
        self.remove.set_text(QCoreApplication.translate("Questions", "Take away"))
        super().retranslate()

    # --- the list -------------------------------------------------------------------------------------------------

    def listed(self) -> Listed[Step]:
        """The steps of the service that is shown."""
        administration = self.office.client.administration
        rows = None if administration.region.value is None else tuple(draft.steps(self._questions))
        return Listed(rows, administration.places.value)

    def read(self) -> Coroutine[Any, Any, Refusal | None]:
        """Read the services."""
        return places.read_region(self.office.client)

    def follow(self) -> None:
        """Show the service that is picked; the first of all until one is."""
        every = self._services()
        marked = QCoreApplication.translate("Questions", "{name} · asks")
        self.services.set_choices(
            [
                (key, marked.format(name=self._named(key)) if self._asked(key) else self._named(key))
                for key, each in every.items()
                if each.closed_from is None or each.questions
            ]
        )
        if every and not self.services.key:
            self.services.pick(next((key for key, each in every.items() if each.questions), next(iter(every))))
        if self._key is None or (self._key != _WHOLE and draft.step_of(self._questions, self._key) is None):
            self._key = _WHOLE if every else None
        super().follow()

    def columns(self) -> Sequence[Column]:
        """Which step, its words, where it leads."""
        return (
            Column(QCoreApplication.translate("Questions", "Step"), 3),
            Column(QCoreApplication.translate("Questions", "Words"), 5),
            Column(QCoreApplication.translate("Questions", "Leads"), 5),
        )

    def rows(self) -> Sequence[Row]:
        """The service, its questions, and their answers below them."""
        if not self.services.key:
            return []
        language, questions = self.office.look.language, self._questions
        service = QCoreApplication.translate("Questions", "Service")
        first = words.question_name(questions, questions[0].id, language) if questions else words.book_words()
        made = [Row(_WHOLE, (service, self._named(self.services.key), first))]
        for step in draft.steps(questions):
            text = step.question.text if step.answer is None else step.answer.text
            leads = (
                words.kind_words(step.question.kind)
                if step.answer is None
                else words.way_words(step.answer, questions, self._named, language)
            )
            made.append(Row(step.key, (words.step_words(step, language), language.best_of(text.ar, text.en), leads)))
        return made

    def nothing(self) -> tuple[str, str]:
        """There is no service."""
        return (
            QCoreApplication.translate("Questions", "There is no service yet"),
            QCoreApplication.translate("Questions", "Make one under “Offices and services”."),
        )

    def refused_words(self, refusal: Refusal) -> str:
        """Why it was not done."""
        return words.refused_words(refusal.field or "")

    # --- the form -------------------------------------------------------------------------------------------------

    def build_form(self) -> None:
        """The words of a step, how it is answered or where it leads, and what can be done with it."""
        form, look = self.form, self.office.look
        for code in _TEXTS:
            form.add_text(code, is_latin=code.endswith("en"))
        self._kind = form.add_pick("kind")
        self._leads = form.add_pick("leads")
        for code in _AWAY:
            form.add_text(code, is_latin=code.endswith("en"))
        self.more = Button(look, "", Kind.SECONDARY, icon=Icon.FILE_ADD)
        self.more.setObjectName("questions_more")
        self.more.clicked.connect(self._add_answer)
        self.up = Button(look, "", Kind.QUIET)
        self.up.setObjectName("questions_up")
        self.up.clicked.connect(lambda: self._move(-1))
        self.down = Button(look, "", Kind.QUIET)
        self.down.setObjectName("questions_down")
        self.down.clicked.connect(lambda: self._move(1))
        self.remove = Button(look, "", Kind.SECONDARY, icon=Icon.REMOVE)
        self.remove.setObjectName("questions_remove")
        self.remove.clicked.connect(self._take_away)
        form.add_below(self.more, self.up, self.down, self.remove)
        self.add.clicked.disconnect()
        self.add.clicked.connect(self._add_question)

    def initial(self, key: str) -> Values:
        """What a step says, with what was typed before."""
        step = draft.step_of(self._questions, key)
        return {} if step is None else draft.values_of(step)

    def fill(self, values: Values) -> None:
        """Offer what can be picked, before it is."""
        language, questions = self.office.look.language, self._questions
        step = draft.step_of(questions, self.key or "")
        own = "" if step is None else step.question.id
        asks = [
            (f"{draft.ASK}{each.id}", words.question_name(questions, each.id, language))
            for each in questions
            if each.id != own
        ]
        others = [
            (f"{draft.LEAD}{key}", words.to_service_words(self._named(key)))
            for key, each in self._services().items()
            if key != self.services.key and each.closed_from is None
        ]
        self._kind.set_choices([(each.value, words.kind_words(each)) for each in QuestionKind])
        self._leads.set_choices([(draft.BOOK, words.book_words()), *asks, (draft.AWAY, words.away_words()), *others])
        self.form.set_values(values)

    def word_form(self) -> None:
        """Show and name the fields of this step."""
        form, look = self.form, self.office.look
        step = draft.step_of(self._questions, self.key or "")
        if step is None:
            form.show_fields([])
            form.title.set_text(self._named(self.services.key) if self.services.key else "")
        else:
            goes = ["kind"] if step.answer is None else ["leads", *(_AWAY if self._leads.key == draft.AWAY else ())]
            form.show_fields([*_TEXTS, *goes])
            form.title.set_text(words.step_title(step, self._questions, look.language))
        form.note.set_text(self._state_words() if step is None else "")
        form.note.setVisible(step is None)
        self.more.setVisible(step is not None and step.answer is None and draft.can_have_another(step.question))
        for button in (self.up, self.down):
            button.setVisible(step is not None)
        self.remove.setVisible(step is not None and self._can_go(step))
        self._name_fields(is_question=step is not None and step.answer is None)

    # --- doing ----------------------------------------------------------------------------------------------------

    def loses(self) -> str:
        """What was typed and not saved."""
        if not self._written:
            return ""
        return QCoreApplication.translate("Administration", "A change in “{section}” is not saved.").format(
            section=self.title()
        )

    def forget(self) -> None:
        """Whoever signs in next has typed nothing."""
        self._written.clear()
        super().forget()

    def _typed(self) -> None:
        if self._key is not None:
            self._write(draft.with_values(self._questions, self._key, self.form.values()))

    def _tell(self) -> None:
        key = self.services.key
        is_changed = key in self._written
        fault = first_fault(self._forms(), key) if key and self._questions else None
        said = (
            "" if fault is None else words.fault_words(fault, self._questions, self._named, self.office.look.language)
        )
        self.fault.set_text(said)
        self.fault.setVisible(bool(said))
        self.form.save.setEnabled(is_changed and fault is None)
        self.form.discard.setEnabled(is_changed)
        self.walk.setEnabled(bool(self._questions) and fault is None)
        self.add.setEnabled(bool(key) and len(self._questions) < MOST_QUESTIONS)

    def _write(self, questions: Questions, key: str | None = None) -> None:
        """Keep what was changed, and show it; open another step if one is named."""
        service_id = self.services.key
        service = self._services()[service_id]
        if questions == service.questions:
            self._written.pop(service_id, None)
        else:
            version, _ = self._written.get(service_id, (service.version, ()))
            self._written[service_id] = (version, questions)
        if key is None:
            self._lay()
            self.word_form()
            self._tell()
        else:
            self._key = key
            self.follow()

    def _add_question(self) -> None:
        if self.services.key:
            self._write(*draft.with_question(self._questions))
            self.form.focus_first()

    def _add_answer(self) -> None:
        step = draft.step_of(self._questions, self.key or "")
        if step is not None:
            self._write(*draft.with_answer(self._questions, step.question.id))
            self.form.focus_first()

    def _move(self, by: int) -> None:
        if self.key is not None:
            self._write(draft.moved(self._questions, self.key, by), self.key)

    def _take_away(self) -> None:
        step = draft.step_of(self._questions, self.key or "")
        if step is not None:  # until it is saved, “Discard” brings it back
            there = _WHOLE if step.answer is None else step.question.id
            self._write(draft.without(self._questions, step.key), there)

    def _save(self) -> None:
        service_id, client = self.services.key, self.office.client
        service = self._services().get(service_id)
        if service is None or service_id not in self._written:
            return
        version, after = self._written[service_id]
        before = service.questions
        fewer = QCoreApplication.translate("Questions", "Questions then: %Ln", "", len(after))
        none = QCoreApplication.translate("Questions", "Nothing is asked any more: it is booked at once.")
        later = QCoreApplication.translate("Questions", "Whoever stands at a kiosk now is asked on as they began.")
        file = QCoreApplication.translate("Questions", "A region's file that is loaded later does not change it.")

        def is_put(_answer: object) -> None:
            self._written.pop(service_id, None)
            self.follow()

        self.changing.ask(
            Change(
                title=QCoreApplication.translate("Questions", "Ask this before “{name}” is booked?").format(
                    name=self._named(service_id)
                ),
                lines=(fewer if after else none, later, file),
                confirm=QCoreApplication.translate("Questions", "Ask so from now on"),
                does=lambda: guidance.put_questions(client, service_id, after, version),
                done=QCoreApplication.translate("Questions", "Visits that begin now are asked so."),
                undo=lambda: guidance.put_questions(client, service_id, before),
                then=is_put,
                is_danger=not after,
            )
        )

    def _discard(self) -> None:
        self._written.pop(self.services.key, None)
        self.follow()

    def _other_service(self) -> None:
        self.changing.quiet()
        self._key = _WHOLE
        self.follow()

    def _walk(self) -> None:
        if self.changing.dialog is not None or not self.services.key:
            return
        body = QuestionWalk(self.office.look, self._forms(), self.services.key, self._named)
        dialog = Dialog(
            self.office.look,
            self.window(),
            QCoreApplication.translate("Questions", "As a visitor is asked"),
            "",
            confirm=QCoreApplication.translate("Administration", "Back"),
            icon=Icon.EYE,
            body=body,
        )
        dialog.confirm.setObjectName("walk_back")
        self.changing.hold(dialog)

    # --- within ---------------------------------------------------------------------------------------------------

    def _services(self) -> Mapping[str, RegionService]:
        region = self.office.client.administration.region.value
        every = () if region is None else (each for office in region.offices for each in office.services)
        return {each.id: each for each in every}

    def _asked(self, service_id: str) -> Questions:
        if service_id in self._written:
            return self._written[service_id][1]
        service = self._services().get(service_id)
        return () if service is None else service.questions

    @property
    def _questions(self) -> Questions:
        """Those of the service that is shown, with what was typed."""
        return self._asked(self.services.key)

    def _forms(self) -> dict[str, Questions]:
        """What each service asks that can be led to, with what was typed for this one."""
        key = self.services.key
        known = {each.id: each.questions for each in self._services().values() if each.closed_from is None}
        return {**known, key: self._questions}

    def _named(self, service_id: str) -> str:
        service = self._services().get(service_id)
        return service_id if service is None else self.office.said(service.name)

    def _can_go(self, step: Step) -> bool:
        """Yes and no stay: a question that is answered so has both."""
        if step.answer is None:
            return True
        return step.question.kind is QuestionKind.CHOICE

    def _state_words(self) -> str:
        service = self._services().get(self.services.key)
        if service is None:
            return ""
        if not self._questions:
            return QCoreApplication.translate("Questions", "Nothing is asked: it is booked at once.")
        if service.own_questions:
            return QCoreApplication.translate("Questions", "Set here; a region's file does not change it.")
        return QCoreApplication.translate("Questions", "As the region's file has it.")

    def _name_fields(self, *, is_question: bool) -> None:
        form = self.form
        arabic, english, urdu = (
            (
                QCoreApplication.translate("Questions", "Question in Arabic"),
                QCoreApplication.translate("Questions", "Question in English"),
                QCoreApplication.translate("Questions", "Question in Urdu (optional)"),
            )
            if is_question
            else (
                QCoreApplication.translate("Questions", "Answer in Arabic"),
                QCoreApplication.translate("Questions", "Answer in English"),
                QCoreApplication.translate("Questions", "Answer in Urdu (optional)"),
            )
        )
        shown = QCoreApplication.translate("Questions", "Where there is none, Arabic is shown.")
        form.block("text_ar").set_texts(arabic)
        form.block("text_en").set_texts(english)
        form.block("text_ur").set_texts(urdu, shown)
        form.block("kind").set_texts(QCoreApplication.translate("Questions", "How it is answered"))
        form.block("leads").set_texts(QCoreApplication.translate("Questions", "Where this answer leads"))
        names = {
            "unit": QCoreApplication.translate("Questions", "Whose matter it is"),
            "reason": QCoreApplication.translate("Questions", "Why it is not received here"),
            "next": QCoreApplication.translate("Questions", "What to do next"),
        }
        languages = {
            "ar": QCoreApplication.translate("Questions", "in Arabic"),
            "en": QCoreApplication.translate("Questions", "in English"),
            "ur": QCoreApplication.translate("Questions", "in Urdu (optional)"),
        }
        for name, said in names.items():
            for code, language in languages.items():
                form.block(f"{name}_{code}").set_texts(f"{said}, {language}")
