"""Measures, logs and limits each request, and answers for one that fails."""

import asyncio
import re
import secrets
import time

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.logs import logger, trace_id
from app.metrics import Metrics
from app.readiness import Readiness
from app.tracing import current_trace

# Probes and scrapes are not requests of anybody.
UNOBSERVED = {"/livez", "/readyz", "/metrics"}

_TRACE_PARENT = re.compile(r"[\da-f]{2}-(?!0{32})([\da-f]{32})-[\da-f]{16}-[\da-f]{2}", re.ASCII)


def _trace_of(headers: Headers) -> str:
    parent = _TRACE_PARENT.fullmatch(headers.get("traceparent", ""))
    return current_trace() or (parent[1] if parent else secrets.token_hex(16))


def _route_of(scope: Scope) -> str:
    route = scope.get("route")
    if route is None or scope["method"] not in route.methods:
        return "unknown"
    return str(route.path)


class Observed:
    """Stands around the routes."""

    def __init__(
        self, app: ASGIApp, *, metrics: Metrics, readiness: Readiness, timeout_ms: int
    ) -> None:
        self._app = app
        self._metrics = metrics
        self._readiness = readiness
        self._timeout_ms = timeout_ms

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] in UNOBSERVED:
            await self._app(scope, receive, send)
            return
        code: int | None = None

        async def observed_send(message: Message) -> None:
            nonlocal code
            if message["type"] == "http.response.start":
                code = message["status"]
                headers = MutableHeaders(scope=message)
                headers["x-content-type-options"] = "nosniff"
                if not self._readiness.ready:
                    # A connection that stays open would keep the shutdown waiting.
                    headers["connection"] = "close"
            await send(message)

        async def fail(status: int, text: str) -> None:
            # Of an answer that has begun, nothing can be taken back; the connection ends.
            if code is not None:
                raise RuntimeError("The request failed while its answer was being sent.")
            await JSONResponse({"error": text}, status)(scope, receive, observed_send)

        token = trace_id.set(_trace_of(Headers(scope=scope)))
        started = time.perf_counter()
        try:
            try:
                async with asyncio.timeout(self._timeout_ms / 1000 or None) as limit:
                    await self._app(scope, receive, observed_send)
            except Exception:
                if limit.expired():
                    logger.warning("The request took too long.")
                    text = f"The request took longer than {self._timeout_ms} milliseconds."
                    await fail(503, text)
                else:
                    logger.exception("The request failed.")
                    await fail(500, "The request failed.")
        finally:
            seconds = time.perf_counter() - started
            seen = {
                "method": scope["method"],
                "route": _route_of(scope),
                "code": code or 500,
                "seconds": seconds,
            }
            self._metrics.observe(**seen)
            logger.info("request", extra={"fields": seen})
            trace_id.reset(token)
