import logging
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desk_client.config.settings import ServerSettings, TlsSettings
from desk_client.server.security.tls import TransportUnusableError, local_ca, server_context

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", "127.9.9.9"])
def test_this_machine_may_be_served_without_tls(host: str, tmp_path: Path) -> None:
    assert server_context(ServerSettings(host=host, data_dir=tmp_path), NOW) is None


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.1", "majlis.example"])  # noqa: S104 - it is refused
def test_a_network_is_served_over_tls_or_behind_a_proxy_that_is_named(host: str, tmp_path: Path) -> None:
    with pytest.raises(TransportUnusableError, match="without TLS"):
        server_context(ServerSettings(host=host, data_dir=tmp_path), NOW)
    assert server_context(ServerSettings(host=host, data_dir=tmp_path, behind_proxy=("10.0.0.2",)), NOW) is None


def test_the_local_authoritys_certificate_is_served_once_it_is_there(tmp_path: Path) -> None:
    settings = ServerSettings(host="0.0.0.0", data_dir=tmp_path, tls=TlsSettings(local_ca=True))  # noqa: S104 - with TLS
    with pytest.raises(TransportUnusableError, match="ca issue"):
        server_context(settings, NOW)
    ca = local_ca(settings)
    ca.init("Jazan", (), NOW)
    ca.issue(["majlis.example"], NOW)
    context = server_context(settings, NOW)
    assert context is not None
    assert context.minimum_version is ssl.TLSVersion.TLSv1_2
    for cipher in context.get_ciphers():
        assert cipher["aead"], cipher["name"]
        assert cipher["protocol"] == "TLSv1.3" or cipher["name"].startswith("ECDHE-"), cipher["name"]


def test_files_that_do_not_serve_are_named_in_a_sentence(tmp_path: Path) -> None:
    ca = local_ca(ServerSettings(data_dir=tmp_path))
    ca.init("Jazan", (), NOW)
    ca.issue(["majlis.example"], NOW)

    def refused(certificate: Path, key: Path) -> str:
        with pytest.raises(TransportUnusableError) as error:
            server_context(ServerSettings(data_dir=tmp_path, tls=TlsSettings(certificate=certificate, key=key)), NOW)
        return str(error.value)

    assert "no certificate and its key" in refused(ca.certificate_file, ca.server_key_file)
    assert "cannot be read" in refused(ca.server_certificate_file, tmp_path / "none.key")
    ca.server_key_file.chmod(0o644)
    assert "chmod 600" in refused(ca.server_certificate_file, ca.server_key_file)


def test_a_certificate_that_ends_soon_is_told_to_the_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    settings = ServerSettings(data_dir=tmp_path, tls=TlsSettings(local_ca=True))
    ca = local_ca(settings)
    ca.init("Jazan", (), NOW)
    ca.issue(["majlis.example"], NOW)
    with caplog.at_level(logging.WARNING):
        server_context(settings, NOW + timedelta(days=700))
        assert caplog.text == ""
        server_context(settings, NOW + timedelta(days=800))
    assert "ends on 2028-06-03" in caplog.text
