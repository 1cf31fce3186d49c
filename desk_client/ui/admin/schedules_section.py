"""Schedules: an office's hours, seasons, pauses, roster and services, with the slots that they make."""

from collections.abc import Coroutine, Mapping, Sequence
from typing import Any, ClassVar, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client.actions.administer import schedules
from desk_client.client.administration import CalendarPreview, Listed, OfficeSchedule, Shown
from desk_client.client.coalesced import Coalesced
from desk_client.client.office_hours import CalendarAsk, Entry, Part, entries, first_day, values_of, with_entry
from desk_client.client.office_hours import without_entry as without
from desk_client.domain.outcomes import Refusal
from desk_client.i18n.bidi import written
from desk_client.i18n.dates import full_date, hijri_day
from desk_client.ui.admin import schedule_words as words
from desk_client.ui.admin.changing import Change
from desk_client.ui.admin.form import Values
from desk_client.ui.admin.list_section import NEW, ListSection
from desk_client.ui.desk.office import Office
from desk_client.ui.operator.help.today import today
from desk_client.ui.operator.section import Report
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.pick import Pick
from desk_client.ui.widgets.table import Column, Row

_FIELDS: Final[Mapping[Part, tuple[str, ...]]] = {
    Part.WEEK: ("days", "opens", "closes"),
    Part.SEASON: ("name_ar", "name_en", "ramadan", "first", "last", "days", "opens", "closes"),
    Part.PAUSE: ("opens", "closes", "days", "first", "last"),
    Part.EXCEPTION: ("exception", "first", "opens", "last", "closes"),
    Part.DUTY: ("stand_in", "first", "last"),
    Part.SERVICE: (
        "slot_minutes",
        "buffer_minutes",
        "capacity",
        "lead_minutes",
        "horizon_days",
        "cancel_before_minutes",
        "change_before_minutes",
        "most_open",
    ),
}
_ADDED: Final = (Part.WEEK, Part.SEASON, Part.PAUSE, Part.EXCEPTION, Part.DUTY)
_YEARS_OF_RAMADAN: Final = 3
_OFFICE_LETTERS: Final = 24


