"""Where sites are."""

from desk_client.domain.distances import Coordinates
from desk_client.domain.ids import SiteId
from desk_client.server.services.rules import Rulebook


def place_of_site(rulebook: Rulebook, site_id: SiteId | None) -> Coordinates | None:
    """A site's coordinates; None without a site, or where nobody has entered them."""
    site = None if site_id is None else rulebook.sites[site_id]
    if site is None or site.latitude is None or site.longitude is None:
        return None
    return Coordinates(site.latitude, site.longitude)
