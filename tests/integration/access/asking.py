"""Asks an endpoint as somebody would who means it: with a body and a query that are as they should be."""

from fastapi import FastAPI

from desk_client.domain.access import Role
from desk_client.server.web.endpoints import Endpoint
from tests.fakes.asgi import Heard, ask
from tests.integration.access.expected import BODIES, QUERIES
from tests.integration.access.two_regions import Things


def label(endpoint: Endpoint) -> str:
    return f"{endpoint.method} {endpoint.path}"


async def asked(app: FastAPI, endpoint: Endpoint, things: Things, role: Role | None, token: str | None) -> Heard:
    """Ask as somebody of that role would, of a thing of that place."""
    name = label(endpoint)
    headers = {"idempotency-key": "a-key-of-the-matrix"}
    if token is not None:
        headers["authorization"] = f"Bearer {token}"
    body = BODIES[name](role or Role.CITIZEN) if name in BODIES else None
    ids = things.ids
    if endpoint.path.startswith("/v1/requests/"):
        ids = {**ids, "attachment_id": ids["enclosure_id"]}
    elif endpoint.path.startswith("/v1/upload-links/"):
        ids = {**ids, "attachment_id": ids["link_file_id"]}
    ids = {**ids, "party": "third"}  # a seat of a room, which every room has
    path, query = endpoint.path.format(**ids), QUERIES.get(name, "").format(**things.ids)
    return await ask(app, endpoint.method, path, body, headers=headers, query=query)
