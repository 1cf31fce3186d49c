"""Measures each call of a conference and keeps its report."""

import logging
from pathlib import Path

from desk_client.client.call_meter import CallMeter, write
from desk_client.client.calls import CallRunner, CallView
from desk_client.client.conference import Conference
from desk_client.client.pictures import Picture

logger = logging.getLogger(__name__)


class CallRecorder:
    """From the moment a call begins until it ends; then the report is written."""

    def __init__(self, conference: Conference, report_path: Path) -> None:
        """Watch ``conference``; every call's report replaces the one before at ``report_path``."""
        self._path = report_path
        self._meter: CallMeter | None = None
        conference.call.subscribe(self._on_call)

    def on_painted(self, picture: Picture) -> None:
        """The remote tile has painted a picture."""
        if self._meter is not None:
            self._meter.on_painted(picture)

    def on_lateness(self, late_ms: float) -> None:
        """The window's precise timer fired so late."""
        if self._meter is not None:
            self._meter.on_lateness(late_ms)

    def _on_call(self, runner: CallRunner | None) -> None:
        if self._meter is not None:
            write(self._meter.report(), self._path)
            logger.info("the call's figures were written")
        self._meter = CallMeter() if runner is not None else None
        if runner is not None:
            runner.view.subscribe(self._on_view)

    def _on_view(self, view: CallView) -> None:
        if self._meter is not None and view.stats is not None:
            self._meter.on_stats(view.stats)
