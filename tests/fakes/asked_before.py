"""What somebody asked on another day, and what the municipality did with it: by the services of a real house."""

from typing import Any, Final

from desk_client.domain.access import Role
from desk_client.domain.consents import Purpose
from desk_client.domain.ids import AgencyId, RequestId, SessionId, SiteId, StaffId
from desk_client.domain.outcomes import Refusal
from desk_client.domain.people import DocumentKind, Mobile, PersonName, parse_document
from desk_client.i18n.language import Language
from desk_client.protocol.requests import InboxItem, Request, RequestAsk, TriageAsk
from desk_client.server.house import House
from desk_client.server.services.access import people
from desk_client.server.services.actor import Actor
from desk_client.server.services.asking import requests
from desk_client.server.services.asking.inbox import inbox
from desk_client.server.services.asking.triage import triage
from desk_client.server.services.privacy.consent_texts import present
from desk_client.server.services.transaction import Transaction

_AGENCY: Final = AgencyId("municipality")
_COORDINATOR: Final = Actor(
    SessionId("ses_coordinator"), Role.COORDINATOR, staff_id=StaffId("municipality.coordinator"), agency_id=_AGENCY
)


def arrived(house: House) -> tuple[InboxItem, ...]:
    """What lies open with anybody, as those see it who oversee all agencies."""
    leader = Actor(SessionId("ses_leader"), Role.EMIRATE_LEADERSHIP, staff_id=StaffId("leader"))
    found = house.read_now(lambda transaction: inbox(transaction, leader))
    assert not isinstance(found, Refusal), found
    return found.items


class AskedBefore:
    """One person's requests in a house that holds the sample region."""

    def __init__(self, house: House, site: str, number: str, mobile: str, nationality: str | None = None) -> None:
        """``number`` is of an ID, or with a nationality of a passport; ``mobile`` is in E.164."""
        self._house = house
        self._site = SiteId(site)
        self._number, self._mobile, self._nationality = number, Mobile(mobile), nationality

    def asks(self, text: str, **asked: object) -> Request:
        ask = RequestAsk.model_validate(
            {"text": text, "agency_id": _AGENCY, "consent_version": present(Purpose.PROCESSING).version} | asked
        )
        return _done(
            self._house.write_now(lambda transaction: requests.submit(transaction, self._who(transaction), ask))
        )

    def is_told(self, request: Request, step: str, **given: Any) -> Request:
        """The municipality takes a step with it."""
        ask = TriageAsk.model_validate({"taken": {"step": step, **given}})
        return _done(
            self._house.write_now(
                lambda transaction: triage(transaction, _COORDINATOR, RequestId(request.id), ask, request.version)
            )
        )

    def reads(self, request: Request) -> Request:
        """How it stands now."""
        return _done(
            self._house.read_now(lambda transaction: requests.one(transaction, _COORDINATOR, RequestId(request.id)))
        )

    def _who(self, transaction: Transaction) -> Actor:
        kind = DocumentKind.NATIONAL_ID if self._nationality is None else DocumentKind.PASSPORT
        document = parse_document(kind, self._number, self._nationality)
        assert not isinstance(document, Refusal)
        person_id = people.remembered(transaction, document, self._mobile, Language.ARABIC)
        people.rename(transaction, person_id, PersonName("محمد بن أحمد الحازمي"))
        return Actor(SessionId("ses_before"), Role.CITIZEN, person_id=person_id, site_id=self._site)


def _done(answer: Request | Refusal) -> Request:
    assert not isinstance(answer, Refusal), answer
    return answer
