"""What the sections share that list a part of the region."""

from PySide6.QtWidgets import QWidget

from desk_client.ui.admin.list_section import ListSection
from desk_client.ui.desk.office import Office
from desk_client.ui.operator.section import Report


class RegionSection(ListSection):
    """It follows the region, and what closing a place would touch."""

    def __init__(self, office: Office, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(office, report, parent)
        administration = office.client.administration
        self._leave = (
            administration.region.subscribe(lambda _: self.follow()),
            administration.places.subscribe(lambda _: self.follow()),
        )
        self.retranslate()

    def teardown(self) -> None:
        """End the subscriptions."""
        for leave in self._leave:
            leave()
