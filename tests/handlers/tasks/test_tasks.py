"""Tasks in chat: set, told, taken, asked about, returned, done; and whose turn the deal is meanwhile."""

from functools import partial

import pytest
from sqlalchemy import func, select, update

from models.deal import Deal
from models.task import Task, TaskState
from services.reminders.wake import wake_due_deals
from tests.handlers.calculations.offers import offer_chosen
from tests.handlers.deals.opened import opened_deal
from tests.handlers.documents.sending import close_packets, document
from tests.handlers.tasks.set_tasks import ask_to_calculate, task_set, task_taken
from tests.harness import BROKERAGE, Play, Seen
from tests.people import ADMIN, EXECUTOR, MANAGER, OTHER_SELLER, SELLER


async def card_of(play: Play, deal_id: int) -> str:
    last = play.screen(SELLER).message_id
    return (await play.tap_data(SELLER, f"deal.card:{deal_id}", last)).text


async def state_of(play: Play) -> TaskState:
    newest = select(Task.state).order_by(Task.id.desc()).limit(1)
    return (await play.read(lambda session: session.execute(newest))).scalar_one()


async def test_seller_asks_to_calculate_and_the_executor_is_told_with_the_folder_at_hand(play: Play) -> None:
    deal_id = await opened_deal(play)
    await play.tap(SELLER, "📌 Задача")
    await play.tap(SELLER, "Посчитать")
    await play.tap(SELLER, "Taras")
    await play.say(SELLER, "завтра 18:00")
    confirmed = await play.say(SELLER, "нужна рассрочка")
    assert "Срок: до завтра, 18:00" in confirmed.text
    card = await play.tap(SELLER, "Поставить")
    assert "Ход: исполнитель Taras" in card.text
    assert "Задача: Посчитать → Taras, до завтра, 18:00" in card.text
    assert "Этап: расчёт" in card.text
    await play.run_events()
    told = play.screen(EXECUTOR)
    assert "Maryna: Порахувати, до завтра, 18:00" in told.text
    assert "нужна рассрочка" in told.text
    assert told.labels[:2] == ["✅ Беру", "📁 Папка"]
    assert told.labels[-2:] == ["❓ Запитати", "↩️ Повернути"]
    assert told.subject == f"deal:{deal_id}"


async def test_executor_takes_works_and_finishes_and_the_seller_learns_of_it(play: Play) -> None:
    deal_id = await task_set(play)
    taken = await play.tap(EXECUTOR, "Беру")
    assert "прийнята" in taken.text
    await play.run_events()
    assert "Taras берёт в работу: Посчитать" in play.screen(SELLER).text
    await play.tap(EXECUTOR, "У роботу")
    assert "Ход: исполнитель Taras" in await card_of(play, deal_id)
    asked = await play.tap(EXECUTOR, "Зроблено")
    assert f"За угодою {deal_id} немає нових пропозицій" in asked.text
    assert asked.labels[:2] == ["⚖️ Внести розрахунок", "✅ Усе одно зроблено"]
    done = await play.tap(EXECUTOR, "Усе одно зроблено")
    assert "зроблена" in done.text
    await play.run_events()
    assert "Taras: сделано, Посчитать" in play.screen(SELLER).text
    assert "Ход: продавец Maryna" in await card_of(play, deal_id)


async def test_who_says_done_without_offers_may_enter_them_or_think_again(play: Play) -> None:
    deal_id = await task_taken(play)
    await play.tap(EXECUTOR, "Зроблено")
    assert "Порахувати" in (await play.tap(EXECUTOR, "Скасувати")).text
    assert await state_of(play) is TaskState.ACCEPTED
    await play.tap(EXECUTOR, "Зроблено")
    assert "так" in (await play.say(EXECUTOR, "мабуть")).text
    await play.tap(EXECUTOR, "Внести розрахунок")
    await play.say(EXECUTOR, "Ингос 48200")
    await play.tap(EXECUTOR, "Поки зберегти")
    await play.tap_data(EXECUTOR, "task.card:1", play.screen(EXECUTOR).message_id)
    assert "зроблена" in (await play.tap(EXECUTOR, "Зроблено")).text
    assert await state_of(play) is TaskState.DONE
    await play.run_events()
    told = play.screen(SELLER)
    assert "Taras: сделано, Посчитать" in told.text
    assert told.labels[0] == "⚖️ Предложения", "the next step is at hand"
    assert "Ход: продавец" in await card_of(play, deal_id)


