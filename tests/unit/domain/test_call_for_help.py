"""How a call for the operator stands."""

from datetime import UTC, datetime, timedelta

import pytest

from desk_client.domain.call_for_help import UNANSWERED_AFTER, HelpStage, stage

CALLED = datetime(2026, 3, 15, 7, tzinfo=UTC)
LATER = CALLED + timedelta(minutes=9)


@pytest.mark.parametrize(
    ("after", "answered", "ended", "expected"),
    [
        (timedelta(), None, None, HelpStage.CALLED),
        (UNANSWERED_AFTER - timedelta(seconds=1), None, None, HelpStage.CALLED),
        (UNANSWERED_AFTER, None, None, HelpStage.UNANSWERED),
        (timedelta(hours=1), LATER, None, HelpStage.ON_THE_WAY),
        (timedelta(hours=1), LATER, LATER, HelpStage.OVER),
        (timedelta(seconds=5), None, LATER, HelpStage.OVER),
    ],
)
def test_how_a_call_stands(
    after: timedelta, answered: datetime | None, ended: datetime | None, expected: HelpStage
) -> None:
    assert stage(CALLED + after, CALLED, answered, ended) is expected
