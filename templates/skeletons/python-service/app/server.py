"""A small HTTP service on the standard library."""

import os
import signal
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def create_server(port: int, ready: threading.Event) -> ThreadingHTTPServer:
    """Returns a bound server; `ready` is cleared while it shuts down."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/healthz":
                self.send_response(200)
            elif self.path == "/readyz":
                self.send_response(200 if ready.is_set() else 503)
            else:
                self.send_response(404)
            self.end_headers()

        def log_message(self, *args: object) -> None:
            """Probes are not worth a line."""

    return ThreadingHTTPServer(("", port), Handler)


def main() -> None:
    ready = threading.Event()
    ready.set()
    server = create_server(int(os.environ.get("PORT", "8080")), ready)

    def stop(*_: object) -> None:
        ready.clear()
        # shutdown() waits for the loop, which runs in this thread.
        threading.Thread(target=server.shutdown).start()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    server.serve_forever()


if __name__ == "__main__":
    main()
