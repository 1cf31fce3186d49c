"""The words for a recording, as both ends of the talk read them."""

from PySide6.QtCore import QCoreApplication

from desk_client.client.recording_states import RecordingEnd, RecordingState, Say, TalkRecording
from desk_client.i18n.bidi import embedded
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import said


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


def waiting_words(seen: TalkRecording | None, language: Language) -> str:
    """Who is asked and has not answered; empty where nobody is."""
    if seen is None or seen.newest is None or seen.newest.state is not RecordingState.ASKED:
        return ""
    names = [embedded(said(each.name, language)) for each in seen.colleagues if each.says is Say.ASKED]
    if not names:
        return QCoreApplication.translate("Recording", "The visitor is asked whether the talk may be recorded.")
    if seen.citizen is Say.ASKED:
        names.insert(0, QCoreApplication.translate("Recording", "the visitor"))
    asked = QCoreApplication.translate("Recording", "Asked whether the talk may be recorded, no answer yet: {who}")
    return asked.format(who=" · ".join(names))


def disagreeing_words(seen: TalkRecording, language: Language) -> str:
    """Who sits in the talk and does not agree; empty where nobody is known to."""
    names = [embedded(said(each.name, language)) for each in seen.colleagues if each.says is Say.DECLINED]
    if not names:
        return ""
    words = QCoreApplication.translate("Recording", "This talk cannot be recorded while {who} is in it: no agreement.")
    return words.format(who=" · ".join(names))


def ended_words(reason: RecordingEnd | None) -> str:
    """Why nothing is recorded any more; the same for both ends."""
    match reason:
        case RecordingEnd.WITHDRAWN:
            return QCoreApplication.translate(
                "Recording", "The visitor does not agree to the recording. Nothing is kept of it; the talk goes on."
            )
        case RecordingEnd.COLLEAGUE:
            return QCoreApplication.translate(
                "Recording",
                "Somebody who was called in does not agree to the recording. Nothing is kept of it; the talk goes on.",
            )
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
        case _:
            return QCoreApplication.translate("Recording", "The recording has ended. The talk goes on.")
