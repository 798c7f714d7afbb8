"""Names of insurers as they are typed, and who is called so already."""

import re
from collections.abc import Iterable, Sequence

from handlers.common.answers import has_letters, short_text
from handlers.parsing.offers.insurers import name_key
from models.insurer import Insurer
from services.errors import AppError
from services.insurers.names import LONGEST_ALIAS, LONGEST_NAME

SHORTEST_KEY = 2


class NameTooShort(AppError):  # noqa: N818 - reads as the fact it names
    """A single letter or a number would be found in every other line."""

    code = "name-too-short"


def typed_name(typed: str) -> str:
    return _telling(short_text(typed, limit=LONGEST_NAME))


def typed_aliases(typed: str) -> list[str]:
    """One or more, with commas, semicolons or line breaks between."""
    parts = [part for part in re.split(r"[,;\n]", typed) if part.strip()]
    return [_telling(short_text(part, limit=LONGEST_ALIAS)) for part in parts or [typed]]


def _telling(name: str) -> str:
    if len(name_key(name)) < SHORTEST_KEY or not has_letters(name):
        raise NameTooShort(typed=name)
    return name


def shared_names(names: Iterable[str], others: Sequence[Insurer]) -> dict[str, str]:
    """Of these names the ones that another insurer is found by, with that insurer's name."""
    taken = {name_key(name): one.name for one in others for name in (*one.aliases, one.code, one.name)}
    return {name: taken[key] for name in names if (key := name_key(name)) in taken}
