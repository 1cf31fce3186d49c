"""Trust in one server: its certificate must chain to a known authority, and its key must be one of those pinned.

A pin is the SHA-256 of the certificate's SubjectPublicKeyInfo in base64 (RFC 7469, section 2.4); a second one, of a
key that the server keeps for later, lets it change its key without a visit to every kiosk. Both ways to the server, the
REST gateway and the signalling socket, take their context from here, and the pin is checked at the end of each
handshake: before the first byte of a request, and so before any token, leaves this machine.
"""

import base64
import hashlib
import logging
import ssl
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from requests.adapters import HTTPAdapter
from requests.utils import DEFAULT_CA_BUNDLE_PATH

from desk_client.config.origins import is_safe_origin

logger = logging.getLogger(__name__)


class PinMismatchError(ssl.SSLCertVerificationError):
    """The server proved a valid certificate, but its key is not among the pins."""


@dataclass(frozen=True)
class ServerTrust:
    """Whom this terminal believes.

    Attributes:
        pins: keys that the server may have; empty: any that the authorities vouch for.
        ca_file: the only authorities (PEM); None: those that browsers believe.
    """

    pins: tuple[str, ...] = ()
    ca_file: Path | None = None


def pin_of(certificate: bytes) -> str:
    """Return the pin of a certificate in DER."""
    from cryptography import x509  # noqa: PLC0415 - loaded where keys are pinned
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat  # noqa: PLC0415 - with it

    key = x509.load_der_x509_certificate(certificate).public_key()
    info = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(hashlib.sha256(info).digest()).decode("ascii")


def tls_context(url: str, trust: ServerTrust) -> ssl.SSLContext | None:
    """Return what checks the server of `url` as `trust` asks, or None for plain http, which has nothing to check.

    Raises:
        ValueError: plain http to another machine.
        OSError: the CA file cannot be read.
    """
    if not is_safe_origin(url):
        raise ValueError("a server on another machine is spoken to over https only")
    if urlsplit(url).scheme == "http":
        return None
    context = _PinnedContext(ssl.PROTOCOL_TLS_CLIENT)  # which asks for a certificate, and for the right host in it
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.pins = frozenset(trust.pins)
    context.load_verify_locations(trust.ca_file or DEFAULT_CA_BUNDLE_PATH)
    return context


class PinnedAdapter(HTTPAdapter):
    """Lets `requests` use one context, and add no authority of its own to it."""

    def __init__(self, context: ssl.SSLContext, *, most_connections: int) -> None:
        """`context` is that of `tls_context`; so many connections are kept to the one server."""
        self._context = context
        super().__init__(pool_connections=1, pool_maxsize=most_connections)

    def init_poolmanager(self, *sizes: Any, **pool: Any) -> None:  # requests leaves these open
        """Give the context to every connection."""
        super().init_poolmanager(*sizes, ssl_context=self._context, **pool)

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:  # the same
        """Leave the authorities as they are in the context: requests would load certifi's beside them."""
        del url, verify, cert
        conn.cert_reqs = "CERT_REQUIRED"


class _PinnedContext(ssl.SSLContext):
    """A context whose connections, of sockets and of asyncio alike, check the pins when the handshake is done."""

    pins: frozenset[str] = frozenset()

    def check(self, certificate: bytes | None) -> None:
        """Raise PinMismatchError for a key that is not pinned."""
        if not self.pins or (certificate is not None and pin_of(certificate) in self.pins):
            return
        logger.warning("the server's key is not among the pins: this is another server, or its key was changed")
        raise PinMismatchError("the server's key is not among the pins")


class _PinnedSocket(ssl.SSLSocket):
    def do_handshake(self, block: bool = False) -> None:  # noqa: FBT001, FBT002 - the signature is SSLSocket's
        super().do_handshake(block)
        _check(self)


class _PinnedObject(ssl.SSLObject):
    def do_handshake(self) -> None:
        super().do_handshake()
        _check(self)


_PinnedContext.sslsocket_class = _PinnedSocket
_PinnedContext.sslobject_class = _PinnedObject


def _check(peer: ssl.SSLSocket | ssl.SSLObject) -> None:
    if isinstance(peer.context, _PinnedContext):
        peer.context.check(peer.getpeercert(binary_form=True))
