"""Scrolling by dragging the content itself, as a finger does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScroller, QScrollerProperties

from desk_client.ui.theme.appearance import Appearance


def without_menus(area: QAbstractScrollArea) -> None:
    """Take from an area's scroll bars the menu that Qt gives them: at a kiosk it would wait for an answer."""
    for bar in (area.verticalScrollBar(), area.horizontalScrollBar()):
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)


def scroll_by_touch(area: QAbstractScrollArea, look: Appearance) -> None:
    """Let a kiosk's visitor drag an area's content; a desk has a wheel, and there a drag selects text.

    Qt's gesture for touches proper loses the second of two taps that follow each other within the double-click time,
    so the gesture is recognised in the mouse events that a touch becomes. A press reaches the button under the finger
    at once, and is taken back when the finger drags.
    """
    if not look.is_kiosk:
        return
    without_menus(area)
    QScroller.grabGesture(area.viewport(), QScroller.ScrollerGestureType.LeftMouseButtonGesture)
    scroller = QScroller.scroller(area.viewport())
    properties = scroller.scrollerProperties()
    properties.setScrollMetric(QScrollerProperties.ScrollMetric.MousePressEventDelay, 0.0)
    scroller.setScrollerProperties(properties)
