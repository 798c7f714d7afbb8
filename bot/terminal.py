"""What the commands of `crm` have in common."""

import typer
from pydantic import ValidationError

from bot.settings import Settings

BAD_SETTINGS = 2


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
