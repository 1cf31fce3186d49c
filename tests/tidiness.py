"""A pytest plugin: a test that leaves a mess fails, even if everything it asserted was true.

Watched are ERROR logs, Qt warnings after the test's own call (pytest-qt watches the call itself), threads that still
run and asyncio tasks that nobody awaited. What a test means to provoke it declares by
`@pytest.mark.expected_errors("regex", ...)`; each of these must then really be logged.
"""

import asyncio
import inspect
import logging
import re
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable, Generator
from concurrent.futures.thread import _threads_queues  # nothing else tells whose worker a thread is

import pytest

GRACE_S = 2.0
"""How long a thread or task that is already on its way out may take to end."""

_KNOWN_THREADS = pytest.StashKey[set[threading.Thread]]()
_MESSAGES_KEPT = 20


class _ErrorLog(logging.Handler):
    """Keeps what any logger said at ERROR or above."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        text = f"{record.name}: {record.getMessage()}"
        if record.exc_info and record.exc_info[1] is not None:
            text += f" [{record.exc_info[1]!r}]"
        self.lines.append(text)


_ERROR_LOG = pytest.StashKey[_ErrorLog]()


def pytest_configure(config: pytest.Config) -> None:
    """Introduce the marker by which a test says which errors it provokes on purpose."""
    config.addinivalue_line(
        "markers", "expected_errors(*regexes): ERROR logs that this test provokes; each must appear"
    )
    config.stash[_KNOWN_THREADS] = set()


def pytest_itemcollected(item: pytest.Item) -> None:
    """Give every asynchronous test the fixture that looks for leftover tasks in its own loop."""
    if isinstance(item, pytest.Function) and inspect.iscoroutinefunction(item.function):
        item.fixturenames.insert(0, "_no_leftover_tasks")


@pytest.fixture
async def _no_leftover_tasks() -> AsyncIterator[None]:
    before = asyncio.all_tasks()
    yield
    leftover = asyncio.all_tasks() - before - {asyncio.current_task()}
    if leftover:
        _, leftover = await asyncio.wait(leftover, timeout=GRACE_S)
    if leftover:
        pytest.fail("tasks that nobody awaited or cancelled: " + ", ".join(map(repr, leftover)))


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[object], request: pytest.FixtureRequest) -> Generator[None]:
    """A fixture that outlives the test may keep its threads: what they leave is looked at when the session ends."""
    before = set(threading.enumerate())
    try:
        return (yield)
    finally:
        if fixturedef.scope != "function":
            request.config.stash[_KNOWN_THREADS] |= set(threading.enumerate()) - before


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None]:
    """Remember what was there before the test."""
    item.config.stash[_KNOWN_THREADS] |= set(threading.enumerate())
    log = item.stash[_ERROR_LOG] = _ErrorLog()
    logging.getLogger().addHandler(log)
    return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None]:
    """Look around once the test and its own fixtures are gone."""
    qt_warnings, stop_listening = _listen_to_qt(item.config.getini("qt_log_ignore"))
    try:
        result = yield
    finally:
        stop_listening()
        log = item.stash[_ERROR_LOG]
        logging.getLogger().removeHandler(log)
    mess = [
        *_unexpected_errors(log.lines, item.get_closest_marker("expected_errors")),
        *(f"Qt warned while the test was cleared away: {text}" for text in qt_warnings),
        *(f"a thread still runs: {thread!r}" for thread in _leftover_threads(item.config.stash[_KNOWN_THREADS])),
    ]
    if mess:
        pytest.fail("\n".join(mess[:_MESSAGES_KEPT]), pytrace=False)
    return result


def _unexpected_errors(lines: list[str], marker: pytest.Mark | None) -> list[str]:
    expected: tuple[str, ...] = marker.args if marker else ()
    unexpected = [line for line in lines if not any(re.search(regex, line) for regex in expected)]
    missing = [regex for regex in expected if not any(re.search(regex, line) for line in lines)]
    return [f"an ERROR was logged: {line}" for line in unexpected] + [
        f"an expected ERROR was not logged: {regex}" for regex in missing
    ]


def _leftover_threads(known: set[threading.Thread]) -> list[threading.Thread]:
    deadline = time.monotonic() + GRACE_S
    # A dummy stands for a foreign thread (Qt's, PortAudio's) that once called Python; it has no end to wait for.
    leftover = [
        thread
        for thread in threading.enumerate()
        if thread not in known
        and not isinstance(thread, threading._DummyThread)
        and not _of_a_known_pool(thread, known)
    ]
    for thread in leftover:
        thread.join(max(0.0, deadline - time.monotonic()))
    # Each is told of once, in the test that left it.
    alive = [thread for thread in leftover if thread.is_alive()]
    known.update(alive)
    return alive


def _of_a_known_pool(thread: threading.Thread, known: set[threading.Thread]) -> bool:
    """Whether it is one more worker of a wider fixture's pool or loop, which was there before and ends with that."""
    work = _threads_queues.get(thread)
    if work is not None and any(_threads_queues.get(each) is work for each in known):
        return True
    loop = getattr(thread, "loop", None)  # AnyIO's workers know whom they work for
    return getattr(loop, "_thread_id", None) in {each.ident for each in known}


def _listen_to_qt(ignored: list[str]) -> tuple[list[str], Callable[[], object]]:
    """Collect Qt's warnings from now on, where Qt is loaded at all."""
    heard: list[str] = []
    if "PySide6.QtCore" not in sys.modules:
        return heard, lambda: None
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler  # noqa: PLC0415  (tests without Qt)

    def handle(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        harmless = kind in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}
        if not harmless and not any(re.search(regex, text) for regex in ignored):
            heard.append(text)

    previous = qInstallMessageHandler(handle)
    return heard, lambda: qInstallMessageHandler(previous)
