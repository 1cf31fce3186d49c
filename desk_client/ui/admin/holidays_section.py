"""Holidays: the days that are worked out, and the administrator's own, which win over them."""

from collections.abc import Coroutine, Sequence
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client.actions.administer import schedules
from desk_client.client.administration import Listed
from desk_client.client.office_hours import DayOff, day_off
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.dates import full_date, gregorian_date, hijri_date
from desk_client.ui.admin.changing import Change
from desk_client.ui.admin.form import Values
from desk_client.ui.admin.list_section import NEW, ListSection
from desk_client.ui.desk.office import Office
from desk_client.ui.operator.section import Report
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.table import Column, Row


class HolidaysSection(ListSection):
    """A day that is worked out is made a working one by a day of one's own."""

    code: ClassVar[str] = "holidays"
    icon: ClassVar[Icon] = Icon.CALENDAR
    can_add = True

    def __init__(self, office: Office, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(office, report, parent)
        self._leave = office.client.administration.holidays.subscribe(lambda _: self.follow())
        self.retranslate()

    def teardown(self) -> None:
        """End the subscription."""
        self._leave()

    def title(self) -> str:
        """The section's name."""
        return QCoreApplication.translate("Administration", "Holidays")

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.about.set_text(
            QCoreApplication.translate(
                "Holidays", "The feasts are worked out by the Umm al-Qura calendar; a day of your own wins over them."
            )
        )
        self.add.set_text(QCoreApplication.translate("Holidays", "New day"))
        self.remove.set_text(QCoreApplication.translate("Holidays", "Remove this day"))
        super().retranslate()

    # --- the list -------------------------------------------------------------------------------------------------

    @property
    def _own(self) -> tuple[DayOff, ...]:
        known = self.office.client.administration.holidays.value.content
        return () if known is None else known.days

    def listed(self) -> Listed[Row]:
        """Days of one's own, and those that are worked out."""
        shown = self.office.client.administration.holidays.value
        return Listed(None if shown.content is None else tuple(self.rows()), shown.trouble)

    def read(self) -> Coroutine[Any, Any, Refusal | None]:
        """Read them."""
        return schedules.read_holidays(self.office.client)

    def columns(self) -> Sequence[Column]:
        """Day in both calendars, name, kind."""
        return (
            Column(QCoreApplication.translate("Holidays", "Day"), 4),
            Column(QCoreApplication.translate("Holidays", "By the Hijri calendar"), 4),
            Column(QCoreApplication.translate("Holidays", "Name"), 4),
            Column(QCoreApplication.translate("Holidays", "What it is"), 3),
        )

    def rows(self) -> Sequence[Row]:
        """All of them by their days."""
        known, language = self.office.client.administration.holidays.value.content, self.office.look.language
        if known is None:
            return []
        computed = QCoreApplication.translate("Holidays", "worked out")
        rows = dict.fromkeys(known.computed, ("–", computed))
        for each in known.days:
            name = language.best_of(each.name.ar, each.name.en)
            rows[each.day] = (name, _kind_words(works=each.works))
        return [
            Row(day.isoformat(), (gregorian_date(day, language), hijri_date(day, language), *cells))
            for day, cells in sorted(rows.items())
        ]

    def nothing(self) -> tuple[str, str]:
        """None are worked out, and none entered."""
        return QCoreApplication.translate("Holidays", "There is no holiday"), ""

    def refused_words(self, refusal: Refusal) -> str:
        """Why it was not done."""
        if refusal.code is RefusalCode.INVALID_REQUEST:
            return QCoreApplication.translate("Holidays", "This day is there already.")
        return ""

    # --- the form -------------------------------------------------------------------------------------------------

    def build_form(self) -> None:
        """The day, its names, and whether it is one."""
        self.form.add_text("first", longest=10, is_latin=True)
        self.form.add_text("name_ar")
        self.form.add_text("name_en", is_latin=True)
        self._works = self.form.add_pick("works")
        self.remove = Button(self.office.look, "", Kind.SECONDARY, icon=Icon.REMOVE)
        self.remove.setObjectName("holiday_remove")
        self.remove.clicked.connect(self._remove)
        self.form.add_below(self.remove)

    def initial(self, key: str) -> Values:
        """What is known of the day."""
        own = self._day(key)
        if own is not None:
            works = "works" if own.works else "free"
            return {"first": key, "name_ar": own.name.ar, "name_en": own.name.en, "works": works}
        return {"first": key, "works": "free"}

    def fill(self, values: Values) -> None:
        """Offer what it may be, before it is picked."""
        self._works.set_choices([("free", _kind_words(works=False)), ("works", _kind_words(works=True))])
        self.form.set_values(values)

    def word_form(self) -> None:
        """Name the fields."""
        form, own = self.form, self._day(self.key or NEW)
        new = QCoreApplication.translate("Holidays", "New day")
        row = next((row for row in self.rows() if row.key == self.key), None)
        form.title.set_text(new if row is None else full_date(date.fromisoformat(row.key), self.office.look.language))
        form.note.set_text(
            QCoreApplication.translate("Holidays", "This day is worked out. Saved, it is one of your own.")
        )
        form.note.setVisible(own is None and row is not None)
        form.block("first").field.setEnabled(self.key == NEW)
        form.block("first").set_texts(
            QCoreApplication.translate("Holidays", "Day"),
            QCoreApplication.translate("Holidays", "Year, month and day, as 2026-09-23."),
        )
        form.block("name_ar").set_texts(QCoreApplication.translate("Holidays", "Name in Arabic"))
        form.block("name_en").set_texts(QCoreApplication.translate("Holidays", "Name in English"))
        form.block("works").set_texts(QCoreApplication.translate("Holidays", "What it is"))
        self.remove.setVisible(own is not None)

    def is_complete(self, values: Values) -> bool:
        """Whether the day is one, and has its names."""
        return day_off(values) is not None

    # --- doing ----------------------------------------------------------------------------------------------------

    def save(self, key: str, values: Values) -> None:
        """Ask for the day."""
        made = day_off(values)
        if made is None:
            return
        others = tuple(each for each in self._own if each.day.isoformat() != key)
        line = f"{full_date(made.day, self.office.look.language)} · {_kind_words(works=made.works)}"
        title = QCoreApplication.translate("Holidays", "Enter this day?")
        self._ask(title, (line, made.name.ar, made.name.en), (*others, made))

    def _remove(self) -> None:
        own = self._day(self.key or NEW)
        if own is not None:
            rest = tuple(each for each in self._own if each != own)
            title = QCoreApplication.translate("Holidays", "Remove this day?")
            self._ask(title, (full_date(own.day, self.office.look.language),), rest, is_danger=True)

    def _ask(self, title: str, lines: tuple[str, ...], days: tuple[DayOff, ...], *, is_danger: bool = False) -> None:
        client, before, key = self.office.client, self._own, self.key or NEW

        def is_put(_none: None) -> None:
            self.saved(key)
            self.open(None)
            known = client.administration.holidays.value.content
            if known is not None and known.stranded_count:
                text = QCoreApplication.translate(
                    "Holidays", "The days are changed. Bookings that do not fit them: %Ln.", "", known.stranded_count
                )
                self.changing.done.say(text, None, self.changing.done.action.text())

        self.changing.ask(
            Change(
                title=title,
                lines=lines,
                confirm=QCoreApplication.translate("Holidays", "Remove it")
                if is_danger
                else QCoreApplication.translate("Holidays", "Enter it"),
                does=lambda: schedules.put_holidays(client, days),
                done=QCoreApplication.translate("Holidays", "The days are changed."),
                undo=lambda: schedules.put_holidays(client, before),
                then=is_put,
                is_danger=is_danger,
            )
        )

    def _day(self, key: str) -> DayOff | None:
        return next((each for each in self._own if each.day.isoformat() == key), None)


def _kind_words(*, works: bool) -> str:
    if works:
        return QCoreApplication.translate("Holidays", "Working day all the same")
    return QCoreApplication.translate("Holidays", "Holiday")
