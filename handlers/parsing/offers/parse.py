"""A message of offers, line by line.

* A line with an insurer, or with an unknown name and a clear premium, begins an offer; a line of fields alone goes on
  with the offer above it, and with a premium of its own it is another variant of the same insurer.
* A line of fields before all offers, or one that ends with a colon, holds for the offers below it; «у всех», «все по»
  for every offer. What an offer says itself comes first.
* Fields alone under several offers that lack them could be meant for the last or for all: asked; until when they hold
  is meant for all.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from handlers.parsing.offers.insurers import InsurerBook
from handlers.parsing.offers.items import Value
from handlers.parsing.offers.lexer import Token
from handlers.parsing.offers.lines import Chunk, Line, chunks_of, clauses_of_variants, lines_of
from handlers.parsing.offers.reader import read_items
from handlers.parsing.offers.result import OfferLine
from handlers.parsing.offers.settle import Fields, doubt_deductible, settle
from handlers.parsing.offers.words import COUNTS, Role, doubt_of, unit_of
from handlers.parsing.result import Ask
from models.money import Currency, Money

_MOST_UNKNOWN = 3
_COMMON = ("deductible", "commission", "sum_insured", "instalments", "term", "programme")
_FOR_ALL = (*_COMMON, "valid_until")
_TWO_PREMIUMS = Ask("two-amounts")
_DIFFERENCE = Ask("difference")
_TELLING = ("deductible", "commission", "sum_insured")


@dataclass(slots=True)
class _Draft:
    """An offer while its lines are read; `is_name` while nothing but the insurer is known."""

    insurer: str | Ask | None
    values: dict[str, Value]
    source: list[str]
    unknown: list[str]
    is_name: bool = False
    is_continued: bool = False
    is_talk: bool = False


@dataclass(slots=True)
class _Message:
    """What has been read so far; `below` holds for the offers to come, `everyone` for all."""

    currency: Currency
    drafts: list[_Draft] = field(default_factory=list)
    open: _Draft | None = None
    below: dict[str, Value] = field(default_factory=dict)
    everyone: dict[str, Value] = field(default_factory=dict)


def parse_offers(
    text: str, *, currency: Currency, region: str, insurers: InsurerBook, today: date | None = None
) -> list[OfferLine] | None:
    """None when nothing in the text is an offer.

    `currency` holds where a line names none; until when an offer holds can be known on a day only.
    """
    message = _Message(currency)
    for line in lines_of(text, insurers, region, today):
        for chunk in chunks_of(line):
            _take(message, line, chunk)
    offers = [_offer(draft, message.everyone) for draft in message.drafts if _is_offer(draft)]
    return offers or None


def _take(message: _Message, line: Line, chunk: Chunk) -> None:
    fields = _fields(message, line, chunk.tokens)
    if chunk.heading:
        heading = _common(_fields(message, line, chunk.heading))
        fields = Fields({**heading, **fields.values}, fields.unknown)
    if chunk.common:
        message.everyone.update(_common(_fields(message, line, chunk.common)))
    if chunk.insurers:
        _take_insurer(message, line, chunk, fields)
    elif _is_unknown_insurer(message, chunk.tokens, fields):
        _begin(message, line, chunk, fields, Ask("insurer-unknown"))
    else:
        _take_fields(message, line, chunk, fields)


def _fields(message: _Message, line: Line, tokens: Sequence[Token]) -> Fields:
    has_insurer = any(token.kind == "insurer" for token in tokens)
    return settle(read_items(tokens, line.plain, message.currency), message.currency, has_insurer=has_insurer)


def _take_insurer(message: _Message, line: Line, chunk: Chunk, fields: Fields) -> None:
    """Named again in its own line without another premium, an insurer goes on: «Альфа 52300, Альфа Бизнес»."""
    insurer, above = _insurer(chunk.insurers), message.open
    if above and above.insurer == insurer and line.typed in above.source and "premium" not in fields.values:
        above.values.update(fields.values)
        return
    variants = _variants(message, line, chunk) if fields.values.get("premium") == _TWO_PREMIUMS else []
    for variant in variants or [fields]:
        _begin(message, line, chunk, variant, insurer)


def _variants(message: _Message, line: Line, chunk: Chunk) -> list[Fields]:
    """«фр 15 48200, фр 30 41000»: clauses that each have a deductible and a premium, then what holds for all."""
    read = [_fields(message, line, clause) for clause in clauses_of_variants(chunk.tokens)]
    priced = [fields for fields in read if "premium" in fields.values]
    common: dict[str, Value] = {}
    for fields in read:
        if fields not in priced:
            common.update(fields.values)
    if len(priced) < 2 or not _are_variants(priced) or common.keys() & {"deductible", "programme"}:
        return []
    return [Fields({**common, **fields.values}, fields.unknown) for fields in priced]


def _are_variants(priced: Sequence[Fields]) -> bool:
    """Each has a premium and the same field to tell it from the others."""
    told_by = [
        name
        for name in ("deductible", "programme", "instalments")
        if all(name in fields.values and not isinstance(fields.values[name], Ask) for fields in priced)
    ]
    return bool(told_by) and all(isinstance(fields.values["premium"], Money) for fields in priced)


def _insurer(names: Sequence[Token]) -> str | Ask | None:
    first = names[0].insurer
    return first if all(name.insurer == first for name in names) else Ask("two-insurers")


def _begin(message: _Message, line: Line, chunk: Chunk, fields: Fields, insurer: str | Ask | None) -> None:
    roles = {token.role for token in chunk.tokens}
    is_name = not fields.values
    if is_name and Role.REFUSAL in roles:
        message.open = None
        return
    is_talk = "?" in line.plain or bool(roles & {Role.CHAT, Role.REFUSAL, Role.PAID})
    is_payment = Role.PAID in roles and not any(name in fields.values for name in _TELLING)
    values = {} if is_payment else {**message.below, **fields.values}
    message.open = _Draft(insurer, values, [line.typed], fields.unknown, is_name=is_name, is_talk=is_talk)
    message.drafts.append(message.open)


def _is_unknown_insurer(message: _Message, tokens: Sequence[Token], fields: Fields) -> bool:
    """A word that nothing explains, a clear premium after it, and no talk; under a bare name it is a programme.

    Where the premium must be asked, the line says nothing else.
    """
    if message.open and message.open.is_name:
        return False
    words = [token for token in tokens if token.kind not in {"mark", "quoted", "until"} and token.role is not Role.KIND]
    while words and words[0].role is Role.FILLER and len(words[0].text) <= 5:
        words = words[1:]
    premium = fields.values.get("premium")
    if not words or not _is_name(words[0]):
        return False
    if not isinstance(premium, Money):
        is_small = isinstance(premium, Ask) and premium.why == "premium-unit"
        return is_small and len(words) == 2 and words[1].kind == "number"
    roles = {token.role for token in tokens}
    is_year = len(fields.values) == 1 and 1950 <= premium.major <= 2035
    return not roles & {Role.CHAT, Role.PAID, Role.VEHICLE} and len(fields.unknown) <= _MOST_UNKNOWN and not is_year


def _is_name(token: Token) -> bool:
    if token.kind != "word" or token.role is not None or len(token.text) < 2:
        return False
    return token.text not in COUNTS and not unit_of(token.text) and not doubt_of(token.text)


def _take_fields(message: _Message, line: Line, chunk: Chunk, fields: Fields) -> None:
    """A line without an insurer: said of all, of those below, or of the one above."""
    common = _common(fields)
    roles = {token.role for token in chunk.tokens}
    has_premium = "premium" in fields.values
    if Role.EVERYONE in roles and not has_premium:
        message.everyone.update(common)
    elif not has_premium and ((line.is_heading and not line.goes_on) or not message.drafts):
        if Role.CHAT not in roles:
            message.below = common
    elif message.open is None:
        _begin_nameless(message, line, chunk, fields)
    elif has_premium and "premium" in message.open.values:
        _take_second_premium(message, line, fields)
    elif fields.values:
        _continue(message, line, fields)


def _begin_nameless(message: _Message, line: Line, chunk: Chunk, fields: Fields) -> None:
    """An offer whose insurer is not said needs more than an amount."""
    roles = {token.role for token in chunk.tokens}
    if "premium" not in fields.values or not any(name in fields.values for name in _TELLING):
        return
    if not roles & {Role.CHAT, Role.PAID} and len(fields.unknown) <= _MOST_UNKNOWN:
        message.open = _Draft(None, {**message.below, **fields.values}, [line.typed], fields.unknown)
        message.drafts.append(message.open)


def _take_second_premium(message: _Message, line: Line, fields: Fields) -> None:
    """With a field of its own it is a variant of the same insurer; alone it is a second amount."""
    assert message.open is not None  # noqa: S101 - the caller has looked
    above = message.open
    if any(name in fields.values for name in _COMMON):
        values = {**message.below, **fields.values}
        message.open = _Draft(above.insurer, values, [*above.source[:1], line.typed], fields.unknown, is_continued=True)
        message.drafts.append(message.open)
    else:
        above.values["premium"] = Ask("two-amounts")
        above.source.append(line.typed)


def _continue(message: _Message, line: Line, fields: Fields) -> None:
    assert message.open is not None  # noqa: S101 - the caller has looked
    above = message.open
    for name, value in fields.values.items():
        others = [draft for draft in message.drafts if draft is not above and name not in draft.values]
        if others and name == "valid_until":
            message.everyone.setdefault(name, value)
        elif others and not line.goes_on and not above.is_continued and not all(draft.is_continued for draft in others):
            for draft in (*others, above):
                draft.values.setdefault(name, Ask("for-which-offer"))
        elif above.values.get(name, value) != value and name not in message.below:
            above.values[name] = Ask("choice")
        else:
            above.values[name] = value
    above.is_name = False
    above.is_continued = True
    above.source.append(line.typed)
    above.unknown += fields.unknown


def _common(fields: Fields) -> dict[str, Value]:
    return {name: value for name, value in fields.values.items() if name in _FOR_ALL}


def _is_offer(draft: _Draft) -> bool:
    premium = draft.values.get("premium")
    if isinstance(premium, Money) or (premium == _DIFFERENCE and not draft.is_talk):
        return True
    if draft.is_talk or len(draft.unknown) > _MOST_UNKNOWN:
        return False
    return premium is not None or any(
        name in draft.values and not isinstance(draft.values[name], Ask) for name in ("deductible", "commission")
    )


def _offer(draft: _Draft, everyone: dict[str, Value]) -> OfferLine:
    values = {**everyone, **draft.values}
    doubt_deductible(values)
    return OfferLine(
        insurer=draft.insurer,
        source="\n".join(draft.source),
        unknown=draft.unknown,
        **values,  # type: ignore[arg-type]  # settle puts each field's own kinds under its name
    )
