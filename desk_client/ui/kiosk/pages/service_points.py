"""Where else people can be received: the nearest halls, when they are open, and the way there for one's own phone."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.actions import find_point
from desk_client.client.kiosk import ServicePoint, ServicePoints
from desk_client.client.visit import Page, Visit
from desk_client.domain.outcomes import Refusal
from desk_client.i18n.digits import shown
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import said
from desk_client.ui.kiosk.age_notice import AgeNotice
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import Action
from desk_client.ui.kiosk.pages.list_page import ListPage
from desk_client.ui.kiosk.point_printing import PointPrinting
from desk_client.ui.kiosk.point_words import distance_words, hours_words, phone_words, way_link
from desk_client.ui.kiosk.qr_sign import QrSign
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel

_Shown = tuple[ServicePoints, tuple[str, ...], Language]
_QR_PX = 132


class ServicePointsPage(ListPage):
    """A panel for each hall, the nearest first. What was read before is shown with its age where nothing answers.

    Where this kiosk has a printer a panel can be had on paper; what became of it is told in that panel.
    """

    page = Page.SERVICE_POINTS
    measure_px = 1120

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._shown: _Shown | None = None
        self._is_old = False
        self._age = AgeNotice(self.look)
        self.printing = PointPrinting(counter, self)
        self.printing.changed.connect(self._show_paper)
        self._papers: dict[str, Button] = {}
        self._panels: dict[str, Panel] = {}
        self._no_printer = Label(self.look, "", Role.CAPTION, tone=Tone.SECOND)
        self._no_printer.setObjectName("no_printer")
        self.body.insertWidget(self.body.indexOf(self.notice) + 1, self._age)
        self.body.insertWidget(self.body.indexOf(self.cards) + 1, self._no_printer)
        self.body.insertWidget(self.body.indexOf(self.cards) + 1, self.printing.notice)
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
        if self.client.points.value is None:
            super().on_refusal(refusal, again)
            return
        self._is_old = True
        self.refresh(self.visit)

    def relabel(self) -> None:
        """Word what is not a hall's."""
        self._no_printer.set_text(
            ""
            if self.client.printer is not None
            else QCoreApplication.translate(
                "ServicePointsPage",
                "Nothing can be printed at this kiosk. Your phone’s camera takes the way from the code.",
            )
        )
        self.printing.relabel()

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
                self.body.insertWidget(
                    self.body.indexOf(self.cards) + 1, self.printing.notice
                )  # it outlives the panels
                self._papers, self._panels = {}, {}
                self.cards.set_cards([self._panel(point) for point in points.points])
                self._show_paper()
        self._age.tell(points.as_of if points is not None and self._is_old else None, language)
        self._no_printer.setVisible(points is not None and bool(self._no_printer.text()))
        self.show_state()

    def _loaded(self) -> None:
        self._is_old = False
        self.refresh(self.visit)

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
            (_telephone(point), Role.BODY, Weight.MEDIUM, Tone.TEXT),
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
        link = way_link(point)
        if link is not None and not point.is_here:
            row.addWidget(self._way(point, link), 0, Qt.AlignmentFlag.AlignTop)
        panel.body.addLayout(row)
        if self.client.printer is not None:
            panel.body.addWidget(self._print_button(point), 0, Qt.AlignmentFlag.AlignLeading)
        self._panels[point.id] = panel
        return panel

    def _print_button(self, point: ServicePoint) -> Button:
        button = Button(
            self.look, QCoreApplication.translate("ServicePointsPage", "Print"), Kind.SECONDARY, icon=Icon.PRINTER
        )
        button.setObjectName(f"print_{point.id}")
        name = QCoreApplication.translate("ServicePointsPage", "Print: {place}")
        button.setAccessibleName(name.format(place=said(point.name, self.look.language)))
        button.clicked.connect(lambda: self.printing.print_point(point.id))
        self._papers[point.id] = button
        return button

    def _show_paper(self) -> None:
        """Tell in the panel of the hall what becomes of its paper."""
        for point_id, button in self._papers.items():
            button.set_busy(self.printing.is_under_way and point_id == self.printing.point_id)
            button.setEnabled(not self.printing.is_under_way)
        panel = self._panels.get(self.printing.point_id or "")
        if panel is not None:
            panel.body.addWidget(self.printing.notice)
            self.bring_up(self.printing.notice)

    def _way(self, point: ServicePoint, link: str) -> QrSign:
        name = QCoreApplication.translate("ServicePointsPage", "The way to {place}, for your phone")
        return QrSign(
            self.look,
            link,
            QCoreApplication.translate("ServicePointsPage", "The way, for your phone"),
            name.format(place=said(point.name, self.look.language)),
            _QR_PX,
        )


def _telephone(point: ServicePoint) -> str:
    number = phone_words(point)
    if not number:
        return ""
    return QCoreApplication.translate("ServicePointsPage", "Telephone: {number}").format(number=number)


def _served(point: ServicePoint, language: Language) -> str:
    agencies = " · ".join(said(agency, language) for agency in point.agencies)
    if not agencies:
        return ""
    return QCoreApplication.translate("ServicePointsPage", "Received here: {agencies}").format(agencies=agencies)
