"""Letters go through a real mail server: guarded, whole, with one Message-ID for all repetitions."""

import logging
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from icalendar import Calendar
from pydantic import SecretStr, ValidationError

from desk_client.config.message_settings import SmtpSettings
from desk_client.domain.ids import AppointmentId, MessageId
from desk_client.server.notify.gateway import Delivered, Undelivered
from desk_client.server.notify.invite import Invited, invitation
from desk_client.server.notify.letter import Letter, Method
from desk_client.server.notify.smtp import SmtpGateway

AT = datetime(2026, 11, 22, 6, 2, tzinfo=UTC)
ID = MessageId("msg_a")
TO = "citizen@mail.example"
LETTER = Letter("موعدكم في مجلس لدى أمير منطقة جازان في صالة أحد المسارحة", "مجلس: موعدكم\nالسطر الثاني")


class MailServer:
    """An aiosmtpd handler that keeps what it took, and answers a recipient as it was told."""

    def __init__(self) -> None:
        self.taken: list[Envelope] = []
        self.over_tls: list[bool] = []
        self.to_recipient = "250 OK"
        self.to_data = "250 OK"

    async def handle_RCPT(
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if self.to_recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.to_recipient

    async def handle_DATA(self, _server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.to_data.startswith("250"):
            self.taken.append(envelope)
            self.over_tls.append(session.ssl is not None)
        return self.to_data

    def message(self) -> EmailMessage:
        (envelope,) = self.taken
        assert isinstance(envelope.content, bytes)
        message = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        return message


def _check(_server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: Any) -> AuthResult:
    right = isinstance(data, LoginPassword) and (data.login, data.password) == (b"majlis", b"s3cret")
    return AuthResult(success=right, handled=False)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of localhost with its key in one file, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("smtp") / "localhost.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture
def mail(caplog: pytest.LogCaptureFixture) -> MailServer:
    # the server's own view of a caller that hangs up, which comes when it likes
    caplog.set_level(logging.CRITICAL, logger="mail.log")
    return MailServer()


@contextmanager
def serving(mail: MailServer, **arguments: Any) -> Iterator[int]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    controller = Controller(mail, hostname="127.0.0.1", port=port, **arguments)
    controller.start()
    try:
        yield port
    finally:
        controller.stop()


def tls(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def plain(port: int, **more: Any) -> SmtpSettings:
    return SmtpSettings(host="127.0.0.1", port=port, security="none", sender="majlis@jazan.example", **more)


def sent(settings: SmtpSettings, letter: Letter = LETTER, to: str = TO) -> Delivered | Undelivered:
    return SmtpGateway(settings).send(ID, to, letter, AT)


def test_a_letter_arrives_whole_in_arabic(mail: MailServer) -> None:
    with serving(mail) as port:
        assert sent(plain(port)) == Delivered()
    message = mail.message()
    assert message["Subject"] == LETTER.subject
    assert message["From"].addresses[0].display_name == "مجلس"
    assert message["From"].addresses[0].addr_spec == "majlis@jazan.example"
    assert message["To"] == TO
    assert message["Message-ID"] == "<msg_a@jazan.example>"
    assert message["Date"].datetime == AT
    assert message["Auto-Submitted"] == "auto-generated"
    assert message.get_content().replace("\r\n", "\n").rstrip() == LETTER.text
    raw = mail.taken[0].content
    assert isinstance(raw, bytes)
    assert raw.isascii(), "headers and text are encoded for servers that know no more than ASCII"


def test_an_invitation_is_an_alternative_and_a_file(mail: MailServer) -> None:
    invited = Invited(
        AppointmentId("apt_a"), 1, "موعد", "صالة", AT, AT + timedelta(minutes=20), "majlis@jazan.example", "مجلس", "x"
    )
    with serving(mail) as port:
        assert sent(plain(port), Letter("موعدكم", "نص", invitation(invited, Method.CANCEL, AT))) == Delivered()
    parts = {part.get_content_type(): part for part in mail.message().walk() if not part.get_content_disposition()}
    assert parts["text/plain"].get_content().strip() == "نص"
    assert parts["text/calendar"]["Content-Type"].params["method"] == "CANCEL"
    (event,) = Calendar.from_ical(parts["text/calendar"].get_content()).walk("VEVENT")
    assert event["SUMMARY"] == "موعد"
    (file,) = mail.message().iter_attachments()
    assert file.get_filename() == "invite.ics"
    assert Calendar.from_ical(file.get_content())["METHOD"] == "CANCEL"


def test_starttls_guards_the_login_and_the_letter(mail: MailServer, certificate: Path) -> None:
    with serving(mail, tls_context=tls(certificate), authenticator=_check, auth_require_tls=True) as port:
        settings = SmtpSettings(
            host="localhost",
            port=port,
            user="majlis",
            password=SecretStr("s3cret"),
            sender="majlis@jazan.example",
            ca_file=certificate,
        )
        assert sent(settings) == Delivered()
        wrong = sent(settings.model_copy(update={"password": SecretStr("wrong")}))
    assert mail.over_tls == [True]
    assert isinstance(wrong, Undelivered)
    assert not wrong.permanent, "a wrong password is ours to mend, and the letter waits for it"


def test_tls_from_the_first_byte(mail: MailServer, certificate: Path) -> None:
    with serving(mail, ssl_context=tls(certificate), ready_timeout=10.0) as port:
        settings = SmtpSettings(
            host="localhost", port=port, security="tls", sender="majlis@jazan.example", ca_file=certificate
        )
        assert sent(settings) == Delivered()
    assert len(mail.taken) == 1


def test_a_server_that_offers_no_tls_or_another_s_certificate_gets_no_letter(
    mail: MailServer, certificate: Path
) -> None:
    guarded: dict[str, Any] = {"host": "localhost", "sender": "majlis@jazan.example"}
    with serving(mail) as port:
        refused = sent(SmtpSettings(port=port, **guarded))
    assert isinstance(refused, Undelivered)
    with serving(mail, tls_context=tls(certificate)) as port:
        unknown = sent(SmtpSettings(port=port, **guarded))
    assert unknown == Undelivered("the mail server cannot be used: SSLCertVerificationError")
    assert mail.taken == []


@pytest.mark.parametrize(
    ("to_recipient", "to_data", "permanent"),
    [
        ("550 5.1.1 no such user citizen@mail.example", "250 OK", True),
        ("450 4.2.1 try later citizen@mail.example", "250 OK", False),
        ("250 OK", "554 5.6.0 spam", True),
        ("250 OK", "451 4.3.0 try later", False),
    ],
)
def test_never_and_not_now_are_told_apart(mail: MailServer, to_recipient: str, to_data: str, permanent: object) -> None:
    mail.to_recipient, mail.to_data = to_recipient, to_data
    with serving(mail) as port:
        answer = sent(plain(port))
    assert isinstance(answer, Undelivered)
    assert answer.permanent is permanent
    assert "citizen" not in answer.reason


def test_a_line_break_in_an_address_or_subject_opens_no_second_header(mail: MailServer) -> None:
    with serving(mail) as port:
        for answer in (
            sent(plain(port), Letter("a\r\nBcc: thief@mail.example", "b")),
            sent(plain(port), to="a@b.example\r\nRCPT TO:<thief@mail.example>"),
        ):
            assert isinstance(answer, Undelivered)
            assert answer.permanent
    assert mail.taken == []


def test_nobody_listens_or_nobody_answers() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        answer = sent(plain(port, timeout=timedelta(milliseconds=200)))
        assert answer == Undelivered("the mail server cannot be used: SMTPServerDisconnected")
    gone = sent(plain(port))
    assert isinstance(gone, Undelivered)
    assert not gone.permanent


def test_settings_that_would_show_letters_or_half_a_login_are_refused() -> None:
    with pytest.raises(ValidationError, match="loopback alone"):
        SmtpSettings(host="mail.example", security="none", sender="a@b.example")
    with pytest.raises(ValidationError, match="belong together"):
        SmtpSettings(host="mail.example", user="a", sender="a@b.example")
    with pytest.raises(ValidationError, match="sender"):
        SmtpSettings(host="mail.example", sender="nobody")
