"""`crm dead-letters`: what was given up after its last try, for whoever runs the installation."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from bot.terminal import REFUSED, run_work

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from services.dead_letters.letter import Letter

app = typer.Typer(
    no_args_is_help=True,
    help="What was given up: d… is work on an event, u… an update, r… a reminder that could not be told.",
)

Ref = Annotated[str, typer.Argument(help="as `list` names it, for example d12")]
CORRELATION = "terminal"


@app.command("list")
def show_all() -> None:
    """Every dead letter, those of one consumer together, newest first."""
    from services.access import operator
    from services.dead_letters.queries import list_groups, list_letters

    async def work(session: "AsyncSession") -> None:
        actor = operator(CORRELATION)
        groups = await list_groups(session, actor)
        if not groups:
            typer.echo("nothing was given up", err=True)
        for group in groups:
            before, more = None, True
            while more:
                page = await list_letters(session, actor, like=group.newest, before=before, size=200)
                for letter in page.lines:
                    typer.echo(_line(letter))
                before, more = page.next_before, page.next_before is not None

    run_work(work, write=False)


@app.command()
def show(ref: Ref) -> None:
    """One of them with its payload, without personal values."""
    from services.access import operator
    from services.dead_letters.details import find_details, written
    from services.dead_letters.letter import LetterRef

    async def work(session: "AsyncSession") -> None:
        found = await find_details(session, operator(CORRELATION), LetterRef.parse(ref))
        typer.echo(_line(found.letter))
        for name, value in written(found):
            typer.echo(f"  {name}: {value}")

    run_work(work, write=False)


@app.command()
def requeue(ref: Ref) -> None:
    """Have one tried again, from the first attempt on."""
    from bot.clock import SystemClock
    from services.access import operator
    from services.dead_letters.letter import LetterRef
    from services.dead_letters.requeue import requeue_letter

    async def work(session: "AsyncSession") -> bool:
        return await requeue_letter(session, operator(CORRELATION), LetterRef.parse(ref), now=SystemClock().now())

    _tell_effect(ref, "is tried again", changed=run_work(work))


@app.command()
def drop(ref: Ref, reason: Annotated[str, typer.Option(help="why it may stay undone")]) -> None:
    """Leave one undone for good."""
    from bot.clock import SystemClock
    from services.access import operator
    from services.dead_letters.drop import drop_letter
    from services.dead_letters.letter import LetterRef

    if not reason.strip():
        raise typer.BadParameter("say why", param_hint="--reason")

    async def work(session: "AsyncSession") -> bool:
        letter, now = LetterRef.parse(ref), SystemClock().now()
        return await drop_letter(session, operator(CORRELATION), letter, reason=reason.strip(), now=now)

    _tell_effect(ref, "is dropped", changed=run_work(work))


@app.command()
def requeue_all() -> None:
    """Have everything tried again that is dead now."""
    from bot.clock import SystemClock
    from services.access import operator
    from services.dead_letters.queries import list_groups
    from services.dead_letters.requeue import BATCH
    from services.dead_letters.requeue import requeue_all as requeue_group

    total = 0
    for group in run_work(lambda session: list_groups(session, operator(CORRELATION)), write=False):
        for _ in range(-(-group.count // BATCH)):
            now = SystemClock().now()
            requeue = partial(requeue_group, actor=operator(CORRELATION), like=group.newest, now=now)
            total += run_work(requeue).count
    typer.echo(f"{total} are tried again")


def _line(letter: "Letter") -> str:
    died_at = f"{letter.died_at:%Y-%m-%d %H:%M:%S}Z" if letter.died_at else "-"
    what = [letter.consumer or "update", letter.event_name or letter.incident or "-"]
    about = ":".join(map(str, letter.about)) if letter.about else "-"
    tries = f"{letter.attempts} tries"
    return "  ".join([str(letter.ref), letter.state, died_at, *what, about, tries, letter.reason or "-"])


def _tell_effect(ref: str, effect: str, *, changed: bool) -> None:
    if not changed:
        typer.echo(f"{ref} is dead no more", err=True)
        raise typer.Exit(REFUSED)
    typer.echo(f"{ref} {effect}")
