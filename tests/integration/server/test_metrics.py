"""What Prometheus is told, and who may ask."""

import time

import requests
from pydantic import SecretStr

from desk_client.config.operations_settings import OperationsSettings
from desk_client.config.settings import ServerSettings
from desk_client.server.operations.metrics import Metrics
from tests.integration.server.conftest import Settle
from tests.integration.server.people import KNOWN, Town
from tests.stores import BOTH

STORES = BOTH


def measured(town: Town) -> dict[str, float]:
    text = requests.get(f"{town.server.url}/metrics", timeout=10).text
    rows = (line.rpartition(" ") for line in text.splitlines() if not line.startswith("#"))
    return {name: float(value) for name, _, value in rows}


def test_bookings_refusals_and_the_store_are_counted_and_nobody_is_named(town: Town) -> None:
    citizen = town.citizen(town.kiosk())
    booked = town.booked(citizen)["appointment"]["id"]
    citizen.ask("GET", "/nowhere/1000000008")
    citizen.refused("POST", "/appointments", {"hold_id": booked}, Idempotency_Key="a-key-of-mine")
    found = measured(town)
    assert (found["majlis_bookings_total"], found["majlis_holds_total"]) == (1, 1)
    assert found['majlis_request_seconds_count{method="POST",route="/v1/appointments",status="2xx"}'] == 1
    assert found['majlis_refusals_total{code="not_found"}'] >= 1
    assert found["majlis_store_write_seconds_count"] > 3
    assert found['majlis_outbox_messages{state="dead"}'] == 0
    assert "majlis_store_waiting" in found
    assert "majlis_audit_unsealed_seconds" in found
    assert "process_resident_memory_bytes" in found
    text = " ".join(found)
    assert not any(secret in text for secret in (booked, *KNOWN))


def test_measures_are_for_this_machine_or_for_whoever_has_the_token(
    settings: ServerSettings, settle_town: Settle
) -> None:
    rule = OperationsSettings(metrics_token=SecretStr("of-prometheus"))
    with settle_town(settings.model_copy(update={"operations": rule})) as town:
        url = f"{town.server.url}/metrics"
        sent = {"X-Forwarded-For": "10.0.0.9"}
        assert requests.get(url, timeout=5).ok
        assert requests.get(url, headers=sent, timeout=5).status_code == 404
        assert requests.get(url, headers=sent | {"Authorization": "Bearer another"}, timeout=5).status_code == 404
        assert requests.get(url, headers=sent | {"Authorization": "Bearer of-prometheus"}, timeout=5).ok


def test_a_measure_costs_microseconds() -> None:
    metrics = Metrics()
    metrics.asked("GET", "/v1/version", 200, 0.01, None)
    began = time.thread_time()
    for _ in range(10_000):
        metrics.asked("GET", "/v1/version", 200, 0.01, None)
    assert (time.thread_time() - began) / 10_000 < 20e-6
