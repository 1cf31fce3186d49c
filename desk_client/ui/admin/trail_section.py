"""The audit trail: who did what, searched by person, kind and day, page by page. Nothing in it can be changed."""

from collections.abc import Coroutine, Sequence
from typing import Any, ClassVar, Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client.actions.administer import trail
from desk_client.client.actions.administer.trail import Sought
from desk_client.client.administration import AuditEntry, Listed
from desk_client.client.model import Model
from desk_client.domain.outcomes import Refusal
from desk_client.i18n.bidi import isolated
from desk_client.ui.admin.audit_checking import AuditChecking
from desk_client.ui.admin.people_words import role_code_words
from desk_client.ui.admin.records_section import ANY, RecordsSection
from desk_client.ui.admin.trail_words import action_words, actions
from desk_client.ui.desk.office import Office
from desk_client.ui.operator.section import Report
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.pick import Pick
from desk_client.ui.widgets.table import Column


class TrailSection(RecordsSection):
    """What stands here is what the trail holds: codes of things, and nobody's data."""

    code: ClassVar[str] = "trail"
    icon: ClassVar[Icon] = Icon.SHIELD
    book: ClassVar[Literal["audit", "register"]] = "audit"
    facts: ClassVar[int] = 4

    def __init__(self, office: Office, report: Report, parent: QWidget | None = None) -> None:
        self._what = Pick(office.look)
        self._what.setObjectName("trail_what")
        self.checking = AuditChecking(office)
        super().__init__(office, report, (self._what,), parent)
        self._what.picked.connect(lambda _key: self.look_for())
        self.checking.attention.connect(self.attention)
        self.checking.refused.connect(self.changing.refuse)
        self.head.insertWidget(self.head.indexOf(self.take_out), self.checking.verify)
        self.above.insertWidget(0, self.checking)
        self.retranslate()

    def teardown(self) -> None:
        """End the subscriptions."""
        self.checking.teardown()
        super().teardown()

    def title(self) -> str:
        """The section's name."""
        return QCoreApplication.translate("Administration", "Audit trail")

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.about.set_text(
            QCoreApplication.translate("Trail", "Who did what, the latest first. Nobody can change what stands here.")
        )
        self.checking.retranslate()
        super().retranslate()

    def forget(self) -> None:
        """Whoever signs in next has searched for nothing."""
        self.checking.forget()
        self._what.pick(ANY)
        super().forget()

    def refresh(self) -> None:
        """Read what was searched for, and how the check stands."""
        super().refresh()
        self.checking.read()

    # --- the records ----------------------------------------------------------------------------------------------

    def found(self) -> Model[Listed[AuditEntry]]:
        """Acts."""
        return self.office.client.administration.trail

    def sought(self) -> Sought:
        """By person, kind and day."""
        return Sought(self.who(), self._what.key if self._what.key != ANY else "", self.day())

    def read(self) -> Coroutine[Any, Any, Refusal | None]:
        """Search."""
        self.searched = sought = self.sought()
        return trail.search(self.office.client, sought)

    def read_on(self) -> Coroutine[Any, Any, Refusal | None]:
        """Read what came before."""
        assert isinstance(self.searched, Sought)
        return trail.read_more(self.office.client, self.searched)

    def follow(self) -> None:
        """Show what was found, and offer who and what can be searched for."""
        anything = QCoreApplication.translate("Trail", "Everything")
        self._what.set_choices([(ANY, anything), *sorted(actions().items(), key=lambda each: each[1])])
        self._what.pick(self._what.key or ANY)
        super().follow()

    def asked_words(self) -> Sequence[str]:
        """Who, what, when."""
        return (
            QCoreApplication.translate("Trail", "Who"),
            QCoreApplication.translate("Trail", "What"),
            QCoreApplication.translate("Trail", "Day"),
        )

    def columns(self) -> Sequence[Column]:
        """When, who, what, to which thing."""
        return (
            Column(QCoreApplication.translate("Trail", "When"), 7),
            Column(QCoreApplication.translate("Trail", "Who"), 4),
            Column(QCoreApplication.translate("Trail", "What"), 5),
            Column(QCoreApplication.translate("Trail", "To what"), 4),
        )

    def nothing(self) -> tuple[str, str]:
        """Nothing is found."""
        return (
            QCoreApplication.translate("Trail", "Nothing like this stands in the trail"),
            QCoreApplication.translate("Trail", "Search for another day, or for everything."),
        )

    def saving_words(self) -> str:
        """The question whether it be saved."""
        return QCoreApplication.translate("Trail", "Save the audit trail?")

    def act_words(self, action: str) -> str:
        """What was done."""
        return action_words(action)

    def fact_rows(self, record: AuditEntry) -> Sequence[tuple[str, str]]:
        """Who, as what, to what."""
        return (
            (QCoreApplication.translate("Trail", "Who: {text}"), self.name(record.actor)),
            (QCoreApplication.translate("Trail", "In the role: {text}"), role_code_words(record.role)),
            (QCoreApplication.translate("Trail", "To what: {text}"), isolated(record.subject)),
            (QCoreApplication.translate("Trail", "Number in the trail: {text}"), self.office.look.number(record.seq)),
        )
