"""A certificate authority of the installation's own, for networks where no public one issues.

ECDSA on P-256 throughout; X.509 as in RFC 5280. The authority lives ten years and may be narrowed to names and networks
(section 4.2.1.10); a server's certificate lives 825 days at most, which is what platforms accept. The server's next
key is drawn ahead and kept as a spare: clients pin both (RFC 7469), so the key can change without touching them.
"""

import base64
import hashlib
import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from desk_client.config.files import write_private

AUTHORITY_LIFETIME: Final = timedelta(days=3652)
SERVER_LIFETIME: Final = timedelta(days=825)
_CLOCKS_DIFFER_BY: Final = timedelta(hours=1)
_READABLE: Final = 0o644
_LONGEST_COMMON_NAME: Final = 64
# hosts stand in subjectAltName alone (RFC 6125): a common name that looks like a host would be held against the
# authority's name constraints as one
_SERVER_SUBJECT: Final = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Majlis server")])

Key = ec.EllipticCurvePrivateKey
Host = x509.DNSName | x509.IPAddress


class LocalCaError(OSError):
    """The authority cannot do what was asked; the message is a sentence for the administrator."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What `show` tells: the server's names, how long authority and certificate live, and what clients pin.

    Attributes:
        pin: of the key in use; None before the first certificate.
        backup_pin: of the spare key.
    """

    authority: str
    authority_until: datetime
    permitted: tuple[str, ...]
    hosts: tuple[str, ...]
    until: datetime | None
    pin: str | None
    backup_pin: str


class LocalCa:
    """The authority's files in one directory; keys are their owner's alone (mode 0600)."""

    def __init__(self, directory: Path) -> None:
        """Nothing is read or made before it is asked for."""
        self.certificate_file = directory / "ca.pem"
        self.server_certificate_file = directory / "server.pem"
        self.server_key_file = directory / "server.key"
        self._key_file = directory / "ca.key"
        self._spare_file = directory / "spare.key"

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file, for a backup; some may not exist yet."""
        return (
            self.certificate_file,
            self._key_file,
            self.server_certificate_file,
            self.server_key_file,
            self._spare_file,
        )

    def init(self, name: str, permitted: Sequence[str], now: datetime) -> Standing:
        """Make the authority and the server's first spare key.

        `permitted` narrows it to domains (with what is below them) and networks; empty: it may vouch for any name.

        Raises:
            LocalCaError: there is one already, or a name is not one.
        """
        if self.certificate_file.exists() or self._key_file.exists():
            raise LocalCaError(f"there is an authority already: {self.certificate_file}")
        key = _new_key()
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:_LONGEST_COMMON_NAME])])
        builder = (
            _builder(subject, subject, key, now, AUTHORITY_LIFETIME)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(_key_usage(signs_certificates=True), critical=True)
        )
        if permitted:
            builder = builder.add_extension(_constraints(permitted), critical=True)
        certificate = builder.sign(key, SHA256())
        write_private(self._spare_file, _pem(_new_key()))
        write_private(self._key_file, _pem(key))
        write_private(self.certificate_file, certificate.public_bytes(Encoding.PEM), mode=_READABLE)
        return self.show()

    def issue(self, hosts: Sequence[str], now: datetime, *, new_key: bool = False) -> Standing:
        """Issue the server's certificate for these names and addresses.

        Its key stays, so that pins stay; with `new_key` the spare takes its place and a new spare is drawn.

        Raises:
            LocalCaError: there is no authority, a host is not one, or the authority may not vouch for it.
        """
        authority, authority_key = self._authority()
        names = [_host(each) for each in hosts]
        if not names:
            raise LocalCaError("a certificate names one host at least")
        _permit(authority, names)
        key = self._key(self.server_key_file)
        takes_spare = new_key or key is None
        if key is None or takes_spare:
            key = self._key(self._spare_file)
            if key is None:
                raise LocalCaError(f"the spare key is missing: {self._spare_file}")
        certificate = (
            _builder(
                _SERVER_SUBJECT, authority.subject, key, now, SERVER_LIFETIME, at_most=authority.not_valid_after_utc
            )
            .add_extension(x509.SubjectAlternativeName(names), critical=False)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_key_usage(signs_certificates=False), critical=True)
            .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(authority_key.public_key()), critical=False
            )
            .sign(authority_key, SHA256())
        )
        # the spare goes last: a crash before it leaves a key that is in use and spare at once, and no pin is lost
        write_private(self.server_key_file, _pem(key))
        write_private(self.server_certificate_file, certificate.public_bytes(Encoding.PEM), mode=_READABLE)
        if takes_spare:
            write_private(self._spare_file, _pem(_new_key()))
        return self.show()

    def show(self) -> Standing:
        """Tell how things stand.

        Raises:
            LocalCaError: there is no authority.
        """
        authority, _ = self._authority()
        key, spare = self._key(self.server_key_file), self._key(self._spare_file)
        if spare is None:
            raise LocalCaError(f"the spare key is missing: {self._spare_file}")
        hosts: tuple[str, ...] = ()
        until = None
        if self.server_certificate_file.exists():
            certificate = x509.load_pem_x509_certificate(self.server_certificate_file.read_bytes())
            names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
            hosts = tuple(str(name.value) for name in names)
            until = certificate.not_valid_after_utc
        return Standing(
            authority=authority.subject.rfc4514_string(),
            authority_until=authority.not_valid_after_utc,
            permitted=tuple(str(each.value) for each in _permitted(authority)),
            hosts=hosts,
            until=until,
            pin=None if key is None else pin_of(key),
            backup_pin=pin_of(spare),
        )

    def _authority(self) -> tuple[x509.Certificate, Key]:
        key = self._key(self._key_file)
        if key is None or not self.certificate_file.exists():
            raise LocalCaError("there is no local authority yet: make one with `desk-client admin ca init`")
        return x509.load_pem_x509_certificate(self.certificate_file.read_bytes()), key

    @staticmethod
    def _key(path: Path) -> Key | None:
        try:
            key = load_pem_private_key(path.read_bytes(), password=None)
        except FileNotFoundError:
            return None
        except ValueError:
            raise LocalCaError(f"this is no key: {path}") from None
        if not isinstance(key, ec.EllipticCurvePrivateKey):
            raise LocalCaError(f"this is no key of ours: {path}")
        return key


def pin_of(key: Key) -> str:
    """The pin of a key: SHA-256 of its SubjectPublicKeyInfo, in base64 (RFC 7469, section 2.4)."""
    info = key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(hashlib.sha256(info).digest()).decode("ascii")


def _new_key() -> Key:
    return ec.generate_private_key(ec.SECP256R1())


def _pem(key: Key) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _builder(
    subject: x509.Name, issuer: x509.Name, key: Key, now: datetime, lifetime: timedelta, at_most: datetime | None = None
) -> x509.CertificateBuilder:
    """A certificate from a little ago, as a kiosk's clock may be behind, with the key and its identifier in it."""
    begins = now - _CLOCKS_DIFFER_BY
    ends = begins + lifetime
    if at_most is not None and at_most <= now:
        raise LocalCaError("the authority has expired: make a new one in an empty directory, and tell every client")
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(ends if at_most is None else min(ends, at_most))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _key_usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _host(text: str) -> Host:
    try:
        return x509.IPAddress(ipaddress.ip_address(text))
    except ValueError:
        return _dns(text)