async def test_done_without_a_policy_is_asked_about(play: Play) -> None:
    await offer_chosen(play)
    await play.tap(SELLER, "Оформить")
    for label in ("Taras", "Завтра", "Пропустить", "Поставить"):
        await play.tap(SELLER, label)
    await play.run_events()
    await play.tap(EXECUTOR, "Беру")
    asked = await play.tap(EXECUTOR, "Зроблено")
    assert "поліс ще не внесено" in asked.text
    assert "📄" in asked.labels[0]
    assert await state_of(play) is TaskState.ACCEPTED


async def test_a_return_needs_a_reason_and_gives_the_turn_back(play: Play) -> None:
    deal_id = await task_taken(play)
    await play.tap(EXECUTOR, "Повернути")
    refused = await play.say(EXECUTOR, "🙃")
    assert "Чому?" in refused.text
    returned = await play.tap(EXECUTOR, "Бракує документів")
    assert "Причина: Бракує документів" in returned.text
    await play.run_events()
    told = play.screen(SELLER)
    assert "возвращает: Посчитать. Причина: Не хватает документов" in told.text
    assert told.labels == ["📌 Открыть задачу", "📁 Папка", "➕ Новая задача", "📂 Открыть сделку"]
    card = await card_of(play, deal_id)
    assert "Ход: продавец Maryna" in card
    assert "возвращена: Не хватает документов" in card


async def test_a_question_waits_with_the_seller_until_he_writes(play: Play) -> None:
    deal_id = await task_taken(play)
    await play.tap(EXECUTOR, "Запитати")
    await play.say(EXECUTOR, "Сколько водителей?")
    await play.run_events()
    asked = play.screen(SELLER)
    assert "Taras спрашивает: Сколько водителей?" in asked.text
    assert "Ход: продавец Maryna" in await card_of(play, deal_id)
    said = await play.say(SELLER, "Двое, стаж 10 лет", reply_to=asked.message_id)
    assert "Ответ уже у того, кто спрашивал (Taras)" in said.text
    await play.run_events()
    assert "Двое, стаж 10 лет" in play.screen(EXECUTOR).text
    assert "Ход: исполнитель Taras" in await card_of(play, deal_id)


async def asked_about(play: Play) -> tuple[Seen, Seen]:
    """The executor's card that waits for the answer, and what the seller is told."""
    await task_taken(play)
    await play.tap(EXECUTOR, "Запитати")
    waiting = await play.say(EXECUTOR, "Сколько водителей?")
    await play.run_events()
    assert "чекає" in waiting.text.casefold()
    return waiting, play.screen(SELLER)


async def test_the_answer_comes_with_the_tasks_next_step_and_the_card_and_the_queue_follow(play: Play) -> None:
    waiting, asked = await asked_about(play)
    queue = await play.say(EXECUTOR, "/queue")
    assert "❓" in queue.text
    await play.say(SELLER, "Двое, стаж 10 лет", reply_to=asked.message_id)
    await play.run_events()
    answered = play.screen(EXECUTOR)
    assert "Maryna відповідає: Двое, стаж 10 лет" in answered.text
    assert "Порахувати" in answered.text
    assert {"⚖️ Внести розрахунок", "✅ Зроблено", "❓ Запитати"} <= set(answered.labels)
    card = next(seen for seen in play.seen(EXECUTOR) if seen.message_id == waiting.message_id)
    assert "чекає" not in card.text.casefold()
    shown = next(seen for seen in play.seen(EXECUTOR) if seen.message_id == queue.message_id)
    assert "❓" not in shown.text
    assert [seen.text for seen in play.seen(EXECUTOR)].count(answered.text) == 1
    assert "Напишіть їх" in (await play.tap(EXECUTOR, "Внести розрахунок", message_id=answered.message_id)).text


