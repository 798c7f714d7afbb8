"""Offers entered in chat: as lines of text, or one question by question."""

import pytest
from sqlalchemy import func, select

from bot.render.translate import Translator
from handlers.calculations.lines import doubts_of
from handlers.calculations.parse import typed_lines
from handlers.common.insurers import insurer_book
from models.calculation import Calculation, DeductibleKind
from models.insurer import Insurer
from models.journal_entry import JournalEntry
from models.money import Currency
from models.task import Task, TaskState
from models.user import Language
from tests.handlers.calculations.offers import OFFERS, offers_entered
from tests.handlers.deals.opened import opened_deal
from tests.handlers.tasks.set_tasks import task_taken
from tests.harness import NOON, Play
from tests.people import EXECUTOR, MANAGER, OTHER_SELLER, SELLER


async def offers_of(play: Play) -> list[tuple[str, Calculation]]:
    wanted = select(Insurer.code, Calculation).join(Insurer).order_by(Calculation.id)
    found = await play.read(lambda session: session.execute(wanted))
    return [tuple(row) for row in found.all()]


async def test_lines_in_reply_to_a_task_are_shown_as_understood_then_saved_and_handed_in(play: Play) -> None:
    await task_taken(play)
    told = next(seen for seen in reversed(play.seen(EXECUTOR)) if seen.subject)
    shown = await play.say(EXECUTOR, OFFERS, reply_to=told.message_id)
    assert "1. Ингосстрах · 48 200 ₽" in shown.text.replace("\u202f", " ")
    assert "франшиза 15 000 ₽ · КВ 22%" in shown.text.replace("\u202f", " ")
    assert await offers_of(play) == []
    table = await play.tap(EXECUTOR, "Зберегти і здати")
    assert "розрахунок здано" in table.text
    codes = [(code, offer.premium, offer.deductible_kind, offer.deductible) for code, offer in await offers_of(play)]
    assert codes == [
        ("ingos", 4_820_000, DeductibleKind.AMOUNT, 1_500_000),
        ("reso", 5_100_000, DeductibleKind.NONE, None),
        ("alfa", 4_690_000, DeductibleKind.AMOUNT, 1_000_000),
    ]
    await play.run_events()
    told = play.screen(SELLER)
    assert "расчёт готов, 3 предложения" in told.text
    assert "22" not in told.text, "commission is for who may see it"
    assert told.labels[:2] == ["⚖️ Предложения", "📤 Клиенту"]
    state = await play.read(lambda session: session.execute(select(Task.state)))
    assert state.scalar_one() is TaskState.DONE


@pytest.mark.parametrize(
    "typed", ["Согаз 2000 more than last year", "Ингос дешевле на 3000 чем было", "РЕСО +2000 к прошлому"]
)
async def test_an_offer_told_by_last_years_is_asked_for_its_own_premium(play: Play, typed: str) -> None:
    await task_taken(play)
    told = next(seen for seen in reversed(play.seen(EXECUTOR)) if seen.subject)
    shown = await play.say(EXECUTOR, typed, reply_to=told.message_id)
    assert "наскільки дорожче чи дешевше. Яка премія повністю?" in shown.text
    fixed = await play.say(EXECUTOR, "46 900")
    assert "46 900 ₽" in fixed.text.replace("\u202f", " ")
    await play.tap(EXECUTOR, "Зберегти")
    assert [offer.premium for _, offer in await offers_of(play)] == [4_690_000]


