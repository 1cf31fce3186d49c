"""Agencies, their offices, and what one may come to these about: made, named, closed from a day and opened again."""

from collections.abc import Coroutine, Mapping, Sequence
from typing import Any, ClassVar, Final

from PySide6.QtCore import QCoreApplication

from desk_client.client.actions.administer import places
from desk_client.client.administration import Listed, PlaceKind
from desk_client.client.region_entries import (
    Entry,
    Place,
    PlaceAsk,
    RegionInterpreter,
    RegionOffice,
    ask_of,
    entry_of,
    found,
    values_of,
)
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.outcomes import Refusal
from desk_client.domain.request import Rung
from desk_client.domain.transaction_link import LONGEST_LINK, PLACE, fault_in_link
from desk_client.i18n.bidi import isolated
from desk_client.ui.admin import place_words as words
from desk_client.ui.admin.changing import Change
from desk_client.ui.admin.form import Values
from desk_client.ui.admin.list_section import NEW
from desk_client.ui.admin.place_closing import PlaceClosing
from desk_client.ui.admin.region_section import RegionSection
from desk_client.ui.desk.kind_words import visit_words
from desk_client.ui.operator.help.today import today
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.table import Column, Row

_FIELDS: Final[Mapping[PlaceKind, tuple[str, ...]]] = {
    PlaceKind.AGENCY: ("name_ar", "name_en", "transaction_link"),
    PlaceKind.OFFICE: (
        "agency",
        "name_ar",
        "name_en",
        "honorific_ar",
        "honorific_en",
        "holder_ar",
        "holder_en",
        "rung",
    ),
    PlaceKind.SERVICE: ("name_ar", "name_en", "group"),
    PlaceKind.TEAM: ("name_ar", "name_en"),
    PlaceKind.INTERPRETER: ("name_ar", "name_en"),
}
_MADE_WITH: Final = {
    PlaceKind.SERVICE: ("office", "kind"),
    PlaceKind.TEAM: ("office",),
    PlaceKind.INTERPRETER: ("language",),
}
"""What something new is asked besides, once."""
_NEEDED: Final = ("agency", "office", "kind", "language", "rung", "name_ar", "name_en", "honorific_ar", "honorific_en")


