"""Serves until it is told to stop, without dropping a request."""

import asyncio
import signal
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import uvicorn

from app.config import Config
from app.logs import logger, start_logging
from app.metrics import Metrics
from app.patience import patient
from app.readiness import Readiness
from app.server import create_app
from app.tracing import start_tracing

# In seconds: longer than load balancers keep a connection that rests, so that it is they who close
# it. One that is closed here could have the next request on its way.
RESTING = 75


class Server(uvicorn.Server):
    """A server that leaves signals alone: it must not stop accepting before it has drained."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        logger.info("listening", extra={"fields": {"port": self.config.port}})

    def install_signal_handlers(self) -> None:
        """What releases before 0.29 call."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """What releases from 0.29 on call."""
        yield


async def shut_down(server: uvicorn.Server, readiness: Readiness, drain_ms: int) -> None:
    """
    Says that it is not ready, goes on serving until load balancers have noticed, then takes no new
    connection and waits for the requests that it has.
    """
    readiness.ready = False
    await asyncio.sleep(drain_ms / 1000)
    server.should_exit = True


async def run(config: Config, env: Mapping[str, str]) -> None:
    """Ends when a signal has come and every request is answered."""
    start_logging(config.log_level)
    readiness = Readiness()
    app = create_app(config, metrics=Metrics(), readiness=readiness)
    stop_tracing = start_tracing(app, env)
    server = Server(
        uvicorn.Config(
            app,
            # In a container the network decides who can reach it.
            host="0.0.0.0",  # noqa: S104
            port=config.port,
            access_log=False,
            http=patient(config.request_timeout_ms),
            lifespan="off",
            log_config=None,
            server_header=False,
            timeout_keep_alive=RESTING,
        )
    )
    stopping: list[asyncio.Task[None]] = []

    def stop(name: str) -> None:
        if stopping:
            return
        logger.info("shutting down", extra={"fields": {"signal": name}})
        stopping.append(asyncio.create_task(shut_down(server, readiness, config.drain_ms)))

    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop, number.name)
    await server.serve()
    stop_tracing()
    logger.info("stopped")
