"""The log of a bench: kept off the screen, its warnings counted."""

from typing import Any

import structlog


class Troubles:
    def __init__(self) -> None:
        self.count = 0
        self.last = ""

    def __call__(self, _logger: Any, method: str, line: dict[str, Any]) -> dict[str, Any]:
        if method in {"warning", "error", "exception"}:
            self.count += 1
            self.last = str(line)
        return line


TROUBLES = Troubles()


def keep_quiet() -> None:
    """Lines are made as in production, as JSON, and go nowhere."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            TROUBLES,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(20),
        logger_factory=structlog.ReturnLoggerFactory(),
        cache_logger_on_first_use=True,
    )
