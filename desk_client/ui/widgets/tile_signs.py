"""What lies over a video tile: who it is, whether they are heard, how good the line is."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from desk_client.i18n.bidi import directed
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.paint import (
    LEADING,
    Align,
    line_width,
    mirrored,
    paint_line,
    paint_paragraph,
    paragraph_height,
)

BARS = 4
_BAR_PX = 6
_BAR_STEP_PX = 6
_BARS_PX = BARS * (_BAR_PX + 3)
_PILL_FILL = QColor(8, 14, 12, 205)
_IDLE_BAR = QColor(255, 255, 255, 110)
_VEIL = QColor(8, 14, 12, 190)
_PILL_INSET = 18
_LARGE_TILE_PX = 400
_RIM_PX = 3
_LEAST_NAME_PX = 14


@dataclass(frozen=True)
class Signs:
    """What a tile says about whom it shows. `quality` counts lit bars, 0–4; what is None is not known, nor shown."""

    name: str = ""
    is_muted: bool | None = None
    quality: int | None = None


@dataclass(frozen=True)
class Piece:
    """A small picture and where it lies on the tile."""

    place: QPointF
    pixmap: QPixmap


def pill(look: Appearance, signs: Signs, tile: QRect, ratio: float) -> Piece | None:
    """Draw name and microphone for the tile's lower beginning; None where nobody is named."""
    if not signs.name:
        return None
    role = Role.BODY if tile.height() > _LARGE_TILE_PX else Role.CAPTION
    font = look.font(role, Weight.MEDIUM)
    sign = Space.L if signs.is_muted is not None else 0
    height = max(Space.XL + Space.S, look.type_px(role) * 2)
    inset = min(_PILL_INSET, max(Space.S, tile.width() // 20))
    widest = tile.width() - 2 * inset - (0 if signs.quality is None else _BARS_PX + Space.S)
    room = widest - sign - 2 * Space.M
    while line_width(signs.name, font) + 2 > room and font.pixelSize() > _LEAST_NAME_PX:
        font.setPixelSize(font.pixelSize() - 1)  # a whole name, smaller, says more than the beginning of one
    text = min(line_width(signs.name, font) + 2, room)
    tall = paragraph_height(signs.name, font, room) + Space.S
    is_two_lines = line_width(signs.name, font) + 2 > room and height < tall <= tile.height() // 2
    radius = height / 2
    if is_two_lines:
        height = tall
    whole = QRect(0, 0, text + sign + Space.M * 2, height)
    pixmap, painter = _canvas(whole, ratio, look)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_PILL_FILL)
    painter.drawRoundedRect(QRectF(whole), radius, radius)
    rtl = look.is_right_to_left
    if signs.is_muted is not None:
        sign_at = QRect(Space.M - 2, (height - sign + 4) // 2, sign - 4, sign - 4)
        icon, ink = (Icon.MICROPHONE_OFF, "#FDA29B") if signs.is_muted else (Icon.MICROPHONE, "#7FE0B5")
        look.paint_icon(painter, icon, mirrored(sign_at, whole, right_to_left=rtl), ink)
    text_at = mirrored(QRect(Space.M + sign, 0, text, height), whole, right_to_left=rtl)
    if is_two_lines:
        text_at.adjust(0, Space.S // 2, 0, -Space.S // 2)
        paint_paragraph(painter, text_at, signs.name, font, "#FFFFFF", LEADING)
    else:
        paint_line(painter, text_at, directed(signs.name, right_to_left=rtl), font, "#FFFFFF", LEADING)
    painter.end()
    left = tile.width() - inset - whole.width() if rtl else inset
    return Piece(QPointF(left, tile.height() - inset - height), pixmap)


def bars(look: Appearance, signs: Signs, tile: QRect, ratio: float) -> Piece | None:
    """Draw the quality of the line for the tile's lower end; None where it is not known."""
    if signs.quality is None:
        return None
    whole = QRect(0, 0, _BARS_PX, BARS * _BAR_STEP_PX + 2)
    pixmap, painter = _canvas(whole, ratio, look)
    painter.setPen(Qt.PenStyle.NoPen)
    lit = QColor({0: "#FDA29B", 1: "#FDA29B", 2: "#FEC84B"}.get(signs.quality, "#7FE0B5"))
    for index in range(BARS):
        height = (index + 1) * _BAR_STEP_PX
        painter.setBrush(lit if index < signs.quality else _IDLE_BAR)
        painter.drawRoundedRect(QRectF(index * (_BAR_PX + 3), whole.height() - height, _BAR_PX, height), 2, 2)
    painter.end()
    inset = min(_PILL_INSET, max(Space.S, tile.width() // 20))
    left = inset if look.is_right_to_left else tile.width() - inset - whole.width()
    return Piece(QPointF(left, tile.height() - inset - whole.height() - Space.XS), pixmap)


def corners(tile: QRect, radius: int, ground: str, ratio: float) -> list[Piece]:
    """Draw the four corners of the ground that round the tile off: cheaper than clipping each picture."""
    pieces = []
    for left, top in (
        (0, 0),
        (tile.width() - radius, 0),
        (0, tile.height() - radius),
        (tile.width() - radius, tile.height() - radius),
    ):
        pixmap, painter = _canvas(QRect(0, 0, radius, radius), ratio)
        outside = QPainterPath()
        outside.addRect(QRectF(0, 0, radius, radius))
        round_part = QPainterPath()
        round_part.addEllipse(QRectF(0 if left == 0 else -radius, 0 if top == 0 else -radius, 2 * radius, 2 * radius))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawPath(outside.subtracted(round_part))
        painter.end()
        pieces.append(Piece(QPointF(left, top), pixmap))
    return pieces


def rim(tile: QRect, radius: int, colour: str, ratio: float) -> Piece:
    """Draw the edge of a tile that lies on another picture; it also smooths the tile's rounded outline."""
    pixmap, painter = _canvas(tile, ratio)
    pen = QPen(QColor(colour))
    pen.setWidth(_RIM_PX)
    painter.setPen(pen)
    half = _RIM_PX / 2
    painter.drawRoundedRect(QRectF(tile).adjusted(half, half, -half, -half), radius, radius)
    painter.end()
    return Piece(QPointF(0, 0), pixmap)


def frame(tile: QRect, radius: int, colour: str, ratio: float) -> list[Piece]:
    """Draw an edge in four strips, as what is painted with each picture should be small."""
    whole = rim(tile, radius, colour, ratio).pixmap
    middle = tile.height() - 2 * radius
    strips = (
        QRect(0, 0, tile.width(), radius),
        QRect(0, tile.height() - radius, tile.width(), radius),
        QRect(0, radius, _RIM_PX, middle),
        QRect(tile.width() - _RIM_PX, radius, _RIM_PX, middle),
    )
    pieces = []
    for strip in strips:
        if not strip.isEmpty():
            in_pixels = QRectF(strip.x() * ratio, strip.y() * ratio, strip.width() * ratio, strip.height() * ratio)
            pieces.append(Piece(QPointF(strip.topLeft()), whole.copy(in_pixels.toRect())))
    return pieces


def paint_veil(painter: QPainter, look: Appearance, tile: QRect, text: str, icon: Icon, *, is_opaque: bool) -> None:
    """Darken the tile and say across its middle why there is no moving picture."""
    painter.fillRect(tile, QColor(look.colours.stage_surface) if is_opaque else _VEIL)
    is_small = tile.height() <= _LARGE_TILE_PX / 2
    sign = max(Space.L if is_small else Space.XL, min(72, tile.height() // 5))
    role = Role.CAPTION if is_small else Role.BODY
    font = look.font(role, Weight.MEDIUM)
    words = directed(text, right_to_left=look.is_right_to_left)
    across = tile.adjusted(Space.M, 0, -Space.M, 0)
    line = paragraph_height(words, font, across.width())
    below = 2 * Space.L if is_small else 0  # the name lies there
    if sign + Space.S + line > tile.height() - below - 2 * Space.XS:
        sign = 0  # words say more
    between = Space.S if sign else 0
    top = tile.top() + max(int(Space.XS), (tile.height() - below - sign - between - line) // 2)
    if sign:
        look.paint_icon(painter, icon, QRect(tile.left(), top, tile.width(), sign), look.colours.on_stage_second)
    at = QRect(across.left(), top + sign + between, across.width(), line)
    paint_paragraph(painter, at, words, font, look.colours.on_stage, Align.AlignHCenter | Align.AlignTop)


def _canvas(whole: QRect, ratio: float, look: Appearance | None = None) -> tuple[QPixmap, QPainter]:
    pixmap = QPixmap(round(whole.width() * ratio), round(whole.height() * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if look is not None and look.is_right_to_left:
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return pixmap, painter