class SchedulesSection(ListSection):
    """While somebody types, the server says which slots it would make, and whom it would leave without one."""

    code: ClassVar[str] = "schedules"
    icon: ClassVar[Icon] = Icon.CALENDAR_TIME
    can_add = True

    def __init__(self, office: Office, report: Report, parent: QWidget | None = None) -> None:
        self._preview = Coalesced(self._read_preview)
        self.offices = Pick(office.look)
        self.offices.setObjectName("schedule_office")
        self.offices.setMinimumContentsLength(_OFFICE_LETTERS)
        self.offices.picked.connect(lambda _key: self._other_office())
        super().__init__(office, report, parent)
        self.head.insertWidget(1, self.offices)
        administration = office.client.administration
        self._leave = (
            administration.schedule.subscribe(lambda _: self.follow()),
            administration.slots.subscribe(self._show_slots),
        )
        self.retranslate()

    def teardown(self) -> None:
        """End the subscriptions."""
        for leave in self._leave:
            leave()

    def title(self) -> str:
        """The section's name."""
        return QCoreApplication.translate("Administration", "Schedules")

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.about.set_text(
            QCoreApplication.translate(
                "Schedules", "When an office receives. A change touches no booking; what no longer fits is told."
            )
        )
        self.add.set_text(QCoreApplication.translate("Schedules", "New entry"))
        self.offices.set_name(QCoreApplication.translate("Schedules", "Office"))
        self.remove.set_text(QCoreApplication.translate("Schedules", "Remove this entry"))
        self._makes.set_text(QCoreApplication.translate("Schedules", "The slots of a week that this makes"))
        super().retranslate()

    # --- the list -------------------------------------------------------------------------------------------------

    @property
    def _shown(self) -> Shown[OfficeSchedule]:
        return self.office.client.administration.schedule.value

    @property
    def _calendar(self) -> CalendarAsk | None:
        schedule = self._shown.content
        return None if schedule is None else schedule.calendar.calendar

    def listed(self) -> Listed[Entry]:
        """The entries of the office that is shown."""
        calendar = self._calendar
        return Listed(None if calendar is None else tuple(entries(calendar)), self._shown.trouble)

    def read(self) -> Coroutine[Any, Any, Refusal | None]:
        """Read the calendar of the office that is shown."""
        return schedules.read_schedule(self.office.client, self.offices.key or None)

    def follow(self) -> None:
        """Show the calendar, and whose it is."""
        region, schedule = self.office.client.administration.region.value, self._shown.content
        if region is not None:
            self.offices.set_choices([(each.id, self.office.said(each.title)) for each in region.offices])
        if schedule is not None and not self.offices.key:
            self.offices.pick(schedule.calendar.office_id)
        super().follow()

    def columns(self) -> Sequence[Column]:
        """What kind of entry, what it is about, what it says."""
        return (
            Column(QCoreApplication.translate("Schedules", "Entry"), 3),
            Column(QCoreApplication.translate("Schedules", "What"), 4),
            Column(QCoreApplication.translate("Schedules", "When"), 4),
        )

    def rows(self) -> Sequence[Row]:
        """One for each entry."""
        schedule = self._shown.content
        if schedule is None:
            return []
        made = []
        for each in entries(schedule.calendar.calendar):
            values = values_of(schedule.calendar.calendar, each)
            what, when = words.entry_words(self.office.look, schedule, each.part, each.place, values)
            if each.part is Part.DUTY:
                what = self._office_name(what)
            made.append(Row(each.key, (words.part_words(each.part), what, when)))
        return made

    def nothing(self) -> tuple[str, str]:
        """Nobody is ever received."""
        return (
            QCoreApplication.translate("Schedules", "This office has no hours yet"),
            QCoreApplication.translate("Schedules", "Begin with the hours of its week."),
        )

    def refused_words(self, refusal: Refusal) -> str:
        """Why it was not done."""
        return words.refused_words(refusal)

    # --- the form -------------------------------------------------------------------------------------------------

    def build_form(self) -> None:
        """The fields of every kind of entry, of which those are shown that it has; and the slots."""
        look, form = self.office.look, self.form
        self._part = form.add_pick("part")
        self._exception = form.add_pick("exception")
        self._stand_in = form.add_pick("stand_in")
        form.add_text("name_ar")
        form.add_text("name_en", is_latin=True)
        self._ramadan = form.add_pick("ramadan")
        form.add_text("first", longest=10, is_latin=True)
        form.add_days("days")
        form.add_text("opens", longest=5, is_latin=True)
        form.add_text("last", longest=10, is_latin=True)
        form.add_text("closes", longest=5, is_latin=True)
        for code in _FIELDS[Part.SERVICE]:
            form.add_text(code, longest=6, is_latin=True)
        self._makes = Label(look, "", Role.BODY, weight=Weight.MEDIUM)
        self._slots = Label(look, "", Role.BODY)
        self._slots.setObjectName("schedule_slots")
        self._stranded = Label(look, "", Role.BODY, tone=Tone.WARNING)
        self._stranded.setObjectName("schedule_stranded")
        paper = Panel(look, margin_px=Space.M)
        paper.body.addWidget(self._slots)
        paper.body.addWidget(self._stranded)
        self.remove = Button(look, "", Kind.SECONDARY, icon=Icon.REMOVE)
        self.remove.setObjectName("schedule_remove")
        self.remove.clicked.connect(self._remove)
        form.add_below(self._makes, paper, self.remove)

    def initial(self, key: str) -> Values:
        """What an entry says; a new one begins as hours of the week."""
        calendar = self._calendar
        if key == NEW or calendar is None:
            return {"part": Part.WEEK.value, "exception": "closure"}
        return values_of(calendar, Entry.of(key))

    def fill(self, values: Values) -> None:
        """Offer what can be picked, before it is."""
        self._part.set_choices([(part.value, words.part_words(part)) for part in _ADDED])
        self._exception.set_choices(
            [
                ("closure", QCoreApplication.translate("Schedules", "Closed")),
                ("opening", QCoreApplication.translate("Schedules", "Open")),
            ]
        )
        region = self.office.client.administration.region.value
        self._stand_in.set_choices(
            []
            if region is None
            else [(each.id, self.office.said(each.title)) for each in region.offices if each.id != self.offices.key]
        )
        year = hijri_day(today()).year
        ramadan = QCoreApplication.translate("Schedules", "Ramadan {year}")
        years = [str(year + ahead) for ahead in range(_YEARS_OF_RAMADAN)]
        none = QCoreApplication.translate("Schedules", "by its days")
        self._ramadan.set_choices(
            [(" ", none), *((each, ramadan.format(year=self.office.look.number(each))) for each in years)]
        )
        self.form.set_values(values)

    def word_form(self) -> None:
        """Show the fields of this kind of entry, and ask for the slots."""
        form, key, part = self.form, self.key, self._part_shown()
        fields = list(_FIELDS[part])
        if key != NEW and "ramadan" in fields:  # its days were worked out when it was entered
            fields.remove("ramadan")
        if self._ramadan.key.strip():
            fields = [code for code in fields if code not in {"first", "last"}]
        form.show_fields(["part", *fields] if key == NEW else fields)
        new = QCoreApplication.translate("Schedules", "New entry")
        form.title.set_text(new if key == NEW else words.part_words(part))
        form.note.hide()
        self._name_fields(part)
        self.remove.setVisible(key != NEW and part is not Part.SERVICE)
        self.office.bridge.run(self._preview(), lambda _none: None, self.changing.refuse)

    def is_complete(self, values: Values) -> bool:
        """Whether every text is what it should be; how they go together, the server says."""
        return self._changed(values) is not None

    # --- doing ----------------------------------------------------------------------------------------------------

    def save(self, key: str, values: Values) -> None:
        """Ask for the changed calendar."""
        after = self._changed(values)
        if after is not None:
            lines = self.changed_lines(self.initial(key), {code: text for code, text in values.items() if text.strip()})
            title = QCoreApplication.translate("Schedules", "Change the schedule of {office}?")
            self._ask(title, lines, after)

    def _remove(self) -> None:
        calendar, key = self._calendar, self.key
        if calendar is None or not key:
            return
        row = next(row for row in self.rows() if row.key == key)
        title = QCoreApplication.translate("Schedules", "Remove this from the schedule of {office}?")
        self._ask(title, (" · ".join(row.cells),), without(calendar, Entry.of(key)), is_danger=True)

    def _ask(self, title: str, lines: tuple[str, ...], after: CalendarAsk, *, is_danger: bool = False) -> None:
        before, client, office_id, key = self._calendar, self.office.client, self.offices.key, self.key
        if before is None or key is None:
            return
        stranded = self._stranded.said
        kept = before

        def is_put(_none: None) -> None:
            self._drafts.clear()  # the places of the other entries may be others now
            self.open(None)

        self.changing.ask(
            Change(
                title=title.format(office=self._office_name(office_id)),
                lines=(*lines, stranded) if stranded else lines,
                confirm=QCoreApplication.translate("Schedules", "Remove it")
                if is_danger
                else QCoreApplication.translate("Schedules", "Change it"),
                does=lambda: schedules.put(client, office_id, after),
                done=QCoreApplication.translate("Schedules", "The schedule is changed."),
                undo=lambda: schedules.put(client, office_id, kept),
                then=is_put,
                is_danger=is_danger,
            )
        )

    def _other_office(self) -> None:
        self._drafts.clear()
        self.changing.quiet()
        self.open(None)
        self.refresh()

    # --- within ---------------------------------------------------------------------------------------------------

    def _part_shown(self) -> Part:
        if self.key not in {None, NEW}:
            return Entry.of(self.key or "").part
        return Part(self._part.key) if self._part.key else Part.WEEK

    def _changed(self, values: Values) -> CalendarAsk | None:
        calendar = self._calendar
        if calendar is None or self.key is None:
            return None
        part = self._part_shown()
        whole = dict.fromkeys(_FIELDS[part], "") | {code: text.strip() for code, text in values.items()}
        place = None if self.key == NEW else Entry.of(self.key).place
        return with_entry(calendar, part, place, whole)

    async def _read_preview(self) -> Refusal | None:
        values = self.form.values()
        calendar = self._changed(values) or self._calendar
        if calendar is None or self.key is None or not self.offices.key:
            return None
        first = first_day(values, today())
        return await schedules.preview(self.office.client, self.offices.key, calendar, first)

    def _show_slots(self, shown: Shown[CalendarPreview]) -> None:
        schedule, preview = self._shown.content, shown.content
        if schedule is None or preview is None or preview.faults:
            self._slots.set_text("")
            self._stranded.set_text("" if preview is None else words.fault_words(preview))
        else:
            self._slots.set_text(written(words.slots_words(self.office.look, schedule, preview)))
            self._stranded.set_text(words.stranded_words(preview))
        self._stranded.setVisible(bool(self._stranded.said))

    def _office_name(self, office_id: str) -> str:
        region = self.office.client.administration.region.value
        offices = () if region is None else region.offices
        return next((self.office.said(each.title) for each in offices if each.id == office_id), office_id)

    def _name_fields(self, part: Part) -> None:
        form = self.form
        of_all = QCoreApplication.translate("Schedules", "None chosen: every day.")
        closed = QCoreApplication.translate("Schedules", "None chosen: nobody is received.")
        hints = {Part.PAUSE: of_all, Part.SEASON: closed}
        form.block("part").set_texts(QCoreApplication.translate("Schedules", "Kind of entry"))
        form.block("exception").set_texts(QCoreApplication.translate("Schedules", "What it is"))
        form.block("stand_in").set_texts(QCoreApplication.translate("Schedules", "Who stands in"))
        form.block("name_ar").set_texts(QCoreApplication.translate("Schedules", "Name in Arabic"))
        form.block("name_en").set_texts(QCoreApplication.translate("Schedules", "Name in English"))
        form.block("ramadan").set_texts(QCoreApplication.translate("Schedules", "Which days"))
        form.block("days").set_texts(QCoreApplication.translate("Schedules", "Days of the week"), hints.get(part, ""))
        names = {
            "first": QCoreApplication.translate("Schedules", "First day"),
            "last": QCoreApplication.translate("Schedules", "Last day"),
        }
        for code, name in names.items():
            form.block(code).set_texts(name, self._day_hint(form.block(code).isHidden(), code))
        clock = QCoreApplication.translate("Schedules", "Hours and minutes, as 09:30.")
        form.block("opens").set_texts(QCoreApplication.translate("Schedules", "From"), clock)
        form.block("closes").set_texts(QCoreApplication.translate("Schedules", "Until"), clock)
        five = QCoreApplication.translate("Schedules", "In minutes, a multiple of five.")
        form.block("slot_minutes").set_texts(QCoreApplication.translate("Schedules", "Length of an audience"), five)
        form.block("buffer_minutes").set_texts(QCoreApplication.translate("Schedules", "Kept free after it"), five)
        form.block("capacity").set_texts(QCoreApplication.translate("Schedules", "Received at the same time"))
        form.block("lead_minutes").set_texts(QCoreApplication.translate("Schedules", "Least notice"), five)
        form.block("cancel_before_minutes").set_texts(
            QCoreApplication.translate("Schedules", "Can be cancelled until so long before it"), five
        )
        form.block("change_before_minutes").set_texts(
            QCoreApplication.translate("Schedules", "Can be moved until so long before it"), five
        )
        form.block("most_open").set_texts(QCoreApplication.translate("Schedules", "Open bookings of one person"))
        form.block("horizon_days").set_texts(QCoreApplication.translate("Schedules", "Days that can be booked ahead"))

    def _day_hint(self, is_hidden: bool, code: str) -> str:
        """The day in both calendars as soon as it is one: whoever types sees the weekday."""
        text = "" if is_hidden else self.form.values().get(code, "")
        day = first_day({"first": text}, today())
        if text and day.isoformat() == words.ascii_day(text):
            return full_date(day, self.office.look.language)
        return QCoreApplication.translate("Schedules", "Year, month and day, as 2026-03-15.")
