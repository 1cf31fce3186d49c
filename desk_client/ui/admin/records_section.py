"""What trail and register share: records that are searched, read page by page and saved, and that nobody changes."""

from collections.abc import Coroutine, Sequence
from datetime import date
from typing import Any, ClassVar, Final, Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_client.client.actions.administer import oversight
from desk_client.client.actions.administer.oversight import LookSought
from desk_client.client.actions.administer.trail import Sought
from desk_client.client.administration import AuditEntry, Listed, PersonLook
from desk_client.client.model import Model
from desk_client.domain.outcomes import Refusal
from desk_client.i18n.dates import clock_time, full_date, short_date, unbroken
from desk_client.i18n.digits import to_ascii
from desk_client.ui.admin.form import Values
from desk_client.ui.admin.list_section import NEW, ListSection
from desk_client.ui.admin.taking_out import TakingOut
from desk_client.ui.desk.office import Office
from desk_client.ui.moments import here
from desk_client.ui.operator.section import Report
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.pick import Pick
from desk_client.ui.widgets.table import Row
from desk_client.ui.widgets.text_field import TextField

ANY: Final = "any"
"""Nothing in particular is searched for."""
Record = AuditEntry | PersonLook


class RecordsSection(ListSection):
    """A subclass says what else is searched for, and how a record is worded; see the methods that raise."""

    can_save = False
    book: ClassVar[Literal["audit", "register"]]
    """What is saved of it, as `oversight.save_book` calls it."""
    facts: ClassVar[int]
    """How many lines tell of one record."""

    def __init__(
        self, office: Office, report: Report, also_asked: Sequence[Pick | TextField], parent: QWidget | None = None
    ) -> None:
        """``also_asked``: the fields between who and which day."""
        look = office.look
        self._who, self._day = Pick(look), TextField(look, longest=10)
        self._who.setObjectName(f"{self.code}_who")
        self._day.setObjectName(f"{self.code}_day")
        self.blocks = tuple(FieldBlock(look, field) for field in (self._who, *also_asked, self._day))
        self.more = Button(look, "", Kind.SECONDARY)
        self.more.setObjectName(f"{self.code}_more")
        self.take_out = Button(look, "", Kind.SECONDARY, icon=Icon.LOCK)
        self.take_out.setObjectName(f"{self.code}_take_out")
        super().__init__(office, report, parent)
        self.taking = TakingOut(office, self, self.changing)
        self._who.picked.connect(lambda _key: self.look_for())
        self._day.editingFinished.connect(self.look_for)
        self.more.clicked.connect(self._read_more)
        self.take_out.clicked.connect(self._take_out)
        self.head.addWidget(self.take_out)
        asked = QHBoxLayout()
        asked.setSpacing(Space.M)
        for block in self.blocks:
            asked.addWidget(block, 1)
        self.above.addLayout(asked)
        self.listing.addWidget(self.more)
        self.searched = self.sought()
        self._leave = (
            self.found().subscribe(lambda _: self.follow()),
            office.client.administration.staff.subscribe(lambda _: self.follow()),
        )

    # --- what a subclass says -------------------------------------------------------------------------------------

    def found(self) -> Model[Any]:  # of `Listed`, of each section's own records
        """Where what was found is kept."""
        raise NotImplementedError

    def sought(self) -> Sought | LookSought:
        """What is searched for now."""
        raise NotImplementedError

    def read_on(self) -> Coroutine[Any, Any, Refusal | None]:
        """Read what came before."""
        raise NotImplementedError

    def asked_words(self) -> Sequence[str]:
        """The names of all fields, in their order."""
        raise NotImplementedError

    def saving_words(self) -> str:
        """The question whether it be saved."""
        raise NotImplementedError

    def act_words(self, action: str) -> str:
        """What was done."""
        raise NotImplementedError

    def fact_rows(self, record: Any) -> Sequence[tuple[str, str]]:  # of the section's own records
        """Each line's words, with a place for the value, and the value."""
        raise NotImplementedError

    # --- the section ----------------------------------------------------------------------------------------------

    def teardown(self) -> None:
        """End the subscriptions."""
        for leave in self._leave:
            leave()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        for block, name in zip(self.blocks, self.asked_words(), strict=True):
            block.set_texts(name)
        self._day.setPlaceholderText(QCoreApplication.translate("Trail", "as 2026-03-15"))
        self.more.set_text(QCoreApplication.translate("Trail", "Show what came before"))
        self.take_out.set_text(QCoreApplication.translate("Trail", "Save what was found"))
        super().retranslate()

    def forget(self) -> None:
        """Whoever signs in next has searched for nothing."""
        self._who.pick(ANY)
        self._day.clear()
        super().forget()

    # --- the list -------------------------------------------------------------------------------------------------

    def listed(self) -> Listed[Any]:
        """What was found."""
        listed: Listed[Any] = self.found().value
        return listed

    def follow(self) -> None:
        """Show what was found, and offer whom it can be searched for."""
        self._who.set_choices([(ANY, QCoreApplication.translate("Trail", "Everybody")), *self.staff()])
        self._who.pick(self._who.key or ANY)
        self.more.setVisible(self.listed().next is not None)
        super().follow()

    def rows(self) -> Sequence[Row]:
        """One for each record."""
        return [
            Row(str(each.seq), (self._when(each), self.name(each.actor), self.act_words(each.action), each.subject))
            for each in self.listed().rows or ()
        ]

    def search_words(self) -> str:
        """What this field searches."""
        return QCoreApplication.translate("Trail", "Search in what is shown")

    # --- the form -------------------------------------------------------------------------------------------------

    def build_form(self) -> None:
        """One record, whole."""
        look = self.office.look
        self._facts = tuple(Label(look, "", Role.BODY, tone=Tone.SECOND) for _ in range(self.facts))
        self.form.add_below(*self._facts)

    def initial(self, key: str) -> Values:
        """Nothing is typed here."""
        del key
        return {}

    def word_form(self) -> None:
        """Tell the record whole."""
        key = self.key or NEW
        record = next((each for each in self.listed().rows or () if str(each.seq) == key), None)
        if record is None:
            return
        at, language = here(record.at), self.office.look.language
        self.form.title.set_text(self.act_words(record.action))
        self.form.note.set_text(f"{full_date(at.date(), language)} · {clock_time(at.time(), language)}")
        for label, (text, value) in zip(self._facts, self.fact_rows(record), strict=True):
            label.set_text(text.format(text=value))

    # --- for subclasses -------------------------------------------------------------------------------------------

    def who(self) -> str:
        """Whose records are searched for; empty for everybody's."""
        return self._who.key if self._who.key != ANY else ""

    def day(self) -> date | None:
        """Which day's are; None for all, and for what is no day."""
        try:
            return date.fromisoformat(to_ascii(self._day.text().strip()))
        except ValueError:
            return None

    def staff(self) -> list[tuple[str, str]]:
        """Everybody who works here: id and name."""
        return [
            (each.id, self.office.said(each.name)) for each in self.office.client.administration.staff.value.rows or ()
        ]

    def name(self, actor: str) -> str:
        """Of somebody who works here; a dash for nobody."""
        return next((name for key, name in self.staff() if key == actor), actor or "–")

    def look_for(self) -> None:
        """Something else is asked for: search, unless it is no day."""
        if not self.says_wrong_day():
            self.search_anew()

    def says_wrong_day(self) -> bool:
        """Whether what stands for the day is none; it is said at the field."""
        wrong = bool(self._day.text().strip()) and self.day() is None
        told = QCoreApplication.translate("Trail", "Year, month and day, as 2026-03-15.")
        self.blocks[-1].set_error(told if wrong else "")
        return wrong

    def search_anew(self) -> None:
        """Search, where anything else is asked for than before."""
        if self.sought() != self.searched:
            self.open(None)
            self.refresh()

    def _read_more(self) -> None:
        self.office.bridge.run(self.read_on(), lambda _none: None, self.changing.refuse)

    def _take_out(self) -> None:
        client, query = self.office.client, self.searched.query()
        self.taking.ask(
            self.saving_words(),
            QCoreApplication.translate("Trail", "Everything that fits what is searched for above, the oldest first."),
            f"majlis-{self.book}.zip",
            lambda grounds, file: oversight.save_book(client, self.book, grounds, query, file),
        )

    def _when(self, record: Record) -> str:
        at, language = here(record.at), self.office.look.language
        return f"{short_date(at.date(), language)} · {unbroken(clock_time(at.time(), language))}"