@pytest.mark.parametrize("words", ["Двое, стаж 10 лет", "Иванов, 8 916 123-45-67", "Только он"])
async def test_words_right_under_the_question_are_offered_as_its_answer_first(play: Play, words: str) -> None:
    await asked_about(play)
    offered = await play.say(SELLER, words)
    assert "Это ответ на вопрос (Taras), сделка 1?" in offered.text
    assert words in offered.text
    assert "🔎" in "".join(offered.labels)
    said = await play.tap(SELLER, "Ответить", message_id=offered.message_id)
    assert "Ответ уже у того, кто спрашивал (Taras)" in said.text
    await play.run_events()
    assert f"Maryna відповідає: {words}" in play.screen(EXECUTOR).text


async def test_words_under_a_question_can_be_looked_for_and_once_anything_else_was_said_they_are(play: Play) -> None:
    _, asked = await asked_about(play)
    await play.say(SELLER, "Иванов")
    found = await play.tap(SELLER, "Искать")
    assert "Camry" in found.text
    await play.tap_data(SELLER, "deal.card:1", asked.message_id)
    await play.say(SELLER, "/menu")
    assert "Это ответ" not in (await play.say(SELLER, "Иванов")).text


async def test_the_answer_may_be_a_file_or_the_button_too(play: Play) -> None:
    waiting, asked = await asked_about(play)
    await play.message(SELLER, reply_to=asked.message_id, **document(play))
    await close_packets(play)
    await play.run_events()
    card = next(seen for seen in play.seen(EXECUTOR) if seen.message_id == waiting.message_id)
    assert "чекає" not in card.text.casefold()
    assert any("відповідає на ваше запитання" in seen.text for seen in play.seen(EXECUTOR))
    await play.tap(EXECUTOR, "Запитати", message_id=card.message_id)
    await play.say(EXECUTOR, "А стаж?")
    await play.run_events()
    await play.tap(SELLER, "Ответить")
    assert "Ответ уже у того, кто спрашивал (Taras)" in (await play.say(SELLER, "10 лет")).text
    await play.run_events()
    assert "Maryna відповідає: 10 лет" in play.screen(EXECUTOR).text


async def test_a_question_goes_to_who_gave_the_task_and_his_answer_comes_back(play: Play) -> None:
    deal_id = await opened_deal(play)
    await play.tap_data(MANAGER, f"task.new:{deal_id}")
    for label in ("Посчитать", "Taras", "Завтра", "Пропустить", "Поставить"):
        await play.tap(MANAGER, label)
    await play.run_events()
    asking = await play.tap(EXECUTOR, "Запитати")
    assert "Кому: Viktor. Що запитати?" in asking.text
    await play.say(EXECUTOR, "Скільки водіїв?")
    await play.run_events()
    asked = play.screen(MANAGER)
    assert "Taras спрашивает: Скільки водіїв?" in asked.text
    told = play.screen(SELLER)
    assert "Taras: «Скільки водіїв?»" in told.text
    assert "Ответить" not in "".join(told.labels)
    await play.say(MANAGER, "Двое", reply_to=asked.message_id)
    await play.run_events()
    assert "Viktor відповідає: Двое" in play.screen(EXECUTOR).text


async def test_the_pool_belongs_to_who_comes_first(play: Play) -> None:
    await task_set(play, to="В общие")
    assert "Порахувати" in play.screen(EXECUTOR).text
    task = (await play.read(lambda session: session.execute(select(Task.id)))).scalar_one()
    assert "Calculate" in (await play.tap_data(ADMIN, "task.pool:")).text
    await play.tap(EXECUTOR, "Беру")
    await play.tap_data(ADMIN, f"task.take:{task}")
    assert "Taras does this task already" in play.toast(ADMIN)
    assert "The pool is empty" in (await play.tap_data(ADMIN, "task.pool:")).text


async def test_the_pool_is_no_sellers(play: Play) -> None:
    await task_set(play, to="В общие")
    task = (await play.read(lambda session: session.execute(select(Task.id)))).scalar_one()
    for verb in ("task.card", "task.take", "task.done", "task.return"):
        await play.tap_data(OTHER_SELLER, f"{verb}:{task}")
        assert play.toast(OTHER_SELLER) == "Сделки 1 нет.", verb
    assert await state_of(play) is TaskState.NEW


async def test_a_task_is_set_once_however_often_the_button_is_tapped(play: Play) -> None:
    await opened_deal(play)
    await play.tap(SELLER, "📌 Задача")
    await play.tap(SELLER, "Посчитать")
    await play.tap(SELLER, "Taras")
    await play.tap(SELLER, "Завтра")
    asked = await play.tap(SELLER, "Пропустить")
    for _ in range(3):
        await play.tap_data(SELLER, asked.data("Поставить"), asked.message_id)
    counted = await play.read(lambda session: session.execute(select(func.count()).select_from(Task)))
    assert counted.scalar_one() == 1


