"""Rate, errors and duration of requests, in the names that slo.yaml and the dashboard use."""

from collections.abc import Iterator

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    GCCollector,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from app import SERVICE

# A caller may send any word as the method; each would be a series of its own.
METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"}

_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5, 10)


class _Process(Collector):
    """What the library measures of the process, with the name of the service as on all the rest."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        PlatformCollector(registry=self._registry)
        GCCollector(registry=self._registry)

    def collect(self) -> Iterator[Metric]:
        for metric in self._registry.collect():
            metric.samples = [
                sample._replace(labels={**sample.labels, "service": SERVICE})
                for sample in metric.samples
            ]
            yield metric


class Metrics:
    """Starts at zero, with a registry of its own."""

    content_type = CONTENT_TYPE_LATEST

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._registry.register(_Process())
        self._requests = Counter(
            "http_requests_total",
            "Requests that were answered",
            ["method", "route", "code", "service"],
            registry=self._registry,
        )
        self._duration = Histogram(
            "http_request_duration_seconds",
            "Time from the request to the end of its answer",
            ["method", "route", "service"],
            buckets=_BUCKETS,
            registry=self._registry,
        )

    def observe(self, *, method: str, route: str, code: int, seconds: float) -> None:
        """Counts one answered request."""
        label = method if method in METHODS else "other"
        self._requests.labels(label, route, str(code), SERVICE).inc()
        self._duration.labels(label, route, SERVICE).observe(seconds)

    def text(self) -> bytes:
        """What a scrape gets."""
        return generate_latest(self._registry)
