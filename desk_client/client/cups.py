"""CUPS by libcups itself (cups.h, 2.x): what a queue is doing, and a document that is handed over from memory.

Qt's own printer does not do: its plug-in writes the document to a temporary file, hands that over, and does not tell
whether it was taken or what became of it. Every function waits for the scheduler's answer, so none is for the loop.
"""

import ctypes
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import Any, Final

_LIBRARY: Final = "libcups.so.2"
_PDF: Final = b"application/pdf"
_ANY_SERVER = None
"""CUPS_HTTP_DEFAULT: the one that client.conf or CUPS_SERVER names, else this machine's."""
_CONTINUE: Final = 100  # HTTP_STATUS_CONTINUE
_LAST_TAKEN: Final = 0x00FF
"""`ipp_status_t`: up to here something was done as it was asked (RFC 8011, section B.1)."""
_MINE: Final = 1
_ACTIVE, _COMPLETED = 0, 1


class QueueState(IntEnum):
    """`printer-state` (RFC 8011, section 5.4.11)."""

    IDLE = 3
    PROCESSING = 4
    STOPPED = 5


class JobState(IntEnum):
    """`job-state` (RFC 8011, section 5.3.7)."""

    PENDING = 3
    HELD = 4
    PROCESSING = 5
    STOPPED = 6
    CANCELED = 7
    ABORTED = 8
    COMPLETED = 9


@dataclass(frozen=True, slots=True)
class Queue:
    """What a queue says of itself. `reasons` are keywords with their severity (RFC 8011, section 5.4.12)."""

    state: QueueState
    reasons: frozenset[str]
    takes_jobs: bool


class CupsMissingError(RuntimeError):
    """There is no libcups."""


class _Option(ctypes.Structure):
    _fields_ = (("name", ctypes.c_char_p), ("value", ctypes.c_char_p))


class _Destination(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("instance", ctypes.c_char_p),
        ("is_default", ctypes.c_int),
        ("num_options", ctypes.c_int),
        ("options", ctypes.POINTER(_Option)),
    )


class _Job(ctypes.Structure):
    _fields_ = (
        ("id", ctypes.c_int),
        ("dest", ctypes.c_char_p),
        ("title", ctypes.c_char_p),
        ("user", ctypes.c_char_p),
        ("format", ctypes.c_char_p),
        ("state", ctypes.c_int),
        ("size", ctypes.c_int),
        ("priority", ctypes.c_int),
        ("completed_time", ctypes.c_long),
        ("creation_time", ctypes.c_long),
        ("processing_time", ctypes.c_long),
    )


def queue(name: str) -> Queue | None:
    """The queue of that name; None where there is none, or no scheduler that answers.

    Raises:
        CupsMissingError: see there.
    """
    library = _library()
    found = library.cupsGetNamedDest(_ANY_SERVER, name.encode(), None)
    if not found:
        return None
    try:
        options = found.contents.options[: found.contents.num_options]
        said = {option.name.decode(): option.value.decode() for option in options}
    finally:
        library.cupsFreeDests(1, found)
    return Queue(
        QueueState(int(said.get("printer-state", QueueState.STOPPED))),
        frozenset(said.get("printer-state-reasons", "").split(",")) - {"", "none"},
        said.get("printer-is-accepting-jobs") == "true",
    )


def submit(name: str, title: str, pdf: bytes, options: Mapping[str, str]) -> int | None:
    """Hand a PDF over; the number of its job, or None where it was not taken.

    Raises:
        CupsMissingError: see there.
    """
    library, printer = _library(), name.encode()
    chosen = ctypes.POINTER(_Option)()
    count = 0
    for key, value in options.items():
        count = library.cupsAddOption(key.encode(), value.encode(), count, ctypes.byref(chosen))
    try:
        job = int(library.cupsCreateJob(_ANY_SERVER, printer, title.encode(), count, chosen))
    finally:
        library.cupsFreeOptions(count, chosen)
    if job == 0:
        return None
    begun = library.cupsStartDocument(_ANY_SERVER, printer, job, title.encode(), _PDF, 1) == _CONTINUE
    given = begun and library.cupsWriteRequestData(_ANY_SERVER, pdf, len(pdf)) == _CONTINUE
    taken = begun and library.cupsFinishDocument(_ANY_SERVER, printer) <= _LAST_TAKEN
    if given and taken:
        return job
    cancel(name, job)
    return None


def job_state(name: str, job: int) -> JobState | None:
    """Where one of our jobs stands; one that CUPS has forgotten is done. None where no scheduler answers.

    Raises:
        CupsMissingError: see there.
    """
    library = _library()
    for which in (_ACTIVE, _COMPLETED):  # of all at once only the oldest are told
        jobs = ctypes.POINTER(_Job)()
        count = library.cupsGetJobs2(_ANY_SERVER, ctypes.byref(jobs), name.encode(), _MINE, which)
        if count < 0:
            return None
        try:
            state = next((each.state for each in jobs[:count] if each.id == job), None)
        finally:
            library.cupsFreeJobs(count, jobs)
        if state is not None:
            return JobState(state)
    return JobState.COMPLETED


def cancel(name: str, job: int) -> None:
    """Take a job out of the queue, with its document; one that is over already stays so.

    Raises:
        CupsMissingError: see there.
    """
    _library().cupsCancelJob2(_ANY_SERVER, name.encode(), job, 0)


@cache
def _library() -> Any:  # ctypes makes a library's functions when they are named
    try:
        library = ctypes.CDLL(_LIBRARY)
    except OSError as error:
        raise CupsMissingError(_LIBRARY) from error
    text, number, http = ctypes.c_char_p, ctypes.c_int, ctypes.c_void_p
    options, jobs = ctypes.POINTER(_Option), ctypes.POINTER(_Job)
    destination = ctypes.POINTER(_Destination)
    for function, result, arguments in (
        (library.cupsGetNamedDest, destination, (http, text, text)),
        (library.cupsFreeDests, None, (number, destination)),
        (library.cupsAddOption, number, (text, text, number, ctypes.POINTER(options))),
        (library.cupsFreeOptions, None, (number, options)),
        (library.cupsCreateJob, number, (http, text, text, number, options)),
        (library.cupsStartDocument, number, (http, text, number, text, text, number)),
        (library.cupsWriteRequestData, number, (http, text, ctypes.c_size_t)),
        (library.cupsFinishDocument, number, (http, text)),
        (library.cupsGetJobs2, number, (http, ctypes.POINTER(jobs), text, number, number)),
        (library.cupsFreeJobs, None, (number, jobs)),
        (library.cupsCancelJob2, number, (http, text, number, number)),
    ):
        function.restype, function.argtypes = result, arguments
    return library
