"""The HTTP application. It shows no documentation of itself and asks nobody's address."""

import structlog
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from web.edge import Edge
from web.health import health_router
from web.metrics import metrics_router
from web.webhook import webhook_router

log = structlog.get_logger(service="web")


def build_app(edge: Edge) -> FastAPI:
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.include_router(health_router(edge))
    app.include_router(metrics_router(edge))
    if edge.webhook is not None:
        app.include_router(webhook_router(edge.webhook))
    app.add_exception_handler(Exception, _say_little)
    return app


async def _say_little(request: Request, error: Exception) -> JSONResponse:  # noqa: ARG001 - the handler's signature
    log.error("web.failed", reason=type(error).__name__, exc_info=error)
    return JSONResponse({"error": "internal error"}, status_code=500)
