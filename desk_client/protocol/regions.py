"""What there is to administer: agencies, offices, halls and their kiosks."""

from desk_client.protocol.base import Answer, Identifier, Texts


class Agency(Answer):
    """An agency (جهة), to which offices belong."""

    id: Identifier
    name: Texts


class RegionOffice(Answer):
    """An office, as an administrator names it."""

    id: Identifier
    title: Texts
    agency_id: Identifier


class RegionKiosk(Answer):
    """A terminal of a hall: whether it is enrolled, and whether it was taken out of service."""

    id: Identifier
    number: int
    enrolled: bool
    disabled: bool


class RegionSite(Answer):
    """A hall with its kiosks; `has_pin`: its operator has a PIN for them."""

    id: Identifier
    name: Texts
    governorate: Texts
    governorate_id: Identifier
    has_pin: bool
    kiosks: tuple[RegionKiosk, ...]


class Region(Answer):
    """``GET /v1/region``: each list in the order of its ranks."""

    agencies: tuple[Agency, ...]
    offices: tuple[RegionOffice, ...]
    sites: tuple[RegionSite, ...]
