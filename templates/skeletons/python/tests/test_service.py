import re

from fastapi.testclient import TestClient

from app import SERVICE
from app.readiness import Readiness


def test_answers(client: TestClient) -> None:
    response = client.get("/greeting", params={"name": "Ada"})
    assert response.status_code == 200
    assert response.json() == {"greeting": "Hello, Ada!", "from": SERVICE}
    assert response.headers["x-content-type-options"] == "nosniff"
    assert client.get("/greeting").json()["greeting"] == "Hello, world!"


def test_says_what_is_wrong_with_a_request(client: TestClient) -> None:
    response = client.get("/greeting", params={"name": "a" * 101})
    assert response.status_code == 400
    assert response.json() == {"error": "The name has 101 characters; expected at most 100."}
    assert client.get("/greeting", params={"name": "é" * 100}).status_code == 200


def test_knows_no_other_paths_and_counts_them_as_one(client: TestClient) -> None:
    response = client.get("/secret-1")
    assert response.status_code == 404
    assert response.json() == {"error": "There is nothing at GET /secret-1."}
    assert client.post("/greeting").status_code == 404
    assert client.get("/greeting/", follow_redirects=False).status_code == 404
    assert client.request("SECRET2", "/greeting").status_code == 404
    text = client.get("/metrics").text
    for method, count in (("GET", 2), ("POST", 1), ("other", 1)):
        labels = f'code="404",method="{method}",route="unknown",service="{SERVICE}"'
        assert f"http_requests_total{{{labels}}} {count}.0" in text
    assert "secret" not in text.lower()


def test_measures_rate_errors_and_duration(client: TestClient) -> None:
    client.get("/greeting")
    client.get("/livez")
    text = client.get("/metrics").text
    assert f'code="200",method="GET",route="/greeting",service="{SERVICE}"}} 1.0' in text
    assert re.search(r'http_request_duration_seconds_bucket\{le="0.3",[^}]*\} 1.0', text)
    assert 'route="/livez"' not in text
    assert f'process_cpu_seconds_total{{service="{SERVICE}"}}' in text


def test_is_alive_and_ready(client: TestClient) -> None:
    assert client.get("/livez").status_code == 200
    assert client.get("/readyz").status_code == 200


def test_is_alive_but_not_ready_while_it_shuts_down_and_still_answers(
    client: TestClient, readiness: Readiness
) -> None:
    readiness.ready = False
    assert client.get("/livez").status_code == 200
    assert client.get("/readyz").status_code == 503
    response = client.get("/greeting")
    assert response.status_code == 200
    assert response.headers["connection"] == "close"


def test_ends_requests_that_take_too_long(client: TestClient) -> None:
    response = client.get("/slow")
    assert response.status_code == 503
    assert response.json() == {"error": "The request took longer than 200 milliseconds."}
    assert 'code="503",method="GET",route="/slow"' in client.get("/metrics").text


def test_answers_when_a_route_fails(client: TestClient) -> None:
    response = client.get("/broken")
    assert response.status_code == 500
    assert response.json() == {"error": "The request failed."}
    assert 'code="500",method="GET",route="/broken"' in client.get("/metrics").text
