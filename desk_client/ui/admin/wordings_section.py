"""The usual wordings of outcomes, by service: made, changed, retired, and seen as the citizen hears and reads them."""

from collections.abc import Coroutine, Iterator, Sequence
from typing import Any, ClassVar, Final

from PySide6.QtCore import QCoreApplication

from desk_client.client.actions.administer import guidance, places
from desk_client.client.administration import Listed, RegionService
from desk_client.domain.decision import LONGEST_WORDING, MOST_OF_A_KIND, DecisionCode, Wording, fault_in_wordings
from desk_client.domain.outcomes import Refusal
from desk_client.i18n.bidi import written
from desk_client.i18n.digits import shown
from desk_client.ui.admin.changing import Change
from desk_client.ui.admin.form import Values
from desk_client.ui.admin.list_section import NEW
from desk_client.ui.admin.region_section import RegionSection
from desk_client.ui.desk.decision_words import decision_words
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.table import Column, Row

_LINES: Final = 4
_TEXTS: Final = ("name_ar", "name_en", "text_ar", "text_en")
_MISSING: Final = "…"


class WordingsSection(RegionSection):
    """A row is one wording of one service; an official begins with it, and completes what is left open."""

    code: ClassVar[str] = "wordings"
    icon: ClassVar[Icon] = Icon.EDIT
    can_add = True

    def title(self) -> str:
        """The section's name."""
        return QCoreApplication.translate("Administration", "Wordings of outcomes")

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.about.set_text(
            QCoreApplication.translate(
                "Wordings", "With what officials may begin an outcome. What was decided already keeps its words."
            )
        )
        self.add.set_text(QCoreApplication.translate("Wordings", "New wording"))
        self._reads.set_text(QCoreApplication.translate("Wordings", "So the visitor hears and reads it"))
        self.retire.set_text(QCoreApplication.translate("Wordings", "Retire this wording"))
        super().retranslate()

    # --- the list -------------------------------------------------------------------------------------------------

    def listed(self) -> Listed[Wording]:
        """Every wording of every service."""
        administration = self.office.client.administration
        rows = None if administration.region.value is None else tuple(each for _, each in self._every())
        return Listed(rows, administration.places.value)

    def read(self) -> Coroutine[Any, Any, Refusal | None]:
        """Read the services."""
        return places.read_region(self.office.client)

    def columns(self) -> Sequence[Column]:
        """Whose it is, for which decision, what it is called."""
        return (
            Column(QCoreApplication.translate("Wordings", "Service"), 4),
            Column(QCoreApplication.translate("Wordings", "Decision"), 3),
            Column(QCoreApplication.translate("Wordings", "Name"), 4),
        )

    def rows(self) -> Sequence[Row]:
        """One for each wording."""
        language = self.office.look.language
        return [
            Row(
                _key(service.id, each),
                (
                    self.office.said(service.name),
                    decision_words(each.code).name,
                    language.best_of(each.name_ar, each.name_en),
                ),
            )
            for service, each in self._every()
        ]

    def nothing(self) -> tuple[str, str]:
        """No service has any."""
        return (
            QCoreApplication.translate("Wordings", "No service has wordings of its own"),
            QCoreApplication.translate("Wordings", "Officials begin with the usual ones, or write freely."),
        )

    def search_words(self) -> str:
        """What can be searched for."""
        return QCoreApplication.translate("Wordings", "Search by service, decision or name")

    def refused_words(self, refusal: Refusal) -> str:
        """Why it was not done."""
        _, _, fault = (refusal.field or "").partition("wordings.")
        return self._fault_words(fault or None)

    # --- the form -------------------------------------------------------------------------------------------------

    def build_form(self) -> None:
        """Whose, for what, its name and its text; how it reads, and the way out."""
        form, look = self.form, self.office.look
        self._service = form.add_pick("service")
        self._decision = form.add_pick("decision")
        form.add_text("name_ar")
        form.add_text("name_en", is_latin=True)
        for code in ("text_ar", "text_en"):
            form.add_area(code, lines=_LINES, longest=LONGEST_WORDING)
        self._reads = Label(look, "", Role.BODY, weight=Weight.MEDIUM)
        self._shown = Label(look, "", Role.BODY)
        self._shown.setObjectName("wording_preview")
        self._open = Label(look, "", Role.CAPTION, tone=Tone.SECOND)
        self._open.setObjectName("wording_open")
        paper = Panel(look, margin_px=Space.M)
        paper.body.addWidget(self._shown)
        self.retire = Button(look, "", Kind.SECONDARY, icon=Icon.REMOVE)
        self.retire.setObjectName("wording_retire")
        self.retire.clicked.connect(self._retire)
        form.add_below(self._reads, paper, self._open, self.retire)

    def initial(self, key: str) -> Values:
        """What a wording says."""
        found = self._found(key)
        if found is None:
            return {}
        service, each = found
        texts = {code: getattr(each, code) for code in _TEXTS}
        return {"service": service.id, "decision": each.code.value, **texts}

    def fill(self, values: Values) -> None:
        """Offer what can be picked, before it is."""
        self._service.set_choices(
            [(each.id, self.office.said(each.name)) for each in self._services() if each.closed_from is None]
        )
        self._decision.set_choices([(each.value, decision_words(each).name) for each in DecisionCode])
        self.form.set_values(values)

    def word_form(self) -> None:
        """Name the fields, and show how it reads."""
        form, found = self.form, self._found(self.key or NEW)
        form.show_fields(["decision", *_TEXTS] if found is not None else ["service", "decision", *_TEXTS])
        form.title.set_text(
            QCoreApplication.translate("Wordings", "New wording") if found is None else self.office.said(found[0].name)
        )
        form.note.set_text("" if found is None else self._state_words(found[0]))
        form.note.setVisible(found is not None)
        self.retire.setVisible(found is not None)
        self._name_fields()
        self._preview(form.values())

    def is_complete(self, values: Values) -> bool:
        """Whether everything is there, and may stand beside the service's others."""
        after = self._after(values)
        return after is not None and fault_in_wordings(after) is None

    # --- doing ----------------------------------------------------------------------------------------------------

    def save(self, key: str, values: Values) -> None:
        """Ask for the new wording, or for its other words."""
        after, service = self._after(values), self._service_of(key, values)
        if after is None or service is None:
            return
        title = (
            QCoreApplication.translate("Wordings", "Offer this wording to officials?")
            if key == NEW
            else QCoreApplication.translate("Wordings", "Change this wording?")
        )
        made = Wording(DecisionCode(values["decision"]), *(values[code].strip() for code in _TEXTS))
        self._ask(service, title, self.changed_lines(self.initial(key), values), after, _key(service.id, made))

    def _retire(self) -> None:
        found = self._found(self.key or NEW)
        if found is None:
            return
        service, gone = found
        title = QCoreApplication.translate("Wordings", "Retire this wording?")
        name = f"{decision_words(gone.code).name} · {self.office.look.language.best_of(gone.name_ar, gone.name_en)}"
        kept = QCoreApplication.translate("Wordings", "It is offered no more; outcomes that were written with it stay.")
        after = tuple(each for each in service.wordings if each != gone)
        self._ask(service, title, (name, kept), after, None)

    def _ask(
        self, service: RegionService, title: str, lines: tuple[str, ...], after: tuple[Wording, ...], key: str | None
    ) -> None:
        client, before, was = self.office.client, service.wordings, self.key or NEW
        file = QCoreApplication.translate("Wordings", "A region's file that is loaded later does not change it.")

        def is_put(_answer: object) -> None:
            self.saved(was)
            self.open(key)

        self.changing.ask(
            Change(
                title=title,
                lines=(*lines, file),
                confirm=QCoreApplication.translate("Wordings", "Retire it")
                if key is None
                else QCoreApplication.translate("Wordings", "Offer it so"),
                does=lambda: guidance.put_wordings(client, service.id, after, service.version),
                done=QCoreApplication.translate("Wordings", "It is so from the next outcome on."),
                undo=lambda: guidance.put_wordings(client, service.id, before),
                then=is_put,
                is_danger=key is None,
            )
        )

    # --- within ---------------------------------------------------------------------------------------------------

    def _services(self) -> tuple[RegionService, ...]:
        region = self.office.client.administration.region.value
        return () if region is None else tuple(each for office in region.offices for each in office.services)

    def _every(self) -> Iterator[tuple[RegionService, Wording]]:
        return ((service, each) for service in self._services() for each in service.wordings)

    def _found(self, key: str) -> tuple[RegionService, Wording] | None:
        return next((pair for pair in self._every() if _key(pair[0].id, pair[1]) == key), None)

    def _service_of(self, key: str, values: Values) -> RegionService | None:
        found = self._found(key)
        if found is not None:
            return found[0]
        return next((each for each in self._services() if each.id == values.get("service")), None)

    def _after(self, values: Values) -> tuple[Wording, ...] | None:
        """The service's wordings with this one; None where a text is missing."""
        key = self.key or NEW
        found, service = self._found(key), self._service_of(key, values)
        if service is None or not values.get("decision") or not all(values.get(code, "").strip() for code in _TEXTS):
            return None
        made = Wording(DecisionCode(values["decision"]), *(values[code].strip() for code in _TEXTS))
        if found is None:
            return (*service.wordings, made)
        return tuple(made if each == found[1] else each for each in service.wordings)

    def _preview(self, values: Values) -> None:
        """The decision as it is named to the visitor, and the words in both languages."""
        code = values.get("decision")
        after = self._after(values)
        fault = self._fault_words(None if after is None else fault_in_wordings(after))
        self.form.block("decision").set_error(fault)
        if not code:
            self._shown.set_text("")
            self._open.set_text("")
            return
        decision = decision_words(DecisionCode(code))
        texts = [text for name in ("text_ar", "text_en") if (text := values.get(name, "").strip())]
        self._shown.set_text(written("\n\n".join((f"{decision.name}: {decision.meaning}", *texts))))
        count = values.get("text_ar", "").count(_MISSING)
        self._open.set_text(
            QCoreApplication.translate("Wordings", "Places marked … that the official completes: %Ln", "", count)
            if count
            else QCoreApplication.translate(
                "Wordings", "Nothing is left open for the official: mark it with … if it is."
            )
        )

    def _fault_words(self, fault: str | None) -> str:
        match fault:
            case None:
                return ""
            case "of_a_kind" | "too_many":
                text = QCoreApplication.translate(
                    "Wordings",
                    "At most {most} stand beside each other for one decision of a service. Retire one first.",
                )
                return text.format(most=shown(MOST_OF_A_KIND, self.office.look.language))
            case "twice":
                return QCoreApplication.translate("Wordings", "This decision has a wording of this name already.")
            case _:
                return QCoreApplication.translate("Wordings", "A name or a text is missing, or too long.")

    def _state_words(self, service: RegionService) -> str:
        if service.own_wordings:
            return QCoreApplication.translate("Wordings", "Set here; a region's file does not change it.")
        return QCoreApplication.translate("Wordings", "As the region's file has it.")

    def _name_fields(self) -> None:
        form = self.form
        form.block("service").set_texts(QCoreApplication.translate("Wordings", "Service"))
        form.block("decision").set_texts(QCoreApplication.translate("Wordings", "Decision"))
        form.block("name_ar").set_texts(QCoreApplication.translate("Wordings", "Name in Arabic"))
        form.block("name_en").set_texts(QCoreApplication.translate("Wordings", "Name in English"))
        hint = QCoreApplication.translate("Wordings", "Put … where the official is to say something.")
        form.block("text_ar").set_texts(QCoreApplication.translate("Wordings", "Text in Arabic"), hint)
        form.block("text_en").set_texts(QCoreApplication.translate("Wordings", "Text in English"), hint)


def _key(service_id: str, wording: Wording) -> str:
    return f"{service_id}|{wording.code}|{wording.name_ar}"
