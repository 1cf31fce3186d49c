"""As what a screen reader meets painted widgets: headings, pictures, groups.

Buttons and fields are Qt's own and speak for themselves; for all else Qt would say "filler". Nothing here costs
anything while no screen reader listens.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


def tell_roles() -> None:
    """Let widgets that have a `spoken_role` be met in it; once an application."""
    QAccessible.installFactory(_met_as)


def _met_as(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    """Make what stands for a widget. It is Qt's own class: no Python runs in it when a reader asks it something."""
    role = getattr(thing, "spoken_role", None)
    if isinstance(role, QAccessible.Role) and isinstance(thing, QWidget):
        return QAccessibleWidget(thing, role)
    return None