async def test_what_is_in_doubt_is_asked_and_the_rest_is_kept(play: Play) -> None:
    await task_taken(play)
    told = next(seen for seen in reversed(play.seen(EXECUTOR)) if seen.subject)
    shown = await play.say(EXECUTOR, f"{OFFERS}\nСогл 52", reply_to=told.message_id)
    assert "⚠️ 4." in shown.text
    assert "✅ Здати лише 3" in shown.labels
    kept = await play.tap(EXECUTOR, "Зберегти 3")
    assert "Зберіг 3 пропозиції. Залишилося уточнити: 1" in kept.text
    assert len(await offers_of(play)) == 3
    assert "✅ Здати без них" in kept.labels
    assert "Що вже збережено, залишилося" in (await play.say(EXECUTOR, "/cancel")).text
    await play.tap(EXECUTOR, "Продовжити")
    refused = await play.say(EXECUTOR, "так")
    assert "Спершу уточніть" in refused.text
    await play.tap(EXECUTOR, "✏️ 1")
    await play.tap(EXECUTOR, "Страховик")
    assert "Не знаю страховика" in (await play.say(EXECUTOR, "Согласие и Ко")).text
    await play.say(EXECUTOR, "согаз")
    await play.tap(EXECUTOR, "Премія")
    assert "Премія: 52 000" in (await play.say(EXECUTOR, "52000")).text.replace("\u202f", " ")
    assert "КВ: 20%" in (await play.say(EXECUTOR, "фр 10, КВ 20")).text
    await play.tap(EXECUTOR, "Правильно")
    await play.tap(EXECUTOR, "Зберегти і здати")
    code, offer = (await offers_of(play))[-1]
    assert (code, offer.premium, offer.deductible, offer.commission_rate) == ("sogaz", 5_200_000, 1_000_000, 2000)


@pytest.mark.parametrize("taps", [["Здати лише 3"], ["Зберегти 3", "Здати без них"]])
async def test_a_doubtful_line_does_not_keep_the_calculation_open(play: Play, taps: list[str]) -> None:
    await task_taken(play)
    told = next(seen for seen in reversed(play.seen(EXECUTOR)) if seen.subject)
    await play.say(EXECUTOR, f"{OFFERS}\nСогл 52", reply_to=told.message_id)
    for label in taps:
        handed_in = await play.tap(EXECUTOR, label)
    assert "озрахунок здано. Не увійшли з ⚠️: 1." in handed_in.text
    assert len(await offers_of(play)) == 3
    state = await play.read(lambda session: session.execute(select(Task.state)))
    assert state.scalar_one() is TaskState.DONE


async def test_an_offer_is_entered_question_by_question_with_the_usual_answers_at_hand(play: Play) -> None:
    deal_id = await opened_deal(play)
    await play.tap(SELLER, "Предложения")
    asked = await play.tap(SELLER, "Внести")
    assert f"по сделке {deal_id}" in asked.text
    assert "Не нашёл предложений" in (await play.say(SELLER, "не знаю")).text
    await play.tap(SELLER, "ВСК")
    assert "больше нуля" in (await play.say(SELLER, "0")).text
    assert "две валюты" in (await play.say(SELLER, "100 $ и 200 €")).text or "две суммы" in play.screen(SELLER).text
    await play.say(SELLER, "44 100")
    await play.tap(SELLER, "КВ")
    assert "больше 100" in (await play.say(SELLER, "150%")).text
    await play.say(SELLER, "22,5")
    await play.tap(SELLER, "Страх. сумма")
    await play.say(SELLER, "1,85 млн")
    await play.tap(SELLER, "Действует до")
    shown = await play.tap(SELLER, "Через неделю")
    assert "КВ: 22,5%" in shown.text
    await play.tap(SELLER, "Верно")
    assert "Сохранил 1 предложение" in (await play.tap(SELLER, "Сохранить 1")).text
    code, offer = (await offers_of(play))[0]
    assert (code, offer.premium, offer.commission_rate, offer.sum_insured) == ("vsk", 4_410_000, 2250, 185_000_000)


async def test_a_second_tap_on_save_saves_nothing_more(play: Play) -> None:
    await task_taken(play)
    told = next(seen for seen in reversed(play.seen(EXECUTOR)) if seen.subject)
    review = await play.say(EXECUTOR, OFFERS, reply_to=told.message_id)
    for _ in range(2):
        await play.tap_data(EXECUTOR, review.data("Зберегти і здати"), review.message_id)
    assert play.toast(EXECUTOR) == "Уже зроблено"
    assert len(await offers_of(play)) == 3


