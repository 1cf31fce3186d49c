"""What every test has: somebody who looks after tidiness, and a screen where one is needed."""

import os
from contextlib import ExitStack

import pytest

from tests.display import screen

pytest_plugins = ["tests.tidiness", "pytester"]


@pytest.fixture(scope="session")
def display(request: pytest.FixtureRequest) -> str | None:
    """The screen for windows; None where the caller chose a Qt platform that needs none."""
    if os.environ.get("QT_QPA_PLATFORM", "xcb") != "xcb":
        return None
    # Qt's application lives as long as the run, and so must its screen: taken away before, Qt warns of a broken line.
    kept = ExitStack()
    request.config.add_cleanup(kept.close)
    return kept.enter_context(screen())


@pytest.fixture(scope="session")
def qapp_args(display: str | None) -> Iterator[list[str]]:  # noqa: ARG001 - pytest-qt makes its application after this
    """The application's command line; asking for it makes sure that there is a screen first.

    The application ends before its screen does: one that loses its screen ends the whole process.
    """
    yield ["majlis"]
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415 - whoever asks for this fixture has Qt; others may not

    if (application := QCoreApplication.instance()) is not None:
        application.shutdown()
