import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import httpx
import pytest
import uvicorn
from fastapi import APIRouter

from app.config import Config
from app.metrics import Metrics
from app.readiness import Readiness
from app.run import Server, shut_down
from app.server import create_app

ROOT = Path(__file__).parent.parent


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def status_of(url: str) -> int:
    try:
        with urllib.request.urlopen(url, timeout=5) as response:
            return int(response.status)
    except urllib.error.HTTPError as error:
        return error.code


def test_finishes_the_request_that_it_has() -> None:
    async def scenario() -> None:
        arrived, finish = asyncio.Event(), asyncio.Event()
        routes = APIRouter()

        @routes.get("/slow")
        async def slow() -> str:
            arrived.set()
            await finish.wait()
            return "done"

        readiness = Readiness()
        app = create_app(Config(), metrics=Metrics(), readiness=readiness, routes=routes)
        port = free_port()
        server = Server(uvicorn.Config(app, port=port, lifespan="off", log_config=None))
        serving = asyncio.create_task(server.serve())
        while not server.started:
            await asyncio.sleep(0.01)
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
            answer = asyncio.create_task(client.get("/slow"))
            await arrived.wait()
            stopping = asyncio.create_task(shut_down(server, readiness, 300))
            await asyncio.sleep(0)
            assert (await client.get("/livez")).status_code == 200
            assert (await client.get("/readyz")).status_code == 503
            await stopping
            await asyncio.sleep(0.5)
            assert not serving.done()
            finish.set()
            assert (await answer).json() == "done"
            await serving
            with pytest.raises(httpx.ConnectError):
                await client.get("/livez")

    asyncio.run(asyncio.wait_for(scenario(), 30))


def test_ends_with_success_on_sigterm() -> None:
    port = free_port()
    env = {**os.environ, "PORT": str(port), "DRAIN_MS": "500"}
    with subprocess.Popen(
        [sys.executable, "-m", "app"], cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert '"msg":"listening"' in process.stdout.readline()
        assert status_of(f"http://127.0.0.1:{port}/readyz") == 200
        process.send_signal(signal.SIGTERM)
        until = time.monotonic() + 5
        while status_of(f"http://127.0.0.1:{port}/readyz") != 503:
            assert time.monotonic() < until
        assert status_of(f"http://127.0.0.1:{port}/greeting") == 200
        assert process.wait(timeout=15) == 0
        assert '"msg":"stopped"' in process.stdout.read()


def test_says_which_variable_it_cannot_read() -> None:
    finished = subprocess.run(
        [sys.executable, "-m", "app"],
        cwd=ROOT,
        env={**os.environ, "PORT": "http"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 1
    assert 'PORT is "http"; expected a whole number.' in finished.stderr
