"""Small pictures of what a visitor brings, decoded beside the loop and within bounds: a stranger wrote these bytes."""

import asyncio
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader

from desk_client.domain.attachment_kinds import Kind
from desk_client.domain.outcomes import Refusal
from desk_client.ui.bridge import Bridge

SIDE_PX: Final = 96
_FORMATS: Final = {Kind.JPEG: b"jpeg", Kind.PNG: b"png"}
_MOST_PIXELS: Final = 50_000_000
_MOST_MIB: Final = 256

Content = Callable[[], bytes | Refusal]
"""Gives a file's bytes; called in a thread."""


def small_picture(content: bytes, kind: Kind, side_px: int = SIDE_PX) -> QImage:
    """The picture within a square of this side; a null one for a PDF, and for what is damaged or too large."""
    name = _FORMATS.get(kind)
    if name is None:
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(name))
    reader.setDecideFormatFromContent(False)
    reader.setAutoTransform(True)
    reader.setAllocationLimit(_MOST_MIB)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST_PIXELS:
        return QImage()
    square = QSize(side_px, side_px)
    reader.setScaledSize(size.scaled(square, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    return reader.read()


class SmallPictures(QObject):
    """Keeps those that were asked for; `arrived` tells when one more can be shown."""

    arrived = Signal()

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._known: dict[str, QImage] = {}

    def of(self, key: str, kind: Kind, content: Content) -> QImage:
        """The picture of that key; a null one until it has arrived."""
        if key not in self._known:
            self._known[key] = QImage()
            self._bridge.run(_decoded(kind, content), lambda image: self._keep(key, image), lambda _refusal: None)
        return self._known[key]

    def forget(self) -> None:
        """Keep none of them any longer."""
        self._known.clear()

    def _keep(self, key: str, image: QImage) -> None:
        if key in self._known and not image.isNull():
            self._known[key] = image
            self.arrived.emit()


async def _decoded(kind: Kind, content: Content) -> QImage | Refusal:
    def decode() -> QImage | Refusal:
        found = content()
        return found if isinstance(found, Refusal) else small_picture(found, kind)

    return await asyncio.to_thread(decode)
