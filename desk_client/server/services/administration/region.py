"""The region as those see it who administer it."""

from typing import Any

from sqlalchemy import Row, select

from desk_client.domain.access import Action, Ownership
from desk_client.domain.ids import GovernorateId, SiteId
from desk_client.domain.outcomes import Refusal
from desk_client.domain.request import Rung
from desk_client.protocol.appointments import WORDINGS
from desk_client.protocol.base import Texts
from desk_client.protocol.offices import QUESTIONS
from desk_client.protocol.regions import (
    Agency,
    Region,
    RegionInterpreter,
    RegionKiosk,
    RegionOffice,
    RegionService,
    RegionSite,
    RegionTeam,
)
from desk_client.server.services.actor import Actor
from desk_client.server.services.administration.calendar_rows import week
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.region import (
    agency,
    interpreter,
    kiosk,
    kiosk_pin,
    office,
    service,
    site,
    site_hours,
    visiting_team,
)

_AnyRow = Row[Any]  # a row's columns are of many types


def whole(transaction: Transaction, actor: Actor) -> Region | Refusal:
    """Every agency and office, and the halls of whoever asks with their kiosks. Refusal: FORBIDDEN."""
    if (refusal := actor.refused(Action.ADMINISTER)) is not None:
        return refusal
    run = transaction.connection.execute
    services: dict[str, list[RegionService]] = {}
    for row in run(select(service).order_by(service.c.rank, service.c.id)):
        known = RegionService(
            name=_texts(row, "name"),
            group=row.group_id,
            questions=() if row.triage is None else QUESTIONS.validate_json(row.triage),
            own_questions=row.own_triage,
            wordings=() if row.wordings is None else WORDINGS.validate_json(row.wordings),
            own_wordings=row.own_wordings,
            **_standing(row),
        )
        services.setdefault(row.office_id, []).append(known)
    teams: dict[str, list[RegionTeam]] = {}
    for row in run(select(visiting_team).order_by(visiting_team.c.rank, visiting_team.c.id)):
        team = RegionTeam(name=_texts(row, "name"), own=row.own, **_standing(row))
        teams.setdefault(row.office_id, []).append(team)
    return Region(
        agencies=tuple(
            Agency(name=_texts(row, "name"), transaction_link=row.transaction_link, **_standing(row))
            for row in run(select(agency).order_by(agency.c.rank, agency.c.id))
        ),
        offices=tuple(
            RegionOffice(
                title=_texts(row, "title"),
                agency_id=row.agency_id,
                honorific=_texts(row, "honorific"),
                holder=_texts(row, "holder"),
                rung=Rung(row.rung),
                services=tuple(services.get(row.id, ())),
                teams=tuple(teams.get(row.id, ())),
                **_standing(row),
            )
            for row in run(select(office).order_by(office.c.rank, office.c.id))
        ),
        sites=_sites(transaction, actor),
        interpreters=tuple(
            RegionInterpreter(name=_texts(row, "name"), language=row.language, own=row.own, **_standing(row))
            for row in run(select(interpreter).order_by(interpreter.c.rank, interpreter.c.id))
        ),
    )


def _sites(transaction: Transaction, actor: Actor) -> tuple[RegionSite, ...]:
    run = transaction.connection.execute
    with_pin = set(run(select(kiosk_pin.c.site_id)).scalars())
    kiosks: dict[str, list[RegionKiosk]] = {}
    for row in run(select(kiosk).order_by(kiosk.c.number)):
        known = RegionKiosk(
            id=row.id, number=row.number, enrolled=row.enrolled_at is not None, disabled=row.disabled_at is not None
        )
        kiosks.setdefault(row.site_id, []).append(known)
    sites = []
    for row in run(select(site).order_by(site.c.rank, site.c.id)):
        owner = Ownership(site_id=SiteId(row.id), governorate_id=GovernorateId(row.governorate_id))
        if actor.refused(Action.MANAGE_KIOSKS, owner) is None:
            sites.append(
                RegionSite(
                    name=_texts(row, "name"),
                    governorate=_texts(row, "governorate"),
                    governorate_id=row.governorate_id,
                    has_pin=row.id in with_pin,
                    kiosks=tuple(kiosks.get(row.id, ())),
                    address=None if row.address_ar is None else _texts(row, "address"),
                    phone=row.phone,
                    latitude=row.latitude,
                    longitude=row.longitude,
                    hours=week(transaction, site_hours, site_hours.c.site_id == row.id),
                    **_standing(row),
                )
            )
    return tuple(sites)


def _texts(row: _AnyRow, name: str) -> Texts:
    return Texts(ar=getattr(row, f"{name}_ar"), en=getattr(row, f"{name}_en"))


def _standing(row: _AnyRow) -> dict[str, Any]:
    return {"id": row.id, "version": row.version, "closed_from": row.closed_from}
