"""`GET /metrics` in Prometheus' own format; everything is read when it is asked for.

What the process has done it counts as it goes. What stands in the database is read with bounds: rows that wait from
partial indexes, each count up to a most; leads by stage at most once a minute.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from fastapi import APIRouter, Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector

from services.health import tallies
from services.health.gauges import Gauges
from services.health.tallies import SendOutcome, Timing, TransferOutcome, UpdateOutcome
from web.edge import Edge
from web.health import ask


def metrics_router(edge: Edge) -> APIRouter:
    router = APIRouter()
    process = ProcessCollector(registry=None)

    @router.get("/metrics")
    async def metrics() -> Response:
        registry = CollectorRegistry(auto_describe=False)
        registry.register(process)
        registry.register(_Reading(edge, await ask(edge.gauges(edge.now()))))
        return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)

    return router


class _Reading(Collector):
    def __init__(self, edge: Edge, gauges: Gauges | None) -> None:
        self._edge = edge
        self._gauges = gauges

    def collect(self) -> Iterable[Metric]:
        yield from _counted()
        yield from _timed()
        yield _gauge("crm_database_up", "Whether the database answers.", float(self._gauges is not None))
        info = GaugeMetricFamily("crm_version", "The version that runs.", labels=["version"])
        info.add_metric([self._edge.version], 1)
        yield info
        poll_age = self._edge.poll_age()
        if poll_age is not None:
            yield _gauge("crm_telegram_poll_age_seconds", "Since Telegram last answered a poll.", poll_age)
        if self._gauges is not None:
            yield from _read(self._gauges)


def _counted() -> Iterable[Metric]:
    yield _counter(
        "crm_updates", "Updates of Telegram by what became of them.", "outcome", _all(UpdateOutcome, tallies.UPDATES)
    )
    yield _counter(
        "crm_sends", "Messages to Telegram by what became of them.", "outcome", _all(SendOutcome, tallies.SENDS)
    )
    yield _counter("crm_flood_waits", "Refusals of Telegram's with 429.", "kind", tallies.FLOOD_WAITS)
    yield _counter("crm_events_published", "Events by name.", "event", tallies.EVENTS)
    yield _counter("crm_leads_created", "Leads by where they came from.", "source", tallies.LEADS)
    yield _counter(
        "crm_transfers", "Leads that were to become deals.", "result", _all(TransferOutcome, tallies.TRANSFERS)
    )
    yield _counter(
        "crm_scorings", "Analyses of leads: answered by the model, or why the rules scored.", "result", tallies.SCORINGS
    )
    consumes = CounterMetricFamily("crm_consumes", "Attempts of consumers.", labels=["consumer", "outcome"])
    for (consumer, outcome), count in list(tallies.CONSUMES.items()):
        consumes.add_metric([consumer, outcome.value], count)
    yield consumes


def _timed() -> Iterable[Metric]:
    yield _histogram("crm_update_seconds", "Work on an update.", tallies.UPDATE_SECONDS)
    yield _histogram(
        "crm_update_wait_seconds", "From an update's arrival until it is done.", tallies.UPDATE_WAIT_SECONDS
    )
    yield _histogram("crm_consume_seconds", "Work of a consumer on an event.", tallies.CONSUME_SECONDS)
    yield _histogram(
        "crm_consume_wait_seconds", "From an event until a consumer is done.", tallies.CONSUME_WAIT_SECONDS
    )
    yield _histogram("crm_send_seconds", "Telegram's answer to a message.", tallies.SEND_SECONDS)
    yield _histogram("crm_model_seconds", "The model's answer about a lead.", tallies.MODEL_SECONDS)
    yield _histogram(
        "crm_loop_stall_seconds", "Times when the event loop stood still, from 5 seconds on.", tallies.STALL_SECONDS
    )


def _read(gauges: Gauges) -> Iterable[Metric]:
    depth = GaugeMetricFamily("crm_queue_depth", "Rows that wait.", labels=["queue"])
    age = GaugeMetricFamily("crm_queue_age_seconds", "Age of the oldest row that waits.", labels=["queue"])
    for name, queue in gauges.backlog.by_name().items():
        depth.add_metric([name], queue.depth)
        age.add_metric([name], queue.age)
    yield depth
    yield age
    yield _labelled("crm_deliveries", "Events at consumers that are not over, up to 10000.", "state", gauges.deliveries)
    yield _labelled("crm_dead_letters", "What was given up and waits for an admin, up to 10000.", "kind", gauges.dead)
    yield _labelled("crm_leads", "Leads by stage, up to 10000, as of the last minute.", "stage", gauges.leads)


def _all(outcomes: Any, counted: Mapping[Any, int]) -> dict[str, int]:
    """Those that never happened are zero, so that their first time is seen as a change."""
    return {outcome.value: counted[outcome] for outcome in outcomes}


def _counter(name: str, words: str, label: str, counted: Mapping[str, int]) -> Metric:
    family = CounterMetricFamily(name, words, labels=[label])
    for value, count in list(counted.items()):
        family.add_metric([value], count)
    return family


def _histogram(name: str, words: str, timing: Timing) -> Metric:
    family = HistogramMetricFamily(name, words)
    family.add_metric([], timing.cumulated(), timing.total)
    return family


def _labelled(name: str, words: str, label: str, values: Mapping[str, int]) -> Metric:
    family = GaugeMetricFamily(name, words, labels=[label])
    for value, count in values.items():
        family.add_metric([value], count)
    return family


def _gauge(name: str, words: str, value: float) -> Metric:
    return GaugeMetricFamily(name, words, value=value)
