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
        if isinstance(content, dict) and isinstance(version := content.get("version"), int):
            self.headers["ETag"] = f'"{version}"'
