"""What every test has: somebody who looks after tidiness, and a screen where one is needed."""

import gc
import os
from collections.abc import Generator, Iterator

import pytest

from tests.display import screen

pytest_plugins = ["tests.tidiness", "tests.postgres", "tests.stores", "pytester"]


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for no rubbish while seven thousand tests are collected, nor later among what collecting left behind.

    All of that stays until the end, and each full collection would look through half a million objects of it.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """Set aside, after each file, what then still stands: applications, windows, what libraries keep.

    Otherwise it grows, and each full collection, a test's own included, looks through all of it.
    """
    if nextitem is None or nextitem.path != item.path:
        gc.collect()
        gc.freeze()


@pytest.fixture(scope="session")
def display() -> Iterator[str | None]:
    """The screen for windows; None where the caller chose a Qt platform that needs none."""
    if os.environ.get("QT_QPA_PLATFORM", "xcb") != "xcb":
        yield None
        return
    with screen() as name:
        yield name


@pytest.fixture(scope="session")
def qapp_args(display: str | None) -> Iterator[list[str]]:  # noqa: ARG001 - pytest-qt makes its application after this
    """The application's command line; asking for it makes sure that there is a screen first.

    The application ends before its screen does: one that loses its screen ends the whole process.
    """
    yield ["majlis"]
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415 - whoever asks for this fixture has Qt; others may not

    if (application := QCoreApplication.instance()) is not None:
        application.shutdown()
