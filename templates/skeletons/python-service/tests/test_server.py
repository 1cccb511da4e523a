import threading
import unittest
import urllib.error
import urllib.request

from app.server import create_server


class ServerTest(unittest.TestCase):
    def setUp(self) -> None:
        self.ready = threading.Event()
        self.ready.set()
        self.server = create_server(0, self.ready)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def tearDown(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def status_of(self, path: str) -> int:
        address = f"http://127.0.0.1:{self.server.server_port}{path}"
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            with error:
                return error.code

    def test_lives(self) -> None:
        self.ready.clear()
        self.assertEqual(self.status_of("/healthz"), 200)

    def test_is_ready_only_while_it_takes_traffic(self) -> None:
        self.assertEqual(self.status_of("/readyz"), 200)
        self.ready.clear()
        self.assertEqual(self.status_of("/readyz"), 503)

    def test_does_not_know_other_paths(self) -> None:
        self.assertEqual(self.status_of("/elsewhere"), 404)


if __name__ == "__main__":
    unittest.main()
