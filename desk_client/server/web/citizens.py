"""Routes of a citizen at a kiosk: signing in, booking, checking in, reading the outcome."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from desk_client.domain.ids import AppointmentId, HoldId, OfficeId, ServiceId
from desk_client.protocol.appointments import Appointment, AppointmentAsk, Appointments, Booked, Outcome
from desk_client.protocol.offices import Offices
from desk_client.protocol.sessions import Challenge, ChallengeAsk, Citizen, CitizenSession, CitizenSessionAsk, NameAsk
from desk_client.protocol.slots import Availability, Hold, HoldAsk
from desk_client.server.services import appointments, audiences, booking, citizens, offices, outcomes
from desk_client.server.services.idempotency import once
from desk_client.server.services.offices import AvailabilityQuery
from desk_client.server.web.gate import Bearer, Gate, IdempotencyKey

IdInPath = Annotated[str, Path(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_.:-]+$")]


def sign_in_routes(gate: Gate) -> APIRouter:
    """Who is at the kiosk."""
    router = APIRouter(prefix="/citizen", tags=["citizen"])
    provider = gate.house.identity

    @router.post("/challenges", status_code=201)
    async def challenge(ask: ChallengeAsk, token: Bearer) -> Challenge:
        return await gate.write(token, lambda transaction, actor: citizens.challenge(transaction, provider, actor, ask))

    @router.post("/sessions", status_code=201)
    async def sign_in(ask: CitizenSessionAsk, token: Bearer) -> CitizenSession:
        return await gate.write(token, lambda transaction, actor: citizens.sign_in(transaction, provider, actor, ask))

    @router.put("/name")
    async def give_name(ask: NameAsk, token: Bearer) -> Citizen:
        return await gate.write(token, lambda transaction, actor: citizens.give_name(transaction, actor, ask))

    return router


def booking_routes(gate: Gate) -> APIRouter:
    """From the list of offices to a ticket."""
    router = APIRouter(tags=["booking"])

    @router.get("/offices")
    async def list_offices(token: Bearer) -> Offices:
        return await gate.read(token, offices.list_offices)

    @router.get("/offices/{office_id}/availability")
    async def availability(
        office_id: IdInPath,
        service_id: Annotated[str, Query(max_length=64)],
        first: date,
        token: Bearer,
        days: Annotated[int, Query(ge=1, le=offices.MOST_DAYS)] = 1,
    ) -> Availability:
        query = AvailabilityQuery(OfficeId(office_id), ServiceId(service_id), first, days)
        return await gate.read(token, lambda transaction, actor: offices.availability(transaction, actor, query))

    @router.post("/holds", status_code=201)
    async def place_hold(ask: HoldAsk, key: IdempotencyKey, token: Bearer) -> Hold:
        return await gate.write(
            token,
            lambda transaction, actor: once(
                transaction, actor, key, ask, Hold, lambda: booking.place_hold(transaction, actor, ask)
            ),
        )

    @router.delete("/holds/{hold_id}", status_code=204, response_class=Response)
    async def release_hold(hold_id: IdInPath, token: Bearer) -> None:
        await gate.write(token, lambda transaction, actor: booking.release_hold(transaction, actor, HoldId(hold_id)))

    @router.post("/appointments", status_code=201)
    async def book(ask: AppointmentAsk, key: IdempotencyKey, token: Bearer) -> Booked:
        return await gate.write(
            token,
            lambda transaction, actor: once(
                transaction, actor, key, ask, Booked, lambda: booking.book(transaction, actor, ask)
            ),
        )

    @router.get("/appointments/mine")
    async def mine(token: Bearer) -> Appointments:
        return await gate.read(token, appointments.mine)

    @router.post("/appointments/{appointment_id}/check-in")
    async def check_in(appointment_id: IdInPath, token: Bearer) -> Appointment:
        return await gate.write(
            token, lambda transaction, actor: audiences.check_in(transaction, actor, AppointmentId(appointment_id))
        )

    @router.get("/appointments/{appointment_id}/outcome")
    async def read_outcome(appointment_id: IdInPath, token: Bearer) -> Outcome:
        return await gate.read(
            token, lambda transaction, actor: outcomes.read_outcome(transaction, actor, AppointmentId(appointment_id))
        )

    @router.post("/appointments/{appointment_id}/outcome/confirmation")
    async def confirm_outcome(appointment_id: IdInPath, token: Bearer) -> Outcome:
        return await gate.write(
            token,
            lambda transaction, actor: outcomes.confirm_outcome(transaction, actor, AppointmentId(appointment_id)),
        )

    return router
