"""A moving picture of one person."""

import threading
from enum import Enum, auto
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QImage, QPainter, QPainterPath, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Radius
from desk_client.ui.widgets.picture import Picture
from desk_client.ui.widgets.surface import REPAINTED_BY, Surface
from desk_client.ui.widgets.tile_signs import Piece, Signs, bars, corners, frame, paint_veil, pill, rim

if TYPE_CHECKING:
    from collections.abc import Callable


class TileState(Enum):
    """Why a tile shows what it shows."""

    LIVE = auto()
    WAITING = auto()
    """Nobody is there yet; no picture is shown."""
    FROZEN = auto()
    """The last picture stands still, darkened, under the reason."""
    CAMERA_OFF = auto()
    """They chose not to be seen, or have no camera."""
    SOUND_ONLY = auto()
    """They are heard, and the line has no room for their picture."""


_UNSEEN = frozenset({TileState.WAITING, TileState.CAMERA_OFF, TileState.SOUND_ONLY})


class VideoTile(Surface):
    """Paints the newest picture given to it, cropped to cover the tile, and signs over it.

    `receive` may be called from any thread; pictures that arrive while one waits to be painted replace it. `resized`
    tells the size in device pixels that pictures should cover: connect it to the scaler. `on_painted`, where set, is
    called on Qt's thread after a picture was really painted for the first time, so that a measure counts what was seen.
    """

    spoken_role = QAccessible.Role.Graphic
    resized = Signal(int, int)
    _arrived = Signal()

    def __init__(
        self,
        look: Appearance,
        name: str = "",
        *,
        is_mirrored: bool = False,
        radius_px: int = Radius.TILE,
        is_on_stage: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self.on_painted: Callable[[Picture], None] | None = None
        self._is_mirrored = is_mirrored
        self._radius_px = radius_px
        self._is_on_stage = is_on_stage
        self._is_floating = False
        self._is_whole = False
        self._is_speaking = False
        self._signs = Signs(name)
        self._state = TileState.WAITING
        self._reason = ""
        self._lock = threading.Lock()
        self._newest: Picture | None = None
        self._is_told = False
        self._shown: Picture | None = None
        self._image = QImage()
        self._painted_sequence: int | None = None
        self._pieces: list[Piece] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._name_accessibly()

    # --- pictures -------------------------------------------------------------------------------------------------

    def receive(self, picture: Picture) -> None:
        """Take a picture, from any thread; the newest wins."""
        with self._lock:
            self._newest = picture
            if self._is_told:
                return
            self._is_told = True
        self._arrived.emit()

    def clear(self) -> None:
        """Forget every picture."""
        with self._lock:
            self._newest = None
        self._shown, self._image = None, QImage()
        self.update()

    @property
    def device_size(self) -> QSize:
        """The size in device pixels that pictures should cover."""
        return self.size() * self.devicePixelRatioF()

    # --- signs ----------------------------------------------------------------------------------------------------

    @property
    def state(self) -> TileState:
        """Why the tile shows what it shows."""
        return self._state

    def set_state(self, state: TileState, reason: str = "") -> None:
        """Say why there is no moving picture; `reason` stands across the tile's middle."""
        self._state, self._reason = state, reason
        self._name_accessibly()
        self.update()

    def set_name(self, name: str) -> None:
        """Name who is shown."""
        self._set_signs(Signs(name, self._signs.is_muted, self._signs.quality))

    def set_muted(self, is_muted: bool | None) -> None:
        """Show whether their microphone is off; None where that is not known."""
        self._set_signs(Signs(self._signs.name, is_muted, self._signs.quality))

    def set_quality(self, quality: int | None) -> None:
        """Light so many of four bars; None hides them."""
        self._set_signs(Signs(self._signs.name, self._signs.is_muted, quality))

    def set_speaking(self, is_speaking: bool) -> None:
        """Frame the tile while they speak."""
        if is_speaking != self._is_speaking:
            self._is_speaking = is_speaking
            self._pieces = []
            self.update()

    def set_whole(self, is_whole: bool) -> None:
        """Show all of the picture, with bars beside it, as a document is read; else it covers the tile."""
        if is_whole != self._is_whole:
            self._is_whole = is_whole
            self.update()

    def set_floating(self, is_floating: bool) -> None:
        """Lie on another picture: the corners are cut out, and a rim sets the tile off."""
        if is_floating != self._is_floating:
            self._is_floating = is_floating
            self._pieces = []
            self._cut_out()
            self.update()

    # --- Qt -------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return the size of a small 16:9 picture."""
        return QSize(640, 360)

    def minimumSizeHint(self) -> QSize:
        """Return the least at which a face is still seen."""
        return QSize(160, 90)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the scaler, and lay the signs anew."""
        self._pieces = []
        self._cut_out()
        self._tell_size()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the signs anew in the changed appearance."""
        if event.type() in REPAINTED_BY:
            self._pieces = []
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell the scaler when the window has moved to a screen of another pixel ratio."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._pieces = []
            self._tell_size()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint picture, veil, signs and corners, in this order."""
        del event
        painter = QPainter(self)
        picture = self._paint_picture(painter)
        self._paint_state(painter)
        for piece in self._pieces or self._laid():
            painter.drawPixmap(piece.place, piece.pixmap)
        painter.end()
        if picture is not None and picture.sequence != self._painted_sequence:
            self._painted_sequence = picture.sequence
            if self.on_painted is not None:
                self.on_painted(picture)

    def _paint_picture(self, painter: QPainter) -> Picture | None:
        """Paint the central part that covers the tile; return the picture unless a veil will hide it whole."""
        picture = self._shown
        if picture is None or self._state in _UNSEEN:
            painter.fillRect(self.rect(), self.colours.stage_surface)
            return None
        if self._is_whole:
            painter.fillRect(self.rect(), self.colours.stage_surface)
            scale = min(self.width() / picture.width, self.height() / picture.height)
            shown = QRectF(0, 0, picture.width * scale, picture.height * scale)
            shown.moveCenter(QRectF(self.rect()).center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(shown, self._image, QRectF(0, 0, picture.width, picture.height))
            return picture
        scale = max(self.width() / picture.width, self.height() / picture.height)
        width, height = self.width() / scale, self.height() / scale
        source = QRectF((picture.width - width) / 2, (picture.height - height) / 2, width, height)
        target = QRectF(self.rect())
        if self._is_mirrored:
            painter.save()
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
            painter.drawImage(target, self._image, source)
            painter.restore()
        else:
            painter.drawImage(target, self._image, source)
        return picture

    def _paint_state(self, painter: QPainter) -> None:
        match self._state:
            case TileState.LIVE:
                if self._shown is None:
                    paint_veil(painter, self.look, self.rect(), self._reason, Icon.PERSON, is_opaque=True)
            case TileState.WAITING:
                paint_veil(painter, self.look, self.rect(), self._reason, Icon.PERSON, is_opaque=True)
            case TileState.FROZEN:
                paint_veil(painter, self.look, self.rect(), self._reason, Icon.NETWORK_OFF, is_opaque=False)
            case TileState.CAMERA_OFF:
                paint_veil(painter, self.look, self.rect(), self._reason, Icon.CAMERA_OFF, is_opaque=True)
            case TileState.SOUND_ONLY:
                paint_veil(painter, self.look, self.rect(), self._reason, Icon.PERSON, is_opaque=True)
            case _ as never:
                assert_never(never)

    def _laid(self) -> list[Piece]:
        tile = QRect(0, 0, self.width(), self.height())
        ratio = self.devicePixelRatioF()
        found = (pill(self.look, self._signs, tile, ratio), bars(self.look, self._signs, tile, ratio))
        radius = self._radius()
        self._pieces = [piece for piece in found if piece is not None]
        if self._is_floating:
            self._pieces.append(rim(tile, radius, self.colours.stage, ratio))
        elif radius > 0:
            ground = self.colours.stage if self._is_on_stage else self.colours.background
            self._pieces += corners(tile, radius, ground, ratio)
        if self.look.is_high_contrast:  # an empty tile is as black as its ground
            self._pieces.append(rim(tile, radius, self.colours.border, ratio))
        if self._is_speaking:
            self._pieces += frame(tile, radius, self.colours.stage_accent, ratio)
        return self._pieces

    def _radius(self) -> int:
        return min(self._radius_px, self.height() // 2, self.width() // 2)

    def _cut_out(self) -> None:
        if not self._is_floating:
            self.clearMask()
            return
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), self._radius(), self._radius())
        self.setMask(QRegion(outline.toFillPolygon().toPolygon()))

    def _set_signs(self, signs: Signs) -> None:
        if signs != self._signs:
            self._signs = signs
            self._pieces = []
            self._name_accessibly()
            self.update()

    def _name_accessibly(self) -> None:
        self.setAccessibleName(self._signs.name)
        self.setAccessibleDescription(self._reason)

    def _tell_size(self) -> None:
        size = self.device_size
        self.resized.emit(size.width(), size.height())

    @Slot()
    def _take(self) -> None:
        with self._lock:
            self._is_told = False
            picture = self._newest
        if picture is None:
            return
        self._shown = picture  # the image reads the picture's own bytes: both are kept together
        self._image = QImage(
            picture.data,
            picture.width,
            picture.height,
            picture.stride,
            QImage.Format.Format_RGB32,
        )
        self.update()
