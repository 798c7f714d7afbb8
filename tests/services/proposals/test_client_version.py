"""Nothing that the client is shown can tell what the brokerage earns: not its types, not its words, not its bytes."""

import dataclasses
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import partial
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from sqlalchemy import Engine, event, insert

from models.ledger import Act, Category, LedgerEntry, Side
from models.money import Currency
from models.user import Language
from services.calculations.client_version import ClientVersion, find_client_version
from services.conversation.values import Notice
from services.proposals.words import version_lines
from tests.handlers.proposal.offered import set_offers, three_offers
from tests.harness import NOON, Play
from tests.people import SELLER

TODAY = date(2026, 11, 23)
SECRET = re.compile(r"commission|rate|margin|expense|income|ledger|discount|fee", re.IGNORECASE)
HARMLESS = (str, int, bool, date, Decimal, NoneType)


def parts_of(kind: Any, path: str = "ClientVersion") -> Iterator[tuple[str, Any]]:
    """Every field's path with its type, down to plain values."""
    if dataclasses.is_dataclass(kind):
        for name, hint in get_type_hints(kind).items():
            yield from parts_of(hint, f"{path}.{name}")
    elif get_origin(kind) in (tuple, list, dict, Union, UnionType):
        for argument in get_args(kind):
            if argument is not Ellipsis:
                yield from parts_of(argument, path)
    else:
        yield path, kind


def test_the_type_has_no_room_for_what_the_brokerage_earns() -> None:
    """Plain values all the way down: a mapping of anything or an object of ours could carry it."""
    found = list(parts_of(ClientVersion))
    assert len(found) > 15
    for path, kind in found:
        assert kind in HARMLESS or issubclass(kind, Enum), path
        assert not SECRET.search(path), path


async def test_a_read_of_it_never_asks_the_database_for_it(play: Play) -> None:
    deal_id = await three_offers(play)
    asked: list[str] = []

    def hear(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", hear)
    await read(play, deal_id)
    event.remove(Engine, "before_cursor_execute", hear)
    assert [statement for statement in asked if "calculations" in statement]
    assert not [statement for statement in asked if "commission_rate" in statement or "ledger" in statement]


@pytest.mark.parametrize("language", Language)
async def test_words_and_bytes_are_the_same_whatever_the_commission_is(play: Play, language: Language) -> None:
    deal_id = await three_offers(play)
    shown = []
    for rate in (None, 0, 12_34, 100_00):
        await set_offers(play, deal_id, commission_rate=rate)
        shown.append(await shown_with(play, deal_id, language))
    await book(play, deal_id, Side.EXPENSE, Category.DISCOUNT, 3_333_00)
    await book(play, deal_id, Side.INCOME, Category.COMMISSION, 9_999_00)
    shown.append(await shown_with(play, deal_id, language))
    assert all(each == shown[0] for each in shown[1:])
    await set_offers(play, deal_id, premium=77_777_00)
    assert await shown_with(play, deal_id, language) != shown[0]


async def read(play: Play, deal_id: int) -> ClientVersion:
    find = partial(find_client_version, actor=play.actor(SELLER), deal_id=deal_id, today=TODAY)
    version: ClientVersion = await play.read(find)
    return version


async def shown_with(play: Play, deal_id: int, language: Language) -> tuple[str, bytes]:
    version = await read(play, deal_id)
    notice = Notice(version_lines(version, "Reliable Cover"), language=language)
    message = play.renderer.notice(Notice.from_json(notice.to_json()), Language.EN, now=NOON)
    return message["text"], play.proposals.write(version, language).data


async def book(play: Play, deal_id: int, side: Side, category: Category, amount: int) -> None:
    row = {
        "deal_id": deal_id,
        "side": side,
        "act": Act.PLANNED,
        "category": category,
        "amount": amount,
        "currency": Currency.RUB,
        "on": TODAY,
        "created_at": play.clock.now(),
        "intent_key": f"book-{category}",
    }
    await play.write(lambda session: session.execute(insert(LedgerEntry).values(row)))
