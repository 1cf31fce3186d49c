"""A mail server that takes our letters (RFC 5321), in MIME, with an invitation where there is one (RFC 6047)."""

import smtplib
import ssl
from contextlib import suppress
from datetime import datetime
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from typing import Final

from desk_client.config.message_settings import SmtpSettings
from desk_client.domain.ids import MessageId
from desk_client.domain.undelivered import Fault
from desk_client.server.notify.gateway import Answer, Delivered, Undelivered
from desk_client.server.notify.letter import Letter

_PERMANENT: Final = range(500, 600)
"""RFC 5321 section 4.2.1: permanent negative completion reply."""


class _Letters(EmailPolicy):
    """Lines end as SMTP wants them, and long Arabic headers keep their spaces.

    Python's own folding loses the space where an encoded word ends (RFC 2047 section 6.2: between two of them there is
    none); the older `Header` puts it inside.
    """

    def fold(self, name: str, value: str) -> str:
        """One header in as many lines as it takes."""
        if name == "Subject":
            return f"{name}: {Header(str(value), 'utf-8', header_name=name).encode(linesep=self.linesep)}{self.linesep}"
        folded: str = super().fold(name, value)
        return folded

    def fold_binary(self, name: str, value: str) -> bytes:
        """The same, as it is sent."""
        return self.fold(name, value).encode("ascii")


_POLICY: Final = _Letters(linesep="\r\n", cte_type="7bit")


class SmtpGateway:
    """An `EmailGateway` by SMTP; a connection for each letter."""

    def __init__(self, settings: SmtpSettings) -> None:
        """Nothing is asked before the first letter."""
        self._settings = settings
        self._tls = ssl.create_default_context(cafile=settings.ca_file)

    def send(self, message_id: MessageId, recipient: str, letter: Letter, at: datetime) -> Answer:
        """Hand a letter over; see `EmailGateway.send`."""
        try:
            message = self._message(message_id, recipient, letter, at)
        except ValueError:  # a line break in an address or a subject, above all
            return Undelivered(Fault.UNFIT_ADDRESS.noted(), permanent=True)
        try:
            smtp = self._connected()
        except (smtplib.SMTPException, OSError) as error:
            # also a login that is refused: that is ours to mend, and the letter waits for it
            return Undelivered(Fault.MAIL_SERVER_AWAY.noted(type(error).__name__))
        try:
            smtp.send_message(message, from_addr=self._settings.sender, to_addrs=[recipient])
        except smtplib.SMTPRecipientsRefused as error:
            code, _ = next(iter(error.recipients.values()))
            return _refused(code)
        except smtplib.SMTPResponseException as error:
            return _refused(error.smtp_code)
        except smtplib.SMTPNotSupportedError:
            return Undelivered(Fault.NO_SUCH_ADDRESS.noted(), permanent=True)
        except (smtplib.SMTPException, OSError) as error:
            return Undelivered(Fault.MAIL_SERVER_LEFT.noted(type(error).__name__))
        else:
            return Delivered()
        finally:
            with suppress(smtplib.SMTPException, OSError):  # it has the letter; how it says goodbye does not matter
                smtp.quit()
            smtp.close()

    def _connected(self) -> smtplib.SMTP:
        settings = self._settings
        timeout = settings.timeout.total_seconds()
        own_name = settings.domain
        smtp: smtplib.SMTP
        if settings.security == "tls":
            smtp = smtplib.SMTP_SSL(
                settings.host, settings.port, local_hostname=own_name, timeout=timeout, context=self._tls
            )
        else:
            smtp = smtplib.SMTP(settings.host, settings.port, local_hostname=own_name, timeout=timeout)
        try:
            if settings.security == "starttls":
                smtp.starttls(context=self._tls)
            if settings.user is not None and settings.password is not None:
                smtp.login(settings.user, settings.password.get_secret_value())
        except BaseException:
            smtp.close()
            raise
        return smtp

    def _message(self, message_id: MessageId, recipient: str, letter: Letter, at: datetime) -> EmailMessage:
        settings = self._settings
        message = EmailMessage(policy=_POLICY)
        local, _, domain = settings.sender.rpartition("@")
        message["From"] = Address(settings.sender_name, local, domain)
        message["To"] = Address(addr_spec=recipient)
        message["Subject"] = letter.subject
        message["Date"] = at
        message["Message-ID"] = f"<{message_id}@{settings.domain}>"
        message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no holiday notice, please
        message.set_content(letter.text)
        if (invitation := letter.invitation) is not None:
            # calendars look for the alternative (RFC 6047 section 2.4), people for a file
            method = invitation.method.value
            message.add_alternative(invitation.calendar, subtype="calendar", params={"method": method})
            message.add_attachment(
                invitation.calendar.encode(), maintype="text", subtype="calendar", filename="invite.ics"
            )
        return message


def _refused(code: int) -> Undelivered:
    # its words are not told: a mail server likes to repeat the address
    return Undelivered(Fault.MAIL_SERVER_ANSWERED.noted(str(code)), permanent=code in _PERMANENT)
