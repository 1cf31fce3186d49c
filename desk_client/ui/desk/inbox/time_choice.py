"""When a request's citizen shall come, and how: the free times of a service, some days at a time."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.actions.triage_inbox import kinds_given
from desk_client.client.inbox import FreeTimes, InboxView
from desk_client.client.visit import Service
from desk_client.domain.kinds import AppointmentKind
from desk_client.i18n.bidi import embedded
from desk_client.i18n.dates import full_date
from desk_client.ui.desk.inbox.pick_list import PickList
from desk_client.ui.desk.kind_words import visit_words
from desk_client.ui.moments import wall_span
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone

THEIR_OWN: Final = "-"
"""Picked instead of a time: the citizen chooses one for themselves."""


class TimeChoice(QWidget):
    """The kind is asked for only where a service has several. `chosen` is the time, then the kind."""

    picked = Signal()
    """A time."""
    wanted = Signal(str, object)
    """The times of this service are to be read, for this `AppointmentKind`."""
    turned = Signal(bool)
    """To later times (true), or back to earlier ones."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._service: Service | None = None
        self._how = Label(look, "", Role.BODY, weight=Weight.SEMIBOLD)
        self.kind = PickList(look)
        self.kind.setObjectName("pick_kind")
        self.kind.picked.connect(self._picked_kind)
        self._between = Label(look, "", Role.BODY, tone=Tone.SECOND)
        self._between.setObjectName("free_when")
        self.list = PickList(look)
        self.list.setObjectName("pick_second")
        self.list.picked.connect(lambda _key: self.picked.emit())
        self.earlier = Button(look, "", Kind.QUIET, icon=Icon.PREVIOUS)
        self.earlier.setObjectName("earlier_times")
        self.later = Button(look, "", Kind.QUIET, icon=Icon.GO)
        self.later.setObjectName("later_times")
        self.earlier.clicked.connect(lambda: self._turn(is_forward=False))
        self.later.clicked.connect(lambda: self._turn(is_forward=True))
        turning = QHBoxLayout()
        turning.setSpacing(Space.S)
        turning.addWidget(self._between, 1)
        turning.addWidget(self.earlier)
        turning.addWidget(self.later)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._how)
        column.addWidget(self.kind)
        column.addLayout(turning)
        column.addWidget(self.list)

    @property
    def chosen(self) -> tuple[str, str]:
        """The time's key, and the kind's; each empty where it is not chosen."""
        return self.list.key, self.kind.key

    def begin(self) -> None:
        """Nothing is chosen."""
        self._service = None
        self.list.key = self.kind.key = ""

    def ask(self, service: Service, kind: str = "") -> None:
        """The times of a service are wanted, for a kind that was chosen, or for how most are received."""
        self.wanted.emit(service.id, AppointmentKind(kind) if kind else kinds_given(service)[0])

    def show_times(self, view: InboxView, service: Service | None, chosen: tuple[str, ...]) -> None:
        """Offer the times of a service; ``chosen`` is what was chosen of them before."""
        self._service = service
        self._offer_kinds(() if service is None else kinds_given(service), *chosen[1:2])
        times = view.times
        is_there = (
            service is not None
            and times is not None
            and times.slots is not None
            and (times.service_id, times.kind.value) == (service.id, self.kind.key)
        )
        self.earlier.setVisible(is_there and times is not None and len(times.trail) > 1)
        self.later.setVisible(is_there and times is not None and times.next is not None)
        self.list.set_options(self._options(times) if is_there and times is not None else ())
        self._between.set_text(self._said(times if is_there else None))
        if is_there and chosen and not self.list.key:
            self.list.pick(chosen[0])

    def retranslate(self) -> None:
        """Word what does not depend on the times."""
        self._how.set_text(QCoreApplication.translate("Inbox", "How they are received:"))
        self.earlier.set_text(QCoreApplication.translate("Inbox", "Earlier times"))
        self.later.set_text(QCoreApplication.translate("Inbox", "Later times"))

    def _offer_kinds(self, kinds: tuple[AppointmentKind, ...], before: str = "") -> None:
        self.kind.set_options([(each.value, visit_words(each)) for each in kinds])
        if not self.kind.key and kinds:
            self.kind.pick(before or kinds[0].value)
        for part in (self._how, self.kind):
            part.setVisible(len(kinds) > 1)

    def _options(self, times: FreeTimes) -> list[tuple[str, str]]:
        language = self._look.language
        options = [(THEIR_OWN, QCoreApplication.translate("Inbox", "They choose a time themselves"))]
        for slot in times.slots or ():
            span = wall_span(slot)
            when = f"{embedded(span.spelled_day(language))} · {embedded(span.spelled_time(language))}"
            options.append((slot.starts_at.isoformat(), when))
        return options

    def _said(self, times: FreeTimes | None) -> str:
        if self._service is None:
            return QCoreApplication.translate("Inbox", "Choose a service to see its free times.")
        if times is None:
            return QCoreApplication.translate("Inbox", "The free times are being read …")
        if times.slots:
            words = QCoreApplication.translate("Inbox", "Free from {day} on:")
        else:
            words = QCoreApplication.translate("Inbox", "Nothing is free in the two weeks from {day} on.")
        return words.format(day=embedded(full_date(times.trail[-1], self._look.language)))

    def _picked_kind(self, key: str) -> None:
        self.list.pick("")
        if self._service is not None:
            self.wanted.emit(self._service.id, AppointmentKind(key))
        self.picked.emit()

    def _turn(self, *, is_forward: bool) -> None:
        self.list.pick("")
        self.turned.emit(is_forward)
        self.picked.emit()
