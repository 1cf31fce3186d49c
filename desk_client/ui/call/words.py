"""The words for devices that do not serve and for how good the line is."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.client.conference import Device, DeviceFault
from desk_client.ui.call.quality import Quality


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


def quality_words(quality: Quality) -> str:
    """How the line is, for somebody who does not think in milliseconds."""
    match quality:
        case Quality.CLEAR:
            return QCoreApplication.translate("CallQuality", "The line is clear")
        case Quality.GOOD:
            return QCoreApplication.translate("CallQuality", "The line is good")
        case Quality.WEAK:
            return QCoreApplication.translate("CallQuality", "The line is weak")
        case Quality.VERY_WEAK:
            return QCoreApplication.translate("CallQuality", "The line is very weak")
    assert_never(quality)


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
