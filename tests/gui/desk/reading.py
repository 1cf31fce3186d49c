"""What tests of documents at the desk have in common: opening one, and looking at what is seen of it."""

import asyncio
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage

from tests import papers
from tests.gui.desk.conftest import Desk
from tests.gui.desk.test_today import reads, row

if TYPE_CHECKING:
    from desk_client.ui.desk.papers.canvas import PaperCanvas
    from desk_client.ui.desk.papers.viewer import PaperViewer
    from desk_client.ui.widgets.button import Button

DEED = "att_2400000"
PHOTO = "att_840000"


async def rest(desk: Desk, until: Callable[[], bool] = lambda: True, within_s: float = 20) -> None:
    """Let everything come to its end, until something is so."""
    deadline = time.monotonic() + within_s
    while True:
        await desk.settle()
        await asyncio.sleep(0)
        if desk.bridge.is_idle and until():
            return
        assert time.monotonic() < deadline, reads(desk)


async def opened(desk: Desk, data: bytes | None = None, document: str = DEED) -> "PaperViewer":
    """Sign in, open the brief and a document of it."""
    desk.server.documents.files.setdefault(DEED, papers.pdf(3))
    desk.server.documents.files.setdefault(PHOTO, papers.photo(640, 480, "JPEG"))
    if data is not None:
        desk.server.documents.files[document] = data
    await desk.sign_in()
    row(desk, "a2").click()
    await desk.settle()
    cast("Button", desk.find(f"document_{document}")).click()
    await rest(desk)
    return cast("PaperViewer", desk.find("paper_viewer"))


def canvas(desk: Desk) -> "PaperCanvas":
    return cast("PaperCanvas", desk.find("paper_canvas"))


def seen(desk: Desk) -> QImage:
    """What the canvas shows."""
    view = canvas(desk).viewport()
    image = QImage(view.size(), QImage.Format.Format_RGB32)
    view.render(image)
    return image


def has_colour(image: QImage, wanted: tuple[int, int, int]) -> bool:
    """Whether some point has it."""
    points = ((x, y) for y in range(0, image.height(), 3) for x in range(0, image.width(), 3))
    colours = (image.pixelColor(x, y) for x, y in points)
    return any((each.red(), each.green(), each.blue()) == wanted for each in colours)


async def press(desk: Desk, name: str) -> None:
    """Press the one visible button of that name."""
    cast("Button", desk.find(name)).click()
    await rest(desk)


def corner(desk: Desk, x: float, y: float, page: int = 0) -> QPoint:
    """Where a part of a page is seen."""
    place = canvas(desk)._page_rect(page)
    return QPoint(round(place.left() + x * place.width()), round(place.top() + y * place.height()))