async def test_words_that_only_look_like_offers_go_to_the_journal(play: Play) -> None:
    await opened_deal(play)
    card = play.screen(SELLER)
    shown = await play.say(SELLER, "Ингос 48200 клиенту дорого", reply_to=card.message_id)
    assert "Понял так" in shown.text
    saved = await play.tap(SELLER, "Это в журнал")
    assert "Ингос 48200 клиенту дорого" in saved.text
    assert await offers_of(play) == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("РЕСО 1e12", "разбито непонятно"),
        ("РЕСО 1000000000000", "уточните сумму"),
        ("Согаз 0", "больше нуля"),
        ("Альфа 100 € и 5000 руб", "две суммы"),
    ],
)
async def test_a_premium_in_doubt_is_asked_about_and_then_saved(play: Play, typed: str, said: str) -> None:
    await opened_deal(play)
    shown = await play.say(SELLER, typed)
    assert "Понял так" in shown.text
    assert said in shown.text
    await play.tap(SELLER, "✏️")
    assert "48 200 ₽" in (await play.say(SELLER, "48200")).text.replace("\u202f", " ")


@pytest.mark.parametrize("typed", ["Альфа звонила, 15 минут", "РЕСО хочет 300", "в Альфе менеджер 2 раза не ответил"])
async def test_talk_with_an_insurer_and_a_figure_in_it_is_not_taken_for_an_offer(play: Play, typed: str) -> None:
    await opened_deal(play)
    assert "Понял так" not in (await play.say(SELLER, typed)).text


async def test_an_offer_is_corrected_and_withdrawn_until_it_is_chosen(play: Play) -> None:
    await offers_entered(play)
    await play.tap(EXECUTOR, "2. Ингосстрах")
    await play.tap(EXECUTOR, "Виправити")
    await play.say(EXECUTOR, "фр 20")
    corrected = await play.tap(EXECUTOR, "Зберегти")
    assert "виправлено" in corrected.text
    assert (await offers_of(play))[0][1].deductible == 2_000_000
    await play.tap(EXECUTOR, "3. РЕСО")
    assert "РЕСО" not in (await play.tap(EXECUTOR, "Зняти")).text


async def test_a_file_sent_with_an_offer_is_filed_and_kept_with_it(play: Play) -> None:
    await offers_entered(play)
    await play.tap(EXECUTOR, "2. Ингосстрах")
    await play.tap(EXECUTOR, "Виправити")
    paper = {"file_id": "F9", "file_unique_id": "U9", "file_name": "КП Ингос.pdf", "file_size": 900}
    shown = await play.message(EXECUTOR, document=paper)
    assert "Файл додано" in shown.text
    await play.tap(EXECUTOR, "Зберегти")
    assert (await offers_of(play))[0][1].document_id is not None


async def test_who_leaves_the_form_is_told_that_the_file_he_sent_stays(play: Play) -> None:
    await offers_entered(play)
    await play.tap(EXECUTOR, "2. Ингосстрах")
    await play.tap(EXECUTOR, "Виправити")
    paper = {"file_id": "F9", "file_unique_id": "U9", "file_name": "КП Ингос.pdf", "file_size": 900}
    await play.message(EXECUTOR, document=paper)
    assert "Що вже збережено, залишилося" in (await play.tap(EXECUTOR, "Скасувати")).text


