"""`/healthz` for a watchdog and `/metrics` for Prometheus; numbers only, nobody's name."""

from collections.abc import Iterator

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.metrics_core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    Metric,
)
from prometheus_client.registry import Collector

from bot.health import Health, State
from bot.meters import BOUNDS, Meters


class StatusRoutes:
    """Give it to `WebServer.add`. `metrics`: only where no stranger can ask."""

    def __init__(self, health: Health, *, metrics: bool) -> None:
        self._health = health
        self._metrics = metrics

    def __call__(self, router: web.UrlDispatcher) -> None:
        """Add the routes."""
        router.add_get("/healthz", self._healthz)
        if self._metrics:
            router.add_get("/metrics", self._scrape)

    async def _healthz(self, request: web.Request) -> web.Response:
        state = await self._health.look()
        if not self._metrics:  # the world learns no figures
            return web.json_response({"ok": state.is_well}, status=200 if state.is_well else 503)
        return web.json_response(state.to_json(), status=200 if state.is_well else 503)

    async def _scrape(self, request: web.Request) -> web.Response:
        registry = CollectorRegistry(auto_describe=False)
        registry.register(_Seen(await self._health.look(), self._health.meters))
        return web.Response(
            body=generate_latest(registry), headers={"Content-Type": CONTENT_TYPE_LATEST}
        )


class _Seen(Collector):
    def __init__(self, state: State, meters: Meters) -> None:
        self._state = state
        self._meters = meters

    def collect(self) -> Iterator[Metric]:
        """Every figure, as Prometheus names them."""
        state, meters = self._state, self._meters
        gauges = (
            ("up", "Whether everything is well", float(state.is_well)),
            ("database_up", "Whether the database answers", float(state.database)),
            ("tick_age_seconds", "Since the clockwork last went round", state.tick_age),
            ("outbox_waiting", "Messages past their time", float(state.outbox_waiting)),
            ("outbox_age_seconds", "How long the oldest of them has waited", state.outbox_age),
            ("inbox_waiting", "Updates kept and not handled yet", float(state.inbox_waiting)),
        )
        for name, about, value in gauges:
            yield GaugeMetricFamily(f"solienlac_{name}", about, value=value)
        listens = GaugeMetricFamily(
            "solienlac_messenger_up", "Whether a messenger listens", labels=["channel"]
        )
        for channel, up in state.messengers.items():
            listens.add_metric([channel], float(up))
        yield listens
        for name, about, counted in (
            ("updates", "Updates by how they ended", meters.handled),
            ("messages", "Messages by what became of them", meters.settled),
        ):
            family = CounterMetricFamily(f"solienlac_{name}", about, labels=["channel", "outcome"])
            for labels, count in sorted(counted.items()):
                family.add_metric(list(labels), count)
            yield family
        yield self._times()

    def _times(self) -> Metric:
        meters, total = self._meters, 0
        buckets = []
        for bound, count in zip((*map(str, BOUNDS), "+Inf"), meters.handling, strict=True):
            total += count
            buckets.append((bound, float(total)))
        family = HistogramMetricFamily("solienlac_update_seconds", "From lane to commit")
        family.add_metric([], buckets, sum_value=meters.handling_seconds)
        return family
