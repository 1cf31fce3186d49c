"""How the server speaks on the network: TLS of its own, behind a proxy that ends TLS, or to this machine alone."""

import logging
import os
import ssl
import stat
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from cryptography import x509

from desk_client.config.origins import is_loopback
from desk_client.config.settings import ServerSettings
from desk_client.server.security.local_ca import LocalCa

_log = logging.getLogger(__name__)

# of TLS 1.2 only what gives forward secrecy and authenticated encryption (RFC 9325, section 4.2); 1.3 has nothing else
_CIPHERS_1_2: Final = "ECDHE+AESGCM:ECDHE+CHACHA20"
_TOLD_BEFORE: Final = timedelta(days=45)


class TransportUnusableError(OSError):
    """The server may not, or cannot, speak in the way that its settings ask for; the message is for the operator."""


def server_context(settings: ServerSettings, now: datetime) -> ssl.SSLContext | None:
    """Return the server's side of TLS, or None where its settings allow plain connections.

    Plain connections never leave the machine unless a proxy ends TLS before the server (`behind_proxy`). A certificate
    that ends soon, or has ended, is told to the log: terminals would stop by themselves on that day, all at once.

    Raises:
        TransportUnusableError: neither TLS nor a proxy and an address of the network, or files that are no
            certificate and key.
    """
    files = _files(settings)
    if files is None:
        if not is_loopback(settings.host) and not settings.behind_proxy:
            raise TransportUnusableError(
                f"without TLS nothing may be served at {settings.host}: give tls.certificate and tls.key, or "
                "tls.local_ca (desk-client admin ca), or name in behind_proxy the proxy that ends TLS before it"
            )
        return None
    certificate, key = files
    _refuse_readable(key)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers(_CIPHERS_1_2)
    context.options |= ssl.OP_NO_COMPRESSION | ssl.OP_NO_RENEGOTIATION | ssl.OP_CIPHER_SERVER_PREFERENCE
    try:
        context.load_cert_chain(certificate, key)
    except OSError as error:  # an SSLError is one: no PEM, or a key that belongs to another certificate
        raise TransportUnusableError(f"{certificate} and {key} are no certificate and its key: {error}") from None
    until = x509.load_pem_x509_certificate(certificate.read_bytes()).not_valid_after_utc
    if until - now < _TOLD_BEFORE:
        _log.warning("the server's certificate ends on %s: renew it and start the server again", until.date())
    return context


def local_ca(settings: ServerSettings) -> LocalCa:
    """Return the installation's own authority."""
    return LocalCa(settings.directory.tls)


def _files(settings: ServerSettings) -> tuple[Path, Path] | None:
    tls = settings.tls
    if tls.local_ca:
        ca = local_ca(settings)
        if not ca.server_certificate_file.exists():
            raise TransportUnusableError(
                "the local authority has issued no certificate yet: desk-client admin ca issue HOST"
            )
        return ca.server_certificate_file, ca.server_key_file
    if tls.certificate is None or tls.key is None:
        return None
    return tls.certificate, tls.key


def _refuse_readable(key: Path) -> None:
    try:
        mode = key.stat().st_mode
    except OSError as error:
        raise TransportUnusableError(f"the key cannot be read: {error}") from None
    if os.name == "posix" and mode & (stat.S_IROTH | stat.S_IWOTH):
        raise TransportUnusableError(f"everybody on this machine may read or change {key}: chmod 600 {key}")
