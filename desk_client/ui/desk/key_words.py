"""What the keys of each page do, and how they are pressed; those of a talk are in `call_keys`."""

from collections.abc import Iterable
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication

from desk_client.i18n.bidi import isolated

Keys: TypeAlias = tuple[tuple[str, str], ...]
"""Rows of what a key does and how it is pressed."""
_OR = " / "


def pressed(*keys: str) -> str:
    """How one of several keys is pressed: as they are written on a keyboard, whatever the language."""
    return isolated(_OR.join(keys))


def numbered(names: Iterable[str], held: str) -> Keys:
    """What the digits do, from 1 on, while a key is ``held``."""
    return tuple((name, pressed(f"{held}+{digit}")) for name, digit in zip(names, "1234567890", strict=False))


def today_keys() -> Keys:
    """Of the day's list and the brief beside it."""
    return (
        (QCoreApplication.translate("PageKeys", "Walk through the list"), pressed("↑", "↓", "Home", "End")),
        (QCoreApplication.translate("PageKeys", "Open the brief"), pressed("Enter")),
        (QCoreApplication.translate("PageKeys", "Admit, or write the outcome"), pressed("Ctrl+Enter")),
    )


def outcome_keys() -> Keys:
    """Of an outcome that is being written."""
    return (
        (QCoreApplication.translate("PageKeys", "Save the outcome"), pressed("Ctrl+Enter")),
        (QCoreApplication.translate("PageKeys", "Go back"), pressed("Esc")),
    )


def calendar_keys() -> Keys:
    """Of the week, and of the month."""
    return (
        (QCoreApplication.translate("PageKeys", "Walk through the calendar"), pressed("↑", "↓", "←", "→")),
        (QCoreApplication.translate("PageKeys", "Open the audience or the day, block or unblock"), pressed("Enter")),
        (QCoreApplication.translate("PageKeys", "Move the audience"), pressed("M")),
        (QCoreApplication.translate("PageKeys", "Choose more time, or less"), pressed("Shift+↓", "Shift+↑")),
        (QCoreApplication.translate("PageKeys", "Turn to the weeks before or after"), pressed("PgUp", "PgDown")),
        (QCoreApplication.translate("PageKeys", "Leave what was begun"), pressed("Esc")),
    )


def inbox_keys(shelves: Iterable[str], steps: Iterable[str]) -> Keys:
    """Of the inbox, with the names of its work lists and of the steps that the open request can take."""
    return (
        *numbered(shelves, "Alt"),
        *numbered(steps, "Ctrl"),
        (QCoreApplication.translate("PageKeys", "Carry out the step that was begun"), pressed("Ctrl+Enter")),
        (QCoreApplication.translate("PageKeys", "Put away the step that was begun"), pressed("Esc")),
    )


def paper_keys() -> Keys:
    """Of a document that is read."""
    return (
        (QCoreApplication.translate("PageKeys", "Larger or smaller"), pressed("+", "-")),
        (QCoreApplication.translate("PageKeys", "Fit the width"), pressed("0")),
        (QCoreApplication.translate("PageKeys", "To the beginning, or the end"), pressed("Home", "End")),
        (QCoreApplication.translate("PageKeys", "Move the cross of a tool"), pressed("↑", "↓", "←", "→")),
        (QCoreApplication.translate("PageKeys", "Mark what the cross is at"), pressed("Enter")),
        (QCoreApplication.translate("PageKeys", "Undo the last mark"), pressed("Ctrl+Z")),
        (QCoreApplication.translate("PageKeys", "Lay the tool down, or go back"), pressed("Esc")),
    )


def player_keys() -> Keys:
    """Of a recording that is played."""
    return (
        (QCoreApplication.translate("PageKeys", "Play, or stand still"), pressed("Space")),
        (QCoreApplication.translate("PageKeys", "Ten seconds back or on"), pressed("Left", "Right")),
        (QCoreApplication.translate("PageKeys", "A minute back or on, in the time bar"), pressed("PgDown", "PgUp")),
        (
            QCoreApplication.translate("PageKeys", "To the beginning, or the end"),
            pressed("Home", "End"),
        ),
    )


def settings_keys() -> Keys:
    """Of the settings."""
    return ((QCoreApplication.translate("PageKeys", "Go back"), pressed("Esc")),)


def call_in_keys(accept: str, decline: str, read: str) -> Keys:
    """Wherever one is, while somebody calls."""
    return (
        (QCoreApplication.translate("PageKeys", "Answer who calls you in"), pressed(accept)),
        (QCoreApplication.translate("PageKeys", "Decline who calls you in"), pressed(decline)),
        (QCoreApplication.translate("PageKeys", "Read what is handed over first"), pressed(read)),
    )


def list_keys() -> Keys:
    """What opens the list itself."""
    return ((QCoreApplication.translate("CallKeys", "This list"), pressed("F1", "?", "؟")),)
