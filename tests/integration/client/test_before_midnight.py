"""A talk a few minutes before midnight in Riyadh, whose time is tomorrow's: it is opened as at any other minute."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.fakes.clock import ClockAhead
from tests.integration.client.conftest import Ends, Region, load_receiving
from tests.integration.client.test_whole_way import first_item, in_talk
from tests.stores import Stores, Template

RIYADH = ZoneInfo("Asia/Riyadh")


@pytest.fixture
async def late_ends(stores: Stores, tmp_path: Path, unused_tcp_port: int) -> AsyncIterator[Ends]:
    """With a server whose clock says ten minutes to midnight."""
    now = datetime.now(UTC)
    late = datetime.combine(now.astimezone(RIYADH).date() + timedelta(days=1), time(23, 50), RIYADH)
    clock = ClockAhead(late - now)
    template = Template("receiving-late", lambda settings: load_receiving(settings, clock))
    with stores.copy(template, "embedded", tmp_path / "server") as settings:
        region = Region(settings.model_copy(update={"port": unused_tcp_port}), clock=clock)
        region.start()
        ends = Ends(region, tmp_path)
        try:
            yield ends
        finally:
            await ends.close()
            region.stop()


async def test_a_talk_begins_whose_time_is_tomorrow(late_ends: Ends) -> None:
    kiosk, desk = await in_talk(late_ends)
    agenda = desk.day.value.agenda
    assert agenda is not None
    assert first_item(desk).slot.starts_at.astimezone(RIYADH).date() == agenda.date + timedelta(days=1)
    assert kiosk.visit.value.appointment is not None
