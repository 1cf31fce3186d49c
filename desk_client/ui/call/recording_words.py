"""The words for a recording, as both ends of the talk read them."""

from PySide6.QtCore import QCoreApplication

from desk_client.client.recording_states import Recording, RecordingEnd, RecordingState, TalkRecording


def mark_words(seen: TalkRecording | None) -> str:
    """What stands above the talk for as long as it is recorded; empty while it is not."""
    newest = None if seen is None else seen.newest
    if newest is None:
        return ""
    match newest.state:
        case RecordingState.RUNNING:
            return QCoreApplication.translate("Recording", "Recording")
        case RecordingState.PAUSED:
            return QCoreApplication.translate("Recording", "Recording paused")
        case _:
            return ""


def ended_words(ended: Recording) -> str:
    """Why nothing is recorded any more; the same for both ends."""
    match ended.end_reason:
        case RecordingEnd.WITHDRAWN:
            return QCoreApplication.translate(
                "Recording", "The visitor does not agree to the recording. Nothing is kept of it; the talk goes on."
            )
        case RecordingEnd.COLLEAGUE:
            return colleague_words()
        case RecordingEnd.HANDED_OVER:
            return QCoreApplication.translate(
                "Recording", "The recording has ended: another office has taken the talk over. The talk goes on."
            )
        case RecordingEnd.DISK_FULL:
            return QCoreApplication.translate(
                "Recording",
                "The recording has ended: the official's computer has no more room. What was recorded until then is "
                "kept, and the talk goes on.",
            )
        case RecordingEnd.FAILED:
            return QCoreApplication.translate(
                "Recording",
                "The recording has ended: the official's computer could not go on with it. What was recorded until "
                "then is kept, and the talk goes on.",
            )
        case RecordingEnd.TALK_OVER:
            return ""
        case _ if ended.state is RecordingState.DECLINED:
            return QCoreApplication.translate(
                "Recording", "The question was taken back. Nothing was recorded; the talk goes on."
            )
        case _:
            return QCoreApplication.translate("Recording", "The recording has ended. The talk goes on.")


def colleague_words() -> str:
    """Somebody who was called in said no."""
    return QCoreApplication.translate(
        "Recording",
        "Somebody who was called in does not agree to the recording. Nothing is kept of it; the talk goes on.",
    )
