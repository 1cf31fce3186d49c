"""Each kind of what is held about a person has a name that an administrator reads, and none is left out."""

from desk_client.client.administration import PersonHeld
from desk_client.protocol.privacy import HeldCount
from desk_client.server.services.administration.answering import FATE
from desk_client.ui.admin.held_words import rows_of
from desk_client.ui.theme.appearance import Appearance


def test_no_kind_is_called_by_its_table(look: Appearance) -> None:
    held = tuple(HeldCount(kind=kind, fate=fate, rows=1) for kind, fate in FATE.items())
    person = PersonHeld(id="p", name=None, masked_id=None, held=held, open_appointments=0, open_requests=0)
    names = [row.cells[0] for row in rows_of(look, person)]
    assert len(names) == len(set(names))
    assert [name for name in names if name in FATE] == []
