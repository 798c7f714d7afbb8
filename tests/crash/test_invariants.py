"""The invariants themselves: silent about a sound database, and each finds what was broken by hand."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import pytest

from bot.database import open_database
from tests.crash.invariants import Witness, find_broken, promises
from tests.handlers.deals.opened import opened_deal
from tests.handlers.documents.sending import document, filed
from tests.handlers.policies.filed import file_chosen
from tests.harness import Play
from tests.people import SELLER

Sound: TypeAlias = tuple[Path, Witness]

REPEATED = "no screen is sent again but for a cut connection or a kill"
HELD_BY_SQLITE = {"no update is stored twice", "the database file is whole"}
UNANSWERED_TAP = '{"update_id": 1, "callback_query": {"id": "nobody-answered"}}'
DAMAGE = {
    "every confirmed update is stored": "DELETE FROM inbox WHERE id = 2",
    "no update is left unfinished": "UPDATE inbox SET state = 'new' WHERE id = 2",
    "no update is dead": "UPDATE inbox SET state = 'dead' WHERE id = 2",
    "every text and tap has a reply in the outbox": "UPDATE outgoing SET correlation_id = 'lost'",
    "no update is replied to by two screens": "UPDATE outgoing SET correlation_id = 'twice'",
    "every tap is answered": f"UPDATE inbox SET payload = '{UNANSWERED_TAP}' WHERE id = 2",
    "every outgoing row is sent, or replaced by a newer screen": "UPDATE outgoing SET state = 'ambiguous' WHERE id = 2",
    "a screen that was replaced has a newer one that was sent": "UPDATE outgoing SET state = 'superseded'",
    "every deal that the chat shows as opened is stored": "UPDATE deals SET id = 7",
    "every stored deal was shown to its seller as opened": "UPDATE deals SET id = 7",
    "one deal per intent": """
        CREATE TEMP TABLE again AS SELECT * FROM deals;
        UPDATE again SET id = 7, intent_key = 'deal-again';
        INSERT INTO deals SELECT * FROM again;
    """,
    "one client per intent": """
        CREATE TEMP TABLE again AS SELECT * FROM clients;
        UPDATE again SET id = 7, intent_key = 'client-again';
        INSERT INTO clients SELECT * FROM again;
    """,
    "client and deal of one intent are saved together": "UPDATE clients SET intent_key = 'client-other'",
    "each deal has exactly one created event": "DELETE FROM events WHERE name = 'deal.created'",
    "each deal has exactly one opening line in its journal": "DELETE FROM journal_entries WHERE key IS NOT NULL",
    "each client has exactly one created event": "UPDATE events SET aggregate_id = 7 WHERE name = 'client.created'",
    "each event is done exactly once by each consumer that subscribed to it": "DELETE FROM deliveries",
    "every paper that was sent is filed once and whole, or its sender is told why not": "DELETE FROM documents",
    "no packet is left open or unanswered": "UPDATE packets SET state = 'closed'",
    "every entry that the chat shows as written is stored": "UPDATE journal_entries SET text = 'другое'",
    "no entry is written twice": "UPDATE journal_entries SET text = 'то же'",
    "every entry but a copied note of a lead has its event": "DELETE FROM events WHERE name = 'deal.journal.written'",
    "every policy that the chat shows as filed is stored": "UPDATE policies SET number = 'AI-2'",
    "every policy has its event and its expected commission": "DELETE FROM events WHERE name = 'policy.filed'",
    "every payment that the chat shows is stored, and none twice": "UPDATE policies SET number = 'AI-2'",
    "every choice has its event": "DELETE FROM events WHERE name = 'deal.offer.chosen'",
    "no dialogue points at a deal that is not there": "DELETE FROM deals",
    "a dialogue's state and its draft change together": "UPDATE conversation_states SET state = 'OpenDealFlow:phone'",
    "no reference leads nowhere": "DELETE FROM clients",
}


@pytest.fixture(scope="module")
async def played(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Sound:
    """A deal with a paper and an entry, all of it settled, and what the chat has seen of it."""
    path = Path(shutil.copy(sqlite_template, tmp_path_factory.mktemp("sound")))
    database = open_database(f"sqlite+aiosqlite:///{path}")
    play = Play(database)
    await play.seed()
    deal_id = await opened_deal(play)
    card = play.screen(SELLER)
    await filed(play, document(play))
    paper = play.last[SELLER.telegram_id] - 1
    await play.say(SELLER, "Просит скидку", reply_to=card.message_id)
    await play.say(SELLER, "Ингос 48200 2 платежа КВ22", reply_to=card.message_id)
    for label in ("Сохранить 1", "1. Ингосстрах", "Клиент выбрал", "2 платежа", "Записать выбор"):
        await play.tap(SELLER, label)
    await file_chosen(play, deal_id, number="AI-1")
    for label in ("Оплата", "сегодня", "✅ Записать"):
        await play.tap(SELLER, label)
    await play.run_events()
    await database.close()
    with closing(sqlite3.connect(path)) as connection:
        updates = connection.execute("SELECT update_id, payload ->> '$.callback_query.id' FROM inbox").fetchall()
    witness = Witness(confirmed=[update_id for update_id, _ in updates], answered={tap for _, tap in updates if tap})
    witness.opened, witness.written, witness.papers = {deal_id}, {"Просит скидку"}, [(SELLER.telegram_id, paper)]
    witness.filed, witness.paid = {"AI-1"}, {"AI-1"}
    return path, witness


@pytest.fixture
def sound(played: Sound, tmp_path: Path) -> Sound:
    """A copy to be broken."""
    path, witness = played
    return Path(shutil.copy(path, tmp_path)), witness


def test_a_sound_database_breaks_no_promise(sound: Sound) -> None:
    path, witness = sound
    assert find_broken(path, witness) == {}


@pytest.mark.parametrize("promise", DAMAGE)
def test_what_was_broken_by_hand_is_found(sound: Sound, promise: str) -> None:
    path, witness = sound
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(DAMAGE[promise])
    assert promise in find_broken(path, witness)


@pytest.mark.parametrize(
    ("cut", "kills", "excused"), [(False, [], False), (False, [4.0], False), (True, [], True), (False, [2.0], True)]
)
def test_a_screen_that_came_twice_needs_an_excuse(sound: Sound, cut: bool, kills: list[float], excused: bool) -> None:
    path, witness = sound
    with closing(sqlite3.connect(path)) as connection:
        chat_id, text = connection.execute(
            "SELECT chat_id, payload ->> '$.message.text' FROM outgoing WHERE kind = 'screen' ORDER BY id DESC"
        ).fetchone()
    again = replace(witness, sends=[(chat_id, text, 1.0, cut), (chat_id, text, 3.0, False)], kills=kills)
    assert (REPEATED not in find_broken(path, again)) is excused


def test_every_promise_is_broken_once() -> None:
    assert promises().keys() == DAMAGE.keys() | HELD_BY_SQLITE | {REPEATED}
