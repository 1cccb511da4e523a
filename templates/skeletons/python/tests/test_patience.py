import asyncio
from contextlib import suppress

import pytest
import uvicorn

from app.config import Config
from app.metrics import Metrics
from app.patience import patient
from app.readiness import Readiness
from app.run import Server
from app.server import create_app

COMPLETE = b"GET /greeting HTTP/1.1\r\nHost: x\r\n\r\n"


async def dripped(port: int, first: bytes) -> bytes:
    """What comes back on a connection whose caller goes on with a byte at a time, until it ends."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(first)
    received = b""

    async def receive() -> None:
        nonlocal received
        # A connection may also end while a byte is on its way.
        with suppress(ConnectionError):
            while data := await reader.read(65536):
                received += data

    receiving = asyncio.create_task(receive())
    while not receiving.done():
        await asyncio.sleep(0.05)
        if first:
            writer.write(b"a")
    writer.close()
    return received


async def served(timeout_ms: int, *firsts: bytes) -> list[bytes]:
    app = create_app(Config(), metrics=Metrics(), readiness=Readiness())
    http = patient(timeout_ms)
    config = uvicorn.Config(app, port=0, http=http, lifespan="off", log_config=None)
    server = Server(config)
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        return await asyncio.gather(*(dripped(port, first) for first in firsts))
    finally:
        server.should_exit = True
        await serving


def test_does_not_wait_for_a_caller_who_sends_too_slowly() -> None:
    silent, header, body = asyncio.run(
        asyncio.wait_for(
            served(
                300,
                b"",
                b"GET /greeting HTTP/1.1\r\nX-Late: ",
                b"POST /greeting HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\n\r\n",
            ),
            30,
        )
    )
    assert silent == b""
    assert header == b""
    # It is told before that nobody takes it.
    assert body.startswith(b"HTTP/1.1 404 ")


def test_waits_without_a_limit_when_told() -> None:
    with pytest.raises(TimeoutError):
        asyncio.run(asyncio.wait_for(served(0, COMPLETE.removesuffix(b"\r\n") + b"X: "), 1))


def test_answers_whole_requests() -> None:
    # The connection is kept for the next request, which never becomes whole.
    next_request = b"GET /greeting HTTP/1.1\r\nX-Late: "
    (answer,) = asyncio.run(asyncio.wait_for(served(300, COMPLETE + next_request), 30))
    assert answer.startswith(b"HTTP/1.1 200 ")