async def test_nobody_outside_the_deal_enters_or_sees_its_offers(play: Play) -> None:
    deal_id = await offers_entered(play)
    last = play.screen(OTHER_SELLER).message_id
    for data in (f"offers.list:{deal_id}", "offer.card:1", f"offers.enter:{deal_id}", "offer.edit:1", "offer.drop:1"):
        await play.tap_data(OTHER_SELLER, data, last)
        assert play.toast(OTHER_SELLER) == f"Сделки {deal_id} нет."
        assert "48" not in play.screen(OTHER_SELLER).text
    count = await play.read(lambda session: session.execute(select(func.count()).select_from(Calculation)))
    assert count.scalar_one() == 3


async def test_what_an_executor_entered_when_he_was_replaced_is_kept_for_who_goes_on(play: Play) -> None:
    await task_taken(play)
    told = next(seen for seen in reversed(play.seen(EXECUTOR)) if seen.subject)
    review = await play.say(EXECUTOR, OFFERS, reply_to=told.message_id)
    await play.tap(SELLER, "Ещё")
    await play.tap(SELLER, "Исполнитель")
    await play.tap(SELLER, "Viktor")
    await play.tap(EXECUTOR, "Зберегти і здати")
    left = play.screen(EXECUTOR)
    assert "тепер нею займається Viktor" in left.text
    assert "записано в журнал угоди" in left.text
    assert await offers_of(play) == []
    entries = select(JournalEntry.text).where(JournalEntry.author_id == play.ids[EXECUTOR.telegram_id])
    found = await play.read(lambda session: session.execute(entries.where(JournalEntry.text.is_not(None))))
    [kept] = found.scalars().all()
    assert kept.splitlines() == [
        "Ингосстрах 48200 RUB, фр 15000 RUB, КВ 22%",
        "РЕСО-Гарантия 51000 RUB, без франшизы",
        "АльфаСтрахование 46900 RUB, фр 10000 RUB, рассрочка 2",
    ]
    await play.run_events()
    assert any("46900" in seen.text for seen in play.seen(MANAGER))
    assert any("46900" in seen.text for seen in play.seen(SELLER))
    await play.tap_data(EXECUTOR, left.data("Моя черга"), left.message_id)
    for stale in ("Зберегти і здати", "✏️ 1"):
        await play.tap_data(EXECUTOR, review.data(stale), review.message_id)
        assert await offers_of(play) == []


async def test_lines_typed_after_he_was_replaced_are_kept_too(play: Play) -> None:
    deal_id = await task_taken(play)
    await play.tap_data(EXECUTOR, f"offers.enter:{deal_id}", play.screen(EXECUTOR).message_id)
    await play.tap_data(MANAGER, f"deal.executor:{deal_id}")
    await play.tap(MANAGER, "Viktor")
    left = await play.say(EXECUTOR, OFFERS)
    assert "тепер нею займається Viktor" in left.text
    entries = select(JournalEntry.text).where(JournalEntry.text.is_not(None))
    assert (await play.read(lambda session: session.execute(entries))).scalars().all() == [OFFERS]
    assert "Camry" not in (await play.say(EXECUTOR, "/cancel")).text


async def _form_of(play: Play, typed: str) -> None:
    await opened_deal(play)
    await play.tap(SELLER, "Предложения")
    await play.tap(SELLER, "Внести")
    await play.say(SELLER, typed)
    await play.tap(SELLER, "✏️ 1")


async def test_a_bare_answer_in_the_form_is_taken_for_what_is_in_doubt(play: Play) -> None:
    await _form_of(play, "Согл 52")
    assert "премия 52 000?" in play.screen(SELLER).text
    assert "гривен" not in play.screen(SELLER).text
    assert "премия 52 000?" in (await play.say(SELLER, "52")).text
    assert "Не знаю страховщика" in (await play.say(SELLER, "Согласие и Ко")).text
    assert "Премия: 52 000" in (await play.say(SELLER, "52000")).text.replace("\u202f", " ")
    assert "Премия: 53 000" in (await play.say(SELLER, "53000")).text.replace("\u202f", " ")
    assert "СОГАЗ" in (await play.say(SELLER, "Согаз")).text
    await play.tap(SELLER, "Верно")
    await play.tap(SELLER, "Сохранить 1")
    code, offer = (await offers_of(play))[0]
    assert (code, offer.premium) == ("sogaz", 5_300_000)


