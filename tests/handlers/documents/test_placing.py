"""Files that came while no deal was in hand: the person is asked where they go."""

from sqlalchemy import select

from models.deal import Deal
from models.document import DocumentState
from models.journal_entry import JournalEntry
from tests.handlers.documents.sending import (
    close_packets,
    deal_on_screen,
    document,
    documents_of,
    executor_joins,
    forwarded,
    photo,
    voice,
)
from tests.harness import Play, Seen
from tests.people import EXECUTOR, MANAGER, OTHER_SELLER, SELLER, Person


async def sent_nowhere(play: Play, person: Person = EXECUTOR) -> Seen:
    """A burst of a document, a photo, a voice and somebody's words; the question that follows."""
    await play.message(person, **document(play))
    await play.message(person, **photo(play))
    await play.message(person, **voice(play))
    await play.message(person, text="Без франшизы, пожалуйста", **forwarded("Иван"))
    await close_packets(play)
    return play.screen(person)


async def test_the_person_is_asked_once_and_everything_goes_where_he_says(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    await executor_joins(play, deal_id)
    asked = await sent_nowhere(play)
    assert "Прийняв усе: 4" in asked.text
    await play.tap(EXECUTOR, "Camry")
    assert play.toast(EXECUTOR) == f"Кладу в угоду {deal_id}"
    await play.run_events()
    answer = play.chats[EXECUTOR.telegram_id][asked.message_id]
    assert "Поклав до папки 3 файли" in answer.text
    assert "У журналі 1 повідомлення" in answer.text
    assert [kept.state for kept in await documents_of(play, deal_id)] == [DocumentState.FILED] * 3
    news = play.screen(SELLER)
    assert "Taras: новое в сделке" in news.text
    assert "Иван: «Без франшизы, пожалуйста»" in news.text


async def test_after_the_choice_the_next_file_goes_to_the_same_deal(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    await executor_joins(play, deal_id)
    await sent_nowhere(play)
    await play.tap(EXECUTOR, "Camry")
    await play.message(EXECUTOR, **document(play, "one-more.pdf"))
    await close_packets(play)
    assert [kept.name for kept in await documents_of(play, deal_id)][-1] == "one-more.pdf"


async def test_a_second_choice_changes_nothing(play: Play) -> None:
    first = await deal_on_screen(play)
    second = await deal_on_screen(play, insured="Kia Rio")
    await executor_joins(play, first)
    await executor_joins(play, second)
    asked = await sent_nowhere(play)
    for label in ("Camry", "Kia Rio"):
        await play.tap_data(EXECUTOR, asked.data(label), asked.message_id)
    assert play.toast(EXECUTOR) == f"Уже лежить в угоді {first}."
    assert not await documents_of(play, second)


async def test_nothing_is_kept_when_it_is_not_needed(play: Play) -> None:
    await executor_joins(play, await deal_on_screen(play))
    asked = await sent_nowhere(play)
    await play.tap(EXECUTOR, "Не треба")
    assert "нікуди не кладу" in play.chats[EXECUTOR.telegram_id][asked.message_id].text
    assert all(kept.deleted_at for kept in await documents_of(play, None))
    said = select(JournalEntry).where(JournalEntry.text.is_not(None))
    assert not (await play.read(lambda session: session.execute(said))).all()
    await play.tap_data(EXECUTOR, asked.data("Camry"), asked.message_id)
    assert "застарів" in play.toast(EXECUTOR)


async def test_who_has_no_deal_opens_one_and_comes_back(play: Play) -> None:
    asked = await sent_nowhere(play, SELLER)
    assert "открытых сделок у вас нет" in asked.text
    assert asked.data("Новая сделка") == "deal.new:"
    await deal_on_screen(play)
    await play.tap(SELLER, "Мои сделки", message_id=asked.message_id)
    await play.tap(SELLER, "Camry", message_id=asked.message_id)
    await play.run_events()
    assert "Положил в папку 3 файла" in play.chats[SELLER.telegram_id][asked.message_id].text


async def test_deals_are_offered_by_pages_and_never_those_of_others(play: Play) -> None:
    deals = [await deal_on_screen(play, insured=f"Car {number}") for number in range(7)]
    for deal_id in deals[1:]:
        await executor_joins(play, deal_id)
    asked = await sent_nowhere(play)
    assert [label[-1] for label in asked.labels if "Car" in label] == list("65432")
    await play.tap(EXECUTOR, "Далі", message_id=asked.message_id)
    older = play.chats[EXECUTOR.telegram_id][asked.message_id]
    assert [label[-1] for label in older.labels if "Car" in label] == ["1"]
    assert "Мої угоди" in " ".join(older.labels)


async def test_a_manager_may_put_files_into_any_deal_and_both_its_people_are_told(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    await executor_joins(play, deal_id)
    await sent_nowhere(play, MANAGER)
    await play.tap(MANAGER, "Camry")
    assert "Viktor" in play.screen(SELLER).text
    assert "Viktor" in play.screen(EXECUTOR).text


async def test_forged_choices_change_nothing(play: Play) -> None:
    await executor_joins(play, await deal_on_screen(play))
    asked = await sent_nowhere(play)
    for arg in ("1:999", "999:1", "1:-1", "1", "1:1:1", "x:y", ""):
        play.toasts.clear()
        await play.tap_data(EXECUTOR, f"doc.place:{arg}", asked.message_id)
        assert play.toast(EXECUTOR), arg
    assert len(await documents_of(play, None)) == 3


async def test_nobody_else_can_place_or_drop_them(play: Play) -> None:
    deal_id = await deal_on_screen(play)
    await executor_joins(play, deal_id)
    asked = await sent_nowhere(play)
    packet = asked.data("Camry").split(":")[1]
    menu = await play.say(SELLER, "/menu")
    for data in (f"doc.place:{packet}:{deal_id}", f"doc.drop:{packet}", f"doc.where:{packet}:"):
        await play.tap_data(SELLER, data, menu.message_id)
        assert "устарел" in play.toast(SELLER)
    assert len(await documents_of(play, None)) == 3
    other = (await play.read(lambda session: session.execute(select(Deal.id)))).scalar_one()
    await play.tap_data(OTHER_SELLER, f"doc.place:{packet}:{other}")
    assert play.toast(OTHER_SELLER) == f"Сделки {other} нет."
