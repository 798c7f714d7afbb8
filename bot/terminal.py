"""What the commands of `crm` have in common."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, NoReturn, TypeVar

import typer
from pydantic import ValidationError

from bot.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from services.errors import AppError

REFUSED = 1
BAD_SETTINGS = 2
LARGEST_ID = 2**63 - 1

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
    _check_there(settings)
    from sqlalchemy.exc import SQLAlchemyError  # noqa: PLC0415 - a wrong setting is said before half a second of imports

    from bot.database import open_database  # noqa: PLC0415 - as above
    from bot.database.reach import reason_of  # noqa: PLC0415 - as above
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
        refuse(words_of(error))
    except SQLAlchemyError as error:
        refuse(f"The database can't do it: {reason_of(error)}. `crm doctor` looks at the installation.")


def _check_there(settings: Settings) -> None:
    """SQLite would make an empty one."""
    path = settings.data_dir / "crm.sqlite3"
    if settings.database_url is None and not path.exists():
        refuse(f"There is no database yet in {settings.data_dir}: `crm run` makes it.")


def refuse(words: str) -> NoReturn:
    typer.echo(words, err=True)
    raise typer.Exit(REFUSED) from None


def words_of(error: "AppError") -> str:
    from bot.render import Translator  # noqa: PLC0415 - only a refusal needs words
    from models.user import Language  # noqa: PLC0415 - as above

    return Translator().format(f"err-{error.code}", Language.EN, error.params)
