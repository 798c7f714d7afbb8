"""Checks that every typed answer goes through."""

from services.conversation.values import Text, text
from services.errors import AppError

SHORT = 300
LONG = 4096
YES = frozenset(
    ["да", "так", "yes", "y", "ок", "окей", "ok", "okay", "ага", "угу", "+", "верно", "вірно", "давай", "👍", "✅"]
)


NO = frozenset(["нет", "не", "неа", "ні", "no", "n", "nope", "-", "стоп", "👎", "❌"])


ALL = frozenset(["всё", "все", "усе", "all", "полностью", "повністю", "in full", "всё сразу", "все сразу", "усе разом"])


class AnswerEmpty(AppError):  # noqa: N818 - reads as the fact it names
    code = "answer-empty"


class AnswerTooLong(AppError):  # noqa: N818 - as above
    code = "answer-too-long"


class NameWithoutLetters(AppError):  # noqa: N818 - as above
    code = "name-without-letters"


def is_yes(typed: str) -> bool:
    return typed.strip(" .!").casefold() in YES


def is_no(typed: str) -> bool:
    return typed.strip(" .!").casefold() in NO


def is_all(typed: str) -> bool:
    """All that is owed, whatever it is."""
    return typed.strip(" .!").casefold() in ALL


def confirm_problem() -> Text:
    return text("err-confirm-not-understood")


def short_text(typed: str, *, limit: int = SHORT) -> str:
    """On one line; refused when nothing can be read in it or when it is longer than `limit` characters."""
    return _checked(" ".join(typed.split()), limit)


def name_text(typed: str, *, limit: int = SHORT) -> str:
    """A short text that could be the name of a person or a company."""
    words = short_text(typed, limit=limit)
    if not has_letters(words):
        raise NameWithoutLetters(typed=words)
    return words


def has_letters(words: str) -> bool:
    return any(character.isalpha() for character in words)


def long_text(typed: str, *, limit: int = LONG) -> str:
    """With its line breaks; refused as a short one is."""
    return _checked(typed.strip(), limit)


def _checked(words: str, limit: int) -> str:
    if not any(character.isalnum() for character in words):
        raise AnswerEmpty
    if len(words) > limit:
        raise AnswerTooLong(count=len(words), limit=limit)
    return words
