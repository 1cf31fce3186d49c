"""Runs the server as a program of its own."""

import logging
import sys
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from desk_client.bootstrap.check import run_check
from desk_client.bootstrap.house import make_server
from desk_client.config.server_file import PREFIX, SettingsFileError, named_file, origin, unknown_variables
from desk_client.config.settings import ServerSettings
from desk_client.server.operations import logs
from desk_client.server.run import serve
from desk_client.server.storage.errors import StoreUnusableError

logger = logging.getLogger(__name__)


def run_server(said: Mapping[str, Any], *, check: bool = False, verbose: bool = False) -> int:
    """Serve until told to end; ``said`` are the settings given on the command line. The exit code.

    With ``check`` nothing is started: what a start would need is looked at and printed.
    """
    settings = server_settings(said)
    if settings is None:
        return 1 if check else 2
    if check:
        return run_check(settings)
    logs.set_up(settings.operations.logs, verbose=verbose)
    try:
        serve(make_server(settings), grace=settings.operations.drain_grace)
    except StoreUnusableError as error:
        logger.error("the store cannot be used: %s", error)  # noqa: TRY400 - the sentence is for the operator
        return 1
    except OSError as error:
        logger.error("the server cannot run: %s", error)  # noqa: TRY400 - the same
        return 1
    return 0


def server_settings(said: Mapping[str, Any]) -> ServerSettings | None:
    """The settings, or None after each wrong one was named: which, where it stands, and why."""
    given = dict(said)
    named = named_file.set(given.pop("config", None))
    try:
        settings = ServerSettings(**given)
        unknown = list(unknown_variables(ServerSettings))
        for variable in unknown:
            _complain(f"setting {variable.removeprefix(PREFIX).lower()} (in {variable}): there is no such setting")
    except SettingsFileError as error:
        _complain(str(error))
    except ValidationError as error:
        for fault in error.errors():
            path = tuple(map(str, fault["loc"]))
            place = origin(given, path)
            why = "there is no such setting" if fault["type"] == "extra_forbidden" else fault["msg"]
            _complain(f"setting {'.'.join(path) or 'as a whole'}{f' ({place})' if place else ''}: {why}")
    else:
        return None if unknown else settings
    finally:
        named_file.reset(named)
    return None


def _complain(text: str) -> None:
    print(f"desk-client: {text}", file=sys.stderr)  # noqa: T201 - a command line prints
