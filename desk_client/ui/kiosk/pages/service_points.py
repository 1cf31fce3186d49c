"""Where else people can be received: the nearest halls, when they are open, and the way there for one's own phone."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.actions import find_point
from desk_client.client.kiosk import ServicePoint, ServicePoints
from desk_client.client.visit import Page, Visit
from desk_client.domain.outcomes import Refusal
from desk_client.i18n.dates import clock_time, short_date
from desk_client.i18n.digits import shown
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import said
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import Action
from desk_client.ui.kiosk.pages.list_page import ListPage
from desk_client.ui.kiosk.point_words import distance_words, hours_words
from desk_client.ui.kiosk.qr_sign import QrSign
from desk_client.ui.moments import here
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.banner import Mood
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel

_Shown = tuple[ServicePoints, tuple[str, ...], Language]
_QR_PX = 132


class ServicePointsPage(ListPage):
    """A panel for each hall, the nearest first. What was read before is shown with its age where nothing answers."""

    page = Page.SERVICE_POINTS
    measure_px = 1120

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._shown: _Shown | None = None
        self._unsubscribe = self.client.points.subscribe(lambda _points: self.refresh(self.visit))
        self.add_back()
        self.ready()

    def teardown(self) -> None:
        """Stop listening to what was read."""
        self._unsubscribe()

    def reading(self) -> Action:
        """Read the halls."""
        return lambda: find_point.load_points(self.client)

    def revived(self) -> None:
        """Read them anew: what is shown may be old."""
        self.load()

    def word_empty(self) -> None:
        """There is none but this."""
        self.empty.set_texts(
            QCoreApplication.translate("ServicePointsPage", "No service point is known"),
            QCoreApplication.translate("ServicePointsPage", "Please ask the staff in the hall."),
            QCoreApplication.translate("VisitPage", "Try again"),
        )

    def on_refusal(self, refusal: Refusal, again: Callable[[], None]) -> None:
        """Say how old it is what is shown; without anything to show, say why."""
        points = self.client.points.value
        if points is None or not self.cards.cards:
            super().on_refusal(refusal, again)
            return
        moment, language = here(points.as_of), self.look.language
        text = QCoreApplication.translate(
            "ServicePointsPage", "The service cannot be reached. This was so on {day} at {time}."
        )
        told = text.format(day=short_date(moment.date(), language), time=clock_time(moment.time(), language))
        self.notice.say(told, Mood.WARNING)
        self.show_state()

    def refresh(self, visit: Visit) -> None:
        """Show the halls; the panels are made anew only where something about them changed."""
        del visit
        self.title.set_texts(
            QCoreApplication.translate("ServicePointsPage", "Service points"),
            QCoreApplication.translate(
                "ServicePointsPage", "The nearest first. From each of them you can meet the same officials by video."
            ),
        )
        points, language = self.client.points.value, self.look.language
        if points is not None:
            now = self.counter.now()
            hours = tuple(hours_words(point, now, language)[0] for point in points.points)
            if (points, hours, language) != self._shown:
                self._shown = (points, hours, language)
                self.cards.set_cards([self._panel(point) for point in points.points])
        self.show_state()

    def _panel(self, point: ServicePoint) -> Panel:
        language = self.look.language
        hours, mood = hours_words(point, self.counter.now(), language)
        panel = Panel(self.look)
        panel.setObjectName(f"point_{point.id}")
        texts = QVBoxLayout()
        texts.setSpacing(Space.XS)
        distance = distance_words(point, language)
        kiosks = QCoreApplication.translate("ServicePointsPage", "Kiosks: {number}")
        for text, role, weight, tone in (
            (said(point.name, language), Role.LEAD, Weight.SEMIBOLD, Tone.TEXT),
            ("" if point.address is None else said(point.address, language), Role.BODY, Weight.REGULAR, Tone.SECOND),
            (distance, Role.BODY, Weight.MEDIUM, Tone.TEXT),
            (hours, Role.BODY, Weight.MEDIUM, mood.tone),
            (_served(point, language), Role.CAPTION, Weight.REGULAR, Tone.SECOND),
            (kiosks.format(number=shown(point.kiosks, language)), Role.CAPTION, Weight.REGULAR, Tone.SECOND),
        ):
            if text:
                texts.addWidget(Label(self.look, text, role, weight=weight, tone=tone))
        texts.addStretch()
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addLayout(texts, 1)
        if point.latitude is not None and point.longitude is not None and not point.is_here:
            row.addWidget(self._way(point, point.latitude, point.longitude), 0, Qt.AlignmentFlag.AlignTop)
        panel.body.addLayout(row)
        return panel

    def _way(self, point: ServicePoint, latitude: float, longitude: float) -> QrSign:
        name = QCoreApplication.translate("ServicePointsPage", "The way to {place}, for your phone")
        return QrSign(
            self.look,
            f"geo:{latitude:.5f},{longitude:.5f}",  # RFC 5870
            QCoreApplication.translate("ServicePointsPage", "The way, for your phone"),
            name.format(place=said(point.name, self.look.language)),
            _QR_PX,
        )


def _served(point: ServicePoint, language: Language) -> str:
    agencies = " · ".join(said(agency, language) for agency in point.agencies)
    if not agencies:
        return ""
    return QCoreApplication.translate("ServicePointsPage", "Received here: {agencies}").format(agencies=agencies)
