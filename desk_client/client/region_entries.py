"""The region's places as texts in a form, and what the server is asked for when they are saved.

A hall's hours are up to two rows of days of the week with one stretch; what it has beyond these stays as it is.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final, TypeAlias

from pydantic import ValidationError

from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.request import Rung
from desk_client.domain.transaction_link import fault_in_link
from desk_client.i18n.digits import to_ascii
from desk_client.protocol.base import Texts
from desk_client.protocol.calendars import Names, WeekHours
from desk_client.protocol.regions import (
    Agency,
    AgencyAsk,
    InterpreterAsk,
    NewInterpreterAsk,
    NewServiceAsk,
    NewTeamAsk,
    OfficeAsk,
    PlaceKind,
    Region,
    RegionInterpreter,
    RegionOffice,
    RegionService,
    RegionSite,
    RegionTeam,
    ServiceAsk,
    SiteAsk,
    TeamAsk,
)

__all__ = [
    "Agency",
    "Entry",
    "Place",
    "PlaceAsk",
    "PlaceKind",
    "Region",
    "RegionInterpreter",
    "RegionOffice",
    "RegionService",
    "RegionSite",
    "RegionTeam",
    "ask_of",
    "entry_of",
    "found",
    "typed_day",
    "values_of",
]

Values = Mapping[str, str]
Entry: TypeAlias = tuple[PlaceKind, str]
"""A place by its kind and its id; as a key in one text: "office:mayor"."""
Place = Agency | RegionOffice | RegionService | RegionSite | RegionTeam | RegionInterpreter
PlaceAsk = AgencyAsk | OfficeAsk | NewServiceAsk | ServiceAsk | SiteAsk | TeamAsk | InterpreterAsk
_ROWS: Final = ("", "_2")
"""How the fields of a hall's first and second row of hours are told apart."""


def entry_of(key: str) -> Entry:
    """The place of that key."""
    what, _, place_id = key.partition(":")
    return PlaceKind(what), place_id


def found(region: Region, entry: Entry) -> Place | None:
    """A place as it was last read."""
    what, place_id = entry
    every: Mapping[PlaceKind, tuple[Place, ...]] = {
        PlaceKind.AGENCY: region.agencies,
        PlaceKind.OFFICE: region.offices,
        PlaceKind.SERVICE: tuple(each for office in region.offices for each in office.services),
        PlaceKind.SITE: region.sites,
        PlaceKind.TEAM: tuple(each for office in region.offices for each in office.teams),
        PlaceKind.INTERPRETER: region.interpreters,
    }
    return next((each for each in every[what] if each.id == place_id), None)


def values_of(place: Place) -> dict[str, str]:
    """A place as texts."""
    match place:
        case Agency():
            return {**_texts("name", place.name), "transaction_link": place.transaction_link or ""}
        case RegionOffice():
            return {
                **_texts("name", place.title),
                "agency": place.agency_id,
                **_texts("honorific", place.honorific),
                **_texts("holder", place.holder),
                "rung": place.rung.value,
            }
        case RegionService():
            return {**_texts("name", place.name), "group": place.group or ""}
        case RegionSite():
            return _site_values(place)
        case RegionInterpreter():
            return {**_texts("name", place.name), "language": place.language}
        case _:
            return _texts("name", place.name)


def ask_of(what: PlaceKind, values: Values, before: Place | None) -> PlaceAsk | None:
    """What is asked for when these texts are saved; `before` is None for something new. None where a text is none."""
    try:
        match what:
            case PlaceKind.AGENCY:
                return _agency_ask(values)
            case PlaceKind.OFFICE:
                return OfficeAsk(
                    agency_id=values["agency"],
                    title=_names("name", values),
                    honorific=_names("honorific", values),
                    holder=_names("holder", values),
                    rung=Rung(values["rung"]),
                )
            case PlaceKind.SERVICE:
                return _service_ask(values, is_new=before is None)
            case PlaceKind.SITE:
                return _site_ask(values, before if isinstance(before, RegionSite) else None)
            case PlaceKind.TEAM:
                name = _names("name", values)
                return TeamAsk(name=name) if before else NewTeamAsk(name=name, office_id=values["office"])
            case PlaceKind.INTERPRETER:
                name = _names("name", values)
                return (
                    InterpreterAsk(name=name) if before else NewInterpreterAsk(name=name, language=values["language"])
                )
    except (ValidationError, ValueError, KeyError):
        return None


