"""How the server logs: a JSON object a line, or a line for people; each with the request that it belongs to.

Lines of the standard library's `logging`, ours and others', go the same way as structlog's own (structlog,
"Rendering using structlog-based formatters within logging"). Nothing is bound that names a person.
"""

import logging
import sys
from typing import Final, Literal, TextIO

import structlog

_CHATTY: Final = ("aioice", "alembic", "uvicorn")
"""At INFO: every candidate's address, every plugin, every socket."""


def set_up(
    rendering: Literal["auto", "json", "console"], *, verbose: bool = False, stream: TextIO | None = None
) -> None:
    """Let everything that is logged from now on go to standard error in this rendering."""
    stream = sys.stderr if stream is None else stream
    as_json = rendering == "json" or (rendering == "auto" and not stream.isatty())
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    rendered: list[structlog.typing.Processor] = (
        [
            # what an exception says, and where it was; never the values of local variables: they may be somebody's
            structlog.processors.ExceptionRenderer(),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ]
        if as_json
        else [structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)]
    )
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, structlog.stdlib.ExtraAdder(allow=("access",))],
            processors=[_with_access, structlog.stdlib.ProcessorFormatter.remove_processors_meta, *rendered],
        )
    )
    logging.basicConfig(level=logging.DEBUG if verbose else logging.INFO, handlers=[handler], force=True)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    # at WARNING it tells of errors that others hide, in the database's own words, which may hold a row
    logging.getLogger("psycopg").setLevel(logging.ERROR)


def _with_access(_logger: object, _name: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """The fields of an access line stand beside its event."""
    fields = event.pop("access", None)
    return event if fields is None else {**event, **fields}
