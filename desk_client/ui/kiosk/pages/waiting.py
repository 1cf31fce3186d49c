"""Checked in: who will receive you, and whether you can be seen and heard."""

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.actions import attend
from desk_client.client.conference import Device, Stream
from desk_client.client.visit import Note, NoteKind, Page, QueuePlace, Visit
from desk_client.i18n.bidi import embedded
from desk_client.ui.attending import attending_fact
from desk_client.ui.bilingual import said
from desk_client.ui.call.tile_feed import TileFeed
from desk_client.ui.kiosk.check_words import unserving_words
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.note_words import note_words
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.kiosk.sides import Sides
from desk_client.ui.kiosk.waiting_calm import WaitingCalm
from desk_client.ui.moments import wall_span, wall_time
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.avatar import Avatar
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.busy import Busy
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.pill import Pill
from desk_client.ui.widgets.video_tile import TileState, VideoTile

_EVERY_MS = 1_000
_PLACE_EVERY_MS = 15_000


class WaitingPage(VisitPage):
    """Calm: the office knows; this page goes on by itself when the official lets the visitor in."""

    page = Page.WAITING
    measure_px = 1180

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._office = Label(self.look, "", Role.SUBTITLE, weight=Weight.SEMIBOLD)
        self._official = Label(self.look, "", Role.BODY, tone=Tone.SECOND)
        self._time = Label(self.look, "", Role.BODY, weight=Weight.MEDIUM)
        self._turn = Label(self.look, "", Role.LEAD, weight=Weight.SEMIBOLD, tone=Tone.ACCENT)
        self._turn.setObjectName("place")
        self._eta = Label(self.look, "", Role.BODY, weight=Weight.MEDIUM)
        self._eta.setObjectName("eta")
        self._next = Label(self.look, "", Role.BODY, tone=Tone.SECOND)
        self._note = Banner(self.look)
        self._note.setObjectName("office_note")
        self._note_id: str | None = None
        self._rest = Banner(self.look, Mood.INFO)
        self._rest.setObjectName("office_break")
        self._calm = WaitingCalm(self.look)
        self._line = Banner(self.look)
        self._line.setObjectName("line_notice")
        self._avatar = Avatar(self.look, Icon.LANDMARK, 88)
        self.tile = VideoTile(self.look, is_mirrored=True, is_on_stage=False)
        self.tile.setObjectName("preview")
        self.tile.setMinimumHeight(220)
        self.tile.set_state(TileState.LIVE)
        self._feed = TileFeed(self.client.conference, Stream.LOCAL, self.tile)
        self._check = Label(self.look, "", Role.BODY, weight=Weight.SEMIBOLD)
        self._well = {device: Pill(self.look) for device in (Device.CAMERA, Device.MICROPHONE)}
        self._ill = {device: Banner(self.look) for device in Device}
        for device, banner in self._ill.items():
            banner.setObjectName(f"{device.name.lower()}_fault")
        self.body.addWidget(self._note)
        self.body.addWidget(self._rest)
        self.body.addWidget(Sides(self._who(), self._seen(), shares=(5, 6)))
        self._clock = QTimer(self)
        self._clock.setInterval(_EVERY_MS)
        self._clock.timeout.connect(self._show_line)
        self._reads_place = QTimer(self)
        self._reads_place.setInterval(_PLACE_EVERY_MS)
        self._reads_place.timeout.connect(self._read_place)
        self._unsubscribe = self.client.conference.faults.subscribe(lambda _faults: self.refresh(self.visit))
        self.ready()

    def entered(self) -> None:
        """Show the visitor to themselves, and whether the office can be reached."""
        self._feed.open()
        self._clock.start()
        self._reads_place.start()
        self._read_place()

    def left(self) -> None:
        """Give the camera's pictures to the call."""
        self._clock.stop()
        self._reads_place.stop()
        self._feed.close()

    def teardown(self) -> None:
        """Stop listening to the devices."""
        self._unsubscribe()
        self._feed.close()

    def relabel(self) -> None:
        """Word the page."""
        self.title.set_texts(
            QCoreApplication.translate("WaitingPage", "You are checked in"),
            QCoreApplication.translate("WaitingPage", "Please stay here. The talk begins by itself."),
        )
        self._calm.relabel()
        self._next.set_text(
            QCoreApplication.translate("WaitingPage", "The office has been told that you are here and will let you in.")
        )
        self._check.set_text(QCoreApplication.translate("WaitingPage", "This is how you will be seen"))
        self.tile.set_name(QCoreApplication.translate("WaitingPage", "You"))

    def refresh(self, visit: Visit) -> None:
        """Show who will receive the visitor, and how the devices are."""
        appointment = visit.appointment
        if appointment is not None:
            language = self.look.language
            title = said(appointment.office_title, language)
            self._office.set_text(title)
            self._avatar.set_sign(title)
            stand_in = " ".join(f"{name}: {who}" for name, who in attending_fact(appointment, language))
            self._official.set_text(stand_in or said(appointment.honorific, language))
            self._time.set_text(wall_span(appointment.slot).spelled_time(language))
            self._show_note(visit.written(NoteKind.WAITING), visit)
        self._show_place(visit.place)
        self._show_break(visit)
        self._show_devices()
        self._show_line()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take no pictures while nobody sees them."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._feed.close()

    def _who(self) -> QWidget:
        """Whom one waits for, until when, and what comes then."""
        who = Panel(self.look, margin_px=Space.L)
        head = QHBoxLayout()
        head.setSpacing(Space.L)
        named = QVBoxLayout()
        named.setSpacing(Space.XS)
        for label in (self._office, self._official, self._time):
            named.addWidget(label)
        head.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(named, 1)
        head.addWidget(Busy(self.look, 40), 0, Qt.AlignmentFlag.AlignTop)
        who.body.addLayout(head)
        for label in (self._turn, self._eta, self._next):
            who.body.addWidget(label)
        who.body.addWidget(self._line)
        who.body.addWidget(self._calm)
        who.body.addStretch()
        return who

    def _seen(self) -> QWidget:
        """How one is seen, and whether the devices serve."""
        well = QHBoxLayout()
        well.setSpacing(Space.M)
        for pill in self._well.values():
            well.addWidget(pill)
        well.addStretch()
        seen = QWidget()
        column = QVBoxLayout(seen)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._check)
        column.addWidget(self.tile, 1)
        column.addLayout(well)
        for banner in self._ill.values():
            column.addWidget(banner)
        return seen

    def _read_place(self) -> None:
        self.counter.bridge.run(attend.read_place(self.client), lambda _nothing: None, lambda _refusal: None)

    def _show_note(self, note: Note | None, visit: Visit) -> None:
        """What the office wrote, and when; who has pages read aloud hears it as it comes."""
        if note is None or visit.appointment is None:
            self._note.say("")
            return
        at = wall_time(note.sent_at, visit.appointment.slot, self.look.language)
        text = QCoreApplication.translate("WaitingPage", "From the office, at {time}: {text}")
        self._note.say(text.format(time=at, text=embedded(note_words(note))), Mood.INFO)
        if note.id != self._note_id:
            self._note_id = note.id
            self.said_anew.emit()

    def _show_break(self, visit: Visit) -> None:
        """Until when the office has a break; who has pages read aloud hears of it as it begins."""
        until = visit.place.break_until if visit.place is not None else None
        text = ""
        if until is not None and visit.appointment is not None:
            at = wall_time(until, visit.appointment.slot, self.look.language)
            text = QCoreApplication.translate(
                "WaitingPage", "The office has a short break until {time}. Your turn is kept."
            ).format(time=at)
        is_new = bool(text) and text != self._rest.text
        self._rest.say(text)
        if is_new:
            self.said_anew.emit()

    def _show_place(self, place: QueuePlace | None) -> None:
        position = place.position if place is not None else None
        if position is None:
            self._turn.set_text("")
        elif position <= 1:
            self._turn.set_text(QCoreApplication.translate("WaitingPage", "You are next"))
        else:
            text = QCoreApplication.translate("WaitingPage", "Your place in the line: {number}")
            self._turn.set_text(text.format(number=self.look.number(position)))
        if place is None:
            self._eta.set_text("")
        elif place.latest_min == 0:
            self._eta.set_text(QCoreApplication.translate("WaitingPage", "Expected waiting time: less than a minute"))
        else:
            text = QCoreApplication.translate("WaitingPage", "Expected waiting time in minutes: {earliest} to {latest}")
            earliest, latest = self.look.number(place.earliest_min), self.look.number(place.latest_min)
            self._eta.set_text(text.format(earliest=earliest, latest=latest))
        for label in (self._turn, self._eta):
            label.setVisible(bool(label.said))
        self._next.setVisible(place is None)  # when it will be says more than that it will be

    def _show_devices(self) -> None:
        faults = self.client.conference.faults.value
        good = {
            Device.CAMERA: QCoreApplication.translate("WaitingPage", "The camera works"),
            Device.MICROPHONE: QCoreApplication.translate("WaitingPage", "The microphone works"),
        }
        for device, pill in self._well.items():
            pill.set_state(good[device], Mood.SUCCESS)
            pill.setVisible(device not in faults)
        kept = QCoreApplication.translate(
            "WaitingPage", "The talk takes place all the same; the staff in the hall can help."
        )
        for device, banner in self._ill.items():
            fault = faults.get(device)
            banner.say("" if fault is None else f"{unserving_words(device)} {kept}", Mood.WARNING)

    def _show_line(self) -> None:
        line = self.client.line
        is_up = line is not None and line.is_up
        connecting = QCoreApplication.translate(
            "WaitingPage", "Connecting to the office… You keep your place; there is nothing you need to do."
        )
        text = "" if is_up else connecting
        if text != self._line.text:
            self._line.say(text, Mood.INFO)
