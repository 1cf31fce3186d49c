"""A key that does something, by where it lies: under an Arabic layout, which has another letter there, as well."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

_LATIN: Final = "QWERTYUIOPASDFGHJKLZXCVBNM0123456789"
_ARABIC: Final = "ضصثقفغعهخحشسيبلاتنمئءؤرﻻىة٠١٢٣٤٥٦٧٨٩"
THERE: Final[Mapping[str, str]] = MappingProxyType(dict(zip(_LATIN, _ARABIC, strict=True)))
"""What lies on the key of a Latin letter, or a digit, in the Arabic layout (xkeyboard-config, `ara`)."""


def sequences(key: str) -> list[QKeySequence]:
    """A key as Qt calls it (``M``, ``Ctrl+Shift+E``), and as the same press arrives under an Arabic layout alone."""
    *held, last = key.split("+")
    return [QKeySequence(key), *([QKeySequence("+".join((*held, THERE[last])))] if last in THERE else [])]


def bind(
    place: QWidget,
    key: str,
    press: Callable[[], None],
    context: Qt.ShortcutContext = Qt.ShortcutContext.WindowShortcut,
) -> QShortcut:
    """Let ``key`` do this while ``place`` is shown: anywhere in its window, unless the context says otherwise."""
    shortcut = QShortcut(place)
    shortcut.setKeys(sequences(key))
    shortcut.setContext(context)
    shortcut.activated.connect(press)
    # with both layouts at hand X11 tells one press as either letter: Qt finds both of ours, and calls that ambiguous
    shortcut.activatedAmbiguously.connect(press)
    return shortcut
