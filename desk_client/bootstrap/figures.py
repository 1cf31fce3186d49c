"""The keeping of talks' figures, where they are asked for."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desk_client.config.desktop_settings import DesktopSettings
from desk_client.ui.lateness import LatenessProbe

if TYPE_CHECKING:
    from collections.abc import Callable

    from desk_client.client.call_recorder import CallRecorder
    from desk_client.client.calls import CallRunner
    from desk_client.client.conference import Conference


def recorder_of(settings: DesktopSettings, conference: "Callable[[], Conference]") -> "CallRecorder | None":
    """Whoever keeps a call's figures, where they are asked for."""
    if settings.call_report is None:
        return None
    from desk_client.client.call_recorder import CallRecorder  # noqa: PLC0415 - loaded when chosen

    return CallRecorder(conference(), settings.call_report)


def measure_lateness(window: QWidget, conference: "Callable[[], Conference]", recorder: "CallRecorder | None") -> None:
    """Keep how late this thread is during calls, where figures are asked for."""
    if recorder is None:
        return
    probe = LatenessProbe(recorder.on_lateness, window)

    def on_call(runner: "CallRunner | None") -> None:
        if runner is None:
            probe.stop()
        else:
            probe.start()

    conference().call.subscribe(on_call)
