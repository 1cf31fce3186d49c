"""Documents of a desk and what is marked on them, in memory, as the server keeps them."""

import asyncio
from datetime import UTC, datetime

from pydantic import BaseModel

from desk_client.client.carriage import Carriage
from desk_client.client.gateway import Nothing
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.attachments import Attachment
from desk_client.protocol.base import Texts
from desk_client.protocol.marks import Mark, MarkAsk, Marks

ME = Texts(ar="مدير مكتب الأمير", en="The emir's delegate")
OFFICE = Texts(ar="مكتب أمير منطقة جازان", en="Office of the Emir of Jazan")


class DocumentMarks:
    """``files`` are handed out by their id; ``marks`` lie by the id of their document."""

    def __init__(self) -> None:
        self.files: dict[str, bytes | Refusal] = {}
        self.marks: dict[str, list[Mark]] = {}
        self.keys: dict[str, Mark] = {}
        self.handed: list[Attachment] = []
        """What came in the talk, from either side."""
        self.may_arrive = asyncio.Event()
        """Until it is set, what is sent is on its way."""
        self.may_arrive.set()

    def file(self, path: str) -> bytes | Refusal:
        """The document at that path."""
        return self.files.get(path.rpartition("/")[2], Refusal(RefusalCode.NOT_FOUND))

    async def take(self, name: str, media_type: str, content: bytes | Carriage) -> Attachment | Refusal:
        """The office gives something."""
        if not isinstance(content, Carriage):
            raise TypeError("a desk sends what can be called back")
        try:
            data = content.read(1024)
            await self.may_arrive.wait()
            data += content.read()
        except OSError:
            return Refusal(RefusalCode.SERVER_UNAVAILABLE)
        return self.hand_in(name, data, media_type, OFFICE)

    def hand_in(
        self, name: str, data: bytes, media_type: str = "application/pdf", given_by: Texts | None = None
    ) -> Attachment:
        """Somebody hands something over; None: the visitor."""
        given = Attachment(
            id=f"att_given_{len(self.files)}",
            name=name,
            media_type=media_type,
            size=len(data),
            added_at=datetime.now(UTC),
            given_by=given_by,
        )
        self.handed.append(given)
        self.files[given.id] = data
        return given

    def leave(
        self, document_id: str, ask: MarkAsk, *, is_own: bool = True, author: Texts = ME, office: Texts = OFFICE
    ) -> Mark:
        """Somebody marks something."""
        marks = self.marks.setdefault(document_id, [])
        mark = Mark(
            id=f"mrk_{sum(map(len, self.marks.values()))}",
            author=author,
            office_title=office,
            made_at=datetime.now(UTC),
            is_own=is_own,
            **ask.model_dump(),
        )
        marks.append(mark)
        return mark

    def answer(self, path: str, body: BaseModel | None, key: str | None) -> BaseModel | Refusal | None:
        """What the routes of marks answer; None where the path is none of them."""
        match path.split("/")[2:], body:
            case ["appointments", _, "attachments", document_id, "marks"], MarkAsk() as ask:
                if key is None:
                    return Refusal(RefusalCode.INVALID_REQUEST)
                if key not in self.keys:
                    self.keys[key] = self.leave(document_id, ask)
                return self.keys[key]
            case ["appointments", _, "attachments", document_id, "marks"], None:
                return Marks(marks=tuple(self.marks.get(document_id, ())))
            case ["appointments", _, "attachments", document_id, "marks", mark_id, *rest], None:
                return self._set(document_id, mark_id, None if rest else datetime.now(UTC))
            case ["appointments", _, "handed-documents", document_id], None:
                self.handed = [each for each in self.handed if each.id != document_id]
                return Nothing()
            case _:
                return None

    def _set(self, document_id: str, mark_id: str, removed_at: datetime | None) -> Mark | Refusal:
        marks = self.marks.get(document_id, [])
        for number, mark in enumerate(marks):
            if mark.id == mark_id:
                by = None if removed_at is None else ME
                marks[number] = mark.model_copy(update={"removed_at": removed_at, "removed_by": by})
                return marks[number]
        return Refusal(RefusalCode.NOT_FOUND)
