from pathlib import Path

import pytest
from pydantic import ValidationError

from desk_client.config.desktop_settings import DesktopSettings
from desk_client.config.desktop_sources import read_desktop_settings
from desk_client.config.origins import is_pin, is_safe_origin


@pytest.mark.parametrize(
    "url",
    ["https://majlis.example", "https://10.0.0.1:8470", "http://127.0.0.1:1", "http://localhost", "http://[::1]:2"],
)
def test_over_tls_or_to_this_machine(url: str) -> None:
    assert is_safe_origin(url)
    assert DesktopSettings(server_url=url).server_url == url


@pytest.mark.parametrize(
    "url",
    [
        "http://majlis.example",
        "http://10.0.0.1",
        "http://127.0.0.1.majlis.example",
        "http://127.0.0.1@majlis.example",
        "http://localhost.majlis.example",
        "ws://127.0.0.1",
        "https://",
        "majlis.example",
        "http://[::1",
        "",
    ],
)
def test_nothing_else_is_spoken_to(url: str) -> None:
    assert not is_safe_origin(url)
    with pytest.raises(ValidationError, match="server_url"):
        DesktopSettings(server_url=url)


def test_pins_are_well_formed_and_have_a_key_to_check() -> None:
    assert is_pin("A" * 43 + "=")
    assert DesktopSettings(server_url="https://majlis.example", server_pins=("A" * 43 + "=",)).server_pins
    for wrong in ("", "A" * 44, "sha256/" + "A" * 43 + "=", "ح"):
        with pytest.raises(ValidationError, match="server_pins"):
            DesktopSettings(server_url="https://majlis.example", server_pins=(wrong,))
    with pytest.raises(ValidationError, match="not https"):
        DesktopSettings(server_url="http://127.0.0.1", server_pins=("A" * 43 + "=",))


def test_a_program_in_this_ones_place_has_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ca = tmp_path / "ca.pem"
    ca.touch()
    said = DesktopSettings(
        server_url="https://majlis.example",
        server_pins=("A" * 43 + "=", "B" * 43 + "="),
        server_ca=ca,
        full_screen=True,
    )
    for name, value in said.environment().items():
        monkeypatch.setenv(name, value)
    assert read_desktop_settings() == said
    assert read_desktop_settings(full_screen=False) == said.model_copy(update={"full_screen": False})
    monkeypatch.setenv("DESK_CLIENT_SERVER_URL", "http://majlis.example")
    with pytest.raises(ValidationError, match="server_url"):
        read_desktop_settings()


def test_a_printer_is_a_queues_name_and_there_is_none_by_itself() -> None:
    assert DesktopSettings().printer == ""
    assert DesktopSettings(printer="Ticket-80mm").environment() == {"DESK_CLIENT_PRINTER": "Ticket-80mm"}
    for said in ("ipp://printer/ipp/print", "a b", "x#y", "what?"):
        with pytest.raises(ValidationError, match="printer"):
            DesktopSettings(printer=said)
