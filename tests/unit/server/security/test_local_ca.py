import ipaddress
import ssl
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID

from desk_client.server.security.local_ca import LocalCa, LocalCaError

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def made(directory: Path, *permitted: str) -> LocalCa:
    ca = LocalCa(directory)
    ca.init("Jazan", permitted, NOW)
    return ca


def certificate(path: Path) -> x509.Certificate:
    return x509.load_pem_x509_certificate(path.read_bytes())


def test_a_servers_certificate_is_for_servers_only_and_lives_825_days_at_most(tmp_path: Path) -> None:
    ca = made(tmp_path)
    standing = ca.issue(["majlis.example", "10.1.2.3", "::1"], NOW)
    issued, authority = certificate(ca.server_certificate_file), certificate(ca.certificate_file)
    issued.verify_directly_issued_by(authority)
    extensions = issued.extensions
    assert not extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    usage = extensions.get_extension_for_class(x509.KeyUsage).value
    assert usage.digital_signature
    assert not usage.key_cert_sign
    assert list(extensions.get_extension_for_class(x509.ExtendedKeyUsage).value) == [ExtendedKeyUsageOID.SERVER_AUTH]
    assert issued.not_valid_after_utc - issued.not_valid_before_utc <= timedelta(days=825)
    assert issued.not_valid_before_utc < NOW < issued.not_valid_after_utc
    assert standing.hosts == ("majlis.example", "10.1.2.3", "::1")


def test_the_authority_signs_certificates_and_nothing_below_it_does(tmp_path: Path) -> None:
    authority = certificate(made(tmp_path).certificate_file)
    basic = authority.extensions.get_extension_for_class(x509.BasicConstraints)
    assert (basic.critical, basic.value.ca, basic.value.path_length) == (True, True, 0)
    usage = authority.extensions.get_extension_for_class(x509.KeyUsage).value
    assert usage.key_cert_sign
    assert not usage.digital_signature
    assert authority.not_valid_after_utc - NOW > timedelta(days=3650)


def test_keys_are_their_owners_alone(tmp_path: Path) -> None:
    ca = made(tmp_path / "tls")
    ca.issue(["majlis.example"], NOW)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in ca.files}
    assert modes == {"ca.pem": 0o644, "server.pem": 0o644, "ca.key": 0o600, "server.key": 0o600, "spare.key": 0o600}
    assert stat.S_IMODE((tmp_path / "tls").stat().st_mode) == 0o700


def test_a_renewal_keeps_the_key_and_a_new_key_was_pinned_before(tmp_path: Path) -> None:
    ca = made(tmp_path)
    first = ca.issue(["majlis.example"], NOW)
    renewed = ca.issue(["majlis.example"], NOW)
    assert (renewed.pin, renewed.backup_pin) == (first.pin, first.backup_pin)
    changed = ca.issue(["majlis.example"], NOW, new_key=True)
    assert changed.pin == first.backup_pin
    assert changed.backup_pin not in {first.pin, first.backup_pin}


def test_a_narrowed_authority_vouches_for_nothing_else(tmp_path: Path) -> None:
    ca = made(tmp_path, "jazan.example", "10.0.0.0/8")
    constraints = certificate(ca.certificate_file).extensions.get_extension_for_class(x509.NameConstraints)
    assert constraints.critical
    assert set(ca.show().permitted) == {"jazan.example", "10.0.0.0/8"}
    ca.issue(["majlis.jazan.example", "jazan.example", "10.1.2.3"], NOW)
    for other in ("majlis.example", "notjazan.example", "11.0.0.1", "::1"):
        with pytest.raises(LocalCaError, match="narrowed"):
            ca.issue([other], NOW)


def test_what_an_authority_was_not_narrowed_to_is_shut_out_whatever_its_kind(tmp_path: Path) -> None:
    names = certificate(made(tmp_path / "1", "jazan.example").certificate_file)
    excluded = names.extensions.get_extension_for_class(x509.NameConstraints).value.excluded_subtrees
    assert {each.value for each in excluded or ()} == {
        ipaddress.ip_network("0.0.0.0/0"),
        ipaddress.ip_network("::/0"),
    }
    networks = certificate(made(tmp_path / "2", "10.0.0.0/8").certificate_file)
    excluded = networks.extensions.get_extension_for_class(x509.NameConstraints).value.excluded_subtrees
    assert [each.value for each in excluded or ()] == [""]


@pytest.mark.parametrize("host", ["", "majlis..example", "مجلس", "-a.example", "a b", "*.example", "http://x"])
def test_what_is_no_host_is_not_certified(tmp_path: Path, host: str) -> None:
    ca = made(tmp_path)
    with pytest.raises(LocalCaError, match="no host"):
        ca.issue([host], NOW)


def test_an_authority_is_never_overwritten_and_one_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(LocalCaError, match="ca init"):
        LocalCa(tmp_path).issue(["majlis.example"], NOW)
    ca = made(tmp_path)
    before = ca.certificate_file.read_bytes()
    with pytest.raises(LocalCaError, match="already"):
        ca.init("Jazan", (), NOW)
    assert ca.certificate_file.read_bytes() == before


def test_no_certificate_outlives_its_authority(tmp_path: Path) -> None:
    ca = made(tmp_path)
    ca.issue(["majlis.example"], NOW + timedelta(days=3600))
    assert certificate(ca.server_certificate_file).not_valid_after_utc == ca.show().authority_until
    with pytest.raises(LocalCaError, match="expired"):
        ca.issue(["majlis.example"], NOW + timedelta(days=3660))


def test_the_files_are_what_tls_takes(tmp_path: Path) -> None:
    ca = made(tmp_path)
    ca.issue(["majlis.example"], NOW)
    ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(ca.server_certificate_file, ca.server_key_file)
