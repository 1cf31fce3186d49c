"""How answers lead on: the `links` of OpenAPI (3.1, section 4.8.20), from a thing's id to what can be done with it."""

from typing import Any, Final

_IN_PATHS: Final = {
    "Appointment": {"appointment_id": "/id"},
    "Booked": {"appointment_id": "/appointment/id"},
    "Hold": {"hold_id": "/id"},
    "Request": {"request_id": "/id"},
    "Wait": {"wait_id": "/id"},
    "Challenge": {"challenge_id": "/challenge_id"},
    "Attachment": {"attachment_id": "/id"},
    "StaffAccount": {"staff_id": "/id"},
    "Incident": {"number": "/number"},
}
"""Where the answers of each model have what the paths call so."""
_IN_BODIES: Final = {"Hold": ("booking_book", {"hold_id": "$response.body#/id"})}
"""What is done next by a request whose body names the answer."""


def tell_links(document: dict[str, Any]) -> None:
    """Add them to every answer of a described application."""
    operations = [(path, each) for path, methods in document["paths"].items() for each in methods.values()]
    for path, operation in operations:
        for status, answer in operation["responses"].items():
            model = _model(answer)
            if status < "3" and model in _IN_PATHS and (links := _links(path, model, operations)):
                answer["links"] = links


def _links(path: str, model: str, operations: list[tuple[str, dict[str, Any]]]) -> dict[str, Any]:
    links: dict[str, Any] = {}
    for name, pointer in _IN_PATHS[model].items():
        for _, each in operations:
            names = {parameter["name"] for parameter in each.get("parameters", ()) if parameter["in"] == "path"}
            given = {name: f"$response.body#{pointer}"}
            # what else the path needs, this request's own path has had
            given |= {other: f"$request.path.{other}" for other in names if f"{{{other}}}" in path}
            if name in names and names <= set(given):
                links[each["operationId"]] = {"operationId": each["operationId"], "parameters": given}
    if model in _IN_BODIES:
        operation_id, body = _IN_BODIES[model]
        links[operation_id] = {"operationId": operation_id, "requestBody": body}
    return links


def _model(answer: dict[str, Any]) -> str:
    schema = answer.get("content", {}).get("application/json", {}).get("schema", {})
    return str(schema.get("$ref", "")).rpartition("/")[2]
