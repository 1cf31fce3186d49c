"""The region as those see it who administer it."""

from sqlalchemy import select

from desk_client.domain.access import Action, Ownership
from desk_client.domain.ids import GovernorateId, SiteId
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.base import Texts
from desk_client.protocol.regions import Agency, Region, RegionKiosk, RegionOffice, RegionSite
from desk_client.server.services.actor import Actor
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.region import agency, kiosk, kiosk_pin, office, site


def whole(transaction: Transaction, actor: Actor) -> Region | Refusal:
    """Every agency and office, and the halls of whoever asks with their kiosks. Refusal: FORBIDDEN."""
    if (refusal := actor.refused(Action.ADMINISTER)) is not None:
        return refusal
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
                    id=row.id,
                    name=Texts(ar=row.name_ar, en=row.name_en),
                    governorate=Texts(ar=row.governorate_ar, en=row.governorate_en),
                    governorate_id=row.governorate_id,
                    has_pin=row.id in with_pin,
                    kiosks=tuple(kiosks.get(row.id, ())),
                )
            )
    return Region(
        agencies=tuple(
            Agency(id=row.id, name=Texts(ar=row.name_ar, en=row.name_en))
            for row in run(select(agency).order_by(agency.c.rank, agency.c.id))
        ),
        offices=tuple(
            RegionOffice(id=row.id, title=Texts(ar=row.title_ar, en=row.title_en), agency_id=row.agency_id)
            for row in run(select(office).order_by(office.c.rank, office.c.id))
        ),
        sites=tuple(sites),
    )