async def test_all_insurers_are_behind_a_chip_and_the_nearest_name_is_first(play: Play) -> None:
    await _form_of(play, "Югорская 52000 фр 15")
    asked = await play.tap(SELLER, "Страховщик")
    assert "Югория" in asked.labels[0]
    shown = await play.tap(SELLER, "Ещё страховщики")
    assert len(shown.labels) > len(asked.labels)
    assert "Страховщик" not in (await play.tap(SELLER, shown.labels[10])).text


async def test_every_insurer_can_be_tapped_when_a_policy_is_filed_or_offers_are_entered(play: Play) -> None:
    deal_id = await opened_deal(play)
    for question in ("offers.enter", "policy.file"):
        asked = await play.tap_data(SELLER, f"{question}:{deal_id}", play.screen(SELLER).message_id)
        assert not any("Югория" in label for label in asked.labels), question
        await play.tap(SELLER, "Ещё страховщики")
        assert "Югория" in (await play.tap(SELLER, "Югория")).text, question


async def test_a_day_of_validity_in_a_line_is_kept(play: Play) -> None:
    await _form_of(play, "Тинькофф 45 900 без франшизы до 5.12")
    assert "Действует до" in play.seen(SELLER)[-2].text + play.screen(SELLER).text
    assert "Действует до" in (await play.tap(SELLER, "Верно")).text, "before it is saved"
    await play.tap(SELLER, "✏️ 1")
    assert "Действует до" in play.screen(SELLER).text
    assert "❔" not in play.screen(SELLER).text


async def test_words_beside_offers_are_shown_and_stand_in_the_journal_with_them(play: Play) -> None:
    await task_taken(play)
    told = next(seen for seen in reversed(play.seen(EXECUTOR)) if seen.subject)
    written = "Ингос 48200 фр15\nВСК отказали, машина старая\nРЕСО 51к"
    shown = await play.say(EXECUTOR, written, reply_to=told.message_id)
    assert "До журналу: «ВСК отказали, машина старая»" in shown.text
    await play.tap(EXECUTOR, "Зберегти і здати")
    entries = select(JournalEntry.text).where(JournalEntry.text.is_not(None))
    found = await play.read(lambda session: session.execute(entries))
    assert found.scalars().all() == ["ВСК отказали, машина старая"]


async def test_an_offer_in_another_currency_names_it_wherever_it_stands(play: Play) -> None:
    await opened_deal(play)
    await play.tap(SELLER, "Предложения")
    await play.tap(SELLER, "Внести")
    await play.say(SELLER, "Зетта 300$\nРЕСО 51к до 30 ноября")
    table = await play.tap(SELLER, "Сохранить")
    assert "300 $" in table.text.replace("\u00a0", " ").replace("\u202f", " ")
    assert "действует до" in table.text
    assert "Действуют до" not in table.text


async def test_where_no_offer_says_a_deductible_the_table_has_none(play: Play) -> None:
    deal_id = await offers_entered(play, "Ингос 48200\nРЕСО 51к")
    table = (await play.tap_data(SELLER, f"offers.list:{deal_id}", play.screen(SELLER).message_id)).text
    assert "франш." not in table
    assert "?" not in table


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("region", "currency"), [("ru", Currency.RUB), ("ua", Currency.UAH)])
async def test_the_example_can_be_typed_as_it_stands(
    play: Play, language: Language, region: str, currency: Currency
) -> None:
    _, *lines = Translator().format(f"ask-offers-example-{region}", language, {}).splitlines()
    book = await play.read(insurer_book)
    read = typed_lines("\n".join(lines), book, region.upper(), currency, NOON.date())
    assert [doubts_of(line) for line in read] == [{}, {}, {}]
