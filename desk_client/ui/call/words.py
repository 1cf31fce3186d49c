"""The words for devices, for sound that is not as it should be, for the line, and for a screen that is shown."""

from collections.abc import Mapping
from typing import Final, assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.client.conference import Device, DeviceFault, Level, LineQuality, SharingFault
from desk_client.ui.theme.icons import Icon


def fault_words(device: Device, fault: DeviceFault) -> str:
    """What does not serve, what follows, and what to do."""
    match device:
        case Device.CAMERA:
            return _camera(fault)
        case Device.MICROPHONE:
            return _microphone(fault)
        case Device.SPEAKER:
            return _speaker(fault)
    assert_never(device)


def echo_words() -> str:
    """That the other side may hear itself, and what to do."""
    return QCoreApplication.translate(
        "CallDevices", "The other side may hear an echo of its own voice. Headphones help, or speaking in turn."
    )


def muted_words(*, by_space: bool = False) -> str:
    """That somebody speaks who is not heard, and what to do; ``by_space``: the space bar does it for a moment."""
    if by_space:
        return QCoreApplication.translate(
            "CallDevices", "You are muted and are not heard. Unmute, or hold the space bar while you speak."
        )
    return QCoreApplication.translate("CallDevices", "You are muted and are not heard. Unmute to be heard.")


def quality_words(level: Level) -> str:
    """How the line is, for somebody who does not think in milliseconds."""
    match level:
        case Level.GOOD:
            return QCoreApplication.translate("CallQuality", "The line is good")
        case Level.FAIR:
            return QCoreApplication.translate("CallQuality", "The line is uneven")
        case Level.POOR:
            return QCoreApplication.translate("CallQuality", "The line is weak")
        case Level.LOST:
            return QCoreApplication.translate("CallQuality", "The line is interrupted")
    assert_never(level)


def suffering_words(quality: LineQuality, *, is_picture_paused: bool) -> str:
    """Who sees and hears whom badly just now; empty where nobody suffers.

    Args:
        quality: of the line, each way.
        is_picture_paused: our own picture is not sent, because the line cannot carry it.
    """
    if is_picture_paused:
        return QCoreApplication.translate(
            "CallQuality", "The line is too weak for your picture at the moment. Your voice goes on being heard."
        )
    suffers = [each is not None and each <= Level.POOR for each in (quality.mine, quality.theirs)]
    match suffers:
        case [True, True]:
            return QCoreApplication.translate("CallQuality", "You may see and hear each other badly at the moment.")
        case [True, False]:
            return QCoreApplication.translate("CallQuality", "The other side may see and hear you badly at the moment.")
        case [False, True]:
            return QCoreApplication.translate("CallQuality", "You may see and hear the other side badly at the moment.")
        case _:
            return ""


def sharing_words(fault: SharingFault) -> str:
    """Why a screen or window is not shown to the other side, and what is seen instead."""
    match fault:
        case SharingFault.GONE:
            return QCoreApplication.translate(
                "CallSharing", "What you were showing was closed. The other side sees you again."
            )
        case SharingFault.ABSENT:
            return QCoreApplication.translate("CallSharing", "There is no screen that could be shown.")
        case SharingFault.PORTAL:
            return QCoreApplication.translate(
                "CallSharing",
                "This desktop (Wayland) lets no program show the screen. Sign in with X11 instead.",
            )
        case SharingFault.UNSUPPORTED:
            return QCoreApplication.translate("CallSharing", "The screen of this computer cannot be shown.")
        case SharingFault.LOST:
            return QCoreApplication.translate(
                "CallSharing", "The screen could not be shown any longer. The other side sees you again."
            )
    assert_never(fault)


def _camera(fault: DeviceFault) -> str:
    match fault:
        case DeviceFault.ABSENT:
            return QCoreApplication.translate("CallDevices", "No camera was found: you are heard, but not seen.")
        case DeviceFault.BUSY:
            return QCoreApplication.translate(
                "CallDevices", "Another program is using the camera. Close it, and you will be seen."
            )
        case DeviceFault.LOST:
            return QCoreApplication.translate("CallDevices", "The camera was disconnected. Check its cable.")
        case DeviceFault.DENIED:
            return QCoreApplication.translate("CallDevices", "This program is not allowed to use the camera.")
    assert_never(fault)


def _microphone(fault: DeviceFault) -> str:
    match fault:
        case DeviceFault.ABSENT:
            return QCoreApplication.translate("CallDevices", "No microphone was found: you are not heard.")
        case DeviceFault.BUSY:
            return QCoreApplication.translate(
                "CallDevices", "Another program is using the microphone. Close it, and you will be heard."
            )
        case DeviceFault.LOST:
            return QCoreApplication.translate("CallDevices", "The microphone was disconnected. Check its cable.")
        case DeviceFault.DENIED:
            return QCoreApplication.translate("CallDevices", "This program is not allowed to use the microphone.")
    assert_never(fault)


def _speaker(fault: DeviceFault) -> str:
    match fault:
        case DeviceFault.ABSENT:
            return QCoreApplication.translate("CallDevices", "No speaker was found: you hear nothing.")
        case DeviceFault.BUSY:
            return QCoreApplication.translate(
                "CallDevices", "Another program is using the speaker. Close it, and you will hear."
            )
        case DeviceFault.LOST:
            return QCoreApplication.translate("CallDevices", "The speaker was disconnected. Check its cable.")
        case DeviceFault.DENIED:
            return QCoreApplication.translate("CallDevices", "This program is not allowed to use the speaker.")
    assert_never(fault)


def held_words() -> str:
    """What to know who has a word that the other side is not to hear."""
    return QCoreApplication.translate(
        "CallHold", "On hold: the other side neither sees nor hears you, and you still see and hear them."
    )


_SIGNS: Final = {
    Device.CAMERA: Icon.CAMERA_OFF,
    Device.MICROPHONE: Icon.MICROPHONE_OFF,
    Device.SPEAKER: Icon.SPEAKER_OFF,
}


def fault_notes(faults: Mapping[Device, DeviceFault]) -> tuple[tuple[Icon, str], ...]:
    """What does not serve, each with its sign."""
    return tuple((_SIGNS[device], fault_words(device, fault)) for device, fault in faults.items())
