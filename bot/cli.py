"""The `crm` command."""

import asyncio
import json
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli_audit import app as audit
from bot.cli_backup import app as backups
from bot.cli_dead_letters import app as dead_letters
from bot.terminal import LARGEST_ID, load_settings

if TYPE_CHECKING:
    from bot.first_start import Seed

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
app.add_typer(audit, name="audit")
app.add_typer(dead_letters, name="dead-letters")
app.add_typer(backups)

UNKNOWN_KIND = 2


def main() -> None:
    app()


def _show_version(asked: bool) -> None:  # noqa: FBT001 - the shape of an option's callback
    if asked:
        from importlib.metadata import version

        typer.echo(version("ael-crm"))
        raise typer.Exit


@app.callback()
def options(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """A CRM for insurance brokerages in Telegram."""


@app.command()
def run() -> None:
    """Run the CRM; without TELEGRAM_BOT_TOKEN in the sandbox, with a chat page in the browser."""
    settings = load_settings()
    from bot.run import run_crm

    raise typer.Exit(run_crm(settings, _load_seed))


def _load_seed() -> "Seed":
    from sandbox.seed import seed

    return seed


@app.command()
def sandbox() -> None:
    """Run only the local Telegram, without the CRM."""
    settings = load_settings()
    from sandbox.options import SandboxOptions
    from sandbox.server import serve

    asyncio.run(serve(SandboxOptions(port=settings.sandbox_port, data_dir=settings.data_dir)))


@app.command()
def migrate(target: Annotated[str, typer.Argument(help="a revision, `head` or `base`")] = "head") -> None:
    """Bring the database to a revision of its schema."""
    settings = load_settings()
    from bot.database import open_database
    from bot.database.migrate import migrate as move

    async def work() -> None:
        database = open_database(settings.database)
        try:
            await move(database, target=target)
        finally:
            await database.close()

    asyncio.run(work())
    typer.echo(f"database is at {target}")


@app.command()
def doctor() -> None:
    """Check each configured part and say what is wrong; code 1 when something is, 2 for a setting."""
    settings = load_settings()
    from bot.doctor import examine

    findings = asyncio.run(examine(settings))
    for part, finding in findings:
        typer.echo(f"{'ok   ' if finding.fine else 'WRONG'} {part}: {finding.words}")
    raise typer.Exit(0 if all(finding.fine for _, finding in findings) else 1)


@app.command()
def replay(
    what: Annotated[str, typer.Argument(help="lead or deal")],
    number: Annotated[int, typer.Argument(help="its number", min=1, max=LARGEST_ID)],
) -> None:
    """Rebuild a lead or a deal from its events and compare it with its row; code 1 when they differ."""
    from bot.cli_replay import show

    raise typer.Exit(show(what, number))


@app.command()
def parse(kind: Annotated[str, typer.Argument(help="what the lines hold, for example money or date")]) -> None:
    """Read JSON lines {id, text, lang, given} and write what was understood, one line for each."""
    from handlers.parsing.lines import PARSERS

    if kind not in PARSERS:
        typer.echo(f"parse: no kind {kind!r}; known are {', '.join(sorted(PARSERS))}", err=True)
        raise typer.Exit(UNKNOWN_KIND)
    for line in sys.stdin.buffer:
        if line.strip():
            typer.echo(json.dumps(_understood(kind, line)))


def _understood(kind: str, line: bytes) -> dict[str, Any]:
    """A line that is no JSON object is answered too: it stops no others."""
    from datetime import UTC, datetime

    from handlers.parsing.lines import parse_line

    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        record = None
    if not isinstance(record, dict):
        return {"id": None, "result": {"ask": "bad-json"}}
    given = record["given"] = record.get("given") or {}
    if isinstance(given, dict):
        given.setdefault("now", datetime.now(UTC).isoformat())
    return parse_line(kind, record)


if __name__ == "__main__":
    main()
