import io
import json
import logging
import re
import sys
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app import SERVICE, tracing
from app.logs import logger, start_logging

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    out = io.StringIO()
    start_logging("info", out)
    yield out
    root.handlers[:] = before
    root.setLevel(level)


def requests_of(out: io.StringIO) -> list[dict[str, object]]:
    logged = [json.loads(line) for line in out.getvalue().splitlines()]
    return [line for line in logged if line["msg"] == "request"]


def test_logs_a_request_with_the_trace_of_the_caller(
    client: TestClient, lines: io.StringIO
) -> None:
    client.get("/greeting", headers={"traceparent": f"00-{TRACE}-00f067aa0ba902b7-01"})
    (line,) = requests_of(lines)
    assert line["trace_id"] == TRACE
    assert line["level"] == "info"
    assert line["service"] == SERVICE
    assert (line["method"], line["route"], line["code"]) == ("GET", "/greeting", 200)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", str(line["time"]))


@pytest.mark.parametrize("header", ["nonsense", f"00-{'0' * 32}-00f067aa0ba902b7-01"])
def test_starts_a_trace_where_the_caller_has_none(
    client: TestClient, lines: io.StringIO, header: str
) -> None:
    for _ in range(2):
        client.get("/greeting", headers={"traceparent": header})
    first, second = (str(line["trace_id"]) for line in requests_of(lines))
    assert re.fullmatch("[0-9a-f]{32}", first)
    assert first.strip("0")
    assert first != second


def test_says_why_a_request_failed(client: TestClient, lines: io.StringIO) -> None:
    client.get("/broken")
    (line,) = [json.loads(text) for text in lines.getvalue().splitlines() if '"error"' in text]
    assert line["level"] == "error"
    assert "out of luck" in line["error"]
    assert line["trace_id"] == requests_of(lines)[0]["trace_id"]


def test_is_silent_when_told(lines: io.StringIO) -> None:
    start_logging("silent", lines)
    logger.critical("no")
    assert lines.getvalue() == ""


def test_runs_untraced_without_a_collector() -> None:
    tracing.start_tracing(FastAPI(), {})()


def test_runs_untraced_without_the_packages(
    lines: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry.sdk.trace", None)
    tracing.start_tracing(FastAPI(), {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:1"})()
    assert "Install the extra 'tracing'." in lines.getvalue()
