"""What the service does. Paths of the metrics come from here, so that no caller can invent one."""

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from app import SERVICE

router = APIRouter()


@router.get("/greeting")
async def greeting(name: str = "world") -> JSONResponse:
    if len(name) > 100:
        return JSONResponse(
            {"error": f"The name has {len(name)} characters; expected at most 100."}, 400
        )
    return JSONResponse({"greeting": f"Hello, {name}!", "from": SERVICE})
