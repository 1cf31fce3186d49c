"""Who looked at whose data: searched by who works here, person, case and day; and the report that a breach asks for."""

from collections.abc import Coroutine, Sequence
from datetime import date
from typing import Any, ClassVar, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_client.client.actions.administer import oversight
from desk_client.client.actions.administer.oversight import Holder, LookSought
from desk_client.client.administration import Listed, PersonLook
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.bidi import isolated
from desk_client.i18n.dates import clock_time, full_date, short_date
from desk_client.i18n.digits import to_ascii
from desk_client.ui.admin.breach_report import BreachReporting
from desk_client.ui.admin.form import Values
from desk_client.ui.admin.list_section import NEW, ListSection
from desk_client.ui.admin.people_words import role_code_words
from desk_client.ui.admin.taking_out import TakingOut
from desk_client.ui.admin.trail_words import look_words
from desk_client.ui.desk.office import Office
from desk_client.ui.moments import here
from desk_client.ui.operator.section import Report
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.pick import Pick
from desk_client.ui.widgets.table import Column, Row
from desk_client.ui.widgets.text_field import TextField

_ANY: Final = "any"


class RegisterSection(ListSection):
    """A person is named by the number of their ID, which stays nowhere: what is searched for is their id here."""

    code: ClassVar[str] = "register"
    icon: ClassVar[Icon] = Icon.EYE
    can_save = False

    def __init__(self, office: Office, report: Report, parent: QWidget | None = None) -> None:
        look = office.look
        self._who = Pick(look)
        self._who.setObjectName("register_who")
        self._person, self._case = TextField(look, longest=32), TextField(look, longest=64)
        self._day = TextField(look, longest=10)
        names = {"register_person": self._person, "register_case": self._case, "register_day": self._day}
        for name, field in names.items():
            field.setObjectName(name)
        self._blocks = tuple(FieldBlock(look, field) for field in (self._who, self._person, self._case, self._day))
        self._person_id = ""
        self.more = Button(look, "", Kind.SECONDARY)
        self.more.setObjectName("register_more")
        self.take_out = Button(look, "", Kind.SECONDARY, icon=Icon.LOCK)
        self.take_out.setObjectName("register_take_out")
        self.breach = Button(look, "", Kind.SECONDARY, icon=Icon.WARNING)
        self.breach.setObjectName("register_breach")
        super().__init__(office, report, parent)
        self._taking = TakingOut(office, self, self.changing)
        self.reporting = BreachReporting(office, self, self.changing, self._taking, self._staff)
        self._who.picked.connect(lambda _key: self._search())
        for field in names.values():
            field.editingFinished.connect(self._search)
        self.more.clicked.connect(self._read_more)
        self.take_out.clicked.connect(self._take_out)
        self.breach.clicked.connect(self.reporting.ask)
        self.head.addWidget(self.breach)
        self.head.addWidget(self.take_out)
        asked = QHBoxLayout()
        asked.setSpacing(Space.M)
        for block in self._blocks:
            asked.addWidget(block, 1)
        self.listing.insertLayout(0, asked)
        self.listing.addWidget(self.more)
        self._typed_person = ""
        self._searched = LookSought()
        administration = office.client.administration
        self._leave = (
            administration.looks.subscribe(lambda _: self.follow()),
            administration.staff.subscribe(lambda _: self.follow()),
        )
        self.retranslate()

    def teardown(self) -> None:
        """End the subscriptions."""
        for leave in self._leave:
            leave()

    def title(self) -> str:
        """The section's name."""
        return QCoreApplication.translate("Administration", "Who looked")

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.about.set_text(
            QCoreApplication.translate(
                "Register",
                "Who opened whose file, document or recording, the latest first. People read the same about "
                "themselves.",
            )
        )
        hints = (
            (QCoreApplication.translate("Register", "Who looked"), ""),
            (QCoreApplication.translate("Register", "Whose data"), ""),
            (QCoreApplication.translate("Register", "Which case"), ""),
            (QCoreApplication.translate("Register", "Day"), ""),
        )
        for block, (name, hint) in zip(self._blocks, hints, strict=True):
            block.set_texts(name, hint)
        self._person.setPlaceholderText(QCoreApplication.translate("Register", "number of the ID"))
        self._case.setPlaceholderText(QCoreApplication.translate("Register", "as apt_…"))
        self._day.setPlaceholderText(QCoreApplication.translate("Register", "as 2026-03-15"))
        self.more.set_text(QCoreApplication.translate("Register", "Show what came before"))
        self.take_out.set_text(QCoreApplication.translate("Register", "Save what was found"))
        self.breach.set_text(QCoreApplication.translate("Register", "Breach report"))
        super().retranslate()

    def forget(self) -> None:
        """Whoever signs in next has searched for nothing."""
        self._who.pick(_ANY)
        for field in (self._person, self._case, self._day):
            field.clear()
        self._typed_person, self._person_id, self._searched = "", "", LookSought()
        super().forget()

    # --- the list -------------------------------------------------------------------------------------------------

    def listed(self) -> Listed[PersonLook]:
        """What was found."""
        return self.office.client.administration.looks.value

    def read(self) -> Coroutine[Any, Any, Refusal | None]:
        """Search."""
        self._searched = self._sought()
        return oversight.search_register(self.office.client, self._searched)

    def follow(self) -> None:
        """Show what was found, and offer whom it can be searched for."""
        self._who.set_choices([(_ANY, QCoreApplication.translate("Register", "Everybody")), *self._staff()])
        self._who.pick(self._who.key or _ANY)
        self.more.setVisible(self.listed().next is not None)
        super().follow()

    def columns(self) -> Sequence[Column]:
        """When, who, what, which thing."""
        return (
            Column(QCoreApplication.translate("Register", "When"), 7),
            Column(QCoreApplication.translate("Register", "Who"), 5),
            Column(QCoreApplication.translate("Register", "What"), 6),
            Column(QCoreApplication.translate("Register", "In which case"), 4),
        )

    def rows(self) -> Sequence[Row]:
        """One for each look."""
        return [
            Row(str(each.seq), (self._when(each), self._name(each.actor), look_words(each.action), each.subject))
            for each in self.listed().rows or ()
        ]

    def nothing(self) -> tuple[str, str]:
        """Nothing is found."""
        return (
            QCoreApplication.translate("Register", "Nobody looked"),
            QCoreApplication.translate("Register", "Search for another day, or for everything."),
        )

    def search_words(self) -> str:
        """What this field searches."""
        return QCoreApplication.translate("Trail", "Search in what is shown")

    # --- the form -------------------------------------------------------------------------------------------------

    def build_form(self) -> None:
        """One look, whole."""
        look = self.office.look
        self._facts = tuple(Label(look, "", Role.BODY, tone=Tone.SECOND) for _ in range(5))
        self.form.add_below(*self._facts)

    def initial(self, key: str) -> Values:
        """Nothing is typed here."""
        del key
        return {}

    def word_form(self) -> None:
        """Tell the look whole."""
        key = self.key or NEW
        entry = next((each for each in self.listed().rows or () if str(each.seq) == key), None)
        if entry is None:
            return
        at, language = here(entry.at), self.office.look.language
        self.form.title.set_text(look_words(entry.action))
        self.form.note.set_text(f"{full_date(at.date(), language)} · {clock_time(at.time(), language)}")
        facts = (
            (QCoreApplication.translate("Trail", "Who: {text}"), self._name(entry.actor)),
            (QCoreApplication.translate("Trail", "In the role: {text}"), role_code_words(entry.role)),
            (QCoreApplication.translate("Register", "Whose data: {text}"), isolated(entry.person_id)),
            (QCoreApplication.translate("Register", "What was opened: {text}"), isolated(entry.subject)),
            (QCoreApplication.translate("Register", "Number in the register: {text}"), isolated(str(entry.seq))),
        )
        for label, (text, value) in zip(self._facts, facts, strict=True):
            label.set_text(text.format(text=value))

    # --- within ---------------------------------------------------------------------------------------------------

    def _sought(self) -> LookSought:
        who = self._who.key if self._who.key != _ANY else ""
        try:
            day = date.fromisoformat(to_ascii(self._day.text().strip()))
        except ValueError:
            day = None
        return LookSought(who, self._person_id, self._case.text().strip(), day)

    def _search(self) -> None:
        wrong = bool(self._day.text().strip()) and self._sought().day is None
        told = QCoreApplication.translate("Trail", "Year, month and day, as 2026-03-15.")
        self._blocks[3].set_error(told if wrong else "")
        if wrong:
            return
        typed = self._person.text().strip()
        if typed != self._typed_person:
            self._typed_person, self._person_id = typed, ""
            self._blocks[1].set_error("")
            if typed:
                finding = oversight.whose(self.office.client, Holder(typed))
                self.office.bridge.run(finding, self._know, self._not_known)
                return
        self._search_anew()

    def _know(self, person_id: str) -> None:
        self._person_id = person_id
        self._search_anew()

    def _not_known(self, refusal: Refusal) -> None:
        if refusal.code is RefusalCode.NOT_FOUND:
            told = QCoreApplication.translate("Register", "Nothing is held about anybody with this number.")
        elif refusal.code is RefusalCode.INVALID_NATIONAL_ID:
            told = QCoreApplication.translate("Register", "This is no number of an ID.")
        else:
            self._typed_person = ""
            self.changing.refuse(refusal)
            return
        self._blocks[1].set_error(told)

    def _search_anew(self) -> None:
        if self._sought() != self._searched:
            self.open(None)
            self.refresh()

    def _read_more(self) -> None:
        reading = oversight.search_register(self.office.client, self._searched, goes_on=True)
        self.office.bridge.run(reading, lambda _none: None, self.changing.refuse)

    def _take_out(self) -> None:
        client, query = self.office.client, self._searched.query()
        self._taking.ask(
            QCoreApplication.translate("Register", "Save the register?"),
            QCoreApplication.translate("Trail", "Everything that fits what is searched for above, the oldest first."),
            "majlis-register.zip",
            lambda grounds, file: oversight.save_book(client, "register", grounds, query, file),
        )

    def _staff(self) -> list[tuple[str, str]]:
        staff = self.office.client.administration.staff.value.rows or ()
        return [(each.id, self.office.said(each.name)) for each in staff]

    def _when(self, entry: PersonLook) -> str:
        at, language = here(entry.at), self.office.look.language
        return f"{short_date(at.date(), language)} · {clock_time(at.time(), language)}"

    def _name(self, actor: str) -> str:
        return next((name for key, name in self._staff() if key == actor), actor or "–")
