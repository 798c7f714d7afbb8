"""The box finds what a person may see, also after the deal has become somebody else's."""

from functools import partial

from sqlalchemy import text

from bot.database import Database
from services.deals.hand_over import Place, hand_over
from services.search.everything import search_everything
from tests.handlers.clients.builders import a_client, a_deal
from tests.handlers.day.owed import a_policy
from tests.harness import Play
from tests.people import EXECUTOR, MANAGER, OTHER_SELLER, SELLER, Person


async def seen(play: Play, person: Person, query: str) -> tuple[int, int, int]:
    """How many clients, deals and policies."""
    found = await play.read(partial(search_everything, actor=play.actor(person), query=query))
    return len(found.clients.lines), len(found.deals.lines), len(found.policies.lines)


async def test_a_deal_handed_over_is_found_with_its_policies_by_its_new_people_only(play: Play) -> None:
    deal = await a_deal(play, await a_client(play))
    await a_policy(play, deal, number="AI-77")
    assert await seen(play, SELLER, "иванов") == (1, 1, 1)
    assert await seen(play, OTHER_SELLER, "иванов") == (1, 0, 0)
    assert await seen(play, EXECUTOR, "иванов") == (0, 0, 0)
    for place, person in ((Place.SELLER, OTHER_SELLER), (Place.EXECUTOR, EXECUTOR)):
        to, now = play.ids[person.telegram_id], play.clock.now()
        handed = partial(hand_over, actor=play.actor(MANAGER), deal_id=deal, place=place, to_user_id=to, now=now)
        await play.write(handed)
    for query in ("иванов", "4567", "77"):
        assert await seen(play, SELLER, query) == ((1, 0, 0) if query != "77" else (0, 0, 0)), query
        for person in (OTHER_SELLER, EXECUTOR, MANAGER):
            assert await seen(play, person, query) == ((1, 1, 1) if query != "77" else (0, 0, 1)), query


async def test_a_word_is_found_from_each_of_its_letters_to_each(play: Play) -> None:
    await a_deal(play, await a_client(play, "Шевченко Тарас"), "Skoda")
    for word in ("шевченко", "79161234567", "skoda"):
        parts = {word[begin:end] for begin in range(len(word)) for end in range(begin + 3, len(word) + 1)}
        for part in parts:
            assert (await seen(play, SELLER, part))[1] == 1, part
    for other in ("шевчук", "вченк0", "евчнко", "skodaa", "хшев"):
        assert await seen(play, SELLER, other) == (0, 0, 0), other


async def test_nothing_stays_in_the_index_of_what_a_row_was(sqlite_database: Database) -> None:
    """PostgreSQL sees to that by itself."""
    play = Play(sqlite_database)
    await play.seed()
    client = await a_client(play, "Шевченко Тарас")
    deal = await a_deal(play, client)
    await a_policy(play, deal, number="AI-77")
    for table in ("clients", "deals", "policies"):
        reworded = text(f"UPDATE {table} SET search_text = 'гончар 5,79161234567'")
        await play.write(lambda session, reworded=reworded: session.execute(reworded))
    for search in ("client_search", "deal_search", "policy_search"):
        count = text(f"SELECT count(*) FROM {search} WHERE {search} MATCH :term")
        for term, rows in (("шев", 0), ("шевч", 0), ("camr", 0), ("7916", 1), ("4567", 1), ("онча", 1), ("чар", 1)):
            asked = {"term": f'"{term}"'}
            found = await play.read(lambda session, count=count, asked=asked: session.execute(count, asked))
            assert found.scalar_one() == rows, (search, term)
