import asyncio

import pytest
from fastapi import APIRouter
from fastapi.testclient import TestClient

from app.config import Config
from app.metrics import Metrics
from app.readiness import Readiness
from app.routes import router
from app.server import create_app


@pytest.fixture
def readiness() -> Readiness:
    return Readiness()


@pytest.fixture
def client(readiness: Readiness) -> TestClient:
    """The service with two routes of the tests: one is slow, one fails."""
    routes = APIRouter()
    routes.include_router(router)

    @routes.get("/slow")
    async def slow() -> str:
        await asyncio.sleep(30)
        return "late"

    @routes.get("/broken")
    async def broken() -> str:
        raise TimeoutError("out of luck")

    config = Config(request_timeout_ms=200)
    return TestClient(create_app(config, metrics=Metrics(), readiness=readiness, routes=routes))
