"""A document looked at: fetched into memory, and what the office marks on it."""

from desk_client.client.desk import DeskClient
from desk_client.client.papers import Mark, MarkDraft, Marks, PaperPlace
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.marks import MarkAsk


async def fetch(client: DeskClient, place: PaperPlace, document_id: str) -> bytes | Refusal:
    """The document itself. Refusals: the server's, SERVER_UNAVAILABLE, TIMEOUT."""
    return await client.gateway.fetch_file(_document(place, document_id), token=client.token)


async def read_marks(client: DeskClient, place: PaperPlace, document_id: str) -> Marks | Refusal:
    """What every desk that sees the document has marked on it. Refusals: the server's."""
    return await client.gateway.ask("GET", _marks(place, document_id), Marks, token=client.token)


async def make_mark(client: DeskClient, place: PaperPlace, document_id: str, draft: MarkDraft) -> Mark | Refusal:
    """Leave a mark; sent again it is left once. Refusals: LIMIT_REACHED and the server's."""
    spot = draft.spot
    return await client.gateway.ask(
        "POST",
        _marks(place, document_id),
        Mark,
        token=client.token,
        body=MarkAsk(
            kind=draft.kind,
            page=draft.page,
            x=spot.x,
            y=spot.y,
            width=spot.width,
            height=spot.height,
            text=draft.text,
        ),
        idempotency_key=draft.key,
    )


async def remove_mark(client: DeskClient, place: PaperPlace, document_id: str, mark_id: str) -> Mark | Refusal:
    """Take one's own office's mark away; it can be put back. Refusals: FORBIDDEN (another office's), the server's."""
    path = f"{_marks(place, document_id)}/{mark_id}"
    return await client.gateway.ask("DELETE", path, Mark, token=client.token)


async def restore_mark(client: DeskClient, place: PaperPlace, document_id: str, mark_id: str) -> Mark | Refusal:
    """Put a mark back that was taken away. Refusals: as of `remove_mark`."""
    path = f"{_marks(place, document_id)}/{mark_id}/restoration"
    return await client.gateway.ask("POST", path, Mark, token=client.token)


def _document(place: PaperPlace, document_id: str) -> str:
    return f"{place.path}/{document_id}"


def _marks(place: PaperPlace, document_id: str) -> str:
    return f"{_document(place, document_id)}/marks"
