"""How a kiosk is, from what it said and when."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desk_client.domain.kiosk_health import (
    ERROR_MATTERS_FOR,
    SILENT_AFTER,
    SLOW_TRIP_MS,
    Activity,
    Complaint,
    Health,
    KioskPart,
    PrinterCondition,
    Report,
    complaints,
    health,
)

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
WELL = Report(Activity.IDLE, PrinterCondition.READY, round_trip_ms=40)
MOMENT = timedelta(milliseconds=1)


def test_one_that_was_never_heard_of_is_not_silent() -> None:
    assert health(None, None, NOW) is Health.NEVER_HEARD


def test_it_is_silent_once_six_reports_did_not_come_however_well_it_was() -> None:
    assert health(WELL, NOW - SILENT_AFTER + MOMENT, NOW) is Health.FINE
    assert health(WELL, NOW - SILENT_AFTER, NOW) is Health.SILENT
    troubled = replace(WELL, printer=PrinterCondition.OUT_OF_PAPER)
    assert health(troubled, NOW - SILENT_AFTER, NOW) is Health.SILENT


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        (replace(WELL, failed=[KioskPart.CAMERA]), Complaint.CAMERA),
        (replace(WELL, failed=[KioskPart.LOUDSPEAKER]), Complaint.LOUDSPEAKER),
        (replace(WELL, round_trip_ms=SLOW_TRIP_MS + 1), Complaint.NETWORK),
        (replace(WELL, printer=PrinterCondition.OUT_OF_PAPER), Complaint.PAPER),
        (replace(WELL, printer=PrinterCondition.FAULTY), Complaint.PRINTER),
        (replace(WELL, unsent=1), Complaint.UNSENT),
        (replace(WELL, error_at=NOW - ERROR_MATTERS_FOR + MOMENT), Complaint.ERROR),
    ],
)
def test_each_thing_that_is_wrong_is_named(said: Report, complaint: Complaint) -> None:
    assert complaints(said, NOW) == (complaint,)
    assert health(said, NOW, NOW) is Health.NEEDS_ATTENTION


@pytest.mark.parametrize(
    "said",
    [
        WELL,
        replace(WELL, printer=PrinterCondition.NONE),
        replace(WELL, round_trip_ms=SLOW_TRIP_MS),
        replace(WELL, round_trip_ms=None),
        replace(WELL, error_at=NOW - ERROR_MATTERS_FOR),
        replace(WELL, activity=Activity.LOCKED),
    ],
)
def test_what_is_nothing_to_worry_about_is_fine(said: Report) -> None:
    assert health(said, NOW, NOW) is Health.FINE


def test_the_most_urgent_comes_first() -> None:
    said = replace(WELL, failed=[KioskPart.MICROPHONE, KioskPart.CAMERA], printer=PrinterCondition.OUT_OF_PAPER)
    assert complaints(said, NOW) == (Complaint.CAMERA, Complaint.MICROPHONE, Complaint.PAPER)
