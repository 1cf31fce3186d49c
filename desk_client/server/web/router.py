"""Routes that are analysed once in a process, however many applications are made of them.

To find out what a route depends on and to build validators for it takes FastAPI some milliseconds. An application has
nearly two hundred, and an included router's are all analysed a second time, under its prefix, as the first requests
pass them by. So a router here names its whole path at once, its routes become the application's own, and whoever starts
a second server in the process only puts its own functions into what is known.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import CodeType
from typing import Any, Final

from fastapi import APIRouter, FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, request_response

from desk_client.server.web import description
from desk_client.server.web.answers import Versioned

_V1: Final = "/v1"


@dataclass(frozen=True, slots=True)
class _Analysis:
    """What FastAPI made of a route, without the function of the application that it was made of first.

    Attributes:
        said: what stood beside the function: the decorator's words, its parameters and their defaults.
        found: the route's attributes.
    """

    said: tuple[object, ...]
    found: Mapping[str, Any]  # of any type
    dependant: Dependant


class Route(APIRoute):
    """One route; the same place in the source with the same words about it is analysed once."""

    _known: Final[dict[tuple[str, CodeType], _Analysis]] = {}

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:  # FastAPI's own
        """Take over what is known of it; else find it out."""
        place = (path, endpoint.__code__)
        said = (options, endpoint.__annotations__, endpoint.__defaults__, endpoint.__kwdefaults__)
        known = self._known.get(place)
        if known is None or known.said != said or options.get("max_body_size") is not None:  # which wraps `app`
            super().__init__(path, endpoint, **options)
            found = {name: value for name, value in vars(self).items() if name not in {"app", "dependant", "endpoint"}}
            self._known[place] = _Analysis(said, found, replace(self.dependant, call=None))
            return
        vars(self).update(known.found)
        self.endpoint = endpoint
        self.dependant = replace(known.dependant, call=endpoint)
        self.app = request_response(self.get_route_handler())


class Router(APIRouter):
    """The routes of one subject."""

    def __init__(self, *, tags: list[str], prefix: str = "", version: str = _V1) -> None:
        """All begin with the version, which is empty for what is no part of the API, and then with the prefix."""
        super().__init__(
            prefix=version + prefix,
            tags=[*tags],
            default_response_class=Versioned,
            route_class=Route,
            generate_unique_id_function=description.operation_id,
        )

    def add_to(self, app: FastAPI) -> None:
        """Make these routes the application's own."""
        app.router.routes.extend(self.routes)
