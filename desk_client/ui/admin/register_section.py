"""Who looked at whose data: searched by who works here, person, case and day; and the report that a breach asks for."""

from collections.abc import Coroutine, Sequence
from typing import Any, ClassVar, Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client.actions.administer import oversight
from desk_client.client.actions.administer.oversight import Holder, LookSought
from desk_client.client.administration import Listed, PersonLook
from desk_client.client.model import Model
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.bidi import isolated
from desk_client.ui.admin.breach_report import BreachReporting
from desk_client.ui.admin.people_words import role_code_words
from desk_client.ui.admin.records_section import RecordsSection
from desk_client.ui.admin.trail_words import look_words
from desk_client.ui.desk.office import Office
from desk_client.ui.operator.section import Report
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.table import Column
from desk_client.ui.widgets.text_field import TextField


class RegisterSection(RecordsSection):
    """A person is named by the number of their ID, which stays nowhere: what is searched for is their id here."""

    code: ClassVar[str] = "register"
    icon: ClassVar[Icon] = Icon.EYE
    book: ClassVar[Literal["audit", "register"]] = "register"
    facts: ClassVar[int] = 5

    def __init__(self, office: Office, report: Report, parent: QWidget | None = None) -> None:
        look = office.look
        self._person, self._case = TextField(look, longest=32), TextField(look, longest=64)
        self._typed_person = self._person_id = ""
        self.breach = Button(look, "", Kind.SECONDARY, icon=Icon.WARNING)
        self.breach.setObjectName("register_breach")
        super().__init__(office, report, (self._person, self._case), parent)
        for name, field in (("person", self._person), ("case", self._case)):
            field.setObjectName(f"register_{name}")
            field.editingFinished.connect(self.look_for)
        self.reporting = BreachReporting(office, self, self.changing, self.taking, self.staff)
        self.breach.clicked.connect(self.reporting.ask)
        self.head.insertWidget(self.head.indexOf(self.take_out), self.breach)
        self.retranslate()

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
        self._person.setPlaceholderText(QCoreApplication.translate("Register", "number of the ID"))
        self._case.setPlaceholderText(QCoreApplication.translate("Register", "as apt_…"))
        self.breach.set_text(QCoreApplication.translate("Register", "Breach report"))
        super().retranslate()

    def forget(self) -> None:
        """Whoever signs in next has searched for nothing."""
        self._person.clear()
        self._case.clear()
        self._typed_person, self._person_id, self.searched = "", "", LookSought()
        super().forget()

    # --- the records ----------------------------------------------------------------------------------------------

    def found(self) -> Model[Listed[PersonLook]]:
        """Looks."""
        return self.office.client.administration.looks

    def sought(self) -> LookSought:
        """By who works here, person, case and day."""
        return LookSought(self.who(), self._person_id, self._case.text().strip(), self.day())

    def read(self) -> Coroutine[Any, Any, Refusal | None]:
        """Search."""
        self.searched = sought = self.sought()
        return oversight.search_register(self.office.client, sought)

    def read_on(self) -> Coroutine[Any, Any, Refusal | None]:
        """Read what came before."""
        assert isinstance(self.searched, LookSought)
        return oversight.search_register(self.office.client, self.searched, goes_on=True)

    def asked_words(self) -> Sequence[str]:
        """Who, whose, in which case, when."""
        return (
            QCoreApplication.translate("Register", "Who looked"),
            QCoreApplication.translate("Register", "Whose data"),
            QCoreApplication.translate("Register", "Which case"),
            QCoreApplication.translate("Trail", "Day"),
        )

    def columns(self) -> Sequence[Column]:
        """When, who, what, which thing."""
        return (
            Column(QCoreApplication.translate("Trail", "When"), 7),
            Column(QCoreApplication.translate("Trail", "Who"), 5),
            Column(QCoreApplication.translate("Trail", "What"), 6),
            Column(QCoreApplication.translate("Register", "In which case"), 4),
        )

    def nothing(self) -> tuple[str, str]:
        """Nothing is found."""
        return (
            QCoreApplication.translate("Register", "Nobody looked"),
            QCoreApplication.translate("Trail", "Search for another day, or for everything."),
        )

    def saving_words(self) -> str:
        """The question whether it be saved."""
        return QCoreApplication.translate("Register", "Save the register?")

    def act_words(self, action: str) -> str:
        """What was opened."""
        return look_words(action)

    def fact_rows(self, record: PersonLook) -> Sequence[tuple[str, str]]:
        """Who, as what, whose, what."""
        return (
            (QCoreApplication.translate("Trail", "Who: {text}"), self.name(record.actor)),
            (QCoreApplication.translate("Trail", "In the role: {text}"), role_code_words(record.role)),
            (QCoreApplication.translate("Register", "Whose data: {text}"), isolated(record.person_id)),
            (QCoreApplication.translate("Register", "What was opened: {text}"), isolated(record.subject)),
            (
                QCoreApplication.translate("Register", "Number in the register: {text}"),
                self.office.look.number(record.seq),
            ),
        )

    # --- within ---------------------------------------------------------------------------------------------------

    def look_for(self) -> None:
        """Search; a number that was typed is first asked whose it is."""
        if self.says_wrong_day():
            return
        typed = self._person.text().strip()
        if typed != self._typed_person:
            self._typed_person, self._person_id = typed, ""
            self.blocks[1].set_error("")
            if typed:
                finding = oversight.whose(self.office.client, Holder(typed))
                self.office.bridge.run(finding, self._know, self._not_known)
                return
        self.search_anew()

    def _know(self, person_id: str) -> None:
        self._person_id = person_id
        self.search_anew()

    def _not_known(self, refusal: Refusal) -> None:
        if refusal.code is RefusalCode.NOT_FOUND:
            told = QCoreApplication.translate("Register", "Nothing is held about anybody with this number.")
        elif refusal.code is RefusalCode.INVALID_NATIONAL_ID:
            told = QCoreApplication.translate("Register", "This is no number of an ID.")
        else:
            self._typed_person = ""
            self.changing.refuse(refusal)
            return
        self.blocks[1].set_error(told)
