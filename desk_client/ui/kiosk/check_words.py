"""What the device check says of each part: plain words for whoever stands there, figures for staff."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.client.conference import Device, DeviceFault
from desk_client.client.device_check.findings import Figures, Finding, KioskPart, Line, State
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.banner import Mood

_DEVICES: Final[Mapping[KioskPart, Device]] = MappingProxyType(
    {
        KioskPart.CAMERA: Device.CAMERA,
        KioskPart.MICROPHONE: Device.MICROPHONE,
        KioskPart.LOUDSPEAKER: Device.SPEAKER,
    }
)
_FAULTS: Final = frozenset(fault.value for fault in DeviceFault)
_ASKED: Final = frozenset({Finding.ASKED_TO_SPEAK, Finding.ASKED_WHETHER_HEARD})
_ICONS: Final[Mapping[KioskPart, tuple[Icon, Icon]]] = MappingProxyType(
    {
        KioskPart.CAMERA: (Icon.CAMERA, Icon.CAMERA_OFF),
        KioskPart.MICROPHONE: (Icon.MICROPHONE, Icon.MICROPHONE_OFF),
        KioskPart.LOUDSPEAKER: (Icon.SPEAKER, Icon.SPEAKER_OFF),
        KioskPart.NETWORK: (Icon.NETWORK, Icon.NETWORK_OFF),
    }
)


def icon_of(line: Line) -> Icon:
    """The part's own drawing, struck through where it does not serve."""
    serves, fails = _ICONS[line.part]
    return fails if line.state is State.FAILED else serves


def mood_of(line: Line) -> Mood | None:
    """What kind of news it is; None while there is none yet."""
    return {
        State.RUNNING: None,
        State.GOOD: Mood.SUCCESS,
        State.WEAK: Mood.WARNING,
        State.FAILED: Mood.ERROR,
    }[line.state]


def state_words(line: Line) -> str:
    """How far a part is, in a word or two."""
    if line.finding in _ASKED:
        return QCoreApplication.translate("CheckWords", "Waiting for you")
    match line.state:
        case State.RUNNING:
            return QCoreApplication.translate("CheckWords", "Being checked")
        case State.GOOD:
            return QCoreApplication.translate("CheckWords", "Good")
        case State.WEAK:
            return QCoreApplication.translate("CheckWords", "Weak")
        case State.FAILED:
            return QCoreApplication.translate("CheckWords", "Does not work")


def sentence(line: Line) -> str:
    """What was found of a part, or is being done, and what the person can do."""
    if line.finding.value in _FAULTS and line.part in _DEVICES:
        device = _DEVICES[line.part]
        return f"{unserving_words(device)} {_what_to_do(device)}"
    said = {
        KioskPart.CAMERA: _camera,
        KioskPart.MICROPHONE: _microphone,
        KioskPart.LOUDSPEAKER: _loudspeaker,
        KioskPart.NETWORK: _network,
    }[line.part]
    return said(line.finding)


def unserving_words(device: Device) -> str:
    """That a device does not serve, and what follows for a visitor; why it does not is for staff to find."""
    match device:
        case Device.CAMERA:
            return QCoreApplication.translate(
                "CheckWords", "The camera does not work at the moment: you are heard, but not seen."
            )
        case Device.MICROPHONE:
            return QCoreApplication.translate(
                "CheckWords", "The microphone does not work at the moment: you are not heard."
            )
        case Device.SPEAKER:
            return QCoreApplication.translate(
                "CheckWords", "The loudspeaker does not work at the moment: you hear nothing."
            )
    assert_never(device)


def _what_to_do(device: Device) -> str:
    if device is Device.CAMERA:
        return QCoreApplication.translate("CheckWords", "Call the operator, or go on with your voice alone.")
    return QCoreApplication.translate("CheckWords", "Please call the operator.")


def figure_words(part: KioskPart, figures: Figures) -> str:
    """What was measured of a part, for staff; empty where nothing was."""
    if part is KioskPart.CAMERA and figures.light is not None:
        text = QCoreApplication.translate("CheckWords", "Brightness: {number} %")
        return text.format(number=round(figures.light * 100))
    if part is KioskPart.MICROPHONE and figures.loudest_dbfs is not None:
        text = QCoreApplication.translate("CheckWords", "Loudest: {number} dBFS")
        return text.format(number=round(figures.loudest_dbfs))
    if part is not KioskPart.NETWORK:
        return ""
    said = []
    if figures.round_trip_ms is not None:
        text = QCoreApplication.translate("CheckWords", "Round trip: {number} ms")
        said.append(text.format(number=round(figures.round_trip_ms)))
    if figures.relays is not None:
        text = QCoreApplication.translate("CheckWords", "Relays that serve: {serving} of {asked}")
        said.append(text.format(serving=figures.relays[0], asked=figures.relays[1]))
    return "\n".join(said)


def _camera(finding: Finding) -> str:
    match finding:
        case Finding.GOOD:
            return QCoreApplication.translate("CheckWords", "The camera sees you.")
        case Finding.DARK:
            return QCoreApplication.translate(
                "CheckWords",
                "The picture is too dark. Please take away what covers the camera, or step into the light.",
            )
        case Finding.NO_PICTURE:
            return QCoreApplication.translate(
                "CheckWords", "No picture comes from the camera: you are heard, but not seen."
            )
        case _:
            return QCoreApplication.translate("CheckWords", "We are looking at the camera.")


def _microphone(finding: Finding) -> str:
    match finding:
        case Finding.GOOD:
            return QCoreApplication.translate("CheckWords", "The microphone hears you.")
        case Finding.ASKED_TO_SPEAK:
            return QCoreApplication.translate("CheckWords", "The microphone is listening. Please greet us aloud.")
        case Finding.QUIET:
            return QCoreApplication.translate(
                "CheckWords", "We have not heard you yet. Please come closer and greet us a little louder."
            )
        case Finding.DEAF:
            return QCoreApplication.translate(
                "CheckWords", "The microphone hears nothing at all. The staff in the hall can put it right."
            )
        case _:
            return QCoreApplication.translate("CheckWords", "The microphone comes next.")


def _loudspeaker(finding: Finding) -> str:
    match finding:
        case Finding.GOOD:
            return QCoreApplication.translate("CheckWords", "The loudspeaker can be heard.")
        case Finding.ASKED_WHETHER_HEARD:
            return QCoreApplication.translate("CheckWords", "Two notes are played again and again. Do you hear them?")
        case Finding.UNHEARD:
            return QCoreApplication.translate(
                "CheckWords", "You hear nothing. The staff in the hall can put the loudspeaker right."
            )
        case _:
            return QCoreApplication.translate("CheckWords", "Two notes are being played to you.")


def _network(finding: Finding) -> str:
    match finding:
        case Finding.GOOD:
            return QCoreApplication.translate("CheckWords", "The connection to the office is good.")
        case Finding.SLOW:
            return QCoreApplication.translate(
                "CheckWords", "The connection is weak: your voice goes first, and the picture may stand still."
            )
        case Finding.NO_RELAY:
            return QCoreApplication.translate(
                "CheckWords", "The connection is weak: the talk may take longer to begin."
            )
        case Finding.UNREACHABLE:
            return QCoreApplication.translate(
                "CheckWords", "There is no connection to the office. You keep your place, and we keep trying."
            )
        case _:
            return QCoreApplication.translate("CheckWords", "We are looking at the connection to the office.")
