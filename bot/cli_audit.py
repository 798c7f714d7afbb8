"""`crm audit`: whether what is recorded is still what happened."""

import re
from typing import TYPE_CHECKING, Annotated

import typer

from bot.terminal import run_work

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from services.audit.verify import Verdict

app = typer.Typer(no_args_is_help=True, help="Whether what is recorded is still what happened.")

BROKEN = 1
CORRELATION = "terminal"


@app.callback()
def _audit() -> None:
    """Whether what is recorded is still what happened."""


@app.command()
def verify(
    noted: Annotated[
        str | None, typer.Option(help="a last seal that was noted before, as this command printed it: NUMBER:DIGEST")
    ] = None,
) -> None:
    """Go through the sealed events; code 1 and the first broken place when one was changed, removed or put in."""
    seal = None if noted is None else _noted(noted)
    verdict = run_work(_verify, write=False)
    if verdict.broken is not None:
        typer.echo(f"BROKEN {_place(verdict)}")
        raise typer.Exit(BROKEN)
    if seal is not None and not run_work(lambda session: _knows(session, *seal), write=False):
        typer.echo(f"BROKEN the seal {noted} is not in the chain: its end was cut off or made anew")
        raise typer.Exit(BROKEN)
    typer.echo(f"ok {verdict.events} events under {verdict.seals} seals, personal values of {verdict.erased} erased")
    unsealed = run_work(_count_unsealed, write=False)
    if unsealed:
        typer.echo(f"{unsealed} newer events are not sealed yet: each is when it is five minutes old and the CRM runs")
    typer.echo(f"last seal {verdict.seals}:{verdict.head}")


async def _verify(session: "AsyncSession") -> "Verdict":
    from services.access import operator
    from services.audit.verify import verify_chain

    verdict, more = await verify_chain(session, operator(CORRELATION))
    while more:
        verdict, more = await verify_chain(session, operator(CORRELATION), verdict)
    return verdict


def _noted(said: str) -> tuple[int, str]:
    """A slip of the hand is no broken chain."""
    found = re.fullmatch(r"(\d{1,18}):([0-9a-f]{64})", said.strip().lower(), re.ASCII)
    if found is None:
        raise typer.BadParameter("a seal is written NUMBER:DIGEST, as this command prints it", param_hint="--noted")
    return int(found[1]), found[2]


async def _knows(session: "AsyncSession", number: int, digest: str) -> bool:
    from services.access import operator
    from services.audit.verify import knows_seal

    return await knows_seal(session, operator(CORRELATION), number, digest)


async def _count_unsealed(session: "AsyncSession") -> int:
    from services.access import operator
    from services.audit.verify import count_unsealed

    return await count_unsealed(session, operator(CORRELATION))


def _place(verdict: "Verdict") -> str:
    broken = verdict.broken
    assert broken is not None  # noqa: S101 - as asked before
    words = {
        "seal": "the seal is changed or gone",
        "changed": "the event is not what was sealed",
        "missing": "the event is gone",
        "inserted": "the event was put in later",
        "personal": "its personal values are not what was sealed",
    }
    event = "" if broken.event_id is None else f", event {broken.event_id}"
    return f"seal {broken.seal}{event}: {words[broken.fault]}"
