"""The region's places: read by name, made, changed, closed from a day and opened again."""

from datetime import date
from typing import Final

from desk_client.client.actions.operate import ask
from desk_client.client.desk import DeskClient
from desk_client.client.region_entries import Entry, PlaceAsk, found
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.regions import Closing, ClosingAsk, PlaceKind, Region

_PATHS: Final = {
    PlaceKind.AGENCY: "/v1/agencies",
    PlaceKind.OFFICE: "/v1/offices",
    PlaceKind.SERVICE: "/v1/services",
    PlaceKind.SITE: "/v1/sites",
    PlaceKind.TEAM: "/v1/teams",
    PlaceKind.INTERPRETER: "/v1/interpreters",
}


async def read_region(client: DeskClient) -> Refusal | None:
    """Read agencies, offices, halls and kiosks. Refusals: the server's."""
    answer = await ask(client, "GET", "/v1/region", Region)
    if isinstance(answer, Refusal):
        if client.token is not None:
            client.administration.places.set(answer)
        return answer
    client.administration.places.set(None)
    client.administration.region.set(answer)
    return None


async def add(client: DeskClient, what: PlaceKind, asked: PlaceAsk) -> Entry | Refusal:
    """Make a place; which one it became. Refusals: ALREADY_EXISTS and the server's."""
    before = _ids(client.administration.region.value, what)
    answer = await shown(client, await ask(client, "POST", _PATHS[what], Region, body=asked))
    if isinstance(answer, Refusal):
        return answer
    new = [each for each in _ids(answer, what) if each not in before]
    return (what, new[-1]) if new else Refusal(RefusalCode.NOT_FOUND)


async def change(client: DeskClient, entry: Entry, asked: PlaceAsk) -> Region | Refusal:
    """Change a place as it was last read. Refusals: PRECONDITION_FAILED and the server's."""
    what, place_id = entry
    path = f"{_PATHS[what]}/{place_id}"
    return await shown(client, await ask(client, "PUT", path, Region, body=asked, version=_version(client, entry)))


async def see_closing(client: DeskClient, entry: Entry, first: date) -> Closing | Refusal:
    """What would be touched, were a place closed from that day on. Refusals: the server's."""
    return await ask(client, "GET", _closing(entry), Closing, query={"first": first.isoformat()})


async def close(client: DeskClient, entry: Entry, first: date | None) -> Region | Refusal:
    """Close a place from a day on, or open it again for None. Refusals: PRECONDITION_FAILED and the server's."""
    asked = ClosingAsk(first=first)
    answer = await ask(client, "PUT", _closing(entry), Region, body=asked, version=_version(client, entry))
    return await shown(client, answer)


async def add_kiosk(client: DeskClient, site_id: str) -> str | Refusal:
    """One more kiosk for a hall; its id. Refusals: the server's."""
    answer = await shown(client, await ask(client, "POST", f"/v1/sites/{site_id}/kiosks", Region))
    if isinstance(answer, Refusal):
        return answer
    return next(site.kiosks[-1].id for site in answer.sites if site.id == site_id)


async def shown(client: DeskClient, answer: Region | Refusal) -> Region | Refusal:
    """Show what a change made of the region; where it was another meanwhile, read it again."""
    if isinstance(answer, Refusal):
        if answer.code in {RefusalCode.PRECONDITION_FAILED, RefusalCode.NOT_FOUND}:
            await read_region(client)
        return answer
    client.administration.region.set(answer)
    return answer


def _closing(entry: Entry) -> str:
    what, place_id = entry
    return f"/v1/places/{what.value}/{place_id}/closing"


def _version(client: DeskClient, entry: Entry) -> int | None:
    region = client.administration.region.value
    place = None if region is None else found(region, entry)
    return None if place is None else place.version


def _ids(region: Region | None, what: PlaceKind) -> list[str]:
    if region is None:
        return []
    match what:
        case PlaceKind.AGENCY:
            return [each.id for each in region.agencies]
        case PlaceKind.OFFICE:
            return [each.id for each in region.offices]
        case PlaceKind.SERVICE:
            return [each.id for office in region.offices for each in office.services]
        case PlaceKind.SITE:
            return [each.id for each in region.sites]
        case PlaceKind.TEAM:
            return [each.id for office in region.offices for each in office.teams]
        case PlaceKind.INTERPRETER:
            return [each.id for each in region.interpreters]
