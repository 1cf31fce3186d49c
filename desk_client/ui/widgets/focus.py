"""Where the keys go, and when a focus ring is seen: by who uses keys, not by who touches or points."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desk_client.ui.theme.appearance import Appearance

_BY_KEYS = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
)
_COMES_BACK = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})


def shows_ring(reason: Qt.FocusReason, look: Appearance, *, was_shown: bool) -> bool:
    """Whether what has just got the focus shows its ring; `was_shown`: it did when the focus went elsewhere.

    A window that comes up gives the focus to its first button, and a question to the harmless answer: at a kiosk, where
    people touch, that is no reason for a ring; at a desk the question is answered by keys.
    """
    if reason in _BY_KEYS:
        return True
    if reason == Qt.FocusReason.MouseFocusReason:
        return False
    if reason == Qt.FocusReason.ActiveWindowFocusReason or look.is_kiosk:
        return was_shown
    return True


def keeps_ring(reason: Qt.FocusReason) -> bool:
    """Whether what has just lost the focus for this reason will have it back."""
    return reason in _COMES_BACK


def follow(place: QWidget, *parts: QWidget) -> None:
    """Let Tab go through these and what lies in them, from a place on: what is made later would come last of all.

    Qt's own `setTabOrder` moves a widget and leaves its children behind, and passes over what takes no focus: that goes
    along here, since it is the place from which what is made in it later follows.
    """
    chain = [place, *(each for part in parts for each in (part, *part.findChildren(QWidget)))]
    unfocused = [each for each in chain if each.focusPolicy() == Qt.FocusPolicy.NoFocus]
    for each in unfocused:
        each.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for before, after in pairwise(chain):
        QWidget.setTabOrder(before, after)
    for each in unfocused:
        each.setFocusPolicy(Qt.FocusPolicy.NoFocus)
