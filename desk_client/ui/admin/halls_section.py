"""Halls and kiosks: where a hall is and when it is open, its kiosks' codes and state, and the PIN of its operator."""

from collections.abc import Coroutine, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication

from desk_client.client.actions.administer import halls, places
from desk_client.client.actions.administer.halls import EnrolmentCode
from desk_client.client.administration import Listed, PlaceKind, RegionKiosk, RegionSite
from desk_client.client.region_entries import Entry, ask_of, entry_of, values_of
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.dates import clock_time, full_date
from desk_client.ui.admin.changing import Change
from desk_client.ui.admin.form import Values
from desk_client.ui.admin.hall_fields import HallFields, hall_key
from desk_client.ui.admin.list_section import NEW
from desk_client.ui.admin.place_closing import PlaceClosing
from desk_client.ui.admin.place_words import refused_words as place_refused_words
from desk_client.ui.admin.place_words import state_words
from desk_client.ui.admin.region_section import RegionSection
from desk_client.ui.admin.secret_dialog import show_once
from desk_client.ui.moments import here
from desk_client.ui.operator.hall_forms import PinForm
from desk_client.ui.operator.help.today import today
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.table import Column, Row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class HallsSection(RegionSection):
    """A row is a hall, or one of its kiosks below it; the hall's PIN is changed with any of them."""

    code: ClassVar[str] = "halls"
    icon: ClassVar[Icon] = Icon.HALL
    can_add = True

    def title(self) -> str:
        """The section's name."""
        return QCoreApplication.translate("Administration", "Halls and kiosks")

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.about.set_text(
            QCoreApplication.translate("Halls", "A kiosk is enrolled with a code that is typed at it once.")
        )
        self.add.set_text(QCoreApplication.translate("Halls", "New hall"))
        self.more.set_text(QCoreApplication.translate("Halls", "Add a kiosk"))
        self.enrol.set_text(QCoreApplication.translate("Halls", "Make an enrolment code"))
        self.pin.set_text(QCoreApplication.translate("Halls", "Change the PIN of the hall"))
        super().retranslate()

    # --- the list -------------------------------------------------------------------------------------------------

    def listed(self) -> Listed[RegionSite]:
        """Every hall."""
        administration = self.office.client.administration
        region = administration.region.value
        return Listed(None if region is None else region.sites, administration.places.value)

    def read(self) -> Coroutine[Any, Any, Refusal | None]:
        """Read the halls."""
        return halls.read(self.office.client)

    def columns(self) -> Sequence[Column]:
        """Hall, governorate, kiosk, state."""
        return (
            Column(QCoreApplication.translate("Halls", "Hall"), 5),
            Column(QCoreApplication.translate("Halls", "Governorate"), 4),
            Column(QCoreApplication.translate("Halls", "Kiosk"), 2),
            Column(QCoreApplication.translate("Halls", "State"), 3),
        )

    def rows(self) -> Sequence[Row]:
        """One for each hall, and one for each of its kiosks."""
        region, said, look = self.office.client.administration.region.value, self.office.said, self.office.look
        made = []
        for site in () if region is None else region.sites:
            where = (said(site.name), said(site.governorate))
            made.append(Row(hall_key(site), (*where, "", state_words(look, site))))
            made += [Row(each.id, (*where, look.number(each.number), _state_words(each))) for each in site.kiosks]
        return made

    def nothing(self) -> tuple[str, str]:
        """There is no hall."""
        return (
            QCoreApplication.translate("Halls", "There is no hall yet"),
            QCoreApplication.translate("Halls", "Begin with one: its kiosks are added to it."),
        )

    def search_words(self) -> str:
        """What can be searched for."""
        return QCoreApplication.translate("Halls", "Search by hall or governorate")

    def refused_words(self, refusal: Refusal) -> str:
        """Why it was not done."""
        match refusal.code:
            case RefusalCode.NOT_FOUND:
                return QCoreApplication.translate("Halls", "This kiosk is not there any more. The list is new.")
            case RefusalCode.PASSWORD_WEAK:
                return QCoreApplication.translate("Halls", "This PIN is guessed at once. Please choose another.")
            case _:
                return place_refused_words(refusal)

    # --- the form -------------------------------------------------------------------------------------------------

    def build_form(self) -> None:
        """The fields of a hall; how a kiosk stands, and what can be done."""
        look = self.office.look
        self._fields = HallFields(self.form)
        self._where = Label(look, "", Role.BODY, tone=Tone.SECOND)
        self._has_pin = Label(look, "", Role.BODY, tone=Tone.SECOND)
        self._has_pin.setObjectName("halls_has_pin")
        self.enrol = Button(look, "", Kind.PRIMARY, icon=Icon.KEY)
        self.enrol.setObjectName("halls_enrol")
        self.enrol.clicked.connect(self._enrol)
        self.state = Button(look, "", Kind.SECONDARY, icon=Icon.LOCK)
        self.state.setObjectName("halls_state")
        self.state.clicked.connect(self._switch_state)
        self.pin = Button(look, "", Kind.SECONDARY, icon=Icon.UNLOCK)
        self.pin.setObjectName("halls_pin")
        self.pin.clicked.connect(self._ask_pin)
        self.more = Button(look, "", Kind.SECONDARY, icon=Icon.HALL)
        self.more.setObjectName("halls_more")
        self.more.clicked.connect(self._add_kiosk)
        self.closing = PlaceClosing(self.office, self.changing, self)
        below = (self._where, self.enrol, self.state, self.more, self._has_pin, self.pin, self.closing.button)
        self.form.add_below(*below)

    def initial(self, key: str) -> Values:
        """What a hall is at present; of a kiosk nothing is typed."""
        site = self._hall(key)
        return {} if site is None else values_of(site)

    def fill(self, values: Values) -> None:
        """Offer the governorates, before one is picked."""
        region = self.office.client.administration.region.value
        sites = () if region is None else region.sites
        self._fields.offer({site.governorate_id: site.governorate for site in sites}, self.office.said)
        super().fill(values)

    def word_form(self) -> None:
        """Tell how the hall or the kiosk stands."""
        found, site, key = self._kiosk(), self._hall(self.key or NEW), self.key
        is_hall = found is None
        self._fields.show(is_hall=is_hall)
        of_hall: tuple[QWidget, ...] = (self.form.save, self.form.discard)
        of_kiosk: tuple[QWidget, ...] = (self._where, self.enrol, self.state)
        of_both: tuple[QWidget, ...] = (self._has_pin, self.pin, self.form.note)
        for shown, widgets in ((is_hall, of_hall), (not is_hall, of_kiosk), (key != NEW, of_both)):
            for widget in widgets:
                widget.setVisible(shown)
        self.more.setVisible(site is not None and site.closed_from is None)
        self.closing.show_place(key or NEW, site, "" if site is None else self.office.said(site.name))
        if found is None:
            self._word_hall(site)
            return
        site, kiosk = found
        self.form.title.set_text(self._name(kiosk))
        self.form.note.set_text(_state_words(kiosk))
        self._where.set_text(f"{self.office.said(site.name)} · {self.office.said(site.governorate)}")
        self._word_pin(site)
        self.enrol.setEnabled(not kiosk.disabled)
        self.state.set_text(_state_verb(kiosk))
        self.state.set_icon(Icon.UNLOCK if kiosk.disabled else Icon.LOCK)

    def is_complete(self, values: Values) -> bool:
        """Whether everything is there that a hall has."""
        return ask_of(PlaceKind.SITE, self._fields.whole(values), self._hall(self.key or NEW)) is not None

    def _word_hall(self, site: RegionSite | None) -> None:
        new = QCoreApplication.translate("Halls", "New hall")
        self.form.title.set_text(new if site is None else self.office.said(site.name))
        if site is not None:
            self.form.note.set_text(state_words(self.office.look, site))
            self._word_pin(site)

    def _word_pin(self, site: RegionSite) -> None:
        self._has_pin.set_text(
            QCoreApplication.translate("Halls", "The hall has a PIN for its kiosks.")
            if site.has_pin
            else QCoreApplication.translate("Halls", "The hall has no PIN yet: its operator cannot open a kiosk.")
        )

    # --- doing ----------------------------------------------------------------------------------------------------

    def save(self, key: str, values: Values) -> None:
        """Ask for a new hall, or for another name, place, telephone or hours."""
        client, site = self.office.client, self._hall(key)
        asked = ask_of(PlaceKind.SITE, self._fields.whole(values), site)
        if asked is None:
            return
        lines = self.changed_lines(self.initial(key), values)
        if site is None:
            made = list[Entry]()

            def is_made(entry: Entry) -> None:
                made.append(entry)
                self.saved(NEW)
                self.open(f"{entry[0].value}:{entry[1]}")

            change = Change(
                title=QCoreApplication.translate("Halls", "Make this hall?"),
                lines=lines,
                confirm=QCoreApplication.translate("Places", "Make it"),
                does=lambda: places.add(client, PlaceKind.SITE, asked),
                done=QCoreApplication.translate("Halls", "The hall is made. Add its kiosks now."),
                undo=lambda: places.close(client, made[0], today()),
                then=is_made,
            )
        else:
            before, entry = ask_of(PlaceKind.SITE, values_of(site), site), entry_of(key)
            change = Change(
                title=QCoreApplication.translate("Places", "Change “{name}”?").format(name=self.office.said(site.name)),
                lines=lines,
                confirm=QCoreApplication.translate("Places", "Change it"),
                does=lambda: places.change(client, entry, asked),
                done=QCoreApplication.translate("Places", "It is changed."),
                undo=None if before is None else lambda: places.change(client, entry, before),
                then=lambda _answer: self.saved(key),
            )
        self.changing.ask(change)

    def _add_kiosk(self) -> None:
        site, client = self._hall(self.key or NEW), self.office.client
        if site is None:
            return
        made = list[str]()
        self.changing.ask(
            Change(
                title=QCoreApplication.translate("Halls", "Add a kiosk to {hall}?").format(
                    hall=self.office.said(site.name)
                ),
                lines=(QCoreApplication.translate("Halls", "It gets the next number, and is enrolled with a code."),),
                confirm=QCoreApplication.translate("Halls", "Add a kiosk"),
                does=lambda: places.add_kiosk(client, site.id),
                done=QCoreApplication.translate("Halls", "The kiosk is added."),
                undo=lambda: halls.set_retired(client, made[0], is_retired=True),
                then=made.append,
            )
        )

    def _enrol(self) -> None:
        found = self._kiosk()
        if found is None:
            return
        client, kiosk = self.office.client, found[1]
        void = QCoreApplication.translate("Halls", "A code that was made before and not used yet is void.")
        anew = QCoreApplication.translate(
            "Halls", "The kiosk is enrolled already: whoever uses the code puts another in its place."
        )
        self.changing.ask(
            Change(
                title=QCoreApplication.translate("Halls", "Make a code for {kiosk}?").format(
                    kiosk=self._whole_name(*found)
                ),
                lines=(void, anew) if kiosk.enrolled else (void,),
                confirm=QCoreApplication.translate("Halls", "Make it"),
                does=lambda: halls.hand_out_code(client, kiosk.id),
                done=QCoreApplication.translate("Halls", "The code is made."),
                then=lambda code: self._show_code(kiosk, code),
            )
        )

    def _show_code(self, kiosk: RegionKiosk, code: EnrolmentCode) -> None:
        ends, language = here(code.expires_at), self.office.look.language
        when = f"{full_date(ends.date(), language)} · {clock_time(ends.time(), language)}"
        title = QCoreApplication.translate("Halls", "Code for {kiosk}").format(kiosk=self._name(kiosk))
        text = QCoreApplication.translate("Halls", "Type it at the kiosk, once. It is good until {when}.")
        dialog = show_once(self.office.look, self.window(), title, text.format(when=when), code.code)
        self.changing.hold(dialog)

    def _switch_state(self) -> None:
        found = self._kiosk()
        if found is None:
            return
        client, kiosk = self.office.client, found[1]
        retires = not kiosk.disabled
        cut_off = QCoreApplication.translate("Halls", "It closes at once, with whoever stands at it.")
        anew = QCoreApplication.translate("Halls", "To serve again it has to be enrolled anew.")
        title = (
            QCoreApplication.translate("Halls", "Retire {kiosk}?")
            if retires
            else QCoreApplication.translate("Halls", "Take {kiosk} back into service?")
        )
        self.changing.ask(
            Change(
                title=title.format(kiosk=self._whole_name(*found)),
                lines=(cut_off, anew) if retires else (anew,),
                confirm=_state_verb(kiosk),
                does=lambda: halls.set_retired(client, kiosk.id, is_retired=retires),
                done=QCoreApplication.translate("Halls", "The kiosk is retired.")
                if retires
                else QCoreApplication.translate("Halls", "The kiosk is in service again."),
                # its credential is gone with it: taken back it would not be as it was
                undo=None if retires else lambda: halls.set_retired(client, kiosk.id, is_retired=True),
                is_danger=retires,
            )
        )

    def _ask_pin(self) -> None:
        found, site = self._kiosk(), self._hall(self.key or NEW)
        site = site if found is None else found[0]
        if site is None or self.changing.dialog is not None:
            return
        client, look, site_id = self.office.client, self.office.look, site.id
        form = PinForm(look)
        dialog = Dialog(
            look,
            self.window(),
            QCoreApplication.translate("Halls", "Another PIN for {hall}?").format(hall=self.office.said(site.name)),
            QCoreApplication.translate("Halls", "The old one is good no more at any kiosk of the hall."),
            confirm=QCoreApplication.translate("Halls", "Change the PIN"),
            cancel=QCoreApplication.translate("Administration", "Back"),
            icon=Icon.KEY,
            body=form,
        )
        dialog.confirm.setObjectName("admin_confirm")
        dialog.cancel.setObjectName("admin_cancel")
        form.follow(dialog.confirm)
        self.changing.quiet()
        self.changing.hold(dialog)

        def is_set(_none: None) -> None:
            self.changing.tell(QCoreApplication.translate("Halls", "The new PIN is in force."))

        def answered(is_confirmed: bool) -> None:
            if is_confirmed:
                self.office.bridge.run(halls.set_pin(client, site_id, form.pin), is_set, self.changing.refuse)

        dialog.answered.connect(answered)

    def _kiosk(self) -> tuple[RegionSite, RegionKiosk] | None:
        region, key = self.office.client.administration.region.value, self.key or NEW
        sites = () if region is None else region.sites
        return next(((site, kiosk) for site in sites for kiosk in site.kiosks if kiosk.id == key), None)

    def _hall(self, key: str) -> RegionSite | None:
        region = self.office.client.administration.region.value
        sites = () if region is None else region.sites
        return next((site for site in sites if hall_key(site) == key), None)

    def _name(self, kiosk: RegionKiosk) -> str:
        text = QCoreApplication.translate("KioskCard", "Kiosk {number}")
        return text.format(number=self.office.look.number(kiosk.number))

    def _whole_name(self, site: RegionSite, kiosk: RegionKiosk) -> str:
        return f"{self._name(kiosk)} · {self.office.said(site.name)}"


def _state_words(kiosk: RegionKiosk) -> str:
    if kiosk.disabled:
        return QCoreApplication.translate("Halls", "Retired")
    if kiosk.enrolled:
        return QCoreApplication.translate("Halls", "In service")
    return QCoreApplication.translate("Halls", "Not enrolled yet")


def _state_verb(kiosk: RegionKiosk) -> str:
    if kiosk.disabled:
        return QCoreApplication.translate("Halls", "Take it back into service")
    return QCoreApplication.translate("Halls", "Retire it")
