"""What each tile of a talk shows, and in its middle why it shows no moving picture."""

from PySide6.QtCore import QCoreApplication

from desk_client.client.calls import CallView as CallShown
from desk_client.domain.call import Phase
from desk_client.domain.showing import Showing
from desk_client.ui.call.status import Status
from desk_client.ui.widgets.video_tile import TileState


def is_document(shown: CallShown) -> bool:
    """Whether the other side's picture is a screen or document, which is read whole."""
    return (
        not (shown.peer_holds or shown.is_apart)
        and shown.phase is Phase.TALKING
        and shown.peer_shows is Showing.SCREEN
        and not shown.is_sound_only
    )


def remote_state(shown: CallShown, status: Status | None) -> tuple[TileState, str]:
    """Of the other side's tile; ``status`` stands over it."""
    is_talking = shown.phase is Phase.TALKING
    if status is not None and not status.keeps_picture:
        return TileState.WAITING, ""
    if is_talking and (shown.peer_holds or shown.is_apart):
        return TileState.WAITING, ""
    if shown.is_sound_only or (is_talking and shown.peer_shows is Showing.RESTING):
        return TileState.SOUND_ONLY, QCoreApplication.translate("LostLine", "Heard, not seen: the line is weak")
    if is_talking and shown.peer_shows is Showing.OFF:
        return TileState.CAMERA_OFF, QCoreApplication.translate("LostLine", "The camera is switched off")
    return TileState.LIVE, ""


def own_state(shown: CallShown) -> tuple[TileState, str]:
    """Of one's own tile."""
    is_resting = shown.picture_rests or (shown.stats is not None and shown.stats.audio_only)
    if shown.is_held:
        return TileState.CAMERA_OFF, QCoreApplication.translate("CallHold", "On hold: you are neither seen nor heard")
    if not shown.camera_on:
        return TileState.CAMERA_OFF, QCoreApplication.translate("CallView", "Your camera is switched off")
    if is_resting and shown.phase is Phase.TALKING:
        return TileState.SOUND_ONLY, QCoreApplication.translate("LostLine", "Your picture rests for now")
    return TileState.LIVE, ""
