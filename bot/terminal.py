"""What the commands of `crm` have in common."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

import typer
from pydantic import ValidationError

from bot.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

REFUSED = 1
BAD_SETTINGS = 2

T = TypeVar("T")


def load_settings() -> Settings:
    """Ends the process with code 2 and the variable's name when a value is wrong."""
    try:
        return Settings()
    except ValidationError as error:
        for problem in error.errors():
            name = ".".join(str(part) for part in problem["loc"]).upper()
            reason = problem["msg"].removeprefix("Value error, ")
            _complain(f"{name}: {reason}" if name else reason)
    except ValueError as error:
        _complain(str(error))
    raise typer.Exit(BAD_SETTINGS)


def _complain(words: str) -> None:
    typer.echo(f"settings: {words}", err=True)


def run_work(work: "Callable[[AsyncSession], Awaitable[T]]", *, write: bool = True) -> T:
    """In one transaction on the installation's database; a refusal ends the process with code 1.

    The terminal is for the command's own words: what is published is told by the process that reacts to it.
    """
    settings = load_settings()
    from bot.database import open_database  # noqa: PLC0415 - a wrong setting is said before half a second of imports
    from services.errors import AppError  # noqa: PLC0415 - as above

    async def run() -> T:
        database = open_database(settings.database)
        database.on_published.clear()
        try:
            return await (database.write if write else database.read)(work)
        finally:
            await database.close()

    try:
        return asyncio.run(run())
    except AppError as error:
        typer.echo(f"refused: {error.code}", err=True)
        raise typer.Exit(REFUSED) from None
