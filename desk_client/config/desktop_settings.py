"""Frozen settings of the two desktop programs, from arguments or from environment variables (DESK_CLIENT_…)."""

from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from desk_client.config.paths import DataDirectory, default_data_directory

Program = Literal["kiosk", "desk"]


class DesktopSettings(BaseSettings):
    """Everything that one kiosk or desk may choose.

    Attributes:
        server_url: the server's origin.
        data_dir: where the terminal's credential is kept; None takes the platform's place for the program.
        media: a recorded clip that is played as the camera, in place of a real one.
        synthetic: use the synthetic camera and tone even where real devices exist.
        full_screen: a kiosk fills its screen; a desk opens maximised or not.
        call_report: write one end's figures of a call to this file when it ends.
        pilot: a Unix socket of a driver that works this window by touch and key events (tests and demo only).
    """

    model_config = SettingsConfigDict(env_prefix="DESK_CLIENT_", frozen=True, extra="forbid", env_ignore_empty=True)

    server_url: str = "http://127.0.0.1:8470"
    data_dir: Path | None = None
    secrets: Literal["auto", "file"] = "auto"
    language: Literal["ar", "en"] = "ar"
    theme: Literal["light", "dark", "high_contrast"] = "light"
    full_screen: bool = False
    width: int = Field(default=1280, ge=640)
    height: int = Field(default=800, ge=480)
    media: Path | None = None
    synthetic: bool = False
    call_report: Path | None = None
    pilot: Path | None = None
    break_call: Literal["frozen", "loopback"] | None = None

    def directory(self, program: Program) -> DataDirectory:
        """The files of this terminal."""
        return DataDirectory(self.data_dir) if self.data_dir is not None else default_data_directory(program)
