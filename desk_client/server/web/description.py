"""The OpenAPI description: FastAPI's own, put right where every error of ours is a problem."""

from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from desk_client.protocol.problem import MEDIA_TYPE, Problem

_PROBLEM: Final = {"$ref": "#/components/schemas/Problem"}


def install(app: FastAPI) -> None:
    """Let `app.openapi` tell of problems; computed when first asked for."""

    def openapi() -> dict[str, Any]:  # OpenAPI documents are JSON of any shape; FastAPI types them so
        if app.openapi_schema is None:
            app.openapi_schema = _described(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # the way FastAPI's documentation gives


def _described(app: FastAPI) -> dict[str, Any]:
    document = get_openapi(title=app.title, version=app.version, routes=app.routes)
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas.update(problem.pop("$defs", {}))
    schemas["Problem"] = problem
    for path in document["paths"].values():
        for operation in path.values():
            operation["responses"].pop("422", None)
            operation["responses"]["default"] = {
                "description": "Refused, with a stable code",
                "content": {MEDIA_TYPE: {"schema": _PROBLEM}},
            }
    return document
