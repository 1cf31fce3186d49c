"""What a store is asked within one transaction, in its words: through SQLAlchemy, and past it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, event

from desk_client.server.storage import prepared


@contextmanager
def statements_of(connection: Connection) -> Iterator[list[str]]:
    """All that is asked of the connection from here on."""
    said: list[str] = []
    run = prepared._run

    def watched(asked: Connection, text: str, bound: object, take: Callable[[Any], Any]) -> Any:
        if asked is connection:
            said.append(text)
        return run(asked, text, bound, take)

    def note(*heard: Any) -> None:
        said.append(heard[2])

    event.listen(connection, "before_cursor_execute", note)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(prepared, "_run", watched)
        try:
            yield said
        finally:
            event.remove(connection, "before_cursor_execute", note)
