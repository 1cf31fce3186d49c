"""A field's state as the style sheet reads it."""

from PySide6.QtWidgets import QWidget


def set_invalid(field: QWidget, *, is_invalid: bool) -> None:
    """Frame a field as one to look at again, or no longer; the style is read anew at once."""
    if bool(field.property("invalid")) == is_invalid:
        return
    field.setProperty("invalid", is_invalid)
    style = field.style()
    style.unpolish(field)
    style.polish(field)
    field.update()
