"""By what a kiosk's server knows it: traded for a code once, kept from then on."""

import logging

from desk_client.client.credential import kept_credential
from desk_client.config.desktop_settings import DesktopSettings
from desk_client.config.secrets import Secrets, open_secrets
from desk_client.domain.outcomes import Refusal

logger = logging.getLogger(__name__)


async def credential_of(settings: DesktopSettings, enrolment_code: str | None) -> str | None:
    """The kiosk's credential, traded for the code first where one is given; None once it was said why there is none.

    Raises:
        OSError: the settings' file of authorities is not one, or the place of the credential cannot be written.
    """
    secrets = open_secrets(settings.directory("kiosk").created().secrets, keep_in=settings.secrets)
    if enrolment_code is not None and not await _is_enrolled(settings, secrets, enrolment_code):
        return None
    credential = kept_credential(secrets, settings.server_url)
    if credential is None:
        logger.error(
            "this kiosk is not enrolled: ask an administrator for a code (desk-client admin enrol-kiosk) "
            "and start once with --enrol CODE"
        )
    return credential


async def _is_enrolled(settings: DesktopSettings, secrets: Secrets, code: str) -> bool:
    from desk_client.bootstrap.server_line import open_gateway  # noqa: PLC0415 - once in a kiosk's life
    from desk_client.client.actions.enrol import enrol  # noqa: PLC0415 - once in a kiosk's life

    gateway = open_gateway(settings)
    try:
        kiosk = await enrol(gateway, secrets, code)
    finally:
        gateway.close()
    if isinstance(kiosk, Refusal):
        logger.error("not enrolled: the server says %s", kiosk.code)
        return False
    logger.info("enrolled as kiosk %d of %s", kiosk.number, kiosk.site.name.en)
    return True
