"""Reads a desktop program's settings: what is said on the command line, then environment variables (DESK_CLIENT_…)."""

from typing import Any

from pydantic_settings import BaseSettings, SettingsConfigDict

from desk_client.config.desktop_settings import DesktopSettings


class _Sources(DesktopSettings, BaseSettings):
    model_config = SettingsConfigDict(env_prefix="DESK_CLIENT_", env_ignore_empty=True)


def read_desktop_settings(**said: Any) -> DesktopSettings:
    """The settings, where what is ``said`` comes before the environment. Raises ValidationError."""
    return DesktopSettings.model_validate(_Sources(**said).model_dump())
