"""What is sealed at a kiosk says what was said, and nothing of what was not: servers of any age read it."""

import json
from pathlib import Path

import pytest

from desk_client.client.outbox.box import Outbox
from desk_client.client.outbox.depository import Depository, Receipt
from desk_client.client.outbox.provisions import Pantry
from desk_client.domain.people import DocumentKind
from desk_client.protocol.deposits import RequestLeft, outside
from desk_client.protocol.sealed_box import open_box
from desk_client.protocol.sessions import DocumentAsk
from tests.gallery import kiosk_samples as sample

PASSPORT = DocumentAsk(kind=DocumentKind.PASSPORT, number="A1234567", nationality="EG")


@pytest.mark.parametrize(
    ("whose", "named", "unnamed"),
    [({"national_id": "1000000008"}, "national_id", "document"), ({"document": PASSPORT}, "document", "national_id")],
)
async def test_papers_that_were_not_shown_are_not_named(
    whose: dict[str, object], named: str, unnamed: str, tmp_path: Path
) -> None:
    outbox, pantry = Outbox(tmp_path / "outbox"), Pantry(tmp_path / "last-seen", "credential")
    pantry.put(sample.PROVISIONS)
    left = RequestLeft.model_validate(
        {"mobile": "0500000001", "name": "سارة المثال", "service_id": "roads", "consent_version": "1", **whose}
    )
    assert isinstance(await Depository(outbox, pantry).leave(left), Receipt)
    (entry,) = outbox.waiting()
    context = outside(entry.id, entry.sequence, entry.happened_at)
    inside = json.loads(open_box(bytes(range(32)), entry.sealed, context))
    assert inside[named]
    assert unnamed not in inside
