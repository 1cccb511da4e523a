"""Connections that do not wait forever for a caller who sends too slowly."""

import asyncio

from uvicorn.protocols.http.auto import AutoHTTPProtocol


def patient(timeout_ms: int) -> type[asyncio.Protocol]:
    """
    How the server reads a connection: a request has to be read within the time. What comes
    after that is limited where requests are observed. Zero means no limit.
    """

    class Patient(AutoHTTPProtocol):
        _deadline: asyncio.TimerHandle | None = None

        def connection_made(self, transport: asyncio.Transport) -> None:
            super().connection_made(transport)
            self._wait()

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            if self.cycle is not None and not self.cycle.response_complete:
                self._stop_waiting()
            else:
                # Part of a request, or what nobody asked for after an answer.
                self._wait()

        def connection_lost(self, exc: Exception | None) -> None:
            self._stop_waiting()
            super().connection_lost(exc)

        def _wait(self) -> None:
            if timeout_ms and self._deadline is None:
                loop = asyncio.get_running_loop()
                self._deadline = loop.call_later(timeout_ms / 1000, self._give_up)

        def _give_up(self) -> None:
            # An upgraded connection, such as of a web socket, is read by somebody else.
            if self.transport.get_protocol() is self:
                self.transport.close()

        def _stop_waiting(self) -> None:
            if self._deadline is not None:
                self._deadline.cancel()
                self._deadline = None

    return Patient
