"""`crm replay`: a lead or a deal as its events tell it, beside its row."""

import json
from typing import TYPE_CHECKING, Any

import typer

from bot.terminal import REFUSED, run_work

if TYPE_CHECKING:
    from services.events.replay import Compared, Replay

CORRELATION = "terminal"
UNKNOWN = 2
MARKS = {"same": " ", "differs": "!", "erased": "-", "unknown": "?"}


def show(what: str, number: int) -> int:
    """The exit code."""
    from services.access import operator
    from services.events.replay import REPLAYED, replay

    if what not in REPLAYED:
        typer.echo(f"replay: no {what!r}; known are {', '.join(sorted(REPLAYED))}", err=True)
        return UNKNOWN
    found: Replay = run_work(lambda session: replay(session, operator(CORRELATION), what, number), write=False)
    typer.echo(f"{what} {number} from {found.events} events")
    for column in found.columns:
        typer.echo(_line(column))
    typer.echo("DIFFERS" if found.differs else "equal")
    return REFUSED if found.differs else 0


def _line(column: "Compared") -> str:
    mark = MARKS[column.match]
    rebuilt = column.match.value if column.match in {"erased", "unknown"} else _plain(column.rebuilt)
    stands = "" if column.match == "same" else f"  row: {_plain(column.stands)}"
    return f"{mark} {column.column}: {rebuilt}{stands}"


def _plain(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