def typed_day(text: str) -> date | None:
    """A day as it is typed, 2026-03-15; None for any other text."""
    try:
        return date.fromisoformat(to_ascii(text.strip()))
    except ValueError:
        return None


def _agency_ask(values: Values) -> AgencyAsk | None:
    link = values.get("transaction_link", "").strip()
    is_right = not link or fault_in_link(link) is None
    return AgencyAsk(name=_names("name", values), transaction_link=link) if is_right else None


def _service_ask(values: Values, *, is_new: bool) -> ServiceAsk:
    group = to_ascii(values.get("group", "")).strip().casefold() or None
    if not is_new:
        return ServiceAsk(name=_names("name", values), group=group)
    kinds = (AppointmentKind(values["kind"]),)
    return NewServiceAsk(name=_names("name", values), group=group, office_id=values["office"], kinds=kinds)


def _site_values(place: RegionSite) -> dict[str, str]:
    values = {
        **_texts("name", place.name),
        "governorate": place.governorate_id,
        **_texts("governorate", place.governorate),
        **_texts("address", place.address or Texts(ar="", en="")),
        "phone": place.phone or "",
        "latitude": "" if place.latitude is None else str(place.latitude),
        "longitude": "" if place.longitude is None else str(place.longitude),
    }
    for row, hours in zip(_ROWS, place.hours, strict=False):
        days = ",".join(str(day.value) for day in sorted(hours.days, key=lambda day: (day.value + 1) % 7))
        values |= {f"days{row}": days, f"opens{row}": hours.opens, f"closes{row}": hours.closes}
    return values


def _site_ask(values: Values, before: RegionSite | None) -> SiteAsk:
    governorate_id = values["governorate"].strip() or None
    phone = to_ascii(values.get("phone", "")).strip()
    address = {code: values.get(f"address_{code}", "").strip() for code in ("ar", "en")}
    hours = [made for row in _ROWS if (made := _hours(values, row)) is not None]
    beyond = () if before is None else before.hours[len(_ROWS) :]
    return SiteAsk(
        name=_names("name", values),
        governorate=_names("governorate", values),
        governorate_id=governorate_id,
        address=Names(**address) if any(address.values()) else None,
        phone=phone or None,
        latitude=_degrees(values.get("latitude", "")),
        longitude=_degrees(values.get("longitude", "")),
        hours=(*hours, *beyond),
    )


def _hours(values: Values, row: str) -> WeekHours | None:
    days, opens, closes = (values.get(f"{code}{row}", "") for code in ("days", "opens", "closes"))
    if not (days or opens or closes):
        return None
    weekdays = tuple(int(number) for number in days.split(",") if number)
    return WeekHours.model_validate({"days": weekdays, "opens": _clock(opens), "closes": _clock(closes)})


def _clock(text: str) -> str:
    hours, _, minutes = to_ascii(text).strip().partition(":")
    return f"{int(hours):02}:{int(minutes):02}"


def _degrees(text: str) -> float | None:
    plain = to_ascii(text).strip().replace("٫", ".")
    return float(plain) if plain else None


def _texts(name: str, texts: Texts) -> dict[str, str]:
    return {f"{name}_ar": texts.ar, f"{name}_en": texts.en}


def _names(name: str, values: Values) -> Names:
    return Names(ar=values[f"{name}_ar"].strip(), en=values[f"{name}_en"].strip())
