"""The page on which a visitor's telephone sends files: three plain files of our own, and nothing from anybody else."""

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import Final

from fastapi import APIRouter, Response

from desk_client.config.resources import resource
from desk_client.server.services.life.links import PAGE
from desk_client.server.web.policy import PUBLIC, policy

_POLICY: Final = (  # CSP 3: what a browser may load or do here
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_MAY_NOT: Final = "camera=(), geolocation=(), microphone=(), payment=()"  # the system's own dialog takes photos
_FILES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "": ("page.html", "text/html"),
        "/page.css": ("page.css", "text/css"),
        "/page.js": ("page.js", "text/javascript"),
    }
)


def routes() -> APIRouter:
    """The page and what belongs to it; who has no link can do nothing there."""
    router = APIRouter(tags=["attachments"])
    for path, (name, media_type) in _FILES.items():
        content = resource("pages", "upload", name).read_bytes()
        answer = _answering(content, media_type)
        router.add_api_route(
            f"{PAGE}{path}", answer, methods=["GET"], include_in_schema=False, openapi_extra=policy(PUBLIC)
        )
    return router


def _answering(content: bytes, media_type: str) -> Callable[[], Awaitable[Response]]:
    async def answer() -> Response:
        headers = {"Content-Security-Policy": _POLICY, "Permissions-Policy": _MAY_NOT}
        return Response(content, media_type=f"{media_type}; charset=utf-8", headers=headers)

    return answer
