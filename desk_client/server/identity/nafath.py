"""The national sign-on over HTTP: send the ID, show the number, ask what the person did.

The requests have the shape that is known of the integration guide; what an installation is given may differ in names,
and all of those stand in this file.
"""

import logging
import re
from collections.abc import Mapping
from typing import Any, Final

import requests

from desk_client.config.identity_settings import NafathSettings
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.people import NationalId
from desk_client.server.identity.port import Begun, Standing

_log = logging.getLogger(__name__)
_REQUESTS: Final = "/api/v1/mfa/request"
_STATUS: Final = "/api/v1/mfa/request/status"
_REFERENCE: Final = re.compile(r"[A-Za-z0-9-]{8,64}")
_NUMBER: Final = re.compile(r"[0-9]{2}")
_STATES: Final[Mapping[str, Standing]] = {
    "WAITING": Standing.PENDING,
    "COMPLETED": Standing.COMPLETED,
    "REJECTED": Standing.REJECTED,
    "EXPIRED": Standing.EXPIRED,
}
_MOST_BYTES: Final = 64 * 1024
_Document = Mapping[str, Any]  # JSON of any shape


class _NoAnswerError(Exception):
    """It does not answer, or not in its own words. The message holds no value."""


class NafathSignOn:
    """A `NationalSignOn`. Safe to use from several threads."""

    def __init__(self, settings: NafathSettings) -> None:
        """Nothing is asked before it is needed."""
        self._settings = settings
        self._url = str(settings.url).rstrip("/")

    def begin(self, national_id: NationalId) -> Begun | Refusal:
        """Ask the person's app; see `NationalSignOn.begin`."""
        try:
            return self._begun(national_id)
        except _NoAnswerError as error:
            return _unavailable(error)

    def standing(self, reference: str, national_id: NationalId) -> Standing | Refusal:
        """What the person did; see `NationalSignOn.standing`."""
        try:
            return self._state(reference, national_id)
        except _NoAnswerError as error:
            return _unavailable(error)

    def _begun(self, national_id: NationalId) -> Begun | Refusal:
        status, answer = self._post(_REQUESTS, {"nationalId": national_id, "service": self._settings.service})
        if status in {requests.codes.bad_request, requests.codes.not_found}:
            return Refusal(RefusalCode.IDENTITY_REJECTED)
        if status not in {requests.codes.ok, requests.codes.created}:
            raise _NoAnswerError(f"status {status}")
        reference, number = answer.get("transId"), answer.get("random")
        if not _is(_REFERENCE, reference) or not _is(_NUMBER, number):
            raise _NoAnswerError("no transaction")
        return Begun(str(reference), str(number))

    def _state(self, reference: str, national_id: NationalId) -> Standing:
        status, answer = self._post(_STATUS, {"nationalId": national_id, "transId": reference})
        if status == requests.codes.not_found:
            return Standing.EXPIRED
        state = _STATES.get(str(answer.get("status")))
        if status != requests.codes.ok or state is None:
            raise _NoAnswerError(f"status {status}, and no state")
        return state

    def _post(self, path: str, body: Mapping[str, str]) -> tuple[int, _Document]:
        """Status and answer. The ID travels in the body: addresses end up in logs."""
        headers = {
            "APP-ID": self._settings.app_id,
            "APP-KEY": self._settings.app_key.get_secret_value(),
        }
        try:
            with requests.Session() as session:
                session.trust_env = False
                answer = session.post(
                    self._url + path,
                    json=dict(body),
                    headers=headers,
                    timeout=self._settings.answers_within.total_seconds(),
                    allow_redirects=False,
                )
            if len(answer.content) > _MOST_BYTES:
                raise _NoAnswerError("too much")
            content = answer.json()
        except (requests.RequestException, ValueError) as error:
            raise _NoAnswerError(type(error).__name__) from None
        if not isinstance(content, dict):
            raise _NoAnswerError("no object")
        return answer.status_code, content


def _is(form: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and form.fullmatch(value) is not None


def _unavailable(error: _NoAnswerError) -> Refusal:
    _log.warning("the national sign-on does not answer: %s", error)
    return Refusal(RefusalCode.IDENTITY_UNAVAILABLE)
