"""What devices are called, for people."""

import re
from typing import Final, assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.client.conference import Device
from desk_client.i18n.bidi import embedded, without_marks

_ALSA_ADDRESS: Final = re.compile(r"\s*\(hw:\d+(,\d+)?\)$")
_SERVERS: Final = frozenset({"default", "pulse", "pipewire", "sysdefault"})
"""What ALSA calls a sound server's own device, which follows the desktop's sound settings."""


def plain_name(name: str) -> str:
    """Without what only a driver wants to know; names are others' words, and stay in one line."""
    plain = " ".join(without_marks(_ALSA_ADDRESS.sub("", name)).split())
    if plain.casefold() in _SERVERS:
        return QCoreApplication.translate("Settings", "As in the desktop's sound settings")
    return plain or name


def device_title(device: Device) -> str:
    """What kind it is."""
    match device:
        case Device.CAMERA:
            return QCoreApplication.translate("Settings", "Camera")
        case Device.MICROPHONE:
            return QCoreApplication.translate("Settings", "Microphone")
        case Device.SPEAKER:
            return QCoreApplication.translate("Settings", "Loudspeaker")
    assert_never(device)


def replaced_words(device: Device, used: str) -> str:
    """That the chosen one went away, and what serves until it is back."""
    name = embedded(plain_name(used))
    match device:
        case Device.CAMERA:
            said = QCoreApplication.translate(
                "Settings", "Your camera is not connected. {device} is used until it is back."
            )
        case Device.MICROPHONE:
            said = QCoreApplication.translate(
                "Settings", "Your microphone is not connected. {device} is used until it is back."
            )
        case Device.SPEAKER:
            said = QCoreApplication.translate(
                "Settings", "Your loudspeaker is not connected. {device} is used until it is back."
            )
        case _:
            assert_never(device)
    return said.format(device=name)


def returned_words(device: Device) -> str:
    """That the chosen one is back, by itself."""
    match device:
        case Device.CAMERA:
            return QCoreApplication.translate("Settings", "Your camera is back and is used again.")
        case Device.MICROPHONE:
            return QCoreApplication.translate("Settings", "Your microphone is back and is used again.")
        case Device.SPEAKER:
            return QCoreApplication.translate("Settings", "Your loudspeaker is back and is used again.")
    assert_never(device)
