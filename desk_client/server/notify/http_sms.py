"""A carrier of SMS that is asked by HTTP, whichever it is: what it wants to hear and what it answers are settings."""

import json
import time
from collections.abc import Mapping
from typing import Final

import requests
import urllib3
from pydantic import JsonValue

from desk_client.config.message_settings import SmsHttpSettings
from desk_client.domain.ids import MessageId
from desk_client.domain.people import Mobile
from desk_client.domain.undelivered import Fault
from desk_client.server.notify.gateway import Answer, Delivered, Undelivered

_LONGEST_ANSWER: Final = 64 * 1024
_OURS: Final = frozenset({401, 403, 404, 405, 407, 408, 421, 425, 426, 429})
"""What is wrong is the credential, the address or the hour, not the message: it is tried again when that is mended."""


class HttpSmsGateway:
    """An `SmsGateway` by HTTP. For one thread at a time."""

    def __init__(self, settings: SmsHttpSettings) -> None:
        """Nothing is asked before the first message."""
        self._settings = settings
        self._session = requests.Session()
        # neither the proxy nor the .netrc of whoever happens to run the server
        self._session.trust_env = False
        if settings.ca_file is not None:
            self._session.verify = str(settings.ca_file)

    def send(self, message_id: MessageId, recipient: Mobile, text: str) -> Answer:
        """Ask the carrier to take a message; see `SmsGateway.send`."""
        settings = self._settings
        words = {"id": message_id, "to": recipient, "to_digits": recipient.removeprefix("+"), "text": text}
        body = {name: _said(value, words) for name, value in settings.body.items()}
        headers = {
            name: value.get_secret_value().replace("{id}", message_id) for name, value in settings.headers.items()
        }
        ends_at = time.monotonic() + settings.timeout.total_seconds()
        try:
            with self._session.request(
                settings.method,
                settings.url,
                headers=headers,
                json=body if settings.body_as == "json" else None,
                data=body if settings.body_as == "form" else None,
                timeout=settings.timeout.total_seconds(),
                allow_redirects=False,
                stream=True,
            ) as response:
                content = _read(response, ends_at)
                return self._answer(response.status_code, content)
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            # its text may hold the URL with what was asked; its kind says enough
            return Undelivered(Fault.CARRIER_AWAY.noted(type(error).__name__))

    def close(self) -> None:
        """Let go of the connections."""
        self._session.close()

    def _answer(self, status: int, content: bytes | None) -> Answer:
        settings = self._settings
        if status in settings.repeated_status:
            return Delivered()
        if not 200 <= status < 300:  # noqa: PLR2004 - RFC 9110 section 15.3: successful
            permanent = 400 <= status < 500 and status not in _OURS  # noqa: PLR2004 - section 15.5: client error
            return Undelivered(Fault.CARRIER_ANSWERED.noted(str(status)), permanent=permanent)
        if not settings.answer_at:
            return Delivered()
        result = None if content is None else _found(content, settings.answer_at)
        if result in settings.accepted:
            return Delivered()
        # the result itself is not told: a carrier may repeat the number in it
        return Undelivered(Fault.CARRIER_REFUSED.noted(), permanent=result in settings.refused)


def _said(value: JsonValue, words: Mapping[str, str]) -> JsonValue:
    """The body with the message's own words in it; each stands for itself, whatever it is made of."""
    match value:
        case str():
            return _replaced(value, words)
        case list():
            return [_said(item, words) for item in value]
        case dict():
            return {name: _said(item, words) for name, item in value.items()}
        case _:
            return value


def _replaced(value: str, words: Mapping[str, str]) -> str:
    # piece by piece, so that a text with "{to}" in it is not filled in once more
    for name, word in words.items():
        head, mark, tail = value.partition("{" + name + "}")
        if mark:
            return _replaced(head, words) + word + _replaced(tail, words)
    return value


def _read(response: requests.Response, ends_at: float) -> bytes | None:
    """The answer's body; None where it is too long or does not come to an end in time."""
    content = b""
    # read1 gives what has come; iter_content would wait for a whole piece, however slowly it comes
    while piece := response.raw.read1(4096, decode_content=True):
        content += piece
        if len(content) > _LONGEST_ANSWER or time.monotonic() > ends_at:
            return None
    return content


def _found(content: bytes, path: tuple[str, ...]) -> str | None:
    """The value at the end of a path of names in a JSON document, as text."""
    try:
        value = json.loads(content)
    except ValueError:
        return None
    for name in path:
        if not isinstance(value, dict) or name not in value:
            return None
        value = value[name]
    return str(value)
