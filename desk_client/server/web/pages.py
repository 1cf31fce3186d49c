"""Pages that this server serves itself: plain files of our own from a folder, and nothing from anybody else."""

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import Final

from fastapi import Response

from desk_client.config.resources import resource
from desk_client.server.web.policy import PUBLIC, policy
from desk_client.server.web.router import Router

_POLICY: Final = (  # CSP 3: what a browser may load or do here
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
)
_SHARED: Final = "shared"
"""What the pages look like alike."""
_NOTHING: Final = "camera=(), geolocation=(), microphone=(), payment=()"


def page_headers(may_not: str = _NOTHING) -> dict[str, str]:
    """What a page of ours may load and do; `may_not` as a Permissions-Policy."""
    return {"Content-Security-Policy": _POLICY, "Permissions-Policy": may_not}


def shared_files() -> Router:
    """What every page loads."""
    return _folder("/pages", _SHARED, _NOTHING)


def page(path: str, folder: str, *, may_not: str = _NOTHING) -> Router:
    """`page.html` of a folder under the path itself, and its other files beneath; `may_not` as a Permissions-Policy."""
    return _folder(path, folder, may_not)


def _folder(path: str, folder: str, may_not: str) -> Router:
    router = Router(tags=["pages"], version="")
    for file in sorted(resource("pages", folder).iterdir()):
        under = path if file.name == "page.html" else f"{path}/{file.name}"
        answer = _answering(file.read_bytes(), _TYPES[file.suffix], may_not)
        router.add_api_route(under, answer, methods=["GET"], include_in_schema=False, openapi_extra=policy(PUBLIC))
    return router


def _answering(content: bytes, media_type: str, may_not: str) -> Callable[[], Awaitable[Response]]:
    async def answer() -> Response:
        return Response(content, media_type=f"{media_type}; charset=utf-8", headers=page_headers(may_not))

    return answer
