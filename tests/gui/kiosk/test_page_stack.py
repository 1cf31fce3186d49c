"""Pages are loaded by their names."""

from dataclasses import replace

import pytest

from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Page
from desk_client.i18n.language import Language
from desk_client.ui.kiosk.page_stack import page_class
from desk_client.ui.theme.appearance import Appearance
from tests.gallery import kiosk_samples as sample
from tests.gui.kiosk.conftest import Open


@pytest.mark.parametrize("name", Page)
def test_each_page_has_its_class(name: Page) -> None:
    assert page_class(name).page is name


async def test_the_weeks_of_days_are_made_while_an_office_is_chosen_and_are_in_the_language_spoken_by_then(
    client: KioskClient, open_window: Open, look: Appearance
) -> None:
    async with open_window(client, now=lambda: sample.NOW) as visitor:
        client.visit.set(replace(sample.VISIT, page=Page.OFFICE, availability=None, slot=None))
        await visitor.until_page("office")
        pages = visitor.window._pages
        await visitor.until(lambda: Page.TIME in {page.page for page in pages.made})
        assert visitor.window.page.page is Page.OFFICE
        look.set_language(Language.ENGLISH)
        client.visit.set(replace(sample.VISIT, page=Page.TIME))
        await visitor.until_page("time")
        assert visitor.window.page.title._title.said.startswith("When")
