"""Icons: the shipped line drawings, tinted, sharp at every device pixel ratio, mirrored where they show a direction.

To add one, copy its file from the icon set named in `resources/icons/README.md` and add a member; a test holds both
lists equal.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from desk_client.config.resources import resource


class Icon(StrEnum):
    """A shipped icon; the value is its file name without ".svg"."""

    ACCESSIBILITY = "accessibility"
    ALERT = "circle-alert"
    ARRIVED = "user-check"
    BACK = "arrow-left"
    BACKSPACE = "delete"
    BUILDING = "building-2"
    CALENDAR = "calendar-days"
    CALENDAR_CHECK = "calendar-check"
    CALENDAR_TIME = "calendar-clock"
    CALL = "phone-call"
    CAMERA = "video"
    CAMERA_OFF = "video-off"
    CHAT = "message-square"
    CHECK = "check"
    CHECK_CIRCLE = "circle-check"
    CHEVRON_DOWN = "chevron-down"
    CLIPBOARD = "clipboard-list"
    CLIPBOARD_CHECK = "clipboard-check"
    CLOCK = "clock"
    CLOSE = "x"
    CONTRAST = "contrast"
    DOOR = "door-open"
    EDIT = "pencil"
    ENTER = "corner-down-left"
    EYE = "eye"
    EYE_OFF = "eye-off"
    FIGURES = "activity"
    FILE = "file-text"
    FILE_CHECK = "file-check"
    FILE_ADD = "file-plus"
    FORWARD = "arrow-right"
    GLOBE = "globe"
    GO = "chevron-right"
    HALL = "layout-grid"
    HAND = "hand"
    HANG_UP = "phone-off"
    HELP = "circle-question-mark"
    HIGHLIGHT = "highlighter"
    IMAGE = "image"
    INBOX = "inbox"
    INFO = "info"
    KEY = "key-round"
    KEYBOARD = "keyboard"
    LANDMARK = "landmark"
    LANGUAGE = "languages"
    LOCK = "lock"
    MESSAGE = "message-square-text"
    MICROPHONE = "mic"
    MICROPHONE_OFF = "mic-off"
    NETWORK = "wifi"
    NETWORK_OFF = "wifi-off"
    PAUSE = "pause"
    PERSON = "user-round"
    PHONE = "smartphone"
    PHOTO = "camera"
    PIN = "map-pin"
    PREVIOUS = "chevron-left"
    PRINTER = "printer"
    PLAY = "play"
    RECORD = "circle-dot"
    RECORD_STOP = "circle-stop"
    REFRESH = "refresh-cw"
    REMOVE = "trash-2"
    SCREEN = "monitor-up"
    SCREEN_OFF = "monitor-off"
    SEARCH = "search"
    SEND = "send"
    SEND_BACK = "undo-2"
    SERVER_OFF = "server-off"
    SETTINGS = "settings"
    SHIELD = "shield-check"
    SHIFT = "arrow-big-up"
    SIGN_OUT = "log-out"
    SPEAKER = "volume-2"
    SPEAKER_OFF = "volume-x"
    SUN = "sun"
    TEXT_SIZE = "a-large-small"
    TIMER = "timer"
    TURN = "rotate-cw"
    USB = "usb"
    UNLOCK = "lock-open"
    WARNING = "triangle-alert"
    WIDTH = "move-horizontal"
    WINDOW = "app-window"
    ZOOM_IN = "zoom-in"
    ZOOM_OUT = "zoom-out"


DIRECTIONAL = frozenset(
    {
        Icon.BACK, Icon.FORWARD, Icon.GO, Icon.PREVIOUS, Icon.BACKSPACE, Icon.ENTER, Icon.SEND, Icon.SEND_BACK,
        Icon.SIGN_OUT, Icon.FILE, Icon.MESSAGE, Icon.CHAT, Icon.CLIPBOARD, Icon.DOOR, Icon.SPEAKER, Icon.SPEAKER_OFF,
    },
)  # fmt: skip
"""The icons that point somewhere, and so are mirrored where the script runs from right to left."""


@dataclass(frozen=True)
class _Drawing:
    icon: Icon
    pixels: int
    colour: str
    is_mirrored: bool


class Icons:
    """Draws icons and keeps what it drew; owned by the appearance."""

    def __init__(self) -> None:
        self._drawn: dict[_Drawing, QPixmap] = {}

    def pixmap(self, icon: Icon, size: int, colour: str, *, ratio: float, right_to_left: bool) -> QPixmap:
        """Return an icon of `size` logical pixels at a device pixel ratio, tinted with a colour #RRGGBB."""
        drawing = _Drawing(icon, round(size * ratio), colour, right_to_left and icon in DIRECTIONAL)
        found = self._drawn.get(drawing)
        if found is None:
            found = self._drawn[drawing] = _draw(drawing)
        result = QPixmap(found)
        result.setDevicePixelRatio(ratio)
        return result


def _draw(drawing: _Drawing) -> QPixmap:
    source = resource("icons", f"{drawing.icon}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", drawing.colour).encode()))
    pixmap = QPixmap(drawing.pixels, drawing.pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, drawing.pixels, drawing.pixels))
    painter.end()
    return pixmap.transformed(QTransform.fromScale(-1, 1)) if drawing.is_mirrored else pixmap
