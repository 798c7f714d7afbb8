"""Words and signs after which no day may be taken from the line."""

from handlers.parsing.dates.calendar_dates import read_day_and_month
from handlers.parsing.dates.durations import Found
from handlers.parsing.dates.items import Bare, Refusal
from handlers.parsing.dates.lexer import Tokens
from handlers.parsing.dates.words import Role, Which

_ALWAYS = frozenset({"recurring", "vague", "count", "working-days"})


def read_doubt(tokens: Tokens, at: int) -> Found | None:
    word = tokens[at].word
    if word.role is Role.NOT:
        return _read_not(tokens, at)
    if word.doubt == "approximate" and _is_part_of_day(tokens, at + 1):
        return (), at + 1
    if word.doubt:
        return (Refusal(word.doubt, only_beside=word.doubt not in _ALWAYS),), at + 1
    return None


def _is_part_of_day(tokens: Tokens, at: int) -> bool:
    """«ближе к вечеру» is no vaguer than «вечером»."""
    return tokens[at + 1 if tokens[at].word.role is Role.TOWARDS else at].word.part is not None


def _read_not(tokens: Tokens, at: int) -> Found:
    """«не позднее» is «до»; any other «не» takes the day away."""
    following = tokens[at + 1].word
    if following.role is Role.LATER:
        return (), at + 2
    return (Refusal(following.doubt if following.doubt == "bound" else "unclear", only_beside=True),), at + 1


def read_rest(tokens: Tokens, at: int) -> Found | None:
    """What no other reader has taken: a number alone, a sign of doubt, a word that needs company."""
    token = tokens[at]
    if token.word.role is Role.FROM and read_day_and_month(tokens, at + 1):
        return None
    if token.number is not None:
        is_clear = len(token.text) <= 2 and not tokens[at + 1].is_unknown
        return (Bare(token.number) if is_clear else Refusal("unclear"),), at + 1
    if token.text in {"~", "?"}:
        return (Refusal("approximate" if token.text == "~" else "doubt", only_beside=True),), at + 1
    if token.word.role is Role.FROM and tokens[at + 1].number is not None:
        return (Refusal("range"),), at + 1
    if token.word.role is Role.LATER or token.word.which is Which.NEAREST:
        return (Refusal("vague"),), at + 1
    if token.word.role is Role.MINUS:
        return (Refusal("unclear", only_beside=True),), at + 1
    if (token.word.number or 1) != 1:
        return (Refusal("words", only_beside=True),), at + 1
    return None
