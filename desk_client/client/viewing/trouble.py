"""Why a document, or one page of it, is not shown."""

from enum import StrEnum
from typing import Final


class Trouble(StrEnum):
    """The code is what crosses the process's border; its words belong to the face."""

    EMPTY = "empty"
    """There is not one byte."""
    NOT_SHOWN = "not_shown"
    """It is none of the kinds that are shown."""
    TOO_LARGE = "too_large"
    """More bytes, pages or pixels than are shown."""
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    """It is locked with a password."""
    NO_PAGES = "no_pages"
    PAGE_TOO_LARGE = "page_too_large"
    """No paper is of that size."""
    PAGE_DAMAGED = "page_damaged"
    GAVE_UP = "gave_up"
    """The process that drew it has ended: it crashed, or met a limit."""
    TOO_SLOW = "too_slow"
    """It was ended, since it took too long."""
    UNUSABLE = "unusable"
    """No such process can be started here: a fault of the installation, not of the document."""


OF_ONE_PAGE: Final = frozenset({Trouble.PAGE_TOO_LARGE, Trouble.PAGE_DAMAGED, Trouble.GAVE_UP, Trouble.TOO_SLOW})
"""What concerns a page alone, where it is told of one: the others are still shown."""
