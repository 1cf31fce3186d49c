"""A kiosk that everything is done to is still a kiosk; `make bench-ui` lets it go on for 20,000 touches."""

import pytest

from desk_client.domain.party import Party
from desk_client.ui.kiosk.pages.identity import NationalIdPage
from desk_client.ui.theme.appearance import Appearance
from tests.gui.kiosk.monkey import Monkey
from tests.integration.client.conftest import conference

TOUCHES = 500


@pytest.fixture
def monkey(look: Appearance) -> Monkey:
    return Monkey(look, 7, lambda: conference(Party.CITIZEN))


@pytest.mark.no_cover
@pytest.mark.timeout(300)  # thousands of touches: 45 s alone, and it runs beside others
async def test_nothing_breaks_and_every_visit_ends_at_home(monkey: Monkey) -> None:
    await monkey.play(TOUCHES)
    assert monkey.faults == []
    assert monkey.touches == TOUCHES
    assert monkey.home == monkey.rounds
    assert len(monkey.pages) > 5


@pytest.mark.no_cover
async def test_a_page_that_raises_is_found(monkey: Monkey, monkeypatch: pytest.MonkeyPatch) -> None:
    def entered(_page: NationalIdPage) -> None:
        raise LookupError("planted")

    monkeypatch.setattr(NationalIdPage, "entered", entered)
    await monkey.play(30)
    assert any("planted" in fault for fault in monkey.faults)
