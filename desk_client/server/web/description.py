"""The OpenAPI description: FastAPI's own, with each operation's refusals by status and code, and its headers."""

from collections import defaultdict
from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.problem import MEDIA_TYPE, Problem
from desk_client.server.web.endpoints import endpoints, refusals_of
from desk_client.server.web.links import tell_links
from desk_client.server.web.policy import REFUSALS
from desk_client.server.web.problems import STATUS

_SCHEMAS: Final = "#/components/schemas/"
_RESPONSES: Final = "#/components/responses/"
_JSON: Final = "application/json"
_ORDINARY: Final = {
    HTTPStatus.UNAUTHORIZED: {RefusalCode.UNAUTHENTICATED, RefusalCode.SESSION_EXPIRED},
    HTTPStatus.FORBIDDEN: {RefusalCode.FORBIDDEN},
    HTTPStatus.NOT_FOUND: {RefusalCode.NOT_FOUND},
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: {RefusalCode.FRAME_TOO_LARGE},
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: {RefusalCode.INVALID_REQUEST},
    HTTPStatus.UNPROCESSABLE_ENTITY: {RefusalCode.INVALID_REQUEST},
    HTTPStatus.TOO_MANY_REQUESTS: {RefusalCode.RATE_LIMITED},
    HTTPStatus.INTERNAL_SERVER_ERROR: {RefusalCode.INTERNAL},
    HTTPStatus.SERVICE_UNAVAILABLE: {RefusalCode.SERVER_UNAVAILABLE},
}
"""Refusals that most operations have, by status; described once."""
_RETRY: Final = {
    "Retry-After": {"description": "Whole seconds after which to try again", "schema": {"type": "integer"}}
}
_CHALLENGE: Final = {"WWW-Authenticate": {"required": True, "schema": {"const": "Bearer"}}}
_HEADERS: Final[dict[HTTPStatus, dict[str, Any]]] = {
    HTTPStatus.UNAUTHORIZED: _CHALLENGE,
    HTTPStatus.TOO_MANY_REQUESTS: _RETRY,
    HTTPStatus.SERVICE_UNAVAILABLE: _RETRY,
}
_ENTITY_TAG: Final = {
    "ETag": {
        "required": True,
        "description": "The version that this is, for If-Match",
        "schema": {"type": "string", "pattern": '^"[0-9]+"$'},
    }
}


def operation_id(route: APIRoute) -> str:
    """What the operation is called, whatever becomes of its path: its first tag and its function's name."""
    return f"{route.tags[0]}_{route.name}".replace("-", "_") if route.tags else route.name


def install(app: FastAPI) -> None:
    """Let `app.openapi` tell all of this; computed when first asked for."""

    def openapi() -> dict[str, Any]:  # OpenAPI documents are JSON of any shape; FastAPI types them so
        if app.openapi_schema is None:
            app.openapi_schema = described(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # the way FastAPI's documentation gives


def described(app: FastAPI) -> dict[str, Any]:
    """The whole document."""
    document = get_openapi(title=app.title, version=app.version, routes=app.routes)
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    problem = Problem.model_json_schema(ref_template=f"{_SCHEMAS}{{model}}", mode="serialization")
    schemas.update(problem.pop("$defs", {}))
    schemas["Problem"] = problem
    for endpoint in endpoints(app):
        if endpoint.is_described:
            operation = document["paths"][endpoint.path][endpoint.method.lower()]
            operation.pop(REFUSALS, None)
            operation["responses"].pop("422", None)
            _tell_version(operation, schemas)
            _tell_refusals(operation, refusals_of(endpoint, operation))
    tell_links(document)
    document["components"]["responses"] = {
        _name(status): _refusal(status, sorted(codes)) for status, codes in _ORDINARY.items()
    }
    return document


def _tell_refusals(operation: dict[str, Any], codes: frozenset[RefusalCode]) -> None:
    by_status: dict[HTTPStatus, set[RefusalCode]] = defaultdict(set)
    for code in codes:
        by_status[STATUS[code]].add(code)
    if _JSON in operation.get("requestBody", {}).get("content", {}):
        by_status[HTTPStatus.UNSUPPORTED_MEDIA_TYPE].add(RefusalCode.INVALID_REQUEST)
    for status, those in sorted(by_status.items()):
        told: dict[str, Any] = {"$ref": f"{_RESPONSES}{_name(status)}"}
        if those != _ORDINARY.get(status):
            told = _refusal(status, sorted(those))
        operation["responses"][str(status.value)] = told


def _name(status: HTTPStatus) -> str:
    return status.phrase.replace(" ", "")


def _refusal(status: HTTPStatus, codes: list[RefusalCode]) -> dict[str, Any]:
    narrowed = {"properties": {"status": {"const": status.value}, "code": {"enum": [code.value for code in codes]}}}
    answer: dict[str, Any] = {
        "description": f"{status.phrase}: {', '.join(codes)}",
        "content": {MEDIA_TYPE: {"schema": {"allOf": [{"$ref": f"{_SCHEMAS}Problem"}, narrowed]}}},
    }
    if status in _HEADERS:
        answer["headers"] = _HEADERS[status]
    return answer


def _tell_version(operation: dict[str, Any], schemas: dict[str, Any]) -> None:
    """An answer with a version has it as its entity tag (`answers.Versioned`)."""
    for status, answer in operation["responses"].items():
        reference = answer.get("content", {}).get(_JSON, {}).get("schema", {}).get("$ref", "")
        schema = schemas.get(reference.removeprefix(_SCHEMAS), {})
        if status.startswith("2") and "version" in schema.get("required", ()):
            answer["headers"] = {**answer.get("headers", {}), **_ENTITY_TAG}
