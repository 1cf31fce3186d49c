"""Answers as JSON: what has a version has it as its entity tag too (RFC 9110, section 8.8.3)."""

from collections.abc import Mapping
from typing import Any

from fastapi.responses import JSONResponse
from starlette.background import BackgroundTask


class Versioned(JSONResponse):
    """The answer of every route that names no other."""

    def __init__(
        self,
        content: Any,  # as Starlette has it: whatever JSON can say
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        """With an ETag where the content has a whole number as its `version`."""
        super().__init__(content, status_code, headers, media_type, background)
        self.headers.update(entity_tag(content.get("version") if isinstance(content, dict) else None))


def entity_tag(version: object) -> dict[str, str]:
    """The header that goes with an answer's `version`; none where that is no number."""
    return {"ETag": f'"{version}"'} if isinstance(version, int) else {}
