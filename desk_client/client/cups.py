"""CUPS by libcups itself (cups.h, 2.x): what a queue is doing, and a document that is handed over from memory.

Qt's own printer does not do: its plug-in writes the document to a temporary file, hands that over, and does not tell
whether it was taken or what became of it. Every function waits for the scheduler's answer, so none is for the loop; a
scheduler that stands still is given up, where libcups by itself would wait for ever.
"""

import ctypes
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import Any, Final
from urllib.parse import quote

_LIBRARY: Final = "libcups.so.2"
_PDF: Final = b"application/pdf"
_ANSWERS_WITHIN_S: Final = 5.0
"""A scheduler, to each question."""
_ANY_FAMILY: Final = 0  # AF_UNSPEC
_CONTINUE: Final = 100  # HTTP_STATUS_CONTINUE
_LAST_TAKEN: Final = 0x00FF
"""`ipp_status_t`: up to here something was done as it was asked (RFC 8011, section B.1)."""
_GET_PRINTER_ATTRIBUTES: Final = 0x000B
_OPERATION, _ANY_TAG, _NAME, _URI = 0x01, 0x00, 0x42, 0x45
"""Of IPP (RFC 8010, section 3.5): the group that a request's own attributes are in, and the kinds of values."""
_DISCOVERED: Final = 0x1000000
"""Of `printer-type`."""
_NONE_THERE: Final = (0x0000, 0x0406)
"""Done, or not found: that is what a scheduler without queues says."""
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


@dataclass(frozen=True, slots=True)
class Listed:
    """One of the queues that this machine knows. `about` is what its owner says of it; empty where nothing."""

    name: str
    about: str
    is_default: bool


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


def queues() -> tuple[Listed, ...] | None:
    """Every queue, and which of them the system takes by itself; None where no scheduler answers.

    Raises:
        CupsMissingError: see there.
    """
    library = _library()
    with _scheduler(library) as scheduler:
        if scheduler is None:
            return None
        found = ctypes.POINTER(_Destination)()
        count = library.cupsGetDests2(scheduler, ctypes.byref(found))
        try:
            if count == 0:
                return () if library.cupsLastError() in _NONE_THERE else None
            return tuple(
                Listed(each.name.decode(), _said(each).get("printer-info", ""), bool(each.is_default))
                for each in found[:count]
                # what a user named beside a queue's own name prints on the same; what is merely seen in the network
                # is no queue yet
                if each.instance is None and not int(_said(each).get("printer-type", 0)) & _DISCOVERED
            )
        finally:
            library.cupsFreeDests(count, found)


def queue(name: str) -> Queue | None:
    """The queue of that name; None where there is none, or no scheduler that answers.

    Raises:
        CupsMissingError: see there.
    """
    library = _library()
    with _scheduler(library) as scheduler:
        if scheduler is None:
            return None
        # cupsGetNamedDest does not do: where a scheduler stands still it looks around on a line without an end
        request = library.ippNewRequest(_GET_PRINTER_ATTRIBUTES)
        for tag, key, value in (
            (_URI, b"printer-uri", f"ipp://localhost/printers/{quote(name)}".encode()),
            (_NAME, b"requesting-user-name", library.cupsUser()),
        ):
            library.ippAddString(request, _OPERATION, tag, key, None, value)
        answer = library.cupsDoRequest(scheduler, request, b"/")
        try:
            return _queue_of(library, answer)
        finally:
            library.ippDelete(answer)


def _queue_of(library: Any, answer: int | None) -> Queue | None:  # the same
    state, reasons, takes_jobs = (
        library.ippFindAttribute(answer, key, _ANY_TAG)
        for key in (b"printer-state", b"printer-state-reasons", b"printer-is-accepting-jobs")
    )
    if state is None:
        return None
    said = {library.ippGetString(reasons, place, None).decode() for place in range(library.ippGetCount(reasons))}
    return Queue(
        QueueState(library.ippGetInteger(state, 0)),
        frozenset(said - {"none"}),
        bool(library.ippGetBoolean(takes_jobs, 0)),
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
    with _scheduler(library) as scheduler:
        if scheduler is None:
            library.cupsFreeOptions(count, chosen)
            return None
        try:
            job = int(library.cupsCreateJob(scheduler, printer, title.encode(), count, chosen))
        finally:
            library.cupsFreeOptions(count, chosen)
        if job == 0:
            return None
        begun = library.cupsStartDocument(scheduler, printer, job, title.encode(), _PDF, 1) == _CONTINUE
        given = begun and library.cupsWriteRequestData(scheduler, pdf, len(pdf)) == _CONTINUE
        taken = begun and library.cupsFinishDocument(scheduler, printer) <= _LAST_TAKEN
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
    with _scheduler(library) as scheduler:
        if scheduler is None:
            return None
        for which in (_ACTIVE, _COMPLETED):  # of all at once only the oldest are told
            jobs = ctypes.POINTER(_Job)()
            count = library.cupsGetJobs2(scheduler, ctypes.byref(jobs), name.encode(), _MINE, which)
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
    library = _library()
    with _scheduler(library) as scheduler:
        if scheduler is not None:
            library.cupsCancelJob2(scheduler, name.encode(), job, 0)


def _said(destination: _Destination) -> dict[str, str]:
    options = destination.options[: destination.num_options]
    return {option.name.decode(): option.value.decode() for option in options}


@contextmanager
def _scheduler(library: Any) -> Iterator[int | None]:  # the same
    """A line to the one that client.conf or CUPS_SERVER names, else this machine's; None where nobody is there."""
    within_ms = int(_ANSWERS_WITHIN_S * 1000)
    line = library.httpConnect2(
        library.cupsServer(), library.ippPort(), None, _ANY_FAMILY, library.cupsEncryption(), 1, within_ms, None
    )
    if line is None:
        yield None
        return
    library.httpSetTimeout(line, _ANSWERS_WITHIN_S, None, None)
    try:
        yield line
    finally:
        library.httpClose(line)


@cache
def _library() -> Any:  # ctypes makes a library's functions when they are named
    try:
        library = ctypes.CDLL(_LIBRARY)
    except OSError as error:
        raise CupsMissingError(_LIBRARY) from error
    text, number, http, ipp = ctypes.c_char_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p
    options, jobs = ctypes.POINTER(_Option), ctypes.POINTER(_Job)
    destination = ctypes.POINTER(_Destination)
    for function, result, arguments in (
        (library.cupsServer, text, ()),
        (library.ippPort, number, ()),
        (library.cupsEncryption, number, ()),
        (library.cupsLastError, number, ()),
        (library.httpConnect2, http, (text, number, http, number, number, number, number, http)),
        (library.httpSetTimeout, None, (http, ctypes.c_double, http, http)),
        (library.httpClose, None, (http,)),
        (library.cupsGetDests2, number, (http, ctypes.POINTER(destination))),
        (library.cupsUser, text, ()),
        (library.ippNewRequest, ipp, (number,)),
        (library.ippAddString, ipp, (ipp, number, number, text, text, text)),
        (library.cupsDoRequest, ipp, (http, ipp, text)),
        (library.ippFindAttribute, ipp, (ipp, text, number)),
        (library.ippGetCount, number, (ipp,)),
        (library.ippGetInteger, number, (ipp, number)),
        (library.ippGetBoolean, number, (ipp, number)),
        (library.ippGetString, text, (ipp, number, ipp)),
        (library.ippDelete, None, (ipp,)),
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
