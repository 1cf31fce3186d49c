"""A service point on paper, for whoever has no phone to scan its code with."""

from PySide6.QtCore import QCoreApplication, QObject

from desk_client.client.kiosk import ServicePoint
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import said
from desk_client.ui.kiosk.age_notice import age_words
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.paper_printing import PaperNotice
from desk_client.ui.kiosk.point_words import day_hours, distance_words, phone_words, way_link
from desk_client.ui.paper.point_paper import PointSheet, point_page
from desk_client.ui.paper.roll import Page


class PointPrinting(PaperNotice):
    """Of the hall whose button was touched."""

    def __init__(self, counter: Counter, parent: QObject) -> None:
        super().__init__(counter, parent)
        self.point_id: str | None = None
        """Whose paper was asked for last."""

    def print_point(self, point_id: str) -> None:
        """Print this one, unless another is being printed."""
        if not self.is_under_way:
            self.point_id = point_id
            self.print_it()

    def painted(self) -> Page | None:
        """The hall as it is known now."""
        points = self.counter.client.points.value
        point = next((each for each in points.points if each.id == self.point_id), None) if points is not None else None
        if points is None or point is None:
            return None
        return point_page(point_sheet(point, age_words(points.as_of, self.counter.language), self.counter.language))

    def under_way(self) -> str:
        """That it is being printed."""
        return QCoreApplication.translate("PointPrinting", "It is being printed. One moment, please.")

    def done(self) -> str:
        """That it has come out."""
        return QCoreApplication.translate("OutcomePrinting", "Please take the paper from below the screen.")

    def remains(self) -> str:
        """What stands on the screen."""
        return QCoreApplication.translate(
            "PointPrinting", "Everything stands on the screen, and your phone can take the way from the code."
        )


def point_sheet(point: ServicePoint, as_of: str, language: Language) -> PointSheet:
    """The paper in the language spoken now; ``as_of`` says of when it is."""
    facts = (
        (
            QCoreApplication.translate("PointPaper", "Address"),
            said(point.governorate if point.address is None else point.address, language),
        ),
        (QCoreApplication.translate("PointPaper", "Telephone"), phone_words(point)),
        (QCoreApplication.translate("PointPaper", "Distance"), distance_words(point, language)),
    )
    return PointSheet(
        language=language,
        heading=QCoreApplication.translate("PointPaper", "Majlis · Service point"),
        name=said(point.name, language),
        facts=tuple(fact for fact in facts if fact[1]),
        hours_name=QCoreApplication.translate("PointPaper", "When it is open")
        if point.days
        else QCoreApplication.translate("PointWords", "Opening hours are not known; please ask there"),
        hours=day_hours(point, language),
        link=way_link(point),
        link_name=QCoreApplication.translate("ServicePointsPage", "The way, for your phone"),
        as_of=as_of,
    )
