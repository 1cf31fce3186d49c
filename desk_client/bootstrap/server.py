"""Runs the server as a program of its own."""

import logging
import sys
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from desk_client.bootstrap.house import make_server
from desk_client.config.settings import ServerSettings
from desk_client.server.run import serve
from desk_client.server.storage.errors import StoreUnusableError

logger = logging.getLogger(__name__)


def run_server(said: Mapping[str, Any]) -> int:
    """Serve until told to end; ``said`` are the settings given on the command line. The exit code."""
    settings = server_settings(said)
    if settings is None:
        return 2
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
    """The settings, or None after each wrong one was named."""
    try:
        return ServerSettings(**said)
    except ValidationError as error:
        for fault in error.errors():
            field = ".".join(map(str, fault["loc"]))
            print(f"desk-client: setting {field}: {fault['msg']}", file=sys.stderr)  # noqa: T201 - a command line prints
        return None
