"""The service with its probes, metrics and routes; it does not listen yet."""

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from app.config import Config
from app.metrics import Metrics
from app.observed import Observed
from app.readiness import Readiness
from app.routes import router


def _probes(metrics: Metrics, readiness: Readiness) -> APIRouter:
    probes = APIRouter()

    @probes.get("/livez")
    async def livez() -> JSONResponse:
        return JSONResponse({"status": "alive"})

    @probes.get("/readyz")
    async def readyz() -> JSONResponse:
        if readiness.ready:
            return JSONResponse({"status": "ready"})
        return JSONResponse({"status": "shutting down"}, 503)

    @probes.get("/metrics")
    async def scrape() -> Response:
        return Response(metrics.text(), headers={"content-type": metrics.content_type})

    return probes


async def _refuse(request: Request, error: Exception) -> JSONResponse:
    if isinstance(error, HTTPException) and error.status_code not in (404, 405):
        return JSONResponse({"error": error.detail}, error.status_code)
    path = request.url.path
    return JSONResponse({"error": f"There is nothing at {request.method} {path}."}, 404)


def create_app(
    config: Config, *, metrics: Metrics, readiness: Readiness, routes: APIRouter = router
) -> FastAPI:
    # Its interface is described in the catalog, so it serves no pages about itself.
    app = FastAPI(openapi_url=None)
    app.router.redirect_slashes = False
    app.include_router(routes)
    app.include_router(_probes(metrics, readiness))
    app.add_exception_handler(HTTPException, _refuse)
    app.add_middleware(
        Observed, metrics=metrics, readiness=readiness, timeout_ms=config.request_timeout_ms
    )
    return app