async def test_what_was_done_meanwhile_is_said_and_not_done_again(play: Play) -> None:
    await task_taken(play)
    card = play.screen(EXECUTOR)
    await play.tap(EXECUTOR, "Зроблено")
    await play.say(EXECUTOR, "так")
    await play.tap_data(EXECUTOR, card.data("Зроблено"), card.message_id)
    assert "Задачу вже закрито" in play.toast(EXECUTOR)


async def test_nobody_else_finishes_an_executors_task(play: Play) -> None:
    await task_taken(play)
    task = (await play.read(lambda session: session.execute(select(Task.id)))).scalar_one()
    await play.tap_data(SELLER, f"task.done:{task}")
    assert "уже делает Taras" in play.toast(SELLER)
    assert await state_of(play) is TaskState.ACCEPTED
    await play.tap_data(MANAGER, f"task.done:{task}")
    await play.tap(MANAGER, "Всё равно сделано")
    assert await state_of(play) is TaskState.DONE


async def test_the_queue_brings_itself_up_to_date_while_it_is_shown(play: Play) -> None:
    await opened_deal(play)
    empty = await play.say(EXECUTOR, "/queue")
    assert "порожньо" in empty.text
    await ask_to_calculate(play, to="Taras", due="завтра", urgent=True)
    queue = next(seen for seen in play.seen(EXECUTOR) if seen.message_id == empty.message_id)
    assert "1 задача, термінових 1" in queue.text
    assert "🔴 1. Порахувати" in queue.text


async def test_what_is_urgent_says_so_to_who_does_it_and_on_the_deals_card(play: Play) -> None:
    deal_id = await task_set(play, urgent=True)
    assert "🔴 Терміново" in play.screen(EXECUTOR).text
    assert "🔴 Срочно" in await card_of(play, deal_id)
    plain = await opened_deal(play, insured="Kia Rio 2019")
    await ask_to_calculate(play, to="Taras", due="завтра")
    assert "🔴" not in play.screen(EXECUTOR).text
    assert "🔴" not in await card_of(play, plain)


async def test_of_tasks_due_alike_the_one_with_more_money_comes_first(play: Play) -> None:
    first = await task_set(play, due="завтра")
    second = await opened_deal(play, insured="Kia Rio 2019")
    await ask_to_calculate(play, to="Taras", due="завтра")
    await play.write(lambda session: session.execute(update(Deal).values(amount=Deal.id * 1_000_000)))
    queue = (await play.say(EXECUTOR, "/queue")).text
    assert queue.index(f" {second} КАСКО") < queue.index(f" {first} КАСКО")


async def test_a_task_with_an_hour_comes_before_one_for_the_whole_day(play: Play) -> None:
    whole_day = await task_set(play, due="завтра")
    by_hour = await opened_deal(play, insured="Kia Rio 2019")
    await ask_to_calculate(play, to="Taras", due="завтра 11:00")
    queue = (await play.say(EXECUTOR, "/queue")).text
    assert queue.index(f" {by_hour} КАСКО") < queue.index(f" {whole_day} КАСКО")


async def test_an_overdue_task_says_so(play: Play) -> None:
    await task_set(play, due="завтра")
    play.clock.advance(days=2)
    assert (
        "🔴 1. Порахувати · 1 КАСКО Toyota Camry 2021 · прострочено, було до вчора"
        in (await play.say(EXECUTOR, "/queue")).text
    )


async def test_a_lost_deal_closes_its_tasks_and_tells_who_works_for_it(play: Play) -> None:
    deal_id = await task_taken(play)
    await play.tap_data(SELLER, f"deal.lose:{deal_id}", play.screen(SELLER).message_id)
    before = len(play.seen(EXECUTOR))
    asked = await play.tap(SELLER, "Дорого")
    assert "Открытых задач закроется: 1." in asked.text
    await play.say(SELLER, "да")
    await play.run_events()
    assert await state_of(play) is TaskState.CANCELLED
    [told] = play.seen(EXECUTOR)[before:]
    assert "Maryna: відмова. Причина: 💸 Дорого" in told.text
    assert "Ваші задачі за угодою знято" in told.text


