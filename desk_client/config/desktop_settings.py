"""Frozen settings of the two desktop programs. Where they are read from is `desktop_sources`."""

import json
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, DirectoryPath, Field, FilePath, field_validator, model_validator

from desk_client.config.origins import is_pin, is_safe_origin
from desk_client.config.paths import DataDirectory, default_data_directory

Program = Literal["kiosk", "desk"]


class DesktopSettings(BaseModel):
    """Everything that one kiosk or desk may choose.

    Attributes:
        server_url: the server's origin: https, or plain http on this machine itself.
        server_pins: keys that the server may have, as `desk-client admin ca show` prints them (RFC 7469); empty: any.
        server_ca: the authorities (PEM) that vouch for the server; None: those that browsers believe.
        data_dir: where the terminal's credential is kept; None takes the platform's place for the program.
        media: a recorded clip that is played as the camera, in place of a real one.
        synthetic: use the synthetic camera and tone even where real devices exist.
        synthetic_picture: how large the pictures are that stand for a camera, in lines of 16 : 9.
        prompts: recordings that a kiosk plays where it reads aloud: a folder for each language (``ar/home.opus``).
        key_sounds: whether the keys of a kiosk's keyboard are heard, where there is a loudspeaker.
        printer: the queue of CUPS that prints a kiosk's or an operator's tickets, on a roll of 80 mm, or an official's
            minutes, on A4; empty: none. At a desk its person may choose another (`preferences`).
        scans: the folder that a scanner at a kiosk writes to; the kiosk empties it of files when a visit ends.
        full_screen: a kiosk fills its screen; a desk opens maximised or not.
        call_report: write one end's figures of a call to this file when it ends.
        pilot: a Unix socket of a driver that works this window by touch and key events (tests and demo only).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    server_url: str = "http://127.0.0.1:8470"
    server_pins: tuple[str, ...] = ()
    server_ca: FilePath | None = None
    data_dir: Path | None = None
    secrets: Literal["auto", "file"] = "auto"
    language: Literal["ar", "en"] = "ar"
    theme: Literal["light", "dark", "high_contrast"] = "light"
    prompts: DirectoryPath | None = None
    key_sounds: bool = True
    printer: str = Field(default="", pattern=r"^[^\s/#?]*$")
    scans: DirectoryPath | None = None
    full_screen: bool = False
    width: int = Field(default=1280, ge=640)
    height: int = Field(default=800, ge=480)
    media: Path | None = None
    synthetic: bool = False
    synthetic_picture: Literal["360p", "720p"] = "360p"
    call_report: Path | None = None
    pilot: Path | None = None
    break_call: Literal["frozen", "loopback"] | None = None

    @field_validator("server_url")
    @classmethod
    def _over_tls(cls, url: str) -> str:
        if not is_safe_origin(url):
            raise ValueError("a server on another machine is spoken to over https only")
        return url

    @field_validator("server_pins")
    @classmethod
    def _well_formed(cls, pins: tuple[str, ...]) -> tuple[str, ...]:
        if not all(map(is_pin, pins)):
            raise ValueError("a pin is a SHA-256 in base64, as `desk-client admin ca show` prints it")
        return pins

    @model_validator(mode="after")
    def _pins_have_a_key_to_check(self) -> Self:
        if self.server_pins and not self.server_url.startswith("https:"):
            raise ValueError("pins are given for a server_url that is not https")
        return self

    def environment(self) -> dict[str, str]:
        """What gives a program that takes this one's place the same settings."""
        said = self.model_dump(mode="json", exclude_defaults=True)
        return {
            f"DESK_CLIENT_{name.upper()}": json.dumps(value) if isinstance(value, list) else str(value)
            for name, value in said.items()
        }

    def directory(self, program: Program) -> DataDirectory:
        """The files of this terminal."""
        return DataDirectory(self.data_dir) if self.data_dir is not None else default_data_directory(program)
