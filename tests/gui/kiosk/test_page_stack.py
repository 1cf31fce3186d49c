"""Pages are loaded by their names."""

import pytest

from desk_client.client.visit import Page
from desk_client.ui.kiosk.page_stack import page_class


@pytest.mark.parametrize("name", Page)
def test_each_page_has_its_class(name: Page) -> None:
    assert page_class(name).page is name
