"""OpenTelemetry, when the environment names a collector and the extra "tracing" is installed."""

from collections.abc import Callable, Mapping

from fastapi import FastAPI

from app import SERVICE
from app.logs import logger

try:
    from opentelemetry import trace
except ImportError:
    trace = None


def current_trace() -> str | None:
    """The trace that OpenTelemetry has for this request, so that logs and traces agree."""
    if trace is None:
        return None
    span = trace.get_current_span().get_span_context()
    return f"{span.trace_id:032x}" if span.is_valid else None


def start_tracing(app: FastAPI, env: Mapping[str, str]) -> Callable[[], None]:
    """Gives back what ends it; without a collector, or without its packages, nothing is traced."""
    if not env.get("OTEL_EXPORTER_OTLP_ENDPOINT"):
        return lambda: None
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.instrumentation.fastapi import FastAPIInstrumentor
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError as error:
        logger.warning("Nothing is traced: %s. Install the extra 'tracing'.", error)
        return lambda: None
    name = env.get("OTEL_SERVICE_NAME") or SERVICE
    provider = TracerProvider(resource=Resource.create({"service.name": name}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    FastAPIInstrumentor.instrument_app(
        app, tracer_provider=provider, excluded_urls="livez,readyz,metrics"
    )
    return provider.shutdown