async def test_another_executor_gets_the_tasks_of_the_one_before_him(play: Play) -> None:
    deal_id = await task_taken(play)
    before = len(play.seen(EXECUTOR))
    await play.tap_data(MANAGER, f"deal.executor:{deal_id}")
    await play.tap(MANAGER, "Olha")
    await play.run_events()
    assert any("Calculate, by tomorrow, 18:00" in seen.text for seen in play.seen(ADMIN))
    [told] = play.seen(EXECUTOR)[before:]
    assert "змінює виконавця: тепер Olha" in told.text
    assert told.labels == ["📥 Моя черга"], "the deal is not his to open any more"
    assert await state_of(play) is TaskState.NEW


async def test_a_deal_that_woke_is_with_whoever_owes_a_task(play: Play) -> None:
    deal_id = await task_taken(play)
    await play.tap_data(SELLER, f"deal.defer:{deal_id}")
    card = await play.say(SELLER, "через неделю")
    assert "Спит до" in card.text
    play.clock.advance(days=8)
    now = play.clock.now()
    await play.write(partial(wake_due_deals, now=now, zone=BROKERAGE.zone))
    assert "Ход: исполнитель Taras" in await card_of(play, deal_id)


async def test_typed_answers_do_what_the_buttons_do(play: Play) -> None:
    await opened_deal(play)
    await play.tap(SELLER, "📌 Задача")
    assert "Не понял «абракадабра»" in (await play.say(SELLER, "абракадабра")).text
    await play.say(SELLER, "пусть посчитает")
    assert "кому?" in (await play.say(SELLER, "Zorro")).text
    await play.say(SELLER, "tar")
    assert "К какому сроку" in (await play.say(SELLER, "позавчера")).text
    await play.say(SELLER, "через 2 дня")
    await play.say(SELLER, "без франшизы")
    assert "Задача поставлена: Taras" in (await play.say(SELLER, "да")).text


async def test_giver_cancels_with_a_reason_and_the_doer_is_told(play: Play) -> None:
    deal_id = await task_taken(play)
    await play.tap_data(SELLER, f"deal.tasks:{deal_id}", play.screen(SELLER).message_id)
    await play.tap(SELLER, "1", message_id=play.screen(SELLER).message_id)
    await play.tap(SELLER, "Снять задачу")
    await play.say(SELLER, "клиент передумал")
    await play.run_events()
    assert "знімає задачу: Порахувати. Причина: клиент передумал" in play.screen(EXECUTOR).text
    assert "Ход: продавец Maryna" in await card_of(play, deal_id)


async def test_a_notice_stays_what_it_was_and_a_reply_to_it_finds_its_deal(play: Play) -> None:
    deal_id = await task_set(play)
    told = play.screen(EXECUTOR)
    await play.tap(EXECUTOR, "Внести розрахунок")
    await play.tap(EXECUTOR, "Скасувати")
    kept = next(seen for seen in play.seen(EXECUTOR) if seen.message_id == told.message_id)
    assert (kept.text, kept.subject) == (told.text, f"deal:{deal_id}")
    shown = await play.say(EXECUTOR, "Ингос 48200", reply_to=told.message_id)
    assert "Інгосстрах" in shown.text or "Ингосстрах" in shown.text


async def test_papers_that_were_asked_for_are_done_once_one_has_come_or_all_the_same(play: Play) -> None:
    await opened_deal(play)
    for label in ("📌 Задача", "Собрать документы", "Taras", "Завтра", "Пропустить", "Поставить"):
        await play.tap(SELLER, label)
    await play.run_events()
    await play.tap(EXECUTOR, "Беру")
    asked = await play.tap(EXECUTOR, "Зроблено")
    assert "немає нових документів" in asked.text
    assert "📁 Папка" in asked.labels
    await play.tap(EXECUTOR, "📁 Папка")
    await play.message(EXECUTOR, **document(play))
    await close_packets(play)
    await play.tap_data(EXECUTOR, "task.card:1", play.screen(EXECUTOR).message_id)
    done = await play.tap(EXECUTOR, "Зроблено")
    assert "Той, хто ставив задачу, вже знає" in done.text
