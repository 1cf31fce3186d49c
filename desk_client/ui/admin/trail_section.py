"""The audit trail: who did what, searched by person, kind and day, page by page. Nothing in it can be changed."""

from collections.abc import Coroutine, Sequence
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_client.client.actions.administer import oversight, trail
from desk_client.client.actions.administer.trail import Sought
from desk_client.client.administration import AuditEntry, Listed
from desk_client.domain.outcomes import Refusal
from desk_client.i18n.bidi import isolated
from desk_client.i18n.dates import clock_time, full_date, short_date
from desk_client.i18n.digits import to_ascii
from desk_client.ui.admin.audit_checking import AuditChecking
from desk_client.ui.admin.form import Values
from desk_client.ui.admin.list_section import NEW, ListSection
from desk_client.ui.admin.people_words import role_code_words
from desk_client.ui.admin.taking_out import TakingOut
from desk_client.ui.admin.trail_words import action_words, actions
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

_ANY = "any"


class TrailSection(ListSection):
    """What stands here is what the trail holds: codes of things, and nobody's data."""

    code: ClassVar[str] = "trail"
    icon: ClassVar[Icon] = Icon.SHIELD
    can_save = False

    def __init__(self, office: Office, report: Report, parent: QWidget | None = None) -> None:
        look = office.look
        self._who = Pick(look)
        self._who.setObjectName("trail_who")
        self._what = Pick(look)
        self._what.setObjectName("trail_what")
        self._day = TextField(look, longest=10)
        self._day.setObjectName("trail_day")
        self._blocks = tuple(FieldBlock(look, field) for field in (self._who, self._what, self._day))
        self.more = Button(look, "", Kind.SECONDARY)
        self.more.setObjectName("trail_more")
        self.checking = AuditChecking(office)
        self.take_out = Button(look, "", Kind.SECONDARY, icon=Icon.LOCK)
        self.take_out.setObjectName("trail_take_out")
        super().__init__(office, report, parent)
        for pick in (self._who, self._what):
            pick.picked.connect(lambda _key: self._search())
        self._day.editingFinished.connect(self._search)
        self.more.clicked.connect(self._read_more)
        asked = QHBoxLayout()
        asked.setSpacing(Space.M)
        for block in self._blocks:
            asked.addWidget(block, 1)
        self._taking = TakingOut(office, self, self.changing)
        self.take_out.clicked.connect(self._take_out)
        self.checking.attention.connect(self.attention)
        self.checking.refused.connect(self.changing.refuse)
        self.head.addWidget(self.checking.verify)
        self.head.addWidget(self.take_out)
        self.listing.insertLayout(0, asked)
        self.above.addWidget(self.checking)
        self.listing.addWidget(self.more)
        self._searched = self._sought()
        administration = office.client.administration
        self._leave = (
            administration.trail.subscribe(lambda _: self.follow()),
            administration.staff.subscribe(lambda _: self.follow()),
        )
        self.retranslate()

    def teardown(self) -> None:
        """End the subscriptions."""
        self.checking.teardown()
        for leave in self._leave:
            leave()

    def title(self) -> str:
        """The section's name."""
        return QCoreApplication.translate("Administration", "Audit trail")

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.about.set_text(
            QCoreApplication.translate("Trail", "Who did what, the latest first. Nobody can change what stands here.")
        )
        names = (
            QCoreApplication.translate("Trail", "Who"),
            QCoreApplication.translate("Trail", "What"),
            QCoreApplication.translate("Trail", "Day"),
        )
        for block, name in zip(self._blocks, names, strict=True):
            block.set_texts(name)
        self._day.setPlaceholderText(QCoreApplication.translate("Trail", "as 2026-03-15"))
        self.more.set_text(QCoreApplication.translate("Trail", "Show what came before"))
        self.take_out.set_text(QCoreApplication.translate("Trail", "Save what was found"))
        self.checking.retranslate()
        super().retranslate()

    def forget(self) -> None:
        """Whoever signs in next has searched for nothing."""
        self.checking.forget()
        self._who.pick(_ANY)
        self._what.pick(_ANY)
        self._day.clear()
        super().forget()

    def refresh(self) -> None:
        """Read what was searched for, and how the check stands."""
        super().refresh()
        self.checking.read()

    # --- the list -------------------------------------------------------------------------------------------------

    def listed(self) -> Listed[AuditEntry]:
        """What was found."""
        return self.office.client.administration.trail.value

    def read(self) -> Coroutine[Any, Any, Refusal | None]:
        """Search."""
        self._searched = self._sought()
        return trail.search(self.office.client, self._searched)

    def follow(self) -> None:
        """Show what was found, and offer who and what can be searched for."""
        anybody = QCoreApplication.translate("Trail", "Everybody")
        staff = self.office.client.administration.staff.value.rows or ()
        self._who.set_choices([(_ANY, anybody), *((each.id, self.office.said(each.name)) for each in staff)])
        anything = QCoreApplication.translate("Trail", "Everything")
        self._what.set_choices([(_ANY, anything), *sorted(actions().items(), key=lambda each: each[1])])
        for pick in (self._who, self._what):
            pick.pick(pick.key or _ANY)
        self.more.setVisible(self.listed().next is not None)
        super().follow()

    def columns(self) -> Sequence[Column]:
        """When, who, what, to which thing."""
        return (
            Column(QCoreApplication.translate("Trail", "When"), 7),
            Column(QCoreApplication.translate("Trail", "Who"), 4),
            Column(QCoreApplication.translate("Trail", "What"), 5),
            Column(QCoreApplication.translate("Trail", "To what"), 4),
        )

    def rows(self) -> Sequence[Row]:
        """One for each act."""
        return [
            Row(str(each.seq), (self._when(each), self._name(each.actor), action_words(each.action), each.subject))
            for each in self.listed().rows or ()
        ]

    def nothing(self) -> tuple[str, str]:
        """Nothing is found."""
        return (
            QCoreApplication.translate("Trail", "Nothing like this stands in the trail"),
            QCoreApplication.translate("Trail", "Search for another day, or for everything."),
        )

    def search_words(self) -> str:
        """What this field searches."""
        return QCoreApplication.translate("Trail", "Search in what is shown")

    # --- the form -------------------------------------------------------------------------------------------------

    def build_form(self) -> None:
        """One act, whole."""
        look = self.office.look
        self._facts = tuple(Label(look, "", Role.BODY, tone=Tone.SECOND) for _ in range(4))
        self.form.add_below(*self._facts)

    def initial(self, key: str) -> Values:
        """Nothing is typed here."""
        del key
        return {}

    def word_form(self) -> None:
        """Tell the act whole."""
        key = self.key or NEW
        entry = next((each for each in self.listed().rows or () if str(each.seq) == key), None)
        if entry is None:
            return
        at, language = here(entry.at), self.office.look.language
        self.form.title.set_text(action_words(entry.action))
        self.form.note.set_text(f"{full_date(at.date(), language)} · {clock_time(at.time(), language)}")
        facts = (
            (QCoreApplication.translate("Trail", "Who: {text}"), self._name(entry.actor)),
            (QCoreApplication.translate("Trail", "In the role: {text}"), role_code_words(entry.role)),
            (QCoreApplication.translate("Trail", "To what: {text}"), isolated(entry.subject)),
            (QCoreApplication.translate("Trail", "Number in the trail: {text}"), isolated(str(entry.seq))),
        )
        for label, (text, value) in zip(self._facts, facts, strict=True):
            label.set_text(text.format(text=value))

    # --- within ---------------------------------------------------------------------------------------------------

    def _sought(self) -> Sought:
        who, what = (key if key != _ANY else "" for key in (self._who.key, self._what.key))
        try:
            day = date.fromisoformat(to_ascii(self._day.text().strip()))
        except ValueError:
            day = None
        return Sought(who, what, day)

    def _search(self) -> None:
        wrong = bool(self._day.text().strip()) and self._sought().day is None
        told = QCoreApplication.translate("Trail", "Year, month and day, as 2026-03-15.")
        self._blocks[2].set_error(told if wrong else "")
        if not wrong and self._sought() != self._searched:
            self.open(None)
            self.refresh()

    def _take_out(self) -> None:
        client, query = self.office.client, self._searched.query()
        self._taking.ask(
            QCoreApplication.translate("Trail", "Save the audit trail?"),
            QCoreApplication.translate("Trail", "Everything that fits what is searched for above, the oldest first."),
            "majlis-audit.zip",
            lambda grounds, file: oversight.save_book(client, "audit", grounds, query, file),
        )

    def _read_more(self) -> None:
        self.office.bridge.run(
            trail.read_more(self.office.client, self._searched), lambda _none: None, self.changing.refuse
        )

    def _when(self, entry: AuditEntry) -> str:
        at, language = here(entry.at), self.office.look.language
        return f"{short_date(at.date(), language)} · {clock_time(at.time(), language)}"

    def _name(self, actor: str) -> str:
        staff = self.office.client.administration.staff.value.rows or ()
        return next((self.office.said(each.name) for each in staff if each.id == actor), actor or "–")
