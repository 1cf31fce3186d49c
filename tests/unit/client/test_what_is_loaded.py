"""What a kiosk that nobody uses has not loaded: memory, and time until it can be touched."""

import subprocess
import sys

HEAVY = ("aiortc", "av", "numpy", "pylibsrtp", "sounddevice", "zxingcpp", "jwt", "websockets", "desk_client.rtc.port")
"""What a call needs, and nothing before one."""
LATER = ("cryptography", "phonenumbers", "segno", "desk_client.ui.kiosk.pages.identity")
"""What is needed when somebody identifies themselves, prints, or leaves something for a server that is away."""
OF_THE_KIOSK = ("keyring", "platformdirs", "pydantic_settings")
"""What finds out how the kiosk is set and who it is: its supervisor does, and tells each visitor's process."""
AFTER_THE_FIRST = (
    *OF_THE_KIOSK,
    "desk_client.client.hall_link",
    "desk_client.client.outbox.courier",
    "importlib.metadata",
    "pydantic",
    "requests",
    "websockets",
)
"""What a kiosk's supervisor needs once the first visitor's process is under way."""


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
    assert loaded_after("import desk_client.bootstrap.visitor", HEAVY + LATER + OF_THE_KIOSK) == set()


def test_a_kiosk_s_supervisor_begins_with_what_starts_a_process() -> None:
    assert loaded_after("import desk_client.cli, desk_client.bootstrap.kiosk", AFTER_THE_FIRST) == set()


def test_whoever_signs_in_at_the_desk_waits_for_nothing_that_comes_after() -> None:
    later = (
        *HEAVY,
        *LATER,
        *OF_THE_KIOSK,
        "desk_client.client.console",
        "desk_client.ui.admin",
        "desk_client.ui.call",
        "desk_client.client.viewing",
        "desk_client.ui.desk.papers",
        "desk_client.ui.desk.today_page",
        "PIL",
        "pypdfium2",
        "desk_client.ui.operator",
    )
    assert loaded_after("import desk_client.bootstrap.desk", later) == set()


def test_the_day_itself_waits_for_no_document() -> None:
    drawing = ("desk_client.client.viewing", "desk_client.ui.desk.papers", "PIL", "pikepdf", "pypdfium2")
    assert loaded_after("import desk_client.ui.desk.today_page", drawing) == set()


def test_the_desk_never_loads_what_draws_documents() -> None:
    assert loaded_after("import desk_client.ui.desk.papers.viewer", ("PIL", "pypdfium2")) == set()


def test_a_kiosk_loads_nothing_of_the_desk() -> None:
    assert loaded_after("import desk_client.bootstrap.visitor", OF_THE_DESK) == set()


def test_they_are_loaded_before_somebody_is_received() -> None:
    loading = (
        "import asyncio; from desk_client.client.conference import Conference\n"
        "from desk_client.client.kiosk import KioskClient\n"
        "asyncio.run(KioskClient(None, '', lambda: Conference(None, None, None)).load_call())"
    )
    assert {"aiortc", "av", "numpy", "websockets", "desk_client.rtc.port"} <= loaded_after(loading)
