"""What a kiosk that nobody uses has not loaded: memory, and time until it can be touched."""

import subprocess
import sys

HEAVY = ("aiortc", "av", "numpy", "pylibsrtp", "sounddevice", "zxingcpp")
"""What a call needs, and nothing before one."""


OF_THE_DESK = (
    "desk_client.client.desk",
    "desk_client.client.console",
    "desk_client.ui.desk",
    "desk_client.ui.operator",
)


def loaded_after(statement: str, sought: tuple[str, ...] = HEAVY) -> set[str]:
    """Which of those that are sought a fresh process has after this statement."""
    asked = f"import sys\n{statement}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    return set(sought) & set(done.stdout.split())


def test_a_visitor_s_process_begins_without_engine_and_codecs() -> None:
    assert loaded_after("import desk_client.bootstrap.visitor") == set()


def test_a_kiosk_loads_nothing_of_the_desk() -> None:
    assert loaded_after("import desk_client.bootstrap.visitor", OF_THE_DESK) == set()


def test_they_are_loaded_before_somebody_is_received() -> None:
    loading = (
        "import asyncio; from desk_client.client.conference import Conference\n"
        "asyncio.run(Conference(None, None, None).load())"
    )
    assert {"aiortc", "av", "numpy"} <= loaded_after(loading)
