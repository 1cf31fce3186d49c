"""The pages that most visits never show; they are loaded with the first of them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from desk_client.client.visit import Page
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.kiosk.pages.elsewhere import DeskPage, NafathPage
from desk_client.ui.kiosk.pages.nationality import NationalityPage
from desk_client.ui.kiosk.pages.others import CompanionsPage, OthersPage
from desk_client.ui.kiosk.pages.represented import AttorneyPage, RepresentedIdPage, RepresentedPage
from desk_client.ui.kiosk.pages.visitor import BorderNumberPage, PassportPage
from desk_client.ui.kiosk.pages.way import WayPage

PAGES: Final[Mapping[Page, type[VisitPage]]] = MappingProxyType(
    {
        page.page: page
        for page in (
            OthersPage,
            CompanionsPage,
            RepresentedPage,
            RepresentedIdPage,
            AttorneyPage,
            PassportPage,
            BorderNumberPage,
            NationalityPage,
            WayPage,
            NafathPage,
            DeskPage,
        )
    }
)
