"""Chooses who looks through attachments."""

import logging

from desk_client.config.attachment_settings import AttachmentSettings
from desk_client.server.attachments.clamd import ClamdScanner
from desk_client.server.attachments.limits import Limits
from desk_client.server.attachments.scanner import NoScanner, Scanner
from desk_client.server.attachments.vetting import Vetting

logger = logging.getLogger(__name__)


def open_vetting(settings: AttachmentSettings) -> Vetting:
    """The vetting of one server. A scanner that is not there yet is no obstacle: each scan asks for it anew."""
    limits = Limits(
        most_bytes=settings.most_bytes,
        most_pixels=settings.most_pixels,
        most_pages=settings.most_pages,
        memory_bytes=settings.examiner_memory_bytes,
        wall_s=settings.examined_within.total_seconds(),
    )
    return Vetting(_scanner(settings), limits, at_once=settings.examiners_at_once)


def _scanner(settings: AttachmentSettings) -> Scanner:
    if settings.scanning == "off":
        logger.warning("attachments are taken without being scanned: attachments.scanning is off")
        return NoScanner()
    address = settings.clamd_socket if settings.clamd_host is None else (settings.clamd_host, settings.clamd_port)
    return ClamdScanner(address, timeout=settings.scanned_within)