def _dns(text: str) -> x509.DNSName:
    name = text.rstrip(".").lower()
    labels = name.split(".")
    if not name.isascii() or not all(
        label and label.replace("-", "").isalnum() and not label.startswith("-") and not label.endswith("-")
        for label in labels
    ):
        raise LocalCaError(f"this is no host's name or address: {text!r}")
    return x509.DNSName(name)


def _constraints(permitted: Sequence[str]) -> x509.NameConstraints:
    subtrees: list[x509.GeneralName] = []
    for text in permitted:
        try:
            subtrees.append(x509.IPAddress(ipaddress.ip_network(text)))
        except ValueError:
            subtrees.append(_dns(text))
    # a kind of name that no subtree speaks of is not narrowed at all (RFC 5280): what was not asked for is shut out
    excluded: list[x509.GeneralName] = []
    if not any(isinstance(each, x509.IPAddress) for each in subtrees):
        excluded = [x509.IPAddress(ipaddress.ip_network("0.0.0.0/0")), x509.IPAddress(ipaddress.ip_network("::/0"))]
    if not any(isinstance(each, x509.DNSName) for each in subtrees):
        excluded = [x509.DNSName("")]
    return x509.NameConstraints(permitted_subtrees=subtrees, excluded_subtrees=excluded or None)


def _permitted(authority: x509.Certificate) -> list[x509.GeneralName]:
    try:
        constraints = authority.extensions.get_extension_for_class(x509.NameConstraints).value
    except x509.ExtensionNotFound:
        return []
    return list(constraints.permitted_subtrees or [])


def _permit(authority: x509.Certificate, names: Sequence[Host]) -> None:
    """Refuse here, with a sentence, what every client would refuse later without one."""
    subtrees = _permitted(authority)
    for name in names:
        if subtrees and not any(_covers(subtree, name) for subtree in subtrees):
            raise LocalCaError(f"the authority may not vouch for {name.value}: it is narrowed to other names")


def _covers(subtree: x509.GeneralName, name: Host) -> bool:
    match subtree, name:
        case x509.DNSName(), x509.DNSName():
            return name.value == subtree.value or name.value.endswith(f".{subtree.value}")
        case x509.IPAddress(), x509.IPAddress():
            address = name.value
            return (
                isinstance(address, ipaddress.IPv4Address | ipaddress.IPv6Address)
                and isinstance(subtree.value, ipaddress.IPv4Network | ipaddress.IPv6Network)
                and address in subtree.value
            )
        case _:
            return False