class OfficesSection(RegionSection):
    """A row is an agency, an office, a service or a visiting team, each below what it belongs to; or an interpreter."""

    code: ClassVar[str] = "offices"
    icon: ClassVar[Icon] = Icon.BUILDING
    can_add = True

    def title(self) -> str:
        """The section's name."""
        return QCoreApplication.translate("Administration", "Offices and services")

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.about.set_text(
            QCoreApplication.translate(
                "Places",
                "Who receives, about what, who visits homes and who interprets. Hours and lengths are in schedules.",
            )
        )
        self.add.set_text(QCoreApplication.translate("Places", "Make something new"))
        super().retranslate()

    # --- the list -------------------------------------------------------------------------------------------------

    def listed(self) -> Listed[Place]:
        """Every agency, office and service."""
        administration = self.office.client.administration
        region = administration.region.value
        return Listed(None if region is None else region.agencies, administration.places.value)

    def read(self) -> Coroutine[Any, Any, Refusal | None]:
        """Read them."""
        return places.read_region(self.office.client)

    def columns(self) -> Sequence[Column]:
        """Name, kind, whose it is, state."""
        return (
            Column(QCoreApplication.translate("Places", "Name"), 5),
            Column(QCoreApplication.translate("Places", "Kind"), 3),
            Column(QCoreApplication.translate("Places", "Belongs to"), 4),
            Column(QCoreApplication.translate("Places", "State"), 4),
        )

    def rows(self) -> Sequence[Row]:
        """Each agency, its offices, and the services and teams of each; then the interpreters."""
        region, said = self.office.client.administration.region.value, self.office.said
        made = []
        for agency in () if region is None else region.agencies:
            made.append(self._row(PlaceKind.AGENCY, agency, ""))
            for each in region.offices if region is not None else ():
                if each.agency_id == agency.id:
                    made.append(self._row(PlaceKind.OFFICE, each, said(agency.name)))
                    made += [self._row(PlaceKind.SERVICE, one, said(each.title)) for one in each.services]
                    made += [self._row(PlaceKind.TEAM, one, said(each.title)) for one in each.teams]
        for helper in () if region is None else region.interpreters:
            made.append(self._row(PlaceKind.INTERPRETER, helper, words.language_words(helper.language)))
        return made

    def nothing(self) -> tuple[str, str]:
        """There is no agency."""
        return (
            QCoreApplication.translate("Places", "There is no agency yet"),
            QCoreApplication.translate("Places", "Begin with one: offices belong to it, services to these."),
        )

    def search_words(self) -> str:
        """What can be searched for."""
        return QCoreApplication.translate("Places", "Search by name, kind or agency")

    def refused_words(self, refusal: Refusal) -> str:
        """Why it was not done."""
        return words.refused_words(refusal)

    # --- the form -------------------------------------------------------------------------------------------------

    def build_form(self) -> None:
        """The fields of every kind, of which those are shown that it has."""
        form = self.form
        self._what = form.add_pick("what")
        self._agency = form.add_pick("agency")
        self._office = form.add_pick("office")
        form.add_text("name_ar")
        form.add_text("name_en", is_latin=True)
        form.add_text("honorific_ar")
        form.add_text("honorific_en", is_latin=True)
        form.add_text("holder_ar")
        form.add_text("holder_en", is_latin=True)
        self._rung = form.add_pick("rung")
        self._kind = form.add_pick("kind")
        self._language = form.add_pick("language")
        form.add_text("group", longest=40, is_latin=True)
        form.add_text("transaction_link", longest=LONGEST_LINK, is_latin=True)
        self.closing = PlaceClosing(self.office, self.changing, self)
        form.add_below(self.closing.button)

    def initial(self, key: str) -> Values:
        """What a place is at present; a new one begins as a service."""
        place = self._place(key)
        return {"what": PlaceKind.SERVICE.value} if place is None else values_of(place)

    def fill(self, values: Values) -> None:
        """Offer what can be picked, before it is."""
        region, said = self.office.client.administration.region.value, self.office.said
        self._what.set_choices([(each.value, words.kind_words(each)) for each in _FIELDS])
        self._agency.set_choices([] if region is None else [(each.id, said(each.name)) for each in region.agencies])
        self._office.set_choices([] if region is None else [(each.id, said(each.title)) for each in region.offices])
        self._rung.set_choices([(each.value, words.rung_words(each)) for each in Rung])
        self._language.set_choices(words.languages())
        self._kind.set_choices([(each.value, visit_words(each)) for each in AppointmentKind])
        self.form.set_values(values)

    def word_form(self) -> None:
        """Show and name the fields of this kind of place."""
        form, key, what = self.form, self.key, self._what_shown()
        place = self._place(key or NEW)
        form.show_fields(["what", *_MADE_WITH.get(what, ()), *_FIELDS[what]] if place is None else list(_FIELDS[what]))
        form.title.set_text(
            QCoreApplication.translate("Places", "Make something new")
            if place is None
            else f"{words.kind_words(what)} · {self._name(place)}"
        )
        form.note.set_text("" if place is None else self._state(place))
        form.note.setVisible(place is not None)
        self.closing.show_place(key or NEW, place, "" if place is None else self._name(place))
        self._name_fields()

    def is_complete(self, values: Values) -> bool:
        """Whether everything is there that such a place has."""
        return all(values[code] for code in _NEEDED if code in values) and self._asked(values) is not None

    # --- doing ----------------------------------------------------------------------------------------------------

    def save(self, key: str, values: Values) -> None:
        """Ask for a new place, or for another name, title, holder, agency or rung."""
        asked, what, client = self._asked(values), self._what_shown(), self.office.client
        place = self._place(key)
        if asked is None:
            return
        if place is None:
            self._make(what, asked, values)
            return
        before, entry = ask_of(what, values_of(place), place), entry_of(key)
        self.changing.ask(
            Change(
                title=QCoreApplication.translate("Places", "Change “{name}”?").format(name=self._name(place)),
                lines=self.changed_lines(self.initial(key), values),
                confirm=QCoreApplication.translate("Places", "Change it"),
                does=lambda: places.change(client, entry, asked),
                done=QCoreApplication.translate("Places", "It is changed."),
                # what a file brought may lack what a form asks for
                undo=None if before is None else lambda: places.change(client, entry, before),
                then=lambda _answer: self.saved(key),
            )
        )

    def _make(self, what: PlaceKind, asked: PlaceAsk, values: Values) -> None:
        client, made = self.office.client, list[Entry]()

        def is_made(entry: Entry) -> None:
            made.append(entry)
            self.saved(NEW)
            self.open(f"{entry[0].value}:{entry[1]}")

        nobody = QCoreApplication.translate("Places", "It receives nobody before it has services, and hours.")
        usual = QCoreApplication.translate(
            "Places", "It is booked on the usual terms, in its office's hours; its schedule changes that."
        )
        hints = {PlaceKind.OFFICE: (nobody,), PlaceKind.SERVICE: (usual,)}
        self.changing.ask(
            Change(
                title=QCoreApplication.translate("Places", "Make this?"),
                lines=(*self.changed_lines({}, values), *hints.get(what, ())),
                confirm=QCoreApplication.translate("Places", "Make it"),
                does=lambda: places.add(client, what, asked),
                done=QCoreApplication.translate("Places", "It is made."),
                # a place stays for the sake of the trail: taken back, it is closed
                undo=lambda: places.close(client, made[0], today()),
                then=is_made,
            )
        )

    # --- within ---------------------------------------------------------------------------------------------------

    def _row(self, what: PlaceKind, place: Place, whose: str) -> Row:
        state = words.state_words(self.office.look, place)
        return Row(f"{what.value}:{place.id}", (self._name(place), words.kind_words(what), whose, state))

    def _state(self, place: Place) -> str:
        state = words.state_words(self.office.look, place)
        return f"{words.language_words(place.language)} · {state}" if isinstance(place, RegionInterpreter) else state

    def _name(self, place: Place) -> str:
        return self.office.said(place.title if isinstance(place, RegionOffice) else place.name)

    def _place(self, key: str) -> Place | None:
        region = self.office.client.administration.region.value
        return None if region is None or key == NEW else found(region, entry_of(key))

    def _what_shown(self) -> PlaceKind:
        if self.key not in {None, NEW}:
            return entry_of(self.key or NEW)[0]
        return PlaceKind(self._what.key) if self._what.key else PlaceKind.SERVICE

    def _asked(self, values: Values) -> PlaceAsk | None:
        return ask_of(self._what_shown(), values, self._place(self.key or NEW))

    def _name_fields(self) -> None:
        form = self.form
        form.block("what").set_texts(QCoreApplication.translate("Places", "Kind"))
        form.block("agency").set_texts(QCoreApplication.translate("Places", "Agency"))
        form.block("office").set_texts(QCoreApplication.translate("Places", "Office"))
        form.block("name_ar").set_texts(QCoreApplication.translate("Places", "Name in Arabic"))
        form.block("name_en").set_texts(QCoreApplication.translate("Places", "Name in English"))
        form.block("honorific_ar").set_texts(QCoreApplication.translate("Places", "Honorific in Arabic"))
        form.block("honorific_en").set_texts(QCoreApplication.translate("Places", "Honorific in English"))
        form.block("holder_ar").set_texts(QCoreApplication.translate("Places", "Who holds it, in Arabic"))
        form.block("holder_en").set_texts(QCoreApplication.translate("Places", "Who holds it, in English"))
        form.block("rung").set_texts(QCoreApplication.translate("Places", "Rung on the ladder of requests"))
        form.block("kind").set_texts(QCoreApplication.translate("Places", "How people come"))
        form.block("language").set_texts(
            QCoreApplication.translate("Places", "Language"),
            QCoreApplication.translate(
                "Places", "Those of sign language are booked with an audience, where asked for."
            ),
        )
        link = form.block("transaction_link")
        link.set_texts(
            QCoreApplication.translate("Places", "Where its transactions are found (optional)"),
            QCoreApplication.translate(
                "Places", "An https address in which {number} stands for the number: officials open it from an outcome."
            ).replace("{number}", isolated(PLACE)),
        )
        typed = form.values().get("transaction_link", "")
        fault = fault_in_link(typed) if typed else None
        link.set_error("" if fault is None else words.link_fault_words(fault))
        form.block("group").set_texts(
            QCoreApplication.translate("Places", "Group (optional)"),
            QCoreApplication.translate(
                "Places", "The same word for the same service of several offices: whoever is free first."
            ),
        )
