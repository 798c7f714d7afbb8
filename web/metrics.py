"""`GET /metrics` in Prometheus' own format; everything is read when it is asked for."""

from collections.abc import Iterable, Mapping

from fastapi import APIRouter, Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from services.health.backlog import Backlog
from services.health.tallies import SENDS, UPDATES, SendOutcome, UpdateOutcome
from web.edge import Edge
from web.health import find_backlog


def metrics_router(edge: Edge) -> APIRouter:
    router = APIRouter()
    process = ProcessCollector(registry=None)

    @router.get("/metrics")
    async def metrics() -> Response:
        registry = CollectorRegistry(auto_describe=False)
        registry.register(process)
        registry.register(_Reading(edge, await find_backlog(edge)))
        return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)

    return router


class _Reading(Collector):
    def __init__(self, edge: Edge, backlog: Backlog | None) -> None:
        self._edge = edge
        self._backlog = backlog

    def collect(self) -> Iterable[Metric]:
        updates = {outcome.value: UPDATES[outcome] for outcome in UpdateOutcome}
        sends = {outcome.value: SENDS[outcome] for outcome in SendOutcome}
        yield _counter("crm_updates", "Updates of Telegram by what became of them.", updates)
        yield _counter("crm_sends", "Messages to Telegram by what became of them.", sends)
        yield _gauge("crm_database_up", "Whether the database answers.", float(self._backlog is not None))
        info = GaugeMetricFamily("crm_version", "The version that runs.", labels=["version"])
        info.add_metric([self._edge.version], 1)
        yield info
        poll_age = self._edge.poll_age()
        if poll_age is not None:
            yield _gauge("crm_telegram_poll_age_seconds", "Since Telegram last answered a poll.", poll_age)
        if self._backlog is not None:
            yield from _queues(self._backlog)


def _queues(backlog: Backlog) -> Iterable[Metric]:
    depth = GaugeMetricFamily("crm_queue_depth", "Rows that wait.", labels=["queue"])
    age = GaugeMetricFamily("crm_queue_age_seconds", "Age of the oldest row that waits.", labels=["queue"])
    for name, queue in (("inbox", backlog.inbox), ("outgoing", backlog.outgoing), ("dialogue", backlog.dialogue)):
        depth.add_metric([name], queue.depth)
        age.add_metric([name], queue.age)
    yield depth
    yield age


def _counter(name: str, words: str, by_outcome: Mapping[str, int]) -> Metric:
    family = CounterMetricFamily(name, words, labels=["outcome"])
    for outcome, count in by_outcome.items():
        family.add_metric([outcome], count)
    return family


def _gauge(name: str, words: str, value: float) -> Metric:
    return GaugeMetricFamily(name, words, value=value)
