"""The operator's console before a real server with the sample region, and a kiosk that speaks for itself."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from desk_client.client.actions import enrol, operate
from desk_client.client.credential import kept_credential
from desk_client.client.gateway import Gateway
from desk_client.config.secrets import FileSecrets
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.hall import Instructions, KioskOrder, Order, OrderAnswerAsk, ReportAsk
from desk_client.protocol.incidents import Incident
from desk_client.protocol.kiosks import HelpAsk, HelpCall
from desk_client.ui.theme.appearance import Appearance, Look
from desk_client.ui.theme.tokens import Density
from tests.cups import running_cups, scheduler
from tests.gui.operator.seat import sit_down
from tests.gui.served_desk import ServedDesk
from tests.integration.client.conftest import Region, ends, region, region_settings

__all__ = ["ends", "region", "region_settings", "running_cups", "scheduler", "sit_down"]

KIOSK = "fayfa-1"


OPERATOR = "operator.fayfa"


class Terminal:
    """An enrolled kiosk, as far as its server can tell."""

    def __init__(self, url: str, credential: str) -> None:
        self._gateway = Gateway(url)
        self._credential = credential

    async def report(self, activity: str = "idle", **said: Any) -> tuple[KioskOrder, ...]:  # of many types
        """Say how it is; what it is asked."""
        return (await self.report_whole(activity, **said)).orders

    async def report_whole(self, activity: str = "idle", **said: Any) -> Instructions:  # the same
        """Say how it is; everything that is answered."""
        usual = {"activity": activity, "program": "1.2.0", "uptime_s": 60, "printer": "ready", "round_trip_ms": 9}
        ask = ReportAsk.model_validate({**usual, **said})
        answer = await self._ask("PUT", "/v1/kiosks/self/report", Instructions, ask)
        assert isinstance(answer, Instructions)
        return answer

    async def answer(self, order: KioskOrder, **said: Any) -> None:  # the same
        """Say how far it is."""
        ask = OrderAnswerAsk.model_validate({"state": "done", **said})
        await self._ask("PUT", f"/v1/kiosks/self/orders/{order.id}", Order, ask)

    async def call_for_help(self, *failed: str) -> None:
        await self._ask("PUT", "/v1/kiosks/self/help", Incident, HelpAsk.model_validate({"failed": failed}))

    async def help_stage(self) -> str:
        """How its call for help stands."""
        return str((await self._ask("GET", "/v1/kiosks/self/help", HelpCall, None)).stage)

    async def _ask(self, method: Any, path: str, kind: Any, body: Any) -> Any:  # whatever the wire has
        answer = await self._gateway.ask(method, path, kind, token=self._credential, body=body)
        assert not isinstance(answer, Refusal), answer
        return answer

    def close(self) -> None:
        self._gateway.close()


class Desk(ServedDesk):
    """An operator's, with a kiosk in the hall."""

    def __init__(self, look: Appearance, url: str, terminal: Terminal) -> None:
        super().__init__(look, url)
        self.terminal = terminal

    async def read(self) -> None:
        """Let the few seconds pass after which the console reads again."""
        self.window.console.refresh()
        await self.settle()

    async def incidents(self) -> tuple[Incident, ...]:
        """What stands in the server's log."""
        assert await operate.read_incidents(self.client) is None
        return self.client.console.incidents.value.incidents or ()


@pytest.fixture
async def terminal(region: Region, tmp_path: Path) -> AsyncIterator[Terminal]:
    gateway = Gateway(region.url)
    secrets = FileSecrets(tmp_path / "secrets")
    enrolled = await enrol.enrol(gateway, secrets, region.enrolment_code())
    gateway.close()
    assert not isinstance(enrolled, Refusal), enrolled
    credential = kept_credential(secrets, region.url)
    assert credential is not None
    made = Terminal(region.url, credential)
    yield made
    made.close()


@pytest.fixture
async def desk(look: Appearance, region: Region, terminal: Terminal) -> AsyncIterator[Desk]:
    look.set_look(Look(density=Density.DESK, reduced_motion=True))
    made = Desk(look, region.url, terminal)
    await terminal.report()
    async with made.until_closed():
        await made.sign_in(OPERATOR)
        yield made
