"""The fields of a kind of insurance: how each is answered, and what the answer changes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from handlers.reference.names import typed_name
from handlers.reference.parse import parse_basis, parse_ladder, parse_term, parse_wait
from models.user import Language
from services.conversation.values import Text, text
from services.kinds.edit import KindValues


@dataclass(frozen=True, slots=True)
class Field:
    """`chips` are labels with what a person would type instead; `read` gives None for what it can't know."""

    read: Callable[[str], KindValues | None]
    chips: Sequence[tuple[Text, str]] = ()


def _term(typed: str) -> KindValues | None:
    term = parse_term(typed)
    return None if term is None else {"default_term_months": term[0], "default_term_days": term[1]}


def _earliest(typed: str) -> KindValues | None:
    days = parse_wait(typed)
    return None if days is None else {"earliest_start_days": days}


def _renewal(typed: str) -> KindValues | None:
    """After the last safe day there is nothing left to remind of."""
    days = parse_ladder(typed)
    return None if days is None or days[-1] < 0 else {"renewal_ladder": days}


def _instalment(typed: str) -> KindValues | None:
    days = parse_ladder(typed)
    return None if days is None else {"instalment_ladder": days}


def _commission(typed: str) -> KindValues | None:
    on_payment = parse_basis(typed)
    return None if on_payment is None else {"commission_on_payment": on_payment}


FIELDS: Mapping[str, Field] = {
    "term": Field(
        _term,
        [
            (text("kind-term-months", count=12), "12m"),
            (text("kind-term-months", count=6), "6m"),
            (text("kind-term-days", count=30), "30d"),
            (text("kind-term-days", count=15), "15d"),
        ],
    ),
    "earliest": Field(
        _earliest,
        [(text("btn-start-at-once"), "0"), *((text("btn-start-in", days=days), str(days)) for days in (1, 3, 5))],
    ),
    "renewal": Field(
        _renewal, [(text("btn-ladder", days=days), days) for days in ("30, 14, 7, 1", "45, 30, 14, 7, 1", "14, 7, 1")]
    ),
    "instalment": Field(
        _instalment, [(text("btn-ladder", days=days), days) for days in ("7, 3, 1, 0, -1", "14, 7, 3, 0", "3, 0, -1")]
    ),
    "commission": Field(_commission, [(text("btn-commission-each"), "each"), (text("btn-commission-first"), "first")]),
}


def name_values(language: Language, typed: str) -> KindValues:
    name = typed_name(typed)
    match language:
        case Language.RU:
            return {"name_ru": name}
        case Language.UK:
            return {"name_uk": name}
        case Language.EN:
            return {"name_en": name}
