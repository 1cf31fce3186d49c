"""Members of staff as those see them who call each other into a talk: who they are, and where they belong."""

from typing import Any

from sqlalchemy import Row, Select, select

from desk_client.domain.called_in import CALLABLE_ROLES
from desk_client.protocol.base import Texts
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.people import staff
from desk_client.server.storage.tables.region import agency, office


def people(*, every: bool = False) -> Select[Any]:  # a row's columns are of many types
    """Members of staff with where they belong; those who may be called in, or every one."""
    query = (
        select(
            staff.c.id,
            staff.c.role,
            staff.c.office_id,
            staff.c.governorate_id,
            staff.c.agency_id,
            staff.c.name_ar,
            staff.c.name_en,
            office.c.agency_id.label("office_agency_id"),
            office.c.title_ar,
            office.c.title_en,
            agency.c.name_ar.label("agency_ar"),
            agency.c.name_en.label("agency_en"),
        )
        .outerjoin(office, office.c.id == staff.c.office_id)
        .outerjoin(agency, agency.c.id == staff.c.agency_id)
    )
    may_be = (staff.c.role.in_([role.value for role in CALLABLE_ROLES]), staff.c.disabled_at.is_(None))
    return query if every else query.where(*may_be)


def person(transaction: Transaction, staff_id: str) -> Row[Any]:  # the same
    """One of them, whoever it is."""
    return transaction.connection.execute(people(every=True).where(staff.c.id == staff_id)).one()


def name_of(row: Row[Any]) -> Texts:  # the same
    """What they are called."""
    return Texts(ar=row.name_ar, en=row.name_en)


def title_of(row: Row[Any]) -> Texts:  # the same
    """What their office is called, or their agency."""
    titles = ((row.title_ar, row.title_en), (row.agency_ar, row.agency_en))
    return next((Texts(ar=ar, en=en) for ar, en in titles if ar is not None), name_of(row))
