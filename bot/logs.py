"""Log lines: an event name and fields of the contract, for people or as JSON; never a person's data or a token.

The contract is `docs/LOGS.md`.
"""

import logging
import sys
from types import FrameType
from typing import TextIO

import structlog
from structlog.types import EventDict, Processor, WrappedLogger

from bot.settings import LogFormat

MOST_PLACES = 12
ALLOWED = frozenset(
    [
        "timestamp",
        "level",
        "event",
        "exception",
        "exc_info",
        "service",
        "correlation_id",
        "caused_by",
        "rule_id",
        "entity",
        "execution_id",
        "root_event_id",
        "limit",
        "size",
        "status",
        "update_id",
        "event_id",
        "event_name",
        "consumer",
        "outgoing_id",
        "kind",
        "role",
        "reason",
        "attempts",
        "attempt",
        "pause",
        "incident",
        "refused",
        "duration",
        "counters",
        "database",
        "sandbox",
        "address",
        "tick",
        "count",
        "part",
        "logger",
        "revision",
    ]
)


def configure_logs(form: LogFormat, level: str, stream: TextIO | None = None) -> None:
    """To stderr, unless a stream is given."""
    to = stream or sys.stderr
    processors: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _only_allowed,
    ]
    if form is LogFormat.JSON:
        processors += [_frames_only, structlog.processors.JSONRenderer(ensure_ascii=False)]
    else:
        processors += [_frames_only, structlog.dev.ConsoleRenderer(colors=to.isatty())]
    structlog.configure(
        processors=processors,
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        logger_factory=structlog.PrintLoggerFactory(to),
        cache_logger_on_first_use=True,
    )
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s", handlers=[_NamesOnly()])


def _only_allowed(_logger: WrappedLogger, _method: str, line: EventDict) -> EventDict:
    """Fields outside the contract are dropped: what is not listed here can't leak."""
    return {name: value for name, value in line.items() if name in ALLOWED}


def _frames_only(_logger: WrappedLogger, _method: str, line: EventDict) -> EventDict:
    """A traceback as places in the code, without messages and values: those quote what people typed."""
    error = line.pop("exc_info", None)
    if error is True:
        error = sys.exc_info()[1]
    if isinstance(error, BaseException):
        line["exception"] = _places(error)
    return line


def _places(error: BaseException) -> str:
    frames, trace = [], error.__traceback__
    while trace is not None:
        frames.append(_place(trace.tb_frame, trace.tb_lineno))
        trace = trace.tb_next
    cause = error.__cause__ or error.__context__
    after = f" <- {_places(cause)}" if cause is not None else ""
    return f"{type(error).__name__} at {' > '.join(frames[-MOST_PLACES:])}{after}"


def where_it_stands(frame: FrameType | None) -> str:
    """The same of code that runs just now."""
    places: list[str] = []
    while frame is not None and len(places) < MOST_PLACES:
        places.append(_place(frame, frame.f_lineno))
        frame = frame.f_back
    return " > ".join(reversed(places))


def _place(frame: FrameType, line: int) -> str:
    return f"{frame.f_code.co_filename.rpartition('/')[2]}:{line} {frame.f_code.co_name}"


class _NamesOnly(logging.Handler):
    """Libraries' own warnings by logger and level; their messages may quote updates."""

    def emit(self, record: logging.LogRecord) -> None:
        structlog.get_logger(service="library").warning("library.warning", logger=record.name, reason=record.levelname)
